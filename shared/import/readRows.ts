// Data rows of a recognised table → values by column key, with a finding for every cell that could not be read.
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding, FindingFix } from '../kernel/finding.ts'
import type { Value, Values } from '../kernel/value.ts'
import { valueTypes } from '../values/index.ts'
import { compilePlainReader } from '../values/plainValue.ts'
import type { ReadingContext, ValueProblem } from '../values/valueType.ts'
import { reachesOutside } from '../workbook/reachesOutside.ts'
import { cellName, type RawRow, type RawSheet, type RawValue } from '../workbook/raw.ts'
import { fillDownReader } from './fillDown.ts'
import type { TablePlan, RecognisedTable } from './plan.ts'

export interface ReadRow {
  readonly row: number
  readonly values: Values
  readonly findings: readonly Finding[]
  /** Nothing of what is mapped stands in this row. */
  readonly empty: boolean
}

interface BoundColumn {
  readonly index: number
  readonly target: string
  readonly context: ReadingContext
}

/** What a cell shows, at most 60 characters, for messages. */
export function shownText(cell: RawValue): string {
  if (cell === null) return ''
  const text = typeof cell === 'object' ? (cell.kind === 'date' ? cell.text : cell.code) : String(cell)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

function fixOf(problem: ValueProblem, column: string): FindingFix | undefined {
  return problem.suggestion === undefined ? undefined : { type: 'setValue', column, value: problem.suggestion }
}

/** How a source column is read: its own unit goes before the sheet's. */
export function columnContext(plan: TablePlan, table: RecognisedTable, index: number): ReadingContext {
  const own = table.columns.find((column) => column.index === index)
  const unitFen = own?.unit ? Math.round(own.unit.scale * 100) : plan.conventions.unitFen
  const points = own?.header.includes('%') === true ? { percentPoints: true } : {}
  return { unitFen, year: plan.conventions.year, legacy: true, ...points }
}

/** Source columns that go somewhere, with the unit that applies to each. */
export function boundColumns(
  definition: SheetDefinition,
  plan: TablePlan,
  table: RecognisedTable,
): readonly BoundColumn[] {
  return plan.mappings.flatMap((mapping) => {
    const { target } = mapping
    if (target === null || !Object.hasOwn(definition.columns, target)) return []
    if (definition.columns[target]?.merge === 'derived') return []
    return [{ index: mapping.source.index, target, context: columnContext(plan, table, mapping.source.index) }]
  })
}

/** A reader of one data row; rows are to be given from top to bottom, as group keys are filled down. */
export function rowReader(
  definition: SheetDefinition,
  plan: TablePlan,
  source: { readonly sheet: RawSheet; readonly table: RecognisedTable },
): (row: RawRow) => ReadRow {
  const columns = boundColumns(definition, plan, source.table)
  const filled = fillDownReader(source.sheet, source.table)
  const corrections = correctionsByRow(plan)
  const aliases = aliasesByColumn(plan)
  const readers = columns.flatMap((bound) => {
    const column = definition.columns[bound.target]
    if (column === undefined) return []
    const readPlain = compilePlainReader(column, bound.context)
    return [{ ...bound, column, type: valueTypes[column.type], aliases: aliases.get(bound.target), readPlain }]
  })
  const sheet = source.sheet.name
  const blankMoneyIsZero = plan.conventions.blankMoney === 'zero'

  // Rows are made as copies of one: an object that grows by fourteen keys costs several times as much.
  const blank: Values = Object.fromEntries(readers.map(({ target }) => [target, null]))

  return (row) => {
    const values: Record<string, Value> = { ...blank }
    const unread: string[] = []
    const findings: Finding[] = []
    const corrected = corrections.get(row.index)
    let empty = true
    for (const { index, target, context, column, type, aliases: spellings, readPlain } of readers) {
      const correction = corrected?.get(target)
      if (correction !== undefined) {
        values[target] = correction
        empty = false
        continue
      }
      const cell = filled(row, index)
      if (empty && cell !== null && !isBlankCell(row.cells[index])) empty = false
      const formula = row.formulas?.[index]
      if (formula !== undefined && reachesOutside(formula)) {
        const location = { sheet, row: row.index, cell: cellName(row.index, index), column: target }
        const params = { cell: location.cell, text: shownText(formula), label: column.label['zh-Hans'] }
        findings.push({ code: 'cell.formula-in-input', severity: 'error', location, params })
        continue
      }
      if (formula !== undefined && (cell === null || cell === '')) {
        const location = { sheet, row: row.index, cell: cellName(row.index, index), column: target }
        findings.push({ code: 'cell.formula-empty', severity: 'error', location, params: { cell: location.cell } })
        empty = false
        continue
      }
      const plain = spellings === undefined ? readPlain(cell) : undefined
      if (plain !== undefined && (plain !== null || !(blankMoneyIsZero && column.type === 'money'))) {
        values[target] = plain
        continue
      }
      const alias = spellings !== undefined && typeof cell === 'string' ? spellings.get(cell.trim()) : undefined
      const read = type.parse(alias ?? cell, column, context)
      if (read.ok && read.value.notes.length === 0) {
        const { value } = read.value
        values[target] = value === null && blankMoneyIsZero && column.type === 'money' ? 0 : value
        continue
      }
      const location = { sheet, row: row.index, cell: cellName(row.index, index), column: target }
      const params = { text: shownText(cell), label: column.label['zh-Hans'] }
      if (read.ok) {
        values[target] = read.value.value
        // How a running number is spelled interests nobody.
        const notes = target === definition.layout.sequenceColumn ? [] : read.value.notes
        for (const code of notes) findings.push({ code, severity: 'hint', location, params })
      } else {
        const fix = fixOf(read.error, target)
        const facts = { ...params, ...read.error.params }
        unread.push(target)
        findings.push({ code: read.error.code, severity: 'error', location, params: facts, ...(fix ? { fix } : {}) })
      }
    }
    for (const target of unread) delete values[target]
    return { row: row.index, values, findings, empty }
  }
}

function isBlankCell(cell: RawValue | undefined): boolean {
  return cell === null || cell === undefined || cell === ''
}

function correctionsByRow(plan: TablePlan): ReadonlyMap<number, ReadonlyMap<string, Value>> {
  const byRow = new Map<number, Map<string, Value>>()
  for (const { row, column, value } of plan.corrections)
    byRow.set(row, (byRow.get(row) ?? new Map()).set(column, value))
  return byRow
}

function aliasesByColumn(plan: TablePlan): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byColumn = new Map<string, Map<string, string>>()
  for (const { column, from, to } of plan.aliases)
    byColumn.set(column, (byColumn.get(column) ?? new Map()).set(from, to))
  return byColumn
}
