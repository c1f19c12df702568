// Inserts and deletes whole rows, and looks whether the rows below really moved.
import type { RowShift } from '#shared/workbook/rowShift.ts'
import { formatAddress, parseAddress } from './address.ts'
import { OfficeRefusal } from './officeFailure.ts'
import type { Grid } from './readGrid.ts'
import type { PlacedFormula } from './formulaBook.ts'
import type { Exchange } from './exchange.ts'

type Insert = RowShift & { readonly type: 'insert' }

/** Columns that are looked at to know a row again. */
const lookWidth = 60

function lookAt(sheet: Excel.Worksheet, row: number): Excel.Range {
  const range = sheet.getRangeByIndexes(row - 1, 0, 1, lookWidth)
  range.load('values')
  return range.untrack()
}

function isSame(a: Excel.Range, b: Excel.Range): boolean {
  const [first = []] = a.values as Grid
  const [second = []] = b.values as Grid
  return first.every((value, at) => value === second[at])
}

/** New rows look like row `like`, with its merged cells and its data validation. */
export async function insertRows(
  exchange: Exchange,
  sheet: Excel.Worksheet,
  { shift, grown }: { readonly shift: Insert; readonly grown: readonly PlacedFormula[] },
): Promise<void> {
  const { before, count } = shift
  exchange.hush()
  const like = shift.like < before ? shift.like : shift.like + count
  const below = lookAt(sheet, before)
  const rules = Array.from({ length: lookWidth }, (_, column) => loadRule(sheet.getCell(shift.like - 1, column)))
  const merges = loadMerges(sheet, shift.like)
  sheet.getRange(`${before}:${before + count - 1}`).insert('Down')
  const rows = sheet.getRange(`${before}:${before + count - 1}`)
  rows.copyFrom(sheet.getRange(`${like}:${like}`), 'Formats')
  const moved = lookAt(sheet, before + count)
  const empty = lookAt(sheet, before)
  const own = Array.from({ length: lookWidth }, (_, column) => loadType(sheet.getCell(before - 1, column)))
  const ownMerges = loadMerges(sheet, before)
  for (const { sheet: name, row, column, formula } of grown)
    exchange.context.workbook.worksheets.getItem(name).getCell(row - 1, column).formulas = [[`=${formula}`]]
  await exchange.sync(count)
  const [cells = []] = empty.values as Grid
  if (!isSame(below, moved) || cells.some((value) => value !== ''))
    throw new OfficeRefusal('unsupported', `row ${before} did not move`)
  exchange.hush()
  rules.forEach((rule, column) => {
    if (rule.type === 'None' || own[column]?.type === rule.type) return
    const target = sheet.getRangeByIndexes(before - 1, column, count, 1).dataValidation
    target.rule = rule.rule
    target.ignoreBlanks = rule.ignoreBlanks
    target.errorAlert = rule.errorAlert
    target.prompt = rule.prompt
  })
  if (merges && !merges.isNullObject && ownMerges?.isNullObject !== false) mergeLike(sheet, merges.address, shift)
  await exchange.finish()
}

function loadRule(cell: Excel.Range): Excel.DataValidation {
  const { dataValidation } = cell
  dataValidation.load('type,rule,ignoreBlanks,errorAlert,prompt')
  return dataValidation
}

function loadType(cell: Excel.Range): Excel.DataValidation {
  const { dataValidation } = cell
  dataValidation.load('type')
  return dataValidation
}

function loadMerges(sheet: Excel.Worksheet, row: number): Excel.RangeAreas | undefined {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) return undefined
  const areas = sheet.getRangeByIndexes(row - 1, 0, 1, lookWidth).getMergedAreasOrNullObject()
  areas.load('address')
  return areas
}

/** Cells merged side by side in the row that is followed; higher merged areas are left alone. */
function mergeLike(sheet: Excel.Worksheet, addresses: string, { before, count, like }: Insert): void {
  for (const address of addresses.split(',')) {
    const area = parseAddress(address)
    if (area?.top !== like || area.bottom !== like) continue
    for (let row = before; row < before + count; row++)
      sheet.getRange(formatAddress({ ...area, top: row, bottom: row })).merge(false)
  }
}

/** @param rows 1-based, ascending, each once; from the bottom up, row by row where a filter hides some of them */
export async function deleteRows(exchange: Exchange, sheet: Excel.Worksheet, rows: readonly number[]): Promise<void> {
  const blocks = toBlocks(rows)
  const hidden = blocks.map(([top, bottom]) => {
    const range = sheet.getRange(`${top}:${bottom}`)
    range.load('rowHidden')
    return range.untrack()
  })
  await exchange.sync()
  const parts = blocks.flatMap(([top, bottom], at): readonly (readonly [number, number])[] => {
    // In a filtered list Excel deletes only what is shown of a larger selection.
    if (hidden[at]?.rowHidden === false) return [[top, bottom]]
    return Array.from({ length: bottom - top + 1 }, (_, n) => [top + n, top + n])
  })
  exchange.hush()
  const looks = parts.toReversed().map(([top, bottom]) => {
    const below = lookAt(sheet, bottom + 1)
    sheet.getRange(`${top}:${bottom}`).delete('Up')
    return { top, below, moved: lookAt(sheet, top) }
  })
  await exchange.sync(rows.length)
  const wrong = looks.find(({ below, moved }) => !isSame(below, moved))
  if (wrong) throw new OfficeRefusal('unsupported', `row ${wrong.top} was not deleted`)
}

function toBlocks(rows: readonly number[]): readonly (readonly [top: number, bottom: number])[] {
  const blocks: [number, number][] = []
  for (const row of rows) {
    const last = blocks.at(-1)
    if (last && last[1] === row - 1) last[1] = row
    else blocks.push([row, row])
  }
  return blocks
}
