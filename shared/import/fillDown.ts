// Group keys merged down are given to every row of the group; merged amounts are not (they would be multiplied).
import type { RawRow, RawSheet, RawValue } from '../workbook/raw.ts'
import type { RecognisedTable } from './plan.ts'

/**
 * A cell reader for the data rows of a table, to be called from top to bottom.
 * Only columns that recognition marked `fillDown` are filled: from the top of the merge the cell lies in, else from above.
 */
export function fillDownReader(sheet: RawSheet, table: RecognisedTable): (row: RawRow, index: number) => RawValue {
  const filledColumns = new Set(table.columns.filter((column) => column.fillDown).map((column) => column.index))
  const tops = new Map<number, { readonly top: number; readonly bottom: number }[]>()
  for (const merge of sheet.merges) {
    if (merge.bottom > merge.top && filledColumns.has(merge.left))
      tops.set(merge.left, [...(tops.get(merge.left) ?? []), { top: merge.top, bottom: merge.bottom }])
  }
  const last = new Map<number, { readonly row: number; readonly value: RawValue }>()
  return (row, index) => {
    const own = row.cells[index] ?? null
    if (!filledColumns.has(index)) return own
    if (own !== null && own !== '') {
      last.set(index, { row: row.index, value: own })
      return own
    }
    const above = last.get(index)
    if (above === undefined) return null
    const merges = tops.get(index)
    if (merges === undefined) return above.value
    return merges.some((merge) => merge.top <= above.row && row.index <= merge.bottom && above.row <= merge.bottom)
      ? above.value
      : null
  }
}
