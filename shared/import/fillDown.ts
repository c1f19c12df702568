// Group keys merged down are given to every row of the group; merged amounts are not (they would be multiplied).
import type { RawRow, RawSheet, RawValue } from '../workbook/raw.ts'
import type { RecognisedTable } from './plan.ts'

/**
 * A cell reader for the data rows of a table, to be called from top to bottom.
 * Only columns that recognition marked `fillDown` are filled: from the top of the merge the cell lies in, else from above.
 */
export function fillDownReader(sheet: RawSheet, table: RecognisedTable): (row: RawRow, index: number) => RawValue {
  const filledColumns = new Set(table.columns.filter((column) => column.fillDown).map((column) => column.index))
  /** Per filled column: top row of a merge → its bottom row. */
  const merges = new Map<number, Map<number, number>>()
  for (const { top, bottom, left } of sheet.merges) {
    if (bottom === top || !filledColumns.has(left)) continue
    const bottoms = merges.get(left)
    if (bottoms === undefined) merges.set(left, new Map([[top, bottom]]))
    else bottoms.set(top, bottom)
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
    const bottoms = merges.get(index)
    return bottoms === undefined || row.index <= (bottoms.get(above.row) ?? 0) ? above.value : null
  }
}
