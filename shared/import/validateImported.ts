// Imported rows under the kind's own rules: rows that may not be saved are rejected, the rest carry what is to be answered.
import { uniqueKeyOf } from '../definition/naturalKey.ts'
import type { RuleContext } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding } from '../kernel/finding.ts'
import { rowsWithSameKey, setFindings, sumSets } from '../validation/setFindings.ts'
import { blocksSave, checkRow, compileRowValidator } from '../validation/validateRows.ts'
import { cellName } from '../workbook/raw.ts'
import type { ImportedRow } from './plan.ts'

export interface ValidatedRows {
  readonly rows: readonly ImportedRow[]
  readonly rejected: readonly ImportedRow[]
  /** Findings of sets: they belong to no single row. */
  readonly findings: readonly Finding[]
}

export interface ImportPlace {
  readonly context: RuleContext
  readonly sheetName: string
  /** The table is a half of a sheet whose other half is not there. */
  readonly isHalf: boolean
  /** By half: where each column of the kind stands in the source. */
  readonly halves: readonly (readonly { readonly index: number; readonly target: string }[])[]
}

type Place = Pick<ImportedRow, 'row' | 'half'>

/** A finding of a column gets the source cell it speaks of. */
function atCell(finding: Finding, { row, half = 0 }: Place, place: ImportPlace): Finding {
  const index = place.halves[half]?.find((column) => column.target === finding.location.column)?.index
  const cell = index === undefined ? {} : { cell: cellName(row, index) }
  return { ...finding, location: { ...finding.location, sheet: place.sheetName, row, ...cell } }
}

/** Set findings name rows by id; here that is a place among the rows, padded so that ids sort like places. */
const placeId = (at: number): string => String(at).padStart(8, '0')

export function validateImported(
  definition: SheetDefinition,
  rows: readonly ImportedRow[],
  place: ImportPlace,
): ValidatedRows {
  const validator = compileRowValidator(definition)
  const kept: ImportedRow[] = []
  const rejected: ImportedRow[] = []
  const found: Finding[] = []
  const target = { context: place.context, findings: found }
  const location = {}
  for (const row of rows) {
    checkRow(validator, { values: row.values, location }, target)
    if (found.length === 0) {
      kept.push(row)
      continue
    }
    const findings = [...row.findings, ...found.map((finding) => atCell(finding, row, place))]
    const stopped = found.some((finding) => blocksSave(definition, finding))
    ;(stopped ? rejected : kept).push({ ...row, findings })
    found.length = 0
  }
  const sums = sumSets(definition, place.context, {
    rows: kept.map((row) => row.values),
    idOf: placeId,
  })
  const said = setFindings(sums)
  const atRowOf = (finding: Finding, row: ImportedRow | undefined): Finding => {
    const { id: _, ...location } = finding.location
    const bare = { ...finding, location: { ...location, sheet: place.sheetName } }
    return row === undefined ? bare : atCell(bare, row, place)
  }
  const atRow = (finding: Finding): Finding => {
    const { id } = finding.location
    return atRowOf(finding, id === undefined ? undefined : kept[Number(id)])
  }
  // Half of a table (side by side) cannot be judged as a whole: sums over everything wait for the push.
  const sets = said.filter((finding) => !place.isHalf || finding.location.id !== undefined).map(atRow)
  // A key that stands twice may not be saved twice: the first row stays, later ones are rejected and say why.
  const saidOf = new Map(said.map((finding) => [`${finding.code} ${finding.location.id ?? ''}`, finding]))
  const repeated = new Map<ImportedRow, Finding>()
  for (const [key, ids] of rowsWithSameKey(sums)) {
    const finding = saidOf.get(key)
    if (finding === undefined || !blocksSave(definition, finding)) continue
    for (const id of ids.slice(1)) {
      const row = kept[Number(id)]
      if (row !== undefined) repeated.set(row, finding)
    }
  }
  for (const [row, first] of sameUniqueKey(definition, kept))
    if (!repeated.has(row)) repeated.set(row, keyTwice(definition, row, first))
  if (repeated.size === 0) return { rows: kept, rejected, findings: sets }
  const doubled = [...repeated].map(([row, finding]) => ({
    ...row,
    findings: [...row.findings, atRowOf(finding, row)],
  }))
  return {
    rows: kept.filter((row) => !repeated.has(row)),
    rejected: [...rejected, ...doubled],
    findings: sets,
  }
}

/** Rows whose key another row before them has, where the records take it once (IM64). */
function sameUniqueKey(
  { naturalKey }: SheetDefinition,
  rows: readonly ImportedRow[],
): ReadonlyMap<ImportedRow, ImportedRow> {
  const firsts = new Map<string, ImportedRow>()
  const later = new Map<ImportedRow, ImportedRow>()
  for (const row of rows) {
    const key = uniqueKeyOf(naturalKey, row.values)
    if (key === null) continue
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, row)
    else later.set(row, first)
  }
  return later
}

function keyTwice({ naturalKey }: SheetDefinition, row: ImportedRow, first: ImportedRow): Finding {
  const key = naturalKey.map((column) => String(row.values[column] ?? '')).join(' · ')
  const location = naturalKey[0] === undefined ? {} : { column: naturalKey[0] }
  return { code: 'import/key-twice', severity: 'error', location, params: { first: first.row, key } }
}
