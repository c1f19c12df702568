// Excel.Table with its columns, rows, filter and sort; the sheet's own filter and sort.
import { boxOf, formatBox, intersect, parseBox, type Area, type Box } from '../model/area.ts'
import type { Book } from '../model/book.ts'
import { applyFilters, sortRows, type SortField } from '../model/filterRows.ts'
import { plainValue } from '../model/formatText.ts'
import { headerNames, keepHeaders, resizeTable } from '../model/growTables.ts'
import { cellAt, type Sheet, type Table } from '../model/sheet.ts'
import { shiftCells } from '../model/shiftCells.ts'
import { writeValues } from '../model/writeCells.ts'
import { bagOf, behave, isHostObject, toObject, type HostObject, type HostWorld } from '../hostObject.ts'
import { refuse } from '../officeFault.ts'
import { raiseSorted } from './raiseChanged.ts'
import { rangeAt } from './range.ts'

export interface Placed {
  readonly sheet: Sheet
  readonly table: Table
}

const toTable = (sheet: Sheet, table: Table): HostObject => toObject('Table', { sheet, table })

function tablesOf(owner: Book | Sheet): readonly HostObject[] {
  const sheets = 'sheets' in owner ? owner.sheets : [owner]
  return sheets.flatMap((sheet) => sheet.tables.map((table) => toTable(sheet, table)))
}

export const tableCollection = behave<Book | Sheet>({
  items: tablesOf,
  call: {
    add: (owner, [address, hasHeaders], { book }) => {
      const { sheet, box } = placeOf(owner, address, book)
      if (sheet.tables.some((other) => intersect(other.box, box))) refuse('InvalidOperation', 'tables may not overlap')
      if (hasHeaders !== true) refuse('NotImplemented', 'tables.add without headers')
      const id = String(book.nextId())
      const columnIds = Array.from({ length: box.right - box.left + 1 }, (_, at) => at + 1)
      const filter = { box, criteria: new Map() }
      const table: Table = { id, name: `表${id}`, box, columnIds, filter, showTotals: false, bag: new Map() }
      sheet.tables.push(table)
      keepHeaders(sheet, { ...box, bottom: box.top })
      return toTable(sheet, table)
    },
  },
  events: { onAdded: 102, onDeleted: 103, onChanged: 101 },
})

function placeOf(owner: Book | Sheet, address: unknown, book: Book): { readonly sheet: Sheet; readonly box: Box } {
  if (isHostObject(address)) {
    const area = address.self as Area
    return { sheet: area.sheet, box: boxOf(area) }
  }
  const [cells = '', name = ''] = String(address).split('!').toReversed()
  const box = parseBox(cells) ?? refuse('InvalidArgument', `address ${String(address)}`)
  const own = 'sheets' in owner ? book.sheets.find((sheet) => sheet.name === name.replaceAll("'", '')) : owner
  return { sheet: own ?? book.active, box }
}

export const tableScopedCollection = behave<{ readonly sheet: Sheet; readonly tables: readonly Table[] }>({
  items: ({ sheet, tables }) => tables.map((table) => toTable(sheet, table)),
})

const bodyOf = ({ box, showTotals }: Table): Box => ({
  ...box,
  top: box.top + 1,
  bottom: box.bottom - (showTotals ? 1 : 0),
})

const range = (find: (placed: Placed) => Box) => (placed: Placed, _: readonly unknown[], world: HostWorld) =>
  rangeAt(world, { sheet: placed.sheet, box: undefined }, find(placed))

export const table = behave<Placed>({
  id: ({ table: { id } }) => id,
  get: {
    id: ({ table: { id } }) => id,
    name: ({ table: { name } }) => name,
    showTotals: ({ table: { showTotals } }) => showTotals,
    worksheet: ({ sheet }) => toObject('Worksheet', sheet),
    columns: (placed) => toObject('TableColumnCollection', placed),
    rows: (placed) => toObject('TableRowCollection', placed),
    autoFilter: (placed) => toObject('AutoFilter', placed),
    sort: (placed) => toObject('TableSort', placed),
  },
  put: { name: ({ table: own }, name) => void (own.name = String(name)) },
  rest: bagOf(({ table: { bag } }) => bag, {
    showHeaders: true,
    style: 'TableStyleMedium2',
    showBandedRows: true,
    showFilterButton: true,
  }),
  call: {
    getRange: range(({ table: { box } }) => box),
    getHeaderRowRange: range(({ table: { box } }) => ({ ...box, bottom: box.top })),
    getDataBodyRange: range(({ table: own }) => bodyOf(own)),
    resize: ({ sheet, table: own }, [address], { book }) => resizeTable(sheet, own, placeOf(sheet, address, book).box),
    clearFilters: ({ sheet, table: own }) => {
      own.filter.criteria.clear()
      applyFilters(sheet)
    },
    reapplyFilters: ({ sheet }) => applyFilters(sheet),
    convertToRange: ({ sheet, table: own }, _, world) => {
      sheet.tables = sheet.tables.filter((each) => each !== own)
      return rangeAt(world, { sheet, box: own.box }, own.box)
    },
  },
  events: { onChanged: 101, onSelectionChanged: 100 },
})

interface PlacedColumn extends Placed {
  readonly columnId: number
}

export const tableColumnCollection = behave<Placed>({
  items: (placed) => placed.table.columnIds.map((columnId) => toObject('TableColumn', { ...placed, columnId })),
})

const columnAt = ({ table: own, columnId }: PlacedColumn): number => own.columnIds.indexOf(columnId)

const columnBox = (column: PlacedColumn): Box => {
  const { box } = column.table
  const at = box.left + columnAt(column)
  return { ...box, left: at, right: at }
}

export const tableColumn = behave<PlacedColumn>({
  id: ({ columnId }) => columnId,
  get: {
    id: ({ columnId }) => columnId,
    index: columnAt,
    name: (column) => headerNames(column.sheet, column.table)[columnAt(column)],
    filter: (column) => toObject('Filter', column),
  },
  call: {
    getRange: (column, _, world) => rangeAt(world, { sheet: column.sheet, box: undefined }, columnBox(column)),
    getDataBodyRange: (column, _, world) =>
      rangeAt(world, { sheet: column.sheet, box: undefined }, { ...columnBox(column), top: column.table.box.top + 1 }),
  },
})

export const filter = behave<PlacedColumn>({
  call: {
    apply: (column, [criteria]) => {
      column.table.filter.criteria.set(columnAt(column), criteria as Readonly<Record<string, unknown>>)
      applyFilters(column.sheet)
    },
    clear: (column) => {
      column.table.filter.criteria.delete(columnAt(column))
      applyFilters(column.sheet)
    },
  },
})

export const tableRowCollection = behave<Placed>({
  items: (placed) => {
    const { top, bottom } = bodyOf(placed.table)
    return Array.from({ length: Math.max(0, bottom - top + 1) }, (_, at) => toObject('TableRow', { ...placed, at }))
  },
  call: {
    add: ({ sheet, table: own }, [index, values], world) => {
      if (index !== null && index !== undefined) refuse('NotImplemented', 'rows.add at a place')
      const top = own.box.bottom + 1
      const box = { ...own.box, top, bottom: top + (values as readonly unknown[]).length - 1 }
      shiftCells(world.book, sheet, { type: 'insert', axis: 'rows', box, areas: world.areas() })
      resizeTable(sheet, own, { ...own.box, bottom: box.bottom })
      writeValues(world.book, sheet, { box, input: values })
      return null
    },
  },
})

interface PlacedRow extends Placed {
  readonly at: number
}

export const tableRow = behave<PlacedRow>({
  id: ({ at }) => at,
  get: {
    index: ({ at }) => at,
    values: ({ sheet, table: own, at }) => {
      const { top, left, right } = bodyOf(own)
      return [Array.from({ length: right - left + 1 }, (_, n) => plainValue(cellAt(sheet, top + at, left + n).value))]
    },
  },
})

type Filtered = Placed | { readonly sheet: Sheet; readonly table?: undefined }

export const autoFilter = behave<Filtered>({
  get: {
    enabled: ({ sheet, table: own }) => (own ?? sheet.filter) !== undefined,
    criteria: ({ sheet, table: own }) => {
      const filter = own?.filter ?? sheet.filter
      if (!filter) return []
      const width = filter.box.right - filter.box.left + 1
      return Array.from({ length: width }, (_, at) => filter.criteria.get(at) ?? null)
    },
    isDataFiltered: ({ sheet, table: own }) => ((own?.filter ?? sheet.filter)?.criteria.size ?? 0) > 0,
  },
  call: {
    apply: (filtered, [address, column, criteria], { book }) => {
      const { sheet } = filtered
      const { box } = placeOf(sheet, address, book)
      // Another range is another filter.
      const isSame = sheet.filter && formatBox(sheet.filter.box) === formatBox(box)
      if (!filtered.table && !isSame) sheet.filter = { box, criteria: new Map() }
      const own = filtered.table?.filter ?? sheet.filter
      if (typeof column === 'number') own?.criteria.set(column, criteria as Readonly<Record<string, unknown>>)
      applyFilters(sheet)
    },
    clearCriteria: ({ sheet, table: own }) => {
      ;(own?.filter ?? sheet.filter)?.criteria.clear()
      applyFilters(sheet)
    },
    remove: ({ sheet }) => {
      sheet.filter = undefined
      applyFilters(sheet)
    },
    getRangeOrNullObject: ({ sheet, table: own }, _, world) => {
      const box = (own?.filter ?? sheet.filter)?.box
      return box ? rangeAt(world, { sheet, box }, box) : null
    },
  },
})

export const tableSort = behave<Placed>({
  call: {
    apply: ({ sheet, table: own }, [fields], world) => {
      sortRows({ sheet, box: bodyOf(own) }, fields as readonly SortField[], { header: false })
      raiseSorted(world, sheet, bodyOf(own))
    },
  },
})

export const rangeSort = behave<Area>({
  call: {
    apply: (area, [fields, , hasHeaders], world) => {
      sortRows(area, fields as readonly SortField[], { header: hasHeaders === true })
      raiseSorted(world, area.sheet, boxOf(area))
    },
  },
})
