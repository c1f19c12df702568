// A worksheet of the host in memory.
import type { Box } from './area.ts'
import type { CellValue } from './parseInput.ts'

/** Paths of the API below Range, `numberFormat` and `format/…`, with their values; absent: the default. */
export type CellFormat = Readonly<Record<string, unknown>>

export interface Cell {
  /** '' in a cell that only has a format. */
  readonly value: CellValue
  /** With `=`. */
  readonly formula?: string
  /** Begins with an apostrophe that is not part of the text. */
  readonly isQuoted?: true
  readonly format: CellFormat
}

/** `General` where none was given. */
export function numberFormatOf(format: CellFormat): string {
  const own = format['numberFormat']
  return typeof own === 'string' ? own : 'General'
}

export const blankCell: Cell = { value: '', format: {} }

/** What filters hide: conditions by column, counted from the left of the range. */
export interface Filter {
  box: Box
  readonly criteria: Map<number, Readonly<Record<string, unknown>>>
}

export interface Table {
  readonly id: string
  name: string
  box: Box
  /** Ids in order; the names stand in the header cells. */
  readonly columnIds: number[]
  readonly filter: Filter
  showTotals: boolean
  readonly bag: Map<string, unknown>
}

/** Something that lies on cells and moves with them: a validation, a conditional format, a comment. */
export interface Pinned<T> {
  box: Box
  content: T
}

export interface Comment {
  readonly id: string
  content: string
  isResolved: boolean
  readonly replies: { readonly id: string; content: string }[]
}

/** What a cell's comment was before there were threads. */
export interface Note {
  text: string
  readonly author: string
  isVisible: boolean
}

/** Lies on the cells it shows. */
export interface Chart {
  readonly id: string
  name: string
  type: string
  /** `Auto`, `Columns`, `Rows`. */
  seriesBy: string
  readonly bag: Map<string, unknown>
}

export interface Sheet {
  readonly id: string
  name: string
  visibility: 'Visible' | 'Hidden' | 'VeryHidden'
  /** 0-based row → 0-based column. */
  cells: Map<number, Map<number, Cell>>
  readonly columnFormats: Map<number, CellFormat>
  /** Points. */
  rowHeights: Map<number, number>
  columnWidths: Map<number, number>
  hiddenRows: Set<number>
  hiddenColumns: Set<number>
  /** Hidden by a filter. */
  filteredRows: Set<number>
  merges: Box[]
  tables: Table[]
  filter: Filter | undefined
  validations: Pinned<Readonly<Record<string, unknown>>>[]
  conditionals: Pinned<{ readonly id: string; readonly type: string; readonly bag: Map<string, unknown> }>[]
  comments: Pinned<Comment>[]
  notes: Pinned<Note>[]
  charts: Pinned<Chart>[]
  protection: { readonly options: Readonly<Record<string, unknown>>; readonly password: string } | undefined
  readonly bag: Map<string, unknown>
  readonly pageBag: Map<string, unknown>
  readonly properties: Map<string, unknown>
}

export function createSheet(id: string, name: string): Sheet {
  return {
    id,
    name,
    visibility: 'Visible',
    cells: new Map(),
    columnFormats: new Map(),
    rowHeights: new Map(),
    columnWidths: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    filteredRows: new Set(),
    merges: [],
    tables: [],
    filter: undefined,
    validations: [],
    conditionals: [],
    comments: [],
    notes: [],
    charts: [],
    protection: undefined,
    bag: new Map(),
    pageBag: new Map(),
    properties: new Map(),
  }
}

export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  const cell = sheet.cells.get(row)?.get(column)
  if (cell) return cell
  const format = sheet.columnFormats.get(column)
  return format ? { value: '', format } : blankCell
}

export function putCell(sheet: Sheet, at: { readonly row: number; readonly column: number }, cell: Cell): void {
  let row = sheet.cells.get(at.row)
  if (!row) sheet.cells.set(at.row, (row = new Map()))
  const isBlank = cell.value === '' && cell.formula === undefined && Object.keys(cell.format).length === 0
  if (isBlank && !sheet.columnFormats.has(at.column)) row.delete(at.column)
  else row.set(at.column, cell)
  if (row.size === 0) sheet.cells.delete(at.row)
}

/** @param valuesOnly formats alone do not count */
export function usedBox(sheet: Sheet, within: Box, valuesOnly: { readonly valuesOnly: boolean }): Box | undefined {
  let box: { top: number; left: number; bottom: number; right: number } | undefined
  for (const [row, cells] of sheet.cells) {
    if (row < within.top || row > within.bottom) continue
    for (const [column, cell] of cells) {
      if (column < within.left || column > within.right) continue
      if (valuesOnly.valuesOnly && cell.value === '' && cell.formula === undefined) continue
      if (!box) box = { top: row, left: column, bottom: row, right: column }
      else {
        if (row < box.top) box.top = row
        if (row > box.bottom) box.bottom = row
        if (column < box.left) box.left = column
        if (column > box.right) box.right = column
      }
    }
  }
  return box
}

/** Tables and the sheet's own filter. */
export function filtersOf(sheet: Sheet): readonly Filter[] {
  return [...sheet.tables.map((table) => table.filter), ...(sheet.filter ? [sheet.filter] : [])]
}
