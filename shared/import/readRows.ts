// Data rows of a recognised table → values by column key, with a finding for every cell that could not be read.
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding, FindingFix } from '../kernel/finding.ts'
import type { Value, Values } from '../kernel/value.ts'
import { valueTypes } from '../values/index.ts'
import type { ReadingContext, ValueProblem } from '../values/valueType.ts'
import { cellName, type RawRow, type RawSheet, type RawValue } from '../workbook/raw.ts'
import { fillDownReader } from './fillDown.ts'
import type { ImportPlan, RecognisedTable } from './plan.ts'

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

/** Source columns that go somewhere, with the unit that applies to each. */
export function boundColumns(
  definition: SheetDefinition,
  plan: ImportPlan,
  table: RecognisedTable,
): readonly BoundColumn[] {
  return plan.mappings.flatMap((mapping) => {
    const target = mapping.target
    if (target === null || definition.columns[target] === undefined || definition.columns[target].merge === 'derived')
      return []
    const unit = table.columns.find((column) => column.index === mapping.source.index)?.unit
    const unitFen = unit ? Math.round(unit.scale * 100) : plan.conventions.unitFen
    return [{ index: mapping.source.index, target, context: { unitFen, year: plan.conventions.year, legacy: true } }]
  })
}

/** A reader of one data row; rows are to be given from top to bottom, as group keys are filled down. */
export function rowReader(
  definition: SheetDefinition,
  plan: ImportPlan,
  source: { readonly sheet: RawSheet; readonly table: RecognisedTable },
): (row: RawRow) => ReadRow {
  const columns = boundColumns(definition, plan, source.table)
  const filled = fillDownReader(source.sheet, source.table)
  const corrections = new Map(plan.corrections.map((fix) => [`${fix.row}/${fix.column}`, fix.value]))
  const aliases = new Map(plan.aliases.map((alias) => [`${alias.column}/${alias.from}`, alias.to]))

  return (row) => {
    const values: Record<string, Value> = {}
    const findings: Finding[] = []
    let empty = true
    for (const { index, target, context } of columns) {
      const column = definition.columns[target]
      if (column === undefined) continue
      const location = { sheet: source.sheet.name, row: row.index, cell: cellName(row.index, index), column: target }
      const corrected = corrections.get(`${row.index}/${target}`)
      if (corrected !== undefined) {
        values[target] = corrected
        empty = false
        continue
      }
      const cell = filled(row, index)
      const own = row.cells[index] ?? null
      if (own !== null && own !== '') empty = false
      const alias = typeof cell === 'string' ? aliases.get(`${target}/${cell.trim()}`) : undefined
      const read = valueTypes[column.type].parse(alias ?? cell, column, context)
      if (!read.ok) {
        const fix = fixOf(read.error, target)
        const params = { text: shownText(cell), label: column.label['zh-Hans'], ...read.error.params }
        findings.push({ code: read.error.code, severity: 'error', location, params, ...(fix ? { fix } : {}) })
        continue
      }
      for (const code of read.value.notes) {
        findings.push({
          code,
          severity: 'hint',
          location,
          params: { text: shownText(cell), label: column.label['zh-Hans'] },
        })
      }
      const blankMoney = read.value.value === null && column.type === 'money' && plan.conventions.blankMoney === 'zero'
      values[target] = blankMoney ? 0 : read.value.value
    }
    return { row: row.index, values, findings, empty }
  }
}
