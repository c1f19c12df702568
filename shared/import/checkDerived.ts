// Columns that the kind computes itself: the file's own figures are compared with ours, never taken.
import type { ColumnDefinition } from '../definition/column.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding } from '../kernel/finding.ts'
import type { Value, Values } from '../kernel/value.ts'
import { valueTypes } from '../values/index.ts'
import type { ReadingContext } from '../values/valueType.ts'
import { cellName, type RawRow } from '../workbook/raw.ts'
import type { TablePlan, RecognisedTable } from './plan.ts'
import { columnContext, shownText } from './readRows.ts'

export interface DerivedColumn {
  readonly index: number
  readonly target: string
  readonly column: ColumnDefinition
  readonly context: ReadingContext
}

/** Source columns that stand for a computed column of the kind. */
export function derivedColumns(
  definition: SheetDefinition,
  plan: TablePlan,
  table: RecognisedTable,
): readonly DerivedColumn[] {
  return plan.mappings.flatMap(({ source, target }) => {
    const column = target === null ? undefined : definition.columns[target]
    if (target === null || column?.merge !== 'derived') return []
    return [{ index: source.index, target, column, context: columnContext(plan, table, source.index) }]
  })
}

function shown(value: Value, column: ColumnDefinition): string {
  return value === null ? '' : valueTypes[column.type].format(value, column, 'zh-Hans')
}

/** Equal as far as a rounded printed figure can tell: amounts to the 分 (万元: half of the last digit), rates to 0.1 %. */
function agrees(own: Value, theirs: Value, { column, context }: DerivedColumn): boolean {
  if (typeof own !== 'number' || typeof theirs !== 'number') return own === theirs
  const tolerance = column.type === 'percent' ? 10 : context.unitFen > 100 ? context.unitFen / 200 : 0
  return Math.abs(own - theirs) <= tolerance
}

/** `derived.mismatch` for each figure of the row that is not what its other figures give. */
export function checkDerived(
  columns: readonly DerivedColumn[],
  row: { readonly raw: RawRow; readonly values: Values; readonly sheetName: string },
): readonly Finding[] {
  return columns.flatMap((derived) => {
    const { index, target, column, context } = derived
    const cell = row.raw.cells[index] ?? null
    const own = column.compute?.(row.values) ?? null
    if (cell === null || cell === '' || own === null) return []
    const read = valueTypes[column.type].parse(cell, column, context)
    if (read.ok && (read.value.value === null || agrees(own, read.value.value, derived))) return []
    const location = { sheet: row.sheetName, row: row.raw.index, cell: cellName(row.raw.index, index), column: target }
    const params = { label: column.label['zh-Hans'], text: shownText(cell), computed: shown(own, column) }
    return [{ code: 'derived.mismatch', severity: 'warning' as const, location, params }]
  })
}
