// A bound table as it stands → data rows as values by id, with what could not be read (D6–D8).
import type { RuleContext } from '../../definition/rule.ts'
import type { SheetDefinition } from '../../definition/sheet.ts'
import type { Finding } from '../../kernel/finding.ts'
import { inOneGo, rowsOfStep, type Steps } from '../../kernel/steps.ts'
import type { Value, Values } from '../../kernel/value.ts'
import { valueTypes } from '../../values/index.ts'
import type { ReadingContext } from '../../values/valueType.ts'
import type { BoundRow, BoundTable } from '../../workbook/port.ts'
import { reachesOutside } from '../../workbook/reachesOutside.ts'
import { cellName, type RawRow } from '../../workbook/raw.ts'
import { sumsOtherRows } from '../../workbook/sumsOtherRows.ts'
import { isEditable, toMergeFacts } from '../merge/mergeFacts.ts'
import { findRowRole, toRowLabels } from './sheetRowRole.ts'
import type { SheetReading, SheetRow } from './sheetRow.ts'

/**
 * Cells are read strictly first, then as old files are read. Rows that are blank in all input columns, headings, totals
 * and parents of a hierarchy are left out; a row with an id is data unless it is blank.
 */
export function readTable(table: BoundTable, definition: SheetDefinition, context: RuleContext): SheetReading {
  return inOneGo(readInSteps(table, definition, context))
}

export function* readInSteps(
  table: BoundTable,
  definition: SheetDefinition,
  context: RuleContext,
): Steps<SheetReading> {
  const findings: Finding[] = []
  const reader = makeRowReader(table, definition, { year: context.year, findings })
  const labels = toRowLabels(definition, table)
  const rows: SheetRow[] = []
  let section: string | undefined
  for (const [at, row] of table.rows.entries()) {
    if (at % rowsOfStep === 0) yield
    const role = row.id === '' ? findRowRole(labels, row.raw.cells) : { role: 'data' as const }
    if (role.role === 'section') section = role.section
    if (role.role !== 'data') continue
    const read = reader.read(row)
    if (read) rows.push(section === undefined ? read : { ...read, section })
  }
  const codes = codesOf(rows, definition)
  // The sum over an account's own lines says itself what it is.
  for (const { row, code } of reader.sumRows)
    if (code === '' || !hasChildren(code, codes)) findings.push(sumRow(table, row))
  const meaning = interpretNewRows(rows, definition, { ...context, sheetName: table.binding.sheetName, codes })
  return {
    binding: table.binding,
    rows: meaning.rows,
    hasIds: table.idColumn !== undefined,
    findings: [...findings, ...meaning.findings],
  }
}

function makeRowReader(
  table: BoundTable,
  definition: SheetDefinition,
  { year, findings }: { readonly year: number; readonly findings: Finding[] },
): RowReader {
  const { sheetName, unitFen } = table.binding
  const strict: ReadingContext = { unitFen, year, legacy: false }
  const tolerant: ReadingContext = { unitFen, year, legacy: true }
  const columns = toMergeFacts(definition).editable.flatMap((key) => {
    const column = definition.columns[key]
    const at = table.columns.get(key)
    return column === undefined || at === undefined ? [] : [{ key, at, column, type: valueTypes[column.type] }]
  })
  const amounts = columns.filter(({ column }) => column.type === 'money')
  const plain = plainRowsOf(definition)
  const signature = JSON.stringify([unitFen, year, columns.map(({ key, at }) => [key, at])])
  const keyColumn = table.columns.get(definition.layout.hierarchy?.column ?? '')
  const sumRows: SumRow[] = []
  const read = ({ raw, id }: BoundRow): SheetRow | undefined => {
    const before = plain.get(raw)
    if (before?.signature === signature && before.id === id) return before.row
    // A parent whose children were all deleted still shows their sum, stale or #REF!: it never was a record.
    if (id === '' && isSumRow(raw, amounts)) {
      const code = keyColumn === undefined ? null : (raw.cells[keyColumn] ?? null)
      sumRows.push({ row: raw.index, code: code === null || typeof code === 'object' ? '' : String(code).trim() })
      return undefined
    }
    const values: Record<string, Value> = {}
    const formulas: string[] = []
    const unreadable: string[] = []
    let filled = false
    for (const { key, at, column, type } of columns) {
      const cell = raw.cells[at] ?? null
      const formula = raw.formulas?.[at]
      if (formula !== undefined) formulas.push(key)
      if (cell !== null || formula !== undefined) filled = true
      const locate = () => ({ sheet: sheetName, row: raw.index, cell: cellName(raw.index, at), column: key })
      if (formula !== undefined && reachesOutside(formula)) {
        unreadable.push(key)
        const location = locate()
        findings.push({ code: 'cell.formula-in-input', severity: 'error', location, params: { cell: location.cell } })
        continue
      }
      // Some programs write formulas without their results: nothing is known of such a cell, it is not blanked (D7).
      if (formula !== undefined && cell === null && id !== '') {
        unreadable.push(key)
        const location = locate()
        findings.push({ code: 'cell.formula-empty', severity: 'warning', location, params: { cell: location.cell } })
        continue
      }
      let read = type.parse(cell, column, strict)
      if (!read.ok) read = type.parse(cell, column, tolerant)
      if (read.ok) values[key] = read.value.value
      else {
        unreadable.push(key)
        findings.push({ code: read.error.code, severity: 'error', location: locate(), params: read.error.params })
      }
    }
    const blank = unreadable.length === 0 && columns.every(({ key }) => values[key] === null)
    const found = { row: raw.index, id: id.trim().toLowerCase(), values, formulas, unreadable }
    const row = filled && !blank ? found : found.id === '' ? undefined : { ...found, blank: true as const }
    if (formulas.length === 0 && unreadable.length === 0) plain.set(raw, { signature, id, row })
    return row
  }
  return { read, sumRows }
}

interface SumRow {
  readonly row: number
  /** As it stands in the column of the hierarchy; '' where there is none. */
  readonly code: string
}

interface RowReader {
  readonly read: (row: BoundRow) => SheetRow | undefined
  /** Rows without an id whose amounts add up other rows, as they were met (D8). */
  readonly sumRows: readonly SumRow[]
}

function sumRow(table: BoundTable, row: number): Finding {
  const location = { sheet: table.binding.sheetName, row }
  return { code: 'sync/sum-row', severity: 'hint', location, params: { row } }
}

/** Every amount that the row shows adds up other rows of its column. */
function isSumRow(raw: RawRow, amounts: readonly { readonly at: number }[]): boolean {
  let sums = 0
  for (const { at } of amounts) {
    const formula = raw.formulas?.[at]
    if (formula === undefined && (raw.cells[at] ?? null) === null) continue
    if (formula === undefined || !sumsOtherRows(formula, { row: raw.index, column: at })) return false
    sums++
  }
  return sums > 0
}

interface PlainRow {
  readonly signature: string
  readonly id: string
  readonly row: SheetRow | undefined
}

const plainRows = new WeakMap<SheetDefinition, WeakMap<RawRow, PlainRow>>()

/** Rows read before of which there is nothing to report: a row that is the same object reads the same. */
function plainRowsOf(definition: SheetDefinition): WeakMap<RawRow, PlainRow> {
  let known = plainRows.get(definition)
  if (!known) plainRows.set(definition, (known = new WeakMap()))
  return known
}

/** What the section and the kind itself make of rows that are new; known rows are as their record says. */
function interpretNewRows(
  rows: readonly SheetRow[],
  definition: SheetDefinition,
  context: RuleContext & { readonly sheetName: string; readonly codes: readonly string[] },
): Pick<SheetReading, 'rows' | 'findings'> {
  const { hierarchy, sections } = definition.layout
  const codes = new Set(context.codes)
  const findings: Finding[] = []
  const kept = rows.flatMap((row): readonly SheetRow[] => {
    if (row.id !== '') return [row]
    const code = hierarchy && row.values[hierarchy.column]
    if (typeof code === 'string' && hasChildren(code, context.codes)) return []
    const sets = sections.find((section) => section.key === row.section)?.sets ?? {}
    const given = Object.entries(sets).filter(([key]) => (row.values[key] ?? null) === null)
    const values = given.length === 0 ? row.values : { ...row.values, ...Object.fromEntries<Value>(given) }
    const place = row.section === undefined ? { codes } : { codes, section: row.section }
    const meaning = definition.interpret?.(values, { ...context, ...place })
    if (meaning === undefined) return [{ ...row, values }]
    for (const finding of meaning.findings) {
      findings.push({ ...finding, location: { sheet: context.sheetName, row: row.row, ...finding.location } })
    }
    // A sum in disguise, or a printed line in which nobody filled anything in (D8).
    return meaning.role === 'data' ? [{ ...row, values: pickEditable(meaning.values, definition) }] : []
  })
  return { rows: kept, findings }
}

/** Of all rows, each once and sorted by code units. */
function codesOf(rows: readonly SheetRow[], { layout: { hierarchy } }: SheetDefinition): readonly string[] {
  const codes = new Set<string>()
  for (const { values } of hierarchy ? rows : []) {
    const code = values[hierarchy?.column ?? '']
    if (typeof code === 'string') codes.add(code)
  }
  return [...codes].toSorted()
}

/** @param sorted by code units: children follow their parent */
function hasChildren(code: string, sorted: readonly string[]): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') <= code) low = middle + 1
    else high = middle
  }
  return sorted[low]?.startsWith(code) ?? false
}

function pickEditable(values: Values, definition: SheetDefinition): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => isEditable(definition.columns[key]?.merge ?? 'derived')),
  )
}
