// What a person does in Excel while the pane is open: typing, pasting, sorting, filtering, moving rows and sheets.
import { boxOf, lastColumn, parseBox, type Area, type Box } from './model/area.ts'
import { findSheet } from './model/book.ts'
import { calculateBook } from './model/calculateBook.ts'
import { copySheet } from './model/copySheet.ts'
import { applyFilters, sortRows, type SortField } from './model/filterRows.ts'
import { cellAt, type Cell, type Sheet } from './model/sheet.ts'
import { renameInFormulas, shiftCells } from './model/shiftCells.ts'
import { writeValues } from './model/writeCells.ts'
import { raiseCalculated, raiseChanged, raiseSorted, type CellsChanged } from './classes/raiseChanged.ts'
import { selectArea } from './classes/activate.ts'
import type { OfficeHost } from './officeHost.ts'

/** Addresses are of the sheet named; rows 1-based. Everything is told to the pane as Excel tells it. */
export interface Person {
  type(sheet: string, address: string, text: string): void
  paste(sheet: string, address: string, rows: readonly (readonly (string | number)[])[]): void
  insertRows(sheet: string, before: number, count: number): void
  deleteRows(sheet: string, first: number, count: number): void
  sort(sheet: string, address: string, fields: readonly SortField[]): void
  /** @param criteria as FilterCriteria of the API; null takes the sheet's filter off */
  filter(sheet: string, address: string, by: { readonly column: number; readonly criteria: object } | null): void
  rename(sheet: string, name: string): void
  copy(sheet: string): void
  select(sheet: string, address: string): void
  protect(sheet: string, password: string): void
  cell(sheet: string, address: string): Cell
}

export function createPerson(host: OfficeHost): Person {
  const sheetOf = (name: string): Sheet => {
    const sheet = findSheet(host.book, name)
    if (!sheet) throw new Error(`no sheet ${name}`)
    return sheet
  }
  const areaOf = (name: string, address: string): Area => {
    const box = parseBox(address)
    if (!box) throw new Error(`no address ${address}`)
    return { sheet: sheetOf(name), box }
  }
  const done = (change: CellsChanged): void => {
    host.book.undo.push('user')
    raiseChanged(host.world, change)
    for (const sheet of calculateBook(host.book)) raiseCalculated(host.world, sheet)
  }
  const write = (area: Area, input: unknown): void => {
    const box = boxOf(area)
    const before = cellAt(area.sheet, box.top, box.left)
    writeValues(host.book, area.sheet, { box, input })
    host.book.undo.pop()
    done({ sheet: area.sheet, box, changeType: 'RangeEdited', before })
  }
  const moveRows = (name: string, box: Box, type: 'insert' | 'delete'): void => {
    const sheet = sheetOf(name)
    shiftCells(host.book, sheet, { type, box, axis: 'rows', areas: host.world.areas() })
    applyFilters(sheet)
    done({ sheet, box, changeType: type === 'insert' ? 'RowInserted' : 'RowDeleted' })
  }
  const rows = (first: number, count: number): Box => ({
    top: first - 1,
    bottom: first + count - 2,
    left: 0,
    right: lastColumn,
  })
  return {
    type: (name, address, text) => write(areaOf(name, address), text),
    paste(name, address, cells) {
      const { top, left } = boxOf(areaOf(name, address))
      const box = { top, left, bottom: top + cells.length - 1, right: left + (cells[0]?.length ?? 1) - 1 }
      write({ sheet: sheetOf(name), box }, cells)
    },
    insertRows: (name, before, count) => moveRows(name, rows(before, count), 'insert'),
    deleteRows: (name, first, count) => moveRows(name, rows(first, count), 'delete'),
    sort(name, address, fields) {
      const area = areaOf(name, address)
      sortRows(area, fields, { header: false })
      raiseSorted(host.world, area.sheet, boxOf(area))
      done({ sheet: area.sheet, box: boxOf(area), changeType: 'RangeEdited' })
    },
    filter(name, address, by) {
      const { sheet, box } = areaOf(name, address)
      sheet.filter = by && box ? { box, criteria: new Map([[by.column, { ...by.criteria }]]) } : undefined
      applyFilters(sheet)
    },
    rename(name, to) {
      renameInFormulas(host.book, sheetOf(name).name, to)
      sheetOf(name).name = to
    },
    copy: (name) => void copySheet(host.book, sheetOf(name)),
    select: (name, address) => selectArea(host.world, areaOf(name, address)),
    protect(name, password) {
      sheetOf(name).protection = { options: {}, password }
    },
    cell(name, address) {
      const { sheet, box } = areaOf(name, address)
      return cellAt(sheet, box?.top ?? 0, box?.left ?? 0)
    },
  }
}
