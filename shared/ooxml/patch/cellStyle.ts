// Which style a cell has, and which one an absent cell would have: its row's, else its column's.
import type { CellEdit } from '../../workbook/port.ts'
import { fail } from './failure.ts'
import { cellsOf, rowsOf, type GridElement, type SheetPart } from './sheetPart.ts'
import { ascii, childOf, childrenOf, readAttributes } from './xmlTree.ts'

/** Style of an absent cell in a column, by 0-based column; 0 where nothing is said. */
export type ColumnStyles = (column: number) => number

export function columnStyles(sheet: SheetPart): ColumnStyles {
  const cols = childOf(sheet.root, 'cols')
  const spans = (cols ? childrenOf(cols, 'col') : []).map((element) => {
    const value = numbersOf(sheet.bytes, element.start, element.openEnd)
    return { min: value.get('min') ?? 0, max: value.get('max') ?? 0, style: value.get('style') ?? 0 }
  })
  return (column) => spans.find((span) => column + 1 >= span.min && column + 1 <= span.max)?.style ?? 0
}

/** The row's own style where the row has one (`customFormat`). */
export function rowStyle(sheet: SheetPart, row: GridElement): number | undefined {
  const values = numbersOf(sheet.bytes, row.start, row.openEnd)
  return values.get('customFormat') === 1 ? values.get('s') : undefined
}

export function cellStyle(sheet: SheetPart, cell: GridElement): number {
  return numbersOf(sheet.bytes, cell.start, cell.openEnd).get('s') ?? 0
}

/** Styles of the cells that edits name as `like`, by `row,column`. */
export function likeStyles(sheet: SheetPart, edits: readonly CellEdit[]): ReadonlyMap<string, number> {
  const wanted = new Map<number, Set<number>>()
  for (const { like } of edits) {
    if (like) wanted.set(like.row, (wanted.get(like.row) ?? new Set()).add(like.column))
  }
  const found = new Map<string, number>()
  if (wanted.size === 0) return found
  const ofColumn = columnStyles(sheet)
  for (const row of rowsOf(sheet)) {
    const columns = wanted.get(row.number)
    if (!columns) continue
    const cells = new Map(cellsOf(sheet, row).map((cell) => [cell.number, cell]))
    for (const column of columns) {
      const cell = cells.get(column)
      const style = cell ? cellStyle(sheet, cell) : (rowStyle(sheet, row) ?? ofColumn(column))
      found.set(`${row.number},${column}`, style)
    }
  }
  return found
}

/** Attributes of a tag that hold whole numbers or truth values. */
function numbersOf(bytes: Uint8Array, start: number, end: number): ReadonlyMap<string, number> {
  const values = new Map<string, number>()
  for (const attribute of readAttributes(bytes, start, end)) {
    const text = ascii(bytes, attribute.start, attribute.end)
    if (text === 'true') values.set(attribute.name, 1)
    else if (/^[0-9]{1,9}$/.test(text)) values.set(attribute.name, Number(text))
    else if (attribute.name === 's' || attribute.name === 'style') fail('damaged', `style ${text.slice(0, 20)}`)
  }
  return values
}
