// A recognised table as the import pages take it: what kind it may be, what its plan is and what that plan makes of its rows.
import type { RuleContext } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { applyImportPlan } from '#shared/import/applyImportPlan.ts'
import { guessKind } from '#shared/import/guessKind.ts'
import type { ImportPlan, ImportResult, RecognisedTable } from '#shared/import/plan.ts'
import { planImport, unitFenOf } from '#shared/import/planImport.ts'
import type { ImportProfile } from '#shared/import/profile.ts'
import type { RawSheet } from '#shared/workbook/raw.ts'
import type { ImportPreview, ImportTable } from '#shared/contract/importResources.ts'
import { shortenFindings } from '#shared/contract/shortenFindings.ts'

/** Shown in a preview; counts, totals and groups are of all. */
const previewRows = 1000
const mostFindings = 1000

export interface PlaceOfTable {
  readonly sheet: RawSheet
  readonly table: RecognisedTable
  readonly tableIndex: number
}

export interface TableReader {
  readonly definitions: readonly SheetDefinition[]
  /** What was settled for earlier tables, newest first. */
  readonly profiles: readonly ImportProfile[]
  readonly contextOf: (year: number) => RuleContext
  /** 年度 where the sheet says none. */
  readonly year: number
}

/** Guesses the kind and plans for it; without a certain kind there is no plan. */
export function describeTable(reader: TableReader, place: PlaceOfTable): ImportTable {
  const { table } = place
  const sheetYear = table.year ?? reader.year
  const reading = { unitFen: unitFenOf(table), year: sheetYear, legacy: true, sheetYear }
  const match = guessKind(reader.definitions, place, reading)
  const guess = match ? { kind: match.kind, confidence: match.confidence, reasons: match.reasons } : null
  const definition = reader.definitions.find(({ kind }) => kind === match?.kind)
  const plan = definition ? planFreshly(reader, definition, place) : null
  return { ...describePlace(place), guess, plan, preview: previewOf(reader, place, plan) }
}

/** The same table under a plan that a person corrected; a plan without mappings is made anew for its kind. */
export function describePlanned(reader: TableReader, place: PlaceOfTable, wanted: ImportPlan): ImportTable | undefined {
  const definition = reader.definitions.find(({ kind }) => kind === wanted.kind)
  if (definition === undefined) return undefined
  const plan = wanted.mappings.length === 0 ? planFreshly(reader, definition, place) : wanted
  const preview = previewOf(reader, place, plan)
  return preview === null ? undefined : { ...describePlace(place), guess: null, plan, preview }
}

function planFreshly(reader: TableReader, definition: SheetDefinition, place: PlaceOfTable): ImportPlan {
  const { year, profiles } = reader
  return planImport(definition, place, { year, profiles: profiles.map((profile) => ({ profile, from: 'own' })) })
}

function describePlace(place: PlaceOfTable): Pick<ImportTable, 'sheetName' | 'tableIndex' | 'table' | 'picture'> {
  const { sheet, table, tableIndex } = place
  // The sheet itself stands beside the pane: no picture of it is drawn.
  const { top, left } = table.range
  return { sheetName: sheet.name, tableIndex, table, picture: { top, left, rows: [], cut: false } }
}

function previewOf(reader: TableReader, place: PlaceOfTable, plan: ImportPlan | null): ImportPreview | null {
  const definition = plan && reader.definitions.find(({ kind }) => kind === plan.kind)
  if (!plan || !definition) return null
  const applied = applyImportPlan(definition, plan, place, reader.contextOf(plan.conventions.year))
  return applied.ok ? toPreview(applied.value, place.table) : null
}

function toPreview(result: ImportResult, table: RecognisedTable): ImportPreview {
  return {
    counts: result.counts,
    totals: result.totals,
    sums: table.sums,
    rows: result.rows.slice(0, previewRows).map(({ row, values }) => ({ row, values })),
    ...shortenFindings(result.findings, mostFindings),
  }
}
