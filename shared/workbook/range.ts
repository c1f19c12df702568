// `A1:C3` and `A1:C3 E5` as ranges, and back.
import { cellName, columnIndex, type CellRange } from './raw.ts'
import { lastRow } from './rowShift.ts'

const lastColumn = 16_383

/** `B2`, `$B$2:C9`, `A:C`, `3:5`; corners in any order. Undefined when it is none. */
export function parseRange(text: string): CellRange | undefined {
  const [first, second] = text.split(':')
  const a = parseCorner(first ?? '')
  const b = second === undefined ? a : parseCorner(second)
  if (!a || !b || (second === undefined && (a.row === undefined || a.column === undefined))) return undefined
  const rows = [a.row ?? 1, b.row ?? lastRow]
  const columns = [a.column ?? 0, b.column ?? lastColumn]
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  }
}

/** A list of ranges separated by spaces (`sqref`); undefined when one of them is none. */
export function parseRanges(text: string): readonly CellRange[] | undefined {
  const ranges = text
    .split(/[ \t\r\n]+/)
    .filter((each) => each !== '')
    .map(parseRange)
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

function parseCorner(
  text: string,
): { readonly row: number | undefined; readonly column: number | undefined } | undefined {
  const match = /^\$?([A-Za-z]{0,3})\$?([0-9]{0,7})$/.exec(text)
  const letters = match?.[1] ?? ''
  const digits = match?.[2] ?? ''
  if (!match || letters + digits === '') return undefined
  const column = letters === '' ? undefined : columnIndex(letters.toUpperCase())
  const row = digits === '' ? undefined : Number(digits)
  if ((letters !== '' && column === undefined) || (row !== undefined && (row < 1 || row > lastRow))) return undefined
  return { row, column }
}
