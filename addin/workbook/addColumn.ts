// A column of our own: its width, and the filter or table beside it that takes it in.
import type { WorkbookEdit } from '#shared/workbook/port.ts'
import { formatAddress, parseAddress } from './address.ts'
import type { CellRange } from '#shared/workbook/raw.ts'
import type { Exchange } from './exchange.ts'

export async function addColumn(
  exchange: Exchange,
  sheet: Excel.Worksheet,
  { at, width, hidden }: WorkbookEdit & { readonly type: 'addColumn' },
): Promise<void> {
  exchange.hush()
  const column = sheet.getRangeByIndexes(0, at, 1, 1).getEntireColumn()
  column.format.columnWidth = toPoints(width)
  column.columnHidden = hidden
  sheet.tables.load('items/name')
  const filter = sheet.autoFilter.getRangeOrNullObject()
  filter.load('address')
  sheet.autoFilter.load('criteria')
  await exchange.sync(1)
  const tables = sheet.tables.items.map((table) => {
    const range = table.getRange()
    range.load('address')
    return { table, range }
  })
  if (tables.length > 0) await exchange.finish()
  const beside = tables.flatMap(({ table, range }) => {
    const area = parseAddress(range.address)
    return area?.right === at - 1 ? [{ table, area }] : []
  })
  const [only] = beside
  // Of several that end there it is not known which is meant.
  if (only && beside.length === 1 && Office.context.requirements.isSetSupported('ExcelApi', '1.13'))
    only.table.resize(formatAddress({ ...only.area, right: at }))
  exchange.hush()
  const own = filter.isNullObject ? undefined : parseAddress(filter.address)
  if (own?.right === at - 1) growFilter(sheet, { ...own, right: at }, sheet.autoFilter.criteria)
  await exchange.finish()
}

/** Excel takes a filter's new range only as a new filter: its conditions are given again. */
function growFilter(sheet: Excel.Worksheet, area: CellRange, criteria: readonly (Excel.FilterCriteria | null)[]): void {
  const address = formatAddress(area)
  sheet.autoFilter.apply(address)
  criteria.forEach((condition, column) => {
    if (condition && condition.filterOn) sheet.autoFilter.apply(address, column, condition)
  })
}

/** Characters of the default font (7 pixels each, 5 of padding) as points. */
export function toPoints(characters: number): number {
  return (Math.round(characters * 7 + 5) * 72) / 96
}
