// What Excel.Range does to the sheet: insert, delete, copy, merge.
import { boxOf, heightOf, intersect, lastColumn, lastRow, widthOf, type Area, type Box } from '../model/area.ts'
import { moveFormula } from '../model/rewriteReferences.ts'
import { cellAt, putCell, type Cell, type Sheet } from '../model/sheet.ts'
import { shiftCells, type CellShift } from '../model/shiftCells.ts'
import { checkLocked } from '../model/writeCells.ts'
import { applyFilters } from '../model/filterRows.ts'
import type { Behaviour, HostObject, HostWorld } from '../hostObject.ts'
import { toObject } from '../hostObject.ts'
import { refuse } from '../officeFault.ts'
import { raiseChanged, type CellsChanged } from './raiseChanged.ts'

export const rangeChanges: NonNullable<Behaviour<Area>['call']> = {
  insert: (area, [direction], world) => {
    const box = boxOf(area)
    shift(world, area, { type: 'insert', box, axis: direction === 'Right' ? 'columns' : 'rows' })
    return toObject('Range', world.keep({ sheet: area.sheet, box }))
  },
  delete: (area, [direction], world) => {
    shift(world, area, { type: 'delete', box: boxOf(area), axis: direction === 'Left' ? 'columns' : 'rows' })
  },
  copyFrom: (area, [source, what, skipBlanks, transpose], world) => {
    if (skipBlanks === true || transpose === true)
      refuse('NotImplemented', 'copyFrom with blanks skipped or transposed')
    if (typeof source === 'string') refuse('NotImplemented', 'copyFrom by address')
    copyCells((source as HostObject).self as Area, area, typeof what === 'string' ? what : 'All')
    world.book.undo.push('pane')
    raiseChanged(world, { sheet: area.sheet, box: boxOf(area), changeType: 'RangeEdited' })
  },
  merge: (area, [across]) => {
    const box = boxOf(area)
    const rows = across === true ? Array.from({ length: heightOf(box) }, (_, at) => box.top + at) : undefined
    const boxes = rows ? rows.map((row) => ({ ...box, top: row, bottom: row })) : [box]
    area.sheet.merges = [...area.sheet.merges.filter((merge) => !intersect(merge, box)), ...boxes]
    for (const merged of boxes) emptyAllButFirst(area.sheet, merged)
  },
  unmerge: (area) => {
    area.sheet.merges = area.sheet.merges.filter((merge) => !intersect(merge, boxOf(area)))
  },
}

function emptyAllButFirst(sheet: Sheet, box: Box): void {
  for (let row = box.top; row <= box.bottom; row++) {
    for (let column = box.left; column <= box.right; column++) {
      if (row === box.top && column === box.left) continue
      const { format } = cellAt(sheet, row, column)
      putCell(sheet, { row, column }, { value: '', format })
    }
  }
}

/** Protected sheets refuse unless their options allow it. */
function shift(world: HostWorld, area: Area, change: CellShift): void {
  const { sheet } = area
  const isRows = change.axis === 'rows'
  const verb = change.type === 'insert' ? 'allowInsert' : 'allowDelete'
  if (sheet.protection && sheet.protection.options[`${verb}${isRows ? 'Rows' : 'Columns'}`] !== true)
    refuse('AccessDenied', `${sheet.name} is protected`)
  const { box } = change
  shiftCells(world.book, sheet, { ...change, areas: world.areas() })
  applyFilters(sheet)
  world.book.undo.push('pane')
  const isWhole = isRows ? box.left === 0 && box.right === lastColumn : box.top === 0 && box.bottom === lastRow
  const what = isWhole ? (isRows ? 'Row' : 'Column') : 'Cell'
  const changeType = `${what}${change.type === 'insert' ? 'Inserted' : 'Deleted'}` as CellsChanged['changeType']
  raiseChanged(world, { sheet, box, changeType })
}

/** A source that is smaller is repeated; a target that is smaller grows to the source's size. */
function copyCells(from: Area, to: Area, what: string): void {
  const [source, target] = [boxOf(from), boxOf(to)]
  const isRowCopy = source.left === 0 && source.right === lastColumn
  const height = Math.max(heightOf(target), heightOf(source))
  const width = Math.max(widthOf(target), widthOf(source))
  const taken = new Map<string, Cell>()
  const right = isRowCopy ? Math.min(source.right, 500) : source.right
  for (let row = source.top; row <= source.bottom; row++)
    for (let column = source.left; column <= right; column++)
      taken.set(`${row - source.top},${column - source.left}`, cellAt(from.sheet, row, column))
  if (to.sheet.protection) checkLocked(to.sheet, target)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < Math.min(width, 500); column++) {
      const cell = taken.get(`${row % heightOf(source)},${column % widthOf(source)}`)
      if (!cell) continue
      const at = { row: target.top + row, column: target.left + column }
      const own = cellAt(to.sheet, at.row, at.column)
      const by = {
        rows: at.row - source.top - (row % heightOf(source)),
        columns: at.column - source.left - (column % widthOf(source)),
      }
      putCell(to.sheet, at, copied(cell, { own, what, by }))
    }
  }
  if (what === 'Formats' || what === 'All') copyHeights(from, to)
}

function copied(
  cell: Cell,
  { own, what, by }: { readonly own: Cell; readonly what: string; readonly by: { rows: number; columns: number } },
): Cell {
  switch (what) {
    case 'Formats':
      return { ...own, format: cell.format }
    case 'Values':
      return { value: cell.value, format: own.format }
    case 'Formulas':
    case 'All': {
      const format = what === 'All' ? cell.format : own.format
      const { formula } = cell
      return formula === undefined ? { ...cell, format } : { ...cell, format, formula: moveFormula(formula, by) }
    }
    default:
      return refuse('NotImplemented', `copyFrom(${what}) is not in the test host`)
  }
}

/** Whole rows carry their height along. */
function copyHeights(from: Area, to: Area): void {
  const [source, target] = [boxOf(from), boxOf(to)]
  const height = from.sheet.rowHeights.get(source.top)
  if (source.left !== 0 || source.right !== lastColumn || height === undefined) return
  for (let row = target.top; row <= target.bottom; row++) to.sheet.rowHeights.set(row, height)
}
