// A sheet made ready for recognition: every cell classed once, merges found by their first cell.
import type { CellRange, RawRow, RawSheet, RawStyle, RawValue } from '../../workbook/raw.ts'
import { cellClass, classOf, unwrapText, type CellClass } from './cellClass.ts'

export interface Grid {
  readonly sheet: RawSheet
  readonly styles: readonly RawStyle[]
  readonly rows: readonly RawRow[]
  /** Start of each row's classes. */
  readonly offsets: Float64Array
  readonly classes: Uint8Array
  /** Merges of more than one cell, by `mergeKey` of their first cell. */
  readonly merges: ReadonlyMap<number, CellRange>
  /** Merges of more than one row, by their left column, in order of their top. */
  readonly tallMerges: ReadonlyMap<number, readonly CellRange[]>
}

export function mergeKey(row: number, column: number): number {
  return row * 16384 + column
}

export function buildGrid(sheet: RawSheet, styles: readonly RawStyle[]): Grid {
  const offsets = new Float64Array(sheet.rows.length + 1)
  sheet.rows.forEach((row, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + row.cells.length
  })
  const classes = new Uint8Array(offsets[sheet.rows.length] ?? 0)
  sheet.rows.forEach((row, at) => {
    const offset = offsets[at] ?? 0
    const { cells } = row
    for (let column = 0; column < cells.length; column++) classes[offset + column] = classOf(cells[column])
  })
  const merges = new Map<number, CellRange>()
  const tall = new Map<number, CellRange[]>()
  for (const merge of sheet.merges) {
    if (merge.top === merge.bottom && merge.left === merge.right) continue
    merges.set(mergeKey(merge.top, merge.left), merge)
    if (merge.bottom === merge.top) continue
    const column = tall.get(merge.left)
    if (column) column.push(merge)
    else tall.set(merge.left, [merge])
  }
  for (const column of tall.values()) column.sort((a, b) => a.top - b.top)
  return { sheet, styles, rows: sheet.rows, offsets, classes, merges, tallMerges: tall }
}

/** @param at position in `rows`, not a row number */
export function classAt(grid: Grid, at: number, column: number): CellClass {
  const start = grid.offsets[at] ?? 0
  const end = grid.offsets[at + 1] ?? start
  return column >= 0 && start + column < end ? ((grid.classes[start + column] ?? 0) as CellClass) : cellClass.blank
}

export function valueAt(grid: Grid, at: number, column: number): RawValue {
  return grid.rows[at]?.cells[column] ?? null
}

/** What the cell says as text, at most 32,767 characters; '' for a blank. */
export function textOf(value: RawValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return unwrapText(value.length > 32767 ? value.slice(0, 32767) : value)
  if (typeof value === 'object') return value.kind === 'date' ? value.text : value.code
  return String(value)
}

export function isBold(grid: Grid, at: number, column: number): boolean {
  const style = grid.rows[at]?.styles?.[column]
  return style !== undefined && grid.styles[style]?.bold === true
}
