// A rectangle of a sheet with what recognition asks of its rows again and again; rows that hold nothing in it are not in it.
import { cellClass, type CellClass } from './cellClass.ts'
import { classAt, textOf, valueAt, type Grid } from './grid.ts'
import type { RawValue } from '../../workbook/raw.ts'

/** Rows are counted 0 … size−1 here (`k`); `rowNumber` gives the number that the spreadsheet shows. */
export interface Region {
  readonly grid: Grid
  readonly left: number
  readonly right: number
  readonly size: number
  /** k → position in grid.rows. */
  readonly position: Int32Array
  /** k → cells that hold something. */
  readonly count: Int32Array
  /** k → of these, words (neither numbers nor days). */
  readonly words: Int32Array
  /** k → first and last column that hold something. */
  readonly first: Int32Array
  readonly last: Int32Array
}

/** @param span columns and grid positions, all inclusive */
export function buildRegion(
  grid: Grid,
  span: { readonly left: number; readonly right: number; readonly from: number; readonly to: number },
): Region {
  const most = Math.max(0, span.to - span.from + 1)
  const position = new Int32Array(most)
  const count = new Int32Array(most)
  const words = new Int32Array(most)
  const first = new Int32Array(most)
  const last = new Int32Array(most)
  let size = 0
  for (let at = span.from; at <= span.to; at++) {
    const start = grid.offsets[at] ?? 0
    const end = Math.min((grid.offsets[at + 1] ?? start) - start - 1, span.right)
    let cells = 0
    let texts = 0
    let low = -1
    let high = -1
    for (let column = span.left; column <= end; column++) {
      const kind = grid.classes[start + column]
      if (kind === cellClass.blank) continue
      cells++
      if (kind === cellClass.text) texts++
      if (low < 0) low = column
      high = column
    }
    if (cells === 0) continue
    position[size] = at
    count[size] = cells
    words[size] = texts
    first[size] = low
    last[size] = high
    size++
  }
  return { grid, left: span.left, right: span.right, size, position, count, words, first, last }
}

export function rowNumber(region: Region, k: number): number {
  return region.grid.rows[region.position[k] ?? -1]?.index ?? 0
}

export function cellKind(region: Region, k: number, column: number): CellClass {
  return column < region.left || column > region.right
    ? cellClass.blank
    : classAt(region.grid, region.position[k] ?? -1, column)
}

export function cellValue(region: Region, k: number, column: number): RawValue {
  return column < region.left || column > region.right ? null : valueAt(region.grid, region.position[k] ?? -1, column)
}

/** Trimmed. */
export function cellText(region: Region, k: number, column: number): string {
  return textOf(cellValue(region, k, column)).trim()
}

export function cellFormula(region: Region, k: number, column: number): string | undefined {
  return region.grid.rows[region.position[k] ?? -1]?.formulas?.[column]
}

/** Blank rows between row k and the one before it; 0 for the first. */
export function gapBefore(region: Region, k: number): number {
  return k <= 0 ? 0 : rowNumber(region, k) - rowNumber(region, k - 1) - 1
}

/** Texts of a row, left to right, trimmed; of all its cells or only of the first that hold something. */
export function rowTexts(region: Region, k: number, most = Number.POSITIVE_INFINITY): readonly string[] {
  const texts: string[] = []
  const last = region.last[k] ?? -1
  for (let column = region.first[k] ?? 0; column <= last && texts.length < most; column++) {
    if (cellKind(region, k, column) !== cellClass.blank) texts.push(cellText(region, k, column))
  }
  return texts
}

/** Row numbers ascending → the k of a row number, or the first k after it. */
export function positionOfRow(region: Region, row: number): number {
  let low = 0
  let high = region.size
  while (low < high) {
    const middle = (low + high) >> 1
    if (rowNumber(region, middle) < row) low = middle + 1
    else high = middle
  }
  return low
}
