// Imported rows under the kind's own rules: rows that may not be saved are rejected, the rest carry what is to be answered.
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
  /** The table is one of several halves of a sheet. */
  readonly isHalf: boolean
  /** Where each column of the kind stands in the source. */
  readonly columns: readonly { readonly index: number; readonly target: string }[]
}

/** A finding of a column gets the source cell it speaks of. */
function atCell(finding: Finding, row: number, place: ImportPlace): Finding {
  const index = place.columns.find((column) => column.target === finding.location.column)?.index
  const cell = index === undefined ? {} : { cell: cellName(row, index) }
  return { ...finding, location: { ...finding.location, sheet: place.sheetName, row, ...cell } }
}

/** Set findings name rows by id; here the id is the source row, put back into row and cell. Ids are padded to sort by number. */
const rowId = (row: number): string => String(row).padStart(8, '0')

function atRow(finding: Finding, place: ImportPlace): Finding {
  const { id, ...location } = finding.location
  return id === undefined
    ? { ...finding, location: { ...location, sheet: place.sheetName } }
    : atCell({ ...finding, location }, Number(id), place)
}

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
    const findings = [...row.findings, ...found.map((finding) => atCell(finding, row.row, place))]
    const stopped = found.some((finding) => blocksSave(definition, finding))
    ;(stopped ? rejected : kept).push({ ...row, findings })
    found.length = 0
  }
  const sums = sumSets(definition, place.context, {
    rows: kept.map((row) => row.values),
    idOf: (at) => rowId(kept[at]?.row ?? 0),
  })
  // Half of a table (side by side) cannot be judged as a whole: sums over everything wait for the push.
  const sets = setFindings(sums)
    .filter((finding) => !place.isHalf || finding.location.id !== undefined)
    .map((finding) => atRow(finding, place))
  // A key that stands twice may not be saved twice: the first row stays, later ones are rejected and say why.
  const repeated = new Map<string, Finding>()
  for (const [key, ids] of rowsWithSameKey(sums)) {
    const finding = sets.find(
      (candidate) => candidate.code === key.split(' ')[0] && candidate.location.row === Number(ids[0]),
    )
    if (finding === undefined || !blocksSave(definition, finding)) continue
    for (const id of ids.slice(1)) repeated.set(id, finding)
  }
  if (repeated.size === 0) return { rows: kept, rejected, findings: sets }
  const again = (row: ImportedRow): Finding | undefined => repeated.get(rowId(row.row))
  const doubled = kept.flatMap((row) => {
    const finding = again(row)
    return finding === undefined ? [] : [{ ...row, findings: [...row.findings, atCell(finding, row.row, place)] }]
  })
  return {
    rows: kept.filter((row) => again(row) === undefined),
    rejected: [...rejected, ...doubled],
    findings: sets,
  }
}
