// Excel.Range: where it is, what is in it, and what it leads to.
import {
  addressOf,
  boxOf,
  heightOf,
  intersect,
  lastColumn,
  lastRow,
  unite,
  widthOf,
  type Area,
  type Box,
} from '../model/area.ts'
import { formatText, plainValue } from '../model/formatText.ts'
import { cellAt, usedBox, type Cell } from '../model/sheet.ts'
import { clearCells, writeFormat, writeValues } from '../model/writeCells.ts'
import { behave, toObject, type Behaviour, type HostObject, type HostWorld } from '../hostObject.ts'
import { refuse } from '../officeFault.ts'
import { selectArea } from './activate.ts'
import { raiseChanged } from './raiseChanged.ts'
import { rangeChanges } from './rangeChanges.ts'
import { specialAreas } from './rangeAreas.ts'

/** Excel answers a get of more cells with null. */
const maxCells = 5_000_000

function grid(area: Area, read: (cell: Cell) => unknown): readonly (readonly unknown[])[] | null {
  const box = boxOf(area)
  if (heightOf(box) * widthOf(box) > maxCells) return null
  return Array.from({ length: heightOf(box) }, (_, row) =>
    Array.from({ length: widthOf(box) }, (_unused, column) =>
      read(cellAt(area.sheet, box.top + row, box.left + column)),
    ),
  )
}

function formulaOf(cell: Cell): string | number | boolean {
  return cell.formula ?? plainValue(cell.value)
}

function typeOf({ value }: Cell): string {
  if (typeof value === 'object') return 'Error'
  if (value === '') return 'Empty'
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String'
}

export function rangeAt(world: HostWorld, area: Area, box: Box): HostObject {
  if (
    box.top < 0 ||
    box.left < 0 ||
    box.bottom > lastRow ||
    box.right > lastColumn ||
    box.top > box.bottom ||
    box.left > box.right
  )
    refuse('InvalidArgument', 'the range would leave the sheet')
  return toObject('Range', world.keep({ sheet: area.sheet, box }))
}

/** A method that leads from one range to another. */
function to(lead: (box: Box, args: readonly unknown[], area: Area) => Box | null) {
  return (area: Area, args: readonly unknown[], world: HostWorld): HostObject | null => {
    const box = lead(boxOf(area), args, area)
    return box && rangeAt(world, area, box)
  }
}

const otherBox = (value: unknown): Box => boxOf((value as HostObject).self as Area)

/** All hidden, none, or null for some of them. */
function allOf(marks: readonly boolean[]): boolean | null {
  return marks.every(Boolean) ? true : marks.some(Boolean) ? null : false
}

function hiddenRows({ sheet, box }: Area): readonly boolean[] {
  const { top, bottom } = boxOf({ sheet, box })
  return Array.from({ length: Math.min(bottom - top + 1, 20_000) }, (_, at) => {
    return sheet.hiddenRows.has(top + at) || sheet.filteredRows.has(top + at)
  })
}

function hiddenColumns({ sheet, box }: Area): readonly boolean[] {
  const { left, right } = boxOf({ sheet, box })
  return Array.from({ length: right - left + 1 }, (_, at) => sheet.hiddenColumns.has(left + at))
}

const get: Behaviour<Area>['get'] = {
  values: (area) => grid(area, ({ value }) => plainValue(value)),
  formulas: (area) => grid(area, formulaOf),
  formulasLocal: (area) => grid(area, formulaOf),
  numberFormat: (area) => grid(area, ({ format }) => format['numberFormat'] ?? 'General'),
  text: (area) => grid(area, formatText),
  valueTypes: (area) => grid(area, typeOf),
  address: addressOf,
  rowIndex: (area) => boxOf(area).top,
  columnIndex: (area) => boxOf(area).left,
  rowCount: (area) => heightOf(boxOf(area)),
  columnCount: (area) => widthOf(boxOf(area)),
  cellCount: (area) => heightOf(boxOf(area)) * widthOf(boxOf(area)),
  isEntireRow: (area) => boxOf(area).left === 0 && boxOf(area).right === lastColumn,
  isEntireColumn: (area) => boxOf(area).top === 0 && boxOf(area).bottom === lastRow,
  rowHidden: (area) => allOf(hiddenRows(area)),
  columnHidden: (area) => allOf(hiddenColumns(area)),
  hidden: (area) => allOf([...hiddenRows(area)].concat(hiddenColumns(area).every(Boolean) ? [true] : [])),
  worksheet: ({ sheet }) => toObject('Worksheet', sheet),
  format: (area) => toObject('RangeFormat', { area, path: 'format' }),
  dataValidation: (area) => toObject('DataValidation', area),
  conditionalFormats: (area) => toObject('ConditionalFormatCollection', area),
  sort: (area) => toObject('RangeSort', area),
}

function write(area: Area, input: unknown, world: HostWorld): void {
  const box = boxOf(area)
  const before = cellAt(area.sheet, box.top, box.left)
  writeValues(world.book, area.sheet, { box, input })
  raiseChanged(world, { sheet: area.sheet, box, changeType: 'RangeEdited', before })
}

function hide(area: Area, isHidden: boolean, marks: 'hiddenRows' | 'hiddenColumns'): void {
  const { top, bottom, left, right } = boxOf(area)
  const [first, last] = marks === 'hiddenRows' ? [top, bottom] : [left, right]
  for (let at = first; at <= last; at++) {
    if (isHidden) area.sheet[marks].add(at)
    else area.sheet[marks].delete(at)
  }
}

function usedIn({ sheet, box }: Area, valuesOnly: unknown): Box | undefined {
  return usedBox(sheet, boxOf({ sheet, box }), { valuesOnly: valuesOnly === true })
}

const n = (value: unknown): number => Number(value ?? 0)

const call: Behaviour<Area>['call'] = {
  getCell: to((box, [row, column]) => {
    const [top, left] = [box.top + n(row), box.left + n(column)]
    return { top, left, bottom: top, right: left }
  }),
  getRow: to((box, [row]) => ({ ...box, top: box.top + n(row), bottom: box.top + n(row) })),
  getColumn: to((box, [column]) => ({ ...box, left: box.left + n(column), right: box.left + n(column) })),
  getEntireRow: to((box) => ({ ...box, left: 0, right: lastColumn })),
  getEntireColumn: to((box) => ({ ...box, top: 0, bottom: lastRow })),
  getLastCell: to(({ bottom, right }) => ({ top: bottom, left: right, bottom, right })),
  getLastRow: to((box) => ({ ...box, top: box.bottom })),
  getLastColumn: to((box) => ({ ...box, left: box.right })),
  getOffsetRange: to((box, [rows, columns]) => ({
    top: box.top + n(rows),
    left: box.left + n(columns),
    bottom: box.bottom + n(rows),
    right: box.right + n(columns),
  })),
  getResizedRange: to((box, [rows, columns]) => ({
    ...box,
    bottom: box.bottom + n(rows),
    right: box.right + n(columns),
  })),
  getAbsoluteResizedRange: to((box, [rows, columns]) => ({
    ...box,
    bottom: box.top + n(rows) - 1,
    right: box.left + n(columns) - 1,
  })),
  getRowsBelow: to((box, [count = 1]) => ({ ...box, top: box.bottom + 1, bottom: box.bottom + n(count) })),
  getRowsAbove: to((box, [count = 1]) => ({ ...box, top: box.top - n(count), bottom: box.top - 1 })),
  getColumnsAfter: to((box, [count = 1]) => ({ ...box, left: box.right + 1, right: box.right + n(count) })),
  getColumnsBefore: to((box, [count = 1]) => ({ ...box, left: box.left - n(count), right: box.left - 1 })),
  getBoundingRect: to((box, [other], { sheet }) => {
    const found = typeof other === 'string' ? undefined : otherBox(other)
    return unite(box, found ?? refuse('NotImplemented', `getBoundingRect by address on ${sheet.name}`))
  }),
  getIntersection: to((box, [other]) => intersect(box, otherBox(other)) ?? refuse('ItemNotFound', 'no intersection')),
  getIntersectionOrNullObject: to((box, [other]) => intersect(box, otherBox(other)) ?? null),
  getUsedRange: to(
    (box, [valuesOnly], area) => usedIn(area, valuesOnly) ?? { ...box, bottom: box.top, right: box.left },
  ),
  getUsedRangeOrNullObject: to((_, [valuesOnly], area) => usedIn(area, valuesOnly) ?? null),
  getSpecialCells: (area, [type, valueType]) =>
    specialAreas(area, String(type), valueType) ?? refuse('ItemNotFound', `no special cells ${String(type)}`),
  getSpecialCellsOrNullObject: (area, [type, valueType]) => specialAreas(area, String(type), valueType),
  getMergedAreasOrNullObject: (area) => {
    const boxes = area.sheet.merges.filter((merge) => intersect(merge, boxOf(area)))
    return boxes.length === 0 ? null : toObject('RangeAreas', { sheet: area.sheet, boxes })
  },
  getTables: (area) => {
    const tables = area.sheet.tables.filter((table) => intersect(table.box, boxOf(area)))
    return toObject('TableScopedCollection', { sheet: area.sheet, tables })
  },
  clear: (area, [what], { book }) =>
    clearCells(book, area.sheet, { box: boxOf(area), what: typeof what === 'string' ? what : 'All' }),
  select: (area, _, world) => selectArea(world, area),
  calculate: () => null,
  /** The library asks before it writes a large array in bands. */
  _ValidateArraySize: (area, [rows, columns]) => {
    const box = boxOf(area)
    if (rows !== heightOf(box) || columns !== widthOf(box))
      refuse('InvalidArgument', 'the array is not of the size of the range')
  },
  ...rangeChanges,
}

export const range = behave<Area>({
  get,
  put: {
    values: write,
    formulas: write,
    formulasLocal: write,
    numberFormat: (area, input) => writeFormat(area.sheet, boxOf(area), { path: 'numberFormat', input }),
    rowHidden: (area, isHidden) => hide(area, isHidden === true, 'hiddenRows'),
    columnHidden: (area, isHidden) => hide(area, isHidden === true, 'hiddenColumns'),
  },
  call,
})
