// A read file → what was recognised in it, and for each table of a known kind a plan and what the plan gives.
import type { Definitions } from '#shared/contract/decodePush.ts'
import { ruleContext, type RuleContext, type UnitKind } from '#shared/definition/rule.ts'
import { applyImportPlan } from '#shared/import/applyImportPlan.ts'
import { guessKind } from '#shared/import/guessKind.ts'
import type { ImportPlan, ImportResult, KindGuess, RecognisedTable } from '#shared/import/plan.ts'
import { planImport, unitFenOf } from '#shared/import/planImport.ts'
import { recogniseSheet } from '#shared/import/recogniseSheet.ts'
import { stateSheetName } from '#shared/workbook/port.ts'
import type { RawSheet, RawWorkbook } from '#shared/workbook/raw.ts'
import type { AppDeps } from '../deps.ts'
import { localDay } from '../localDay.ts'
import type { ContextFacts, ReadingWish } from './fileReader.ts'

export interface PlaceOfTable {
  readonly sheet: RawSheet
  readonly table: RecognisedTable
  readonly tableIndex: number
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
  /** With the limits and the calendar that hold there. */
  readonly contextOf: (facts: ContextFacts) => RuleContext
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

export function analyseTable(knowledge: Knowledge, place: PlaceOfTable, wish: AnalysisWish): AnalysedTable {
  const { definitions } = knowledge
  const { table } = place
  const sheetYear = table.year ?? wish.year
  const reading = { unitFen: unitFenOf(table), year: sheetYear, legacy: true, sheetYear }
  const match = wish.kind === undefined ? guessKind([...definitions.values()], place, reading) : undefined
  const guess = match ? { kind: match.kind, confidence: match.confidence, reasons: match.reasons } : null
  const definition = definitions.get(wish.kind ?? match?.kind ?? '')
  if (definition === undefined) return { place, guess, plan: null, result: null }
  const plan = planImport(definition, place, wish)
  return { place, guess, plan, result: resultOf(knowledge, place, { plan, wish }) }
}

/** null: of no kind we know, or the plan was made for another table. */
export function resultOf(
  { definitions, contextOf }: Knowledge,
  place: PlaceOfTable,
  { plan, wish }: { readonly plan: ImportPlan; readonly wish: Pick<AnalysisWish, 'today' | 'unitKind'> },
): ImportResult | null {
  const definition = definitions.get(plan.kind)
  if (definition === undefined) return null
  const { today, unitKind } = wish
  const context = contextOf({ today, year: plan.conventions.year, unitKind })
  const applied = applyImportPlan(definition, plan, place, context)
  return applied.ok ? applied.value : null
}

export function ruleContextFor(deps: Pick<AppDeps, 'clock'>, year: number, unitKind: UnitKind): RuleContext {
  return ruleContext({ today: localDay(deps.clock()), year, unitKind })
}
