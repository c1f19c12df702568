// Cell ranges: `A1:C3` as numbers, and which of many overlap.
import type { CellRange } from '../workbook/raw.ts'
import { columnIndex } from '../workbook/raw.ts'
import { maxColumns, maxRows } from './limits.ts'

/** `A1:C3` or `A1`, `$` allowed, whole columns and rows too; undefined for all else, and for what is off the sheet. */
export function parseRange(text: string): CellRange | undefined {
  const [first = '', last = first, ...rest] = text.replaceAll('$', '').toUpperCase().split(':')
  if (rest.length > 0 || text.length > 40) return undefined
  const from = parseCorner(first)
  const to = parseCorner(last)
  if (!from || !to) return undefined
  const rows = [from.row ?? 1, to.row ?? maxRows]
  const columns = [from.column ?? 0, to.column ?? maxColumns - 1]
  return { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) }
}

function parseCorner(
  text: string,
): { readonly row: number | undefined; readonly column: number | undefined } | undefined {
  const match = /^([A-Z]{0,3})(\d{0,7})$/.exec(text)
  if (!match || text === '') return undefined
  const [, letters = '', digits = ''] = match
  const column = letters === '' ? undefined : columnIndex(letters)
  const row = digits === '' ? undefined : Number(digits)
  if ((letters !== '' && column === undefined) || (row !== undefined && (row < 1 || row > maxRows))) return undefined
  return { row, column }
}

/**
 * A range that overlaps one before it, or undefined. Swept from the top, the open ranges kept by column:
 * linear in practice, n·log n for the sort.
 */
export function findOverlap(ranges: readonly CellRange[]): CellRange | undefined {
  const sorted = ranges.toSorted((a, b) => a.top - b.top || a.left - b.left)
  let open: CellRange[] = []
  let cleanAt = 64
  for (const range of sorted) {
    for (const other of open) {
      if (other.bottom >= range.top && other.left <= range.right && other.right >= range.left) return range
    }
    open.push(range)
    if (open.length > cleanAt) {
      open = open.filter((other) => other.bottom >= range.top)
      cleanAt = Math.max(64, open.length * 2)
    }
  }
  return undefined
}
