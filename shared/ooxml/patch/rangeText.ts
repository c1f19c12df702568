// `A1:C3 E5` as ranges, and ranges as text.
import { cellName, type CellRange } from '../../workbook/raw.ts'
import { parseRange } from '../ranges.ts'

/** A list of ranges separated by spaces (`sqref`); undefined when one of them is none. */
export function parseRanges(text: string): readonly CellRange[] | undefined {
  const ranges = text
    .split(/[ \t\r\n]+/)
    .filter((each) => each !== '')
    .map((each) => parseRange(each))
  return ranges.some((range) => range === undefined) ? undefined : (ranges as readonly CellRange[])
}

export function formatRange(range: CellRange): string {
  const first = cellName(range.top, range.left)
  const last = cellName(range.bottom, range.right)
  return first === last ? first : `${first}:${last}`
}

export function isInside(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right
}
