// A read file → what was recognised in it, and for each table of a known kind a plan and what the plan gives.
import type { Definitions } from '#shared/contract/decodePush.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { ruleContext, type RuleContext, type UnitKind } from '#shared/definition/rule.ts'
import { applyImportPlan } from '#shared/import/applyImportPlan.ts'
import { guessKind, type KindMatch } from '#shared/import/guessKind.ts'
import { mayBeHalves } from '#shared/import/halves.ts'
import type { ImportPlan, ImportResult, KindGuess, RecognisedTable } from '#shared/import/plan.ts'
import { planImport, unitFenOf } from '#shared/import/planImport.ts'
import { recogniseSheet } from '#shared/import/recogniseSheet.ts'
import { makeRuleContext } from '#shared/policy/unitPolicy.ts'
import { stateSheetName } from '#shared/workbook/port.ts'
import type { RawSheet, RawWorkbook } from '#shared/workbook/raw.ts'
import type { AppDeps } from '../deps.ts'
import { localDay } from '../localDay.ts'
import type { ReadingWish } from './fileReader.ts'

export interface PlaceOfTable {
  readonly sheet: RawSheet
  readonly table: RecognisedTable
  readonly tableIndex: number
  /** Tables beside it that are imported with it, in the order of their plans. */
  readonly beside?: readonly RecognisedTable[]
}

export interface AnalysedTable {
  readonly place: PlaceOfTable
  readonly guess: KindGuess | null
  /** null: of no known kind. */
  readonly plan: ImportPlan | null
  readonly result: ImportResult | null
}

/** @param kind said by a person: nothing is guessed */
export type AnalysisWish = ReadingWish & { readonly kind?: string | undefined }

/** What analysis may know beyond the file. */
export interface Knowledge {
  readonly definitions: Definitions
}

const found = new WeakMap<RawWorkbook, readonly PlaceOfTable[]>()

/** Every table of every sheet but our own hidden one; recognised once per reading of the file. */
export function findTables(workbook: RawWorkbook): readonly PlaceOfTable[] {
  const known = found.get(workbook)
  if (known) return known
  const places = workbook.sheets
    .filter((sheet) => sheet.name !== stateSheetName)
    .flatMap((sheet) => recogniseSheet(sheet, workbook).map((table, tableIndex) => ({ sheet, table, tableIndex })))
  found.set(workbook, places)
  return places
}

export function findPlace(
  workbook: RawWorkbook,
  plan: Pick<ImportPlan, 'sheetName' | 'tableIndex'>,
): PlaceOfTable | undefined {
  return findTables(workbook).find(
    (place) => place.sheet.name === plan.sheetName && place.tableIndex === plan.tableIndex,
  )
}

/** A table, its guess, and the tables beside it that are of the same kind: one sheet on paper. */
export interface TableGroup {
  readonly place: PlaceOfTable
  readonly guess: KindMatch | undefined
  readonly beside: readonly PlaceOfTable[]
}

export function groupTables(knowledge: Knowledge, workbook: RawWorkbook, wish: AnalysisWish): readonly TableGroup[] {
  const guessed = findTables(workbook).map((place) => ({ place, guess: guessOf(knowledge, place, wish) }))
  const taken = new Set<PlaceOfTable>()
  return guessed.flatMap(({ place, guess }): readonly TableGroup[] => {
    if (taken.has(place)) return []
    const kind = wish.kind ?? guess?.kind
    const beside = guessed
      .filter((other) => kind !== undefined && kind === (wish.kind ?? other.guess?.kind) && !taken.has(other.place))
      .map((other) => other.place)
      .filter((other) => other.sheet === place.sheet && mayBeHalves(place.table, other.table))
    for (const each of [place, ...beside]) taken.add(each)
    return [{ place, guess, beside }]
  })
}

/** Those beside a table that would be imported with it as `kind`. */
export function findBeside(
  knowledge: Knowledge,
  workbook: RawWorkbook,
  { place, wish }: { readonly place: PlaceOfTable; readonly wish: AnalysisWish & { readonly kind: string } },
): readonly PlaceOfTable[] {
  return findTables(workbook)
    .filter((other) => other.sheet === place.sheet && mayBeHalves(place.table, other.table))
    .filter((other) => guessOf(knowledge, other, { ...wish, kind: undefined })?.kind === wish.kind)
}

function guessOf({ definitions }: Knowledge, place: PlaceOfTable, wish: AnalysisWish): KindMatch | undefined {
  if (wish.kind !== undefined) return undefined
  const sheetYear = place.table.year ?? wish.year
  const reading = { unitFen: unitFenOf(place.table), year: sheetYear, legacy: true, sheetYear }
  return guessKind([...definitions.values()], place, reading)
}

export function analyseGroup(knowledge: Knowledge, group: TableGroup, wish: AnalysisWish): AnalysedTable {
  const { guess: match, beside } = group
  const place = withBeside(group.place, beside)
  const guess = match ? { kind: match.kind, confidence: match.confidence, reasons: match.reasons } : null
  const definition = knowledge.definitions.get(wish.kind ?? match?.kind ?? '')
  if (definition === undefined) return { place, guess, plan: null, result: null }
  const plan = planTogether(definition, [group.place, ...beside], wish)
  return { place, guess, plan, result: resultOf(knowledge, place, { plan, wish }) }
}

export function withBeside(place: PlaceOfTable, beside: readonly PlaceOfTable[]): PlaceOfTable {
  return beside.length === 0 ? place : { ...place, beside: beside.map(({ table }) => table) }
}

/** One plan for a table and those beside it. */
export function planTogether(
  definition: SheetDefinition,
  places: readonly [PlaceOfTable, ...PlaceOfTable[]],
  wish: ReadingWish,
): ImportPlan {
  const [first, ...others] = places
  const plan = planImport(definition, first, wish)
  return others.length === 0 ? plan : { ...plan, beside: others.map((each) => planImport(definition, each, wish)) }
}

/** null: of no kind we know, or the plan was made for another table. */
export function resultOf(
  { definitions }: Knowledge,
  place: PlaceOfTable,
  {
    plan,
    wish,
  }: { readonly plan: ImportPlan; readonly wish: Pick<AnalysisWish, 'today' | 'unitKind' | 'unitPolicy' | 'named'> },
): ImportResult | null {
  const definition = definitions.get(plan.kind)
  if (definition === undefined) return null
  const { today, named } = wish
  const { unitKind, unitPolicy } = named?.get(place.table.unitName?.replace(/\s/g, '') ?? '') ?? wish
  const context = makeRuleContext({ today, year: plan.conventions.year, unitKind, unitPolicy })
  const applied = applyImportPlan(definition, plan, place, context)
  return applied.ok ? applied.value : null
}

export function ruleContextFor(deps: Pick<AppDeps, 'clock'>, year: number, unitKind: UnitKind): RuleContext {
  return ruleContext({ today: localDay(deps.clock()), year, unitKind })
}
