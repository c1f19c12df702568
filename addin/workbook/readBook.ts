// The open workbook as a reader of files would give it, for recognising tables that are not ours yet.
import { stateSheetName } from '#shared/workbook/port.ts'
import type { RawSheet, RawWorkbook } from '#shared/workbook/raw.ts'
import { parseAddress } from './address.ts'
import type { Exchange } from './exchange.ts'
import { readSheet } from './readSheet.ts'

export async function readBook(exchange: Exchange, wanted: 'all' | readonly string[]): Promise<RawWorkbook> {
  const { worksheets, names } = exchange.context.workbook
  worksheets.load('items/name')
  names.load('items/name,items/formula')
  await exchange.sync()
  const known = worksheets.items.map(({ name }) => name).filter((name) => name.toLowerCase() !== stateSheetName)
  const asked = wanted === 'all' ? known : known.filter((name) => isIn(wanted, name))
  const sheets: RawSheet[] = []
  for (const name of asked) {
    const sheet = await readSheet(exchange, name)
    if (sheet) sheets.push({ ...sheet, ...(await readParts(exchange, sheet)) })
  }
  const definedNames = names.items.map(({ name, formula }) => ({ name, refersTo: formula.replace(/^=/, '') }))
  return { container: 'xlsx', sheets, styles: [], definedNames, epoch: 1900, findings: [] }
}

function isIn(names: readonly string[], name: string): boolean {
  return names.some((wanted) => wanted.toLowerCase() === name.toLowerCase())
}

/** What filters and people hide, and Excel's own tables. */
async function readParts(
  { context, sync }: Exchange,
  { name, trueRange }: RawSheet,
): Promise<Pick<RawSheet, 'hiddenRows' | 'hiddenColumns' | 'tables'>> {
  if (!trueRange) return { hiddenRows: new Set(), hiddenColumns: new Set(), tables: [] }
  const sheet = context.workbook.worksheets.getItem(name)
  const rows = trueRange.bottom - trueRange.top + 1
  const columns = trueRange.right - trueRange.left + 1
  const used = sheet.getRangeByIndexes(trueRange.top - 1, trueRange.left, rows, columns)
  const { areas } = used.getSpecialCellsOrNullObject('Visible')
  areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount')
  sheet.tables.load('items/name,items/columns/items/name')
  await sync()
  const ranges = sheet.tables.items.map((table) => {
    const range = table.getRange()
    range.load('address')
    return range
  })
  if (ranges.length > 0) await sync()
  const tables = sheet.tables.items.flatMap((table, at) => {
    const range = parseAddress(ranges[at]?.address ?? '')
    return range ? [{ name: table.name, range, columns: table.columns.items.map((column) => column.name) }] : []
  })
  const hiddenRows = new Set(Array.from({ length: rows }, (_, at) => trueRange.top + at))
  const hiddenColumns = new Set(Array.from({ length: columns }, (_, at) => trueRange.left + at))
  for (const area of areas.isNullObject ? [] : areas.items) {
    for (let at = 1; at <= area.rowCount; at++) hiddenRows.delete(area.rowIndex + at)
    for (let at = 0; at < area.columnCount; at++) hiddenColumns.delete(area.columnIndex + at)
  }
  return { hiddenRows, hiddenColumns, tables }
}
