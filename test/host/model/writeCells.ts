// Writes values, formulas and formats into cells as Excel does: parsed, protected, with tables that grow.
import { formatBox, heightOf, isInside, widthOf, type Box } from './area.ts'
import type { Book } from './book.ts'
import { growTables, keepHeaders } from './growTables.ts'
import { parseInput } from './parseInput.ts'
import { cellAt, numberFormatOf, putCell, type Cell, type Sheet } from './sheet.ts'
import { refuse } from '../officeFault.ts'

/** Refuses a locked cell of a protected sheet. */
export function checkLocked(sheet: Sheet, box: Box): void {
  if (!sheet.protection) return
  for (let row = box.top; row <= Math.min(box.bottom, box.top + 10_000); row++) {
    for (let column = box.left; column <= Math.min(box.right, box.left + 300); column++) {
      if (cellAt(sheet, row, column).format['format/protection/locked'] !== false)
        refuse('AccessDenied', `${sheet.name}!${formatBox(box)} is protected`)
    }
  }
}

/** The value for every cell: one for all, or an array of exactly the size of the box. */
export function spread(input: unknown, box: Box): (row: number, column: number) => unknown {
  if (!Array.isArray(input)) return () => input
  const rows = input as readonly unknown[]
  const fits = rows.length === heightOf(box) && rows.every((row) => Array.isArray(row) && row.length === widthOf(box))
  if (!fits) refuse('InvalidArgument', `the array is not of the size of ${formatBox(box)}`)
  return (row, column) => (rows as readonly (readonly unknown[])[])[row - box.top]?.[column - box.left]
}

/** null leaves a cell as it is, '' empties it; formats stay. */
export function writeValues(book: Book, sheet: Sheet, change: { readonly box: Box; readonly input: unknown }): void {
  const { box } = change
  checkLocked(sheet, box)
  const valueAt = spread(change.input, box)
  for (let row = box.top; row <= box.bottom; row++) {
    for (let column = box.left; column <= box.right; column++) {
      const input = valueAt(row, column)
      if (input === null || input === undefined) continue
      if (isInsideMerge(sheet, row, column)) continue
      if (typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean')
        putCell(sheet, { row, column }, writtenCell(sheet, { row, column }, input))
      else refuse('InvalidArgument', `a cell cannot hold ${JSON.stringify(input)}`)
    }
  }
  keepHeaders(sheet, box)
  growTables(sheet, box)
  book.undo.push('pane')
}

function writtenCell(
  sheet: Sheet,
  at: { readonly row: number; readonly column: number },
  input: string | number | boolean,
): Cell {
  const { format } = cellAt(sheet, at.row, at.column)
  const own = numberFormatOf(format)
  if (typeof input === 'string' && input.replace(/^'/, '').length > 32_767)
    refuse('InvalidArgument', 'text of more than 32767 characters')
  const { numberFormat, ...parsed } = parseInput(input, own)
  const formatted = numberFormat !== undefined && own === 'General' ? { ...format, numberFormat } : format
  return { ...parsed, format: formatted }
}

/** Not the first cell of a merged area: Excel keeps nothing there. */
function isInsideMerge(sheet: Sheet, row: number, column: number): boolean {
  return sheet.merges.some((merge) => isInside(merge, row, column) && !(merge.top === row && merge.left === column))
}

/** @param path `numberFormat` or `format/…`; undefined takes the format off */
export function writeFormat(
  sheet: Sheet,
  box: Box,
  { path, input }: { readonly path: string; readonly input: unknown },
): void {
  if (sheet.protection && sheet.protection.options['allowFormatCells'] !== true) checkLocked(sheet, box)
  const valueAt = spread(input, box)
  // A whole column is a format of the column; its cells take it too.
  const isWhole = heightOf(box) > 100_000
  if (isWhole) {
    for (let column = box.left; column <= box.right; column++)
      sheet.columnFormats.set(column, withFormat(sheet.columnFormats.get(column) ?? {}, path, input))
  }
  const rows = isWhole ? [...sheet.cells.keys()] : Array.from({ length: heightOf(box) }, (_, at) => box.top + at)
  for (const row of rows) {
    for (let column = box.left; column <= box.right; column++) {
      const value = valueAt(row, column)
      if (value === null || (isWhole && !sheet.cells.get(row)?.has(column))) continue
      const cell = cellAt(sheet, row, column)
      putCell(sheet, { row, column }, { ...cell, format: withFormat(cell.format, path, value) })
    }
  }
}

function withFormat(format: Cell['format'], path: string, value: unknown): Cell['format'] {
  const { [path]: _, ...rest } = format
  return value === undefined || (path === 'numberFormat' && value === 'General') ? rest : { ...rest, [path]: value }
}

/** @param what Range.clear's applyTo */
export function clearCells(
  book: Book,
  sheet: Sheet,
  { box, what }: { readonly box: Box; readonly what: string },
): void {
  checkLocked(sheet, box)
  for (const [row, cells] of sheet.cells) {
    if (row < box.top || row > box.bottom) continue
    for (const [column, cell] of cells) {
      if (column < box.left || column > box.right) continue
      if (what === 'All') putCell(sheet, { row, column }, { value: '', format: {} })
      else if (what === 'Contents') putCell(sheet, { row, column }, { value: '', format: cell.format })
      else if (what === 'Formats') putCell(sheet, { row, column }, { ...cell, format: {} })
      else refuse('NotImplemented', `Range.clear(${what}) is not in the test host`)
    }
  }
  book.undo.push('pane')
}
