// An uploaded file → what was recognised in it, and for each table of a known kind a plan and its preview.
import type { ImportAnalysis, ImportPreview, ImportTable } from '#shared/contract/resources.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { ruleContext, type RuleContext, type UnitKind } from '#shared/definition/rule.ts'
import { applyImportPlan } from '#shared/import/applyImportPlan.ts'
import { guessKind } from '#shared/import/guessKind.ts'
import type { ImportPlan, ImportResult, RecognisedTable } from '#shared/import/plan.ts'
import { planImport, unitFenOf } from '#shared/import/planImport.ts'
import { fingerprint, type ImportProfile } from '#shared/import/profile.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { groupFindings } from '#shared/validation/groupFindings.ts'
import { stateSheetName } from '#shared/workbook/port.ts'
import type { RawSheet, RawWorkbook } from '#shared/workbook/raw.ts'
import type { AppDeps } from '../deps.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import { sheetPicture } from './sheetPicture.ts'
import type { UploadedFile } from './uploads.ts'
import { localDay } from '../localDay.ts'

/** Rows shown in a preview; counts, totals and findings are of all. */
const previewRows = 1000

export interface PlaceOfTable {
  readonly sheet: RawSheet
  readonly table: RecognisedTable
  readonly tableIndex: number
}

type Needs = Pick<AppDeps, 'definitions' | 'recognise' | 'store' | 'clock'>

export interface AnalysisWish {
  /** 年度 where the sheet says none. */
  readonly year: number
  readonly unitKind: UnitKind
}

export async function analyseFile(deps: Needs, file: UploadedFile, wish: AnalysisWish): Promise<ImportAnalysis> {
  const { upload, workbook } = file
  const tables: ImportTable[] = []
  for (const place of findTables(deps, workbook)) tables.push(await describeTable(deps, place, wish))
  return {
    importId: upload.id,
    file: { name: upload.fileName, bytes: upload.bytes.byteLength, container: workbook.container },
    carriesBase: workbook.sheets.some((sheet) => sheet.name === stateSheetName),
    tables,
    findings: workbook.findings,
  }
}

const found = new WeakMap<RawWorkbook, readonly PlaceOfTable[]>()

/** Every table of every sheet that people see; recognised once per reading of the file. */
export function findTables(deps: Pick<AppDeps, 'recognise'>, workbook: RawWorkbook): readonly PlaceOfTable[] {
  const known = found.get(workbook)
  if (known) return known
  const places = workbook.sheets
    .filter((sheet) => sheet.name !== stateSheetName)
    .flatMap((sheet) => deps.recognise(sheet, workbook).map((table, tableIndex) => ({ sheet, table, tableIndex })))
  found.set(workbook, places)
  return places
}

async function describeTable(deps: Needs, place: PlaceOfTable, wish: AnalysisWish): Promise<ImportTable> {
  const { table } = place
  const sheetYear = table.year ?? wish.year
  const reading = { unitFen: unitFenOf(table), year: sheetYear, legacy: true, sheetYear }
  const match = guessKind([...deps.definitions.values()], place, reading)
  const guess = match ? { kind: match.kind, confidence: match.confidence, reasons: match.reasons } : null
  const definition = match && deps.definitions.get(match.kind)
  const plan = definition ? await freshPlan(deps, definition, place, wish.year) : null
  return { ...describePlace(place), guess, plan, preview: previewOf(deps, place, plan, wish.unitKind) }
}

function describePlace(place: PlaceOfTable): Pick<ImportTable, 'sheetName' | 'tableIndex' | 'table' | 'picture'> {
  const { sheet, table, tableIndex } = place
  return { sheetName: sheet.name, tableIndex, table, picture: sheetPicture(sheet, table.range) }
}

/** With what was settled for the last file of the same shape. */
async function freshPlan(
  deps: Needs,
  definition: SheetDefinition,
  place: PlaceOfTable,
  year: number,
): Promise<ImportPlan> {
  const shape = fingerprint(place.table)
  const profiles = await deps.store.files.listProfiles(definition.kind)
  const stored = profiles.find((profile) => profile.fingerprint === shape)
  const profile = stored && (JSON.parse(stored.content) as ImportProfile) // written by runImport, by toProfile
  return planImport(definition, place, profile ? { year, profile } : { year })
}

/** The same table under a plan that a person corrected; a plan without mappings is made anew for its kind. */
export async function describePlanned(
  deps: Needs,
  file: UploadedFile,
  wish: AnalysisWish & { readonly plan: ImportPlan },
): Promise<Result<ImportTable, Refusal>> {
  const place = findPlace(deps, file.workbook, wish.plan)
  const definition = deps.definitions.get(wish.plan.kind)
  if (place === undefined) return err(refuse('import.fingerprint'))
  if (definition === undefined) return err(refuse('kind-unknown', { kind: wish.plan.kind }))
  const plan = wish.plan.mappings.length === 0 ? await freshPlan(deps, definition, place, wish.year) : wish.plan
  const preview = previewOf(deps, place, plan, wish.unitKind)
  if (preview === null) return err(refuse('import.fingerprint'))
  return ok({ ...describePlace(place), guess: null, plan, preview })
}

export function findPlace(
  deps: Pick<AppDeps, 'recognise'>,
  workbook: RawWorkbook,
  plan: Pick<ImportPlan, 'sheetName' | 'tableIndex'>,
): PlaceOfTable | undefined {
  const places = findTables(deps, workbook)
  return places.find((place) => place.sheet.name === plan.sheetName && place.tableIndex === plan.tableIndex)
}

export function ruleContextFor(deps: Pick<AppDeps, 'clock'>, year: number, unitKind: UnitKind): RuleContext {
  return ruleContext({ today: localDay(deps.clock()), year, unitKind })
}

function previewOf(
  deps: Needs,
  place: PlaceOfTable,
  plan: ImportPlan | null,
  unitKind: UnitKind,
): ImportPreview | null {
  const definition = plan && deps.definitions.get(plan.kind)
  if (!plan || !definition) return null
  const context = ruleContextFor(deps, plan.conventions.year, unitKind)
  const applied = applyImportPlan(definition, plan, place, context)
  return applied.ok ? toPreview(applied.value, place.table) : null
}

function toPreview(result: ImportResult, table: RecognisedTable): ImportPreview {
  return {
    counts: result.counts,
    totals: result.totals,
    sums: table.sums,
    rows: result.rows.slice(0, previewRows).map(({ row, values }) => ({ row, values })),
    findings: result.findings,
    fixGroups: groupFindings(result.findings).map((group) => ({
      code: group.code,
      column: group.column,
      count: group.findings.length,
      findings: group.findings,
    })),
  }
}
