// Inserts and deletes cells: everything that stands on a sheet moves, and every formula of the book follows.
import { formatBox, heightOf, lastColumn, lastRow, quoteSheet, widthOf, type Area, type Box } from './area.ts'
import type { Book } from './book.ts'
import { rewriteReferences } from './rewriteReferences.ts'
import type { Cell, Sheet } from './sheet.ts'
import { refuse } from '../officeFault.ts'

export interface CellShift {
  readonly type: 'insert' | 'delete'
  readonly box: Box
  /** `rows`: cells below move down or up; `columns`: cells to the right move right or left. */
  readonly axis: 'rows' | 'columns'
}

/** The box after the shift; undefined when all of it was deleted. Boxes that stick out sideways stay. */
export function moveBox(shift: CellShift, box: Box): Box | undefined {
  const { axis, box: hole } = shift
  const isRows = axis === 'rows'
  const covers = isRows
    ? hole.left <= box.left && hole.right >= box.right
    : hole.top <= box.top && hole.bottom >= box.bottom
  if (!covers) return box
  const [from, size, end] = isRows ? [hole.top, heightOf(hole), lastRow] : [hole.left, widthOf(hole), lastColumn]
  const span = isRows ? [box.top, box.bottom] : [box.left, box.right]
  const moved = moveSpan(span as [number, number], { from, size, end, isInsert: shift.type === 'insert' })
  if (!moved) return undefined
  return isRows ? { ...box, top: moved[0], bottom: moved[1] } : { ...box, left: moved[0], right: moved[1] }
}

function moveSpan(
  [first, last]: readonly [number, number],
  hole: { readonly from: number; readonly size: number; readonly end: number; readonly isInsert: boolean },
): readonly [number, number] | undefined {
  const { from, size, end } = hole
  // Whole rows and columns stay whole.
  if (first === 0 && last === end) return [first, last]
  if (hole.isInsert) {
    const moved = [first < from ? first : first + size, Math.min(last < from ? last : last + size, end)] as const
    return moved[0] > end ? undefined : moved
  }
  const after = (at: number): number => (at < from ? at : Math.max(from, at - size))
  const left = last - first + 1 - Math.max(0, Math.min(last, from + size - 1) - Math.max(first, from) + 1)
  return left <= 0 ? undefined : [after(first), after(first) + left - 1]
}

/** @param areas places that are held by the pane and move along */
export function shiftCells(book: Book, sheet: Sheet, shift: CellShift & { readonly areas: Iterable<Area> }): void {
  for (const table of sheet.tables) refuseCut(table.box, shift)
  sheet.cells = moveCells(sheet.cells, shift)
  moveMarks(sheet, shift)
  sheet.merges = moveAll(sheet.merges, shift)
  sheet.validations = movePinned(sheet.validations, shift)
  sheet.conditionals = movePinned(sheet.conditionals, shift)
  sheet.comments = movePinned(sheet.comments, shift)
  sheet.notes = movePinned(sheet.notes, shift)
  sheet.charts = movePinned(sheet.charts, shift)
  sheet.tables = sheet.tables.filter((table) => moveTable(table, shift))
  if (sheet.filter) {
    const box = moveBox(shift, sheet.filter.box)
    if (box) sheet.filter.box = box
    else sheet.filter = undefined
  }
  for (const area of shift.areas) if (area.sheet === sheet && area.box) area.box = moveBox(shift, area.box)
  moveReferences(book, sheet, shift)
}

function refuseCut(box: Box, { axis, box: hole }: CellShift): void {
  const overlaps = axis === 'rows' ? hole.left <= box.right && hole.right >= box.left && hole.top <= box.bottom : false
  if (overlaps && !(hole.left <= box.left && hole.right >= box.right))
    refuse('InvalidOperation', `this would move part of the table ${formatBox(box)}`)
}

function moveCells(cells: Sheet['cells'], shift: CellShift): Sheet['cells'] {
  const moved: Sheet['cells'] = new Map()
  const { axis, box: hole, type } = shift
  const isWhole = axis === 'rows' ? hole.left === 0 && hole.right === lastColumn : false
  for (const [row, byColumn] of cells) {
    if (isWhole) {
      const to = moveBox(shift, { top: row, bottom: row, left: 0, right: 0 })
      if (to) moved.set(to.top, byColumn)
      continue
    }
    for (const [column, cell] of byColumn) {
      const to = moveBox(shift, { top: row, bottom: row, left: column, right: column })
      if (!to) continue
      const target = moved.get(to.top) ?? new Map<number, Cell>()
      moved.set(to.top, target.set(to.left, cell))
    }
  }
  if (type === 'insert') inheritFormats(moved, shift)
  return moved
}

/** New cells look like those above or to the left of them. */
function inheritFormats(cells: Sheet['cells'], { axis, box }: CellShift): void {
  for (let row = box.top; row <= box.bottom; row++) {
    const source = axis === 'rows' ? cells.get(box.top - 1) : cells.get(row)
    const formats = [...(source ?? [])].filter(([column, { format }]) => {
      const isBeside = axis === 'rows' ? column >= box.left && column <= box.right : column === box.left - 1
      return isBeside && Object.keys(format).length > 0
    })
    for (const [column, { format }] of formats) {
      const byColumn = cells.get(row) ?? new Map<number, Cell>()
      cells.set(row, byColumn)
      if (axis === 'rows') byColumn.set(column, { value: '', format })
      else for (let at = box.left; at <= box.right; at++) byColumn.set(at, { value: '', format })
    }
    if (box.bottom - box.top > 10_000) break
  }
}

function moveMarks(sheet: Sheet, shift: CellShift): void {
  const { axis, box } = shift
  const rows = axis === 'rows' && box.left === 0 && box.right === lastColumn
  const columns = axis === 'columns' && box.top === 0 && box.bottom === lastRow
  const to = (at: number): number | undefined => {
    const moved = moveBox(shift, {
      top: rows ? at : 0,
      bottom: rows ? at : 0,
      left: rows ? 0 : at,
      right: rows ? 0 : at,
    })
    return rows ? moved?.top : moved?.left
  }
  const moveSet = (marks: Set<number>): Set<number> =>
    new Set([...marks].map(to).filter((at): at is number => at !== undefined))
  const moveMap = (marks: Map<number, number>): Map<number, number> =>
    new Map([...marks].flatMap(([at, size]): [number, number][] => (to(at) === undefined ? [] : [[to(at) ?? 0, size]])))
  if (rows) {
    sheet.hiddenRows = moveSet(sheet.hiddenRows)
    sheet.filteredRows = moveSet(sheet.filteredRows)
    sheet.rowHeights = moveMap(sheet.rowHeights)
  }
  if (columns) {
    sheet.hiddenColumns = moveSet(sheet.hiddenColumns)
    sheet.columnWidths = moveMap(sheet.columnWidths)
  }
}

function moveAll(boxes: readonly Box[], shift: CellShift): Box[] {
  return boxes.map((box) => moveBox(shift, box)).filter((box) => box !== undefined)
}

function movePinned<T extends { box: Box }>(all: readonly T[], shift: CellShift): T[] {
  return all.filter((each) => {
    const box = moveBox(shift, each.box)
    if (box) each.box = box
    return box !== undefined
  })
}

function moveTable(table: Sheet['tables'][number], shift: CellShift): boolean {
  const box = moveBox(shift, table.box)
  if (!box) return false
  const change = widthOf(box) - table.columnIds.length
  const at = Math.max(0, shift.box.left - table.box.left)
  if (change < 0) table.columnIds.splice(at, -change)
  const highest = Math.max(0, ...table.columnIds)
  if (change > 0) table.columnIds.splice(at, 0, ...Array.from({ length: change }, (_, n) => highest + n + 1))
  table.box = box
  table.filter.box = box
  return true
}

function moveReferences(book: Book, sheet: Sheet, shift: CellShift): void {
  const rewrite = (formula: string, own: Sheet | undefined): string =>
    rewriteReferences(formula, (reference) => {
      const name = reference.sheet ?? own?.name
      if (name?.toLowerCase() !== sheet.name.toLowerCase()) return undefined
      const moved = moveBox(shift, reference.box)
      if (!moved) return null
      return formatBox(moved) === formatBox(reference.box) ? undefined : moved
    })
  for (const each of book.sheets) {
    for (const cells of each.cells.values()) {
      for (const [column, cell] of cells) {
        if (cell.formula === undefined) continue
        const formula = rewrite(cell.formula, each)
        if (formula !== cell.formula) cells.set(column, { ...cell, formula })
      }
    }
  }
  for (const name of book.names) name.formula = rewrite(name.formula, undefined)
}

/** A sheet's new name in every formula that speaks of it. */
export function renameInFormulas(book: Book, from: string, to: string): void {
  const rename = (formula: string): string => formula.replaceAll(`${quoteSheet(from)}!`, `${quoteSheet(to)}!`)
  for (const each of book.sheets) {
    for (const cells of each.cells.values()) {
      for (const [column, cell] of cells)
        if (cell.formula !== undefined) cells.set(column, { ...cell, formula: rename(cell.formula) })
    }
  }
  for (const name of book.names) name.formula = rename(name.formula)
}
