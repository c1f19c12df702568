// A rectangle of cells on a sheet, and its address.
import { columnIndex, columnName } from '#shared/workbook/raw.ts'
import { refuse } from '../officeFault.ts'
import type { Sheet } from './sheet.ts'

/** All 0-based and inclusive. */
export interface Box {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Where a Range object stands; follows its cells. Undefined box: its cells were deleted. */
export interface Area {
  readonly sheet: Sheet
  box: Box | undefined
}

export const lastRow = 1_048_575
export const lastColumn = 16_383

export function boxOf(area: Area): Box {
  return area.box ?? refuse('InvalidReference', 'the cells of this range were deleted')
}

export function heightOf(box: Box): number {
  return box.bottom - box.top + 1
}

export function widthOf(box: Box): number {
  return box.right - box.left + 1
}

export function isInside(box: Box, row: number, column: number): boolean {
  return row >= box.top && row <= box.bottom && column >= box.left && column <= box.right
}

export function intersect(a: Box, b: Box): Box | undefined {
  const box = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  }
  return box.top <= box.bottom && box.left <= box.right ? box : undefined
}

export function unite(a: Box, b: Box): Box {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  }
}

/** `A1`, `$A$1:C3`, `B:C`, `4:9`; undefined when it is no address. */
export function parseBox(address: string): Box | undefined {
  const text = address.replaceAll('$', '').toUpperCase()
  const cells = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(text)
  if (cells) {
    const [, a = '', b = '', c = a, d = b] = cells
    return order(columnIndex(a), Number(b) - 1, { column: columnIndex(c), row: Number(d) - 1 })
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(text)
  if (columns) return order(columnIndex(columns[1] ?? ''), 0, { column: columnIndex(columns[2] ?? ''), row: lastRow })
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(text)
  return rows ? order(0, Number(rows[1]) - 1, { column: lastColumn, row: Number(rows[2]) - 1 }) : undefined
}

function order(
  column: number | undefined,
  row: number,
  end: { readonly column: number | undefined; readonly row: number },
): Box | undefined {
  if (column === undefined || end.column === undefined) return undefined
  const box = {
    top: Math.min(row, end.row),
    left: Math.min(column, end.column),
    bottom: Math.max(row, end.row),
    right: Math.max(column, end.column),
  }
  return box.top >= 0 && box.bottom <= lastRow ? box : undefined
}

/** Without the sheet's name. */
export function formatBox(box: Box): string {
  if (box.top === 0 && box.bottom === lastRow) return `${columnName(box.left)}:${columnName(box.right)}`
  if (box.left === 0 && box.right === lastColumn) return `${box.top + 1}:${box.bottom + 1}`
  const first = `${columnName(box.left)}${box.top + 1}`
  return box.top === box.bottom && box.left === box.right ? first : `${first}:${columnName(box.right)}${box.bottom + 1}`
}

export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`
}

export function addressOf(area: Area): string {
  return `${quoteSheet(area.sheet.name)}!${formatBox(boxOf(area))}`
}
