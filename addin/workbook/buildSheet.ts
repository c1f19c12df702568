// A new sheet in the open workbook from a template's blueprint: looks first, then values, then rules, print and marks.
import {
  listSheetName,
  type BlueprintRow,
  type SheetBlueprint,
  type WorkbookBlueprint,
} from '#shared/template/blueprint.ts'
import type { CellInput } from '#shared/workbook/port.ts'
import { columnName } from '#shared/workbook/raw.ts'
import { toPoints } from './addColumn.ts'
import { formatAddress } from './address.ts'
import { toWritten } from './checkInput.ts'
import { dressCost, dressRange, setNumberFormat } from './dressRange.ts'
import type { Exchange } from './exchange.ts'
import { findFreeName } from './freeName.ts'
import { bytesOf, cutByBytes, requestBudget } from './payload.ts'
import { ruleRange } from './ruleRange.ts'
import { addMark } from './showMarks.ts'
import { findStyledBlocks } from './styledBlocks.ts'

/** @param onAdded told the new sheet's name at once, so that it can be taken away when the rest fails */
export async function buildSheet(
  exchange: Exchange,
  { sheet: plan, lists }: WorkbookBlueprint,
  onAdded: (name: string) => void,
): Promise<string> {
  const { context, sync, hush, expect } = exchange
  const { worksheets } = context.workbook
  worksheets.load('items/name')
  await sync()
  const name = findFreeName(
    plan.name,
    worksheets.items.map((sheet) => sheet.name),
  )
  hush()
  const sheet = worksheets.add(name)
  onAdded(name)
  sheet.showGridlines = false
  const firstList = await addLists(exchange, lists)
  const rows = [...plan.head, ...plan.rows, ...plan.foot]
  const blocks = cutByBytes(findStyledBlocks(rows), () => dressCost, requestBudget)
  const bands = cutByBytes(
    rows,
    ({ cells }) => 2 * bytesOf([cells.map(({ value }) => toCell(value, ''))]),
    requestBudget,
  )
  expect({ work: rows.length, batches: blocks.length + bands.length + 1 })
  for (const part of blocks) {
    hush()
    for (const { style, range } of part) {
      const look = plan.styles[style]
      if (!look) continue
      const size = { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 }
      dressRange(sheet.getRange(formatAddress(range)), look, size)
    }
    await sync()
  }
  for (const band of bands) {
    hush()
    writeBand(sheet, band, plan)
    await sync(band.length)
  }
  hush()
  finishSheet(sheet, plan)
  for (const dropDown of plan.dropDowns) ruleRange(sheet, dropDown, firstList)
  for (const mark of plan.marks) addMark(sheet, mark)
  sheet.activate()
  sheet.getRange(`A${plan.body.top}`).select()
  await sync()
  return name
}

/** Rows that follow each other, as one block of values; cells the blueprint does not name are left alone. */
function writeBand(sheet: Excel.Worksheet, rows: readonly BlueprintRow[], plan: SheetBlueprint): void {
  const width = plan.columns.length
  const [first] = rows
  const last = rows.at(-1)
  if (!first || !last) return
  const grid = Array.from({ length: last.row - first.row + 1 }, () =>
    Array.from({ length: width }, (): string | number | boolean | null => null),
  )
  for (const { row, height, cells } of rows) {
    if (height !== null) sheet.getRange(`${row}:${row}`).format.rowHeight = height
    for (const { column, value, style } of cells) {
      const line = grid[row - first.row]
      if (line && value !== null) line[column] = toCell(value, plan.styles[style]?.numberFormat ?? '')
    }
  }
  sheet.getRangeByIndexes(first.row - 1, 0, grid.length, width).values = grid
}

function toCell(value: CellInput, numberFormat: string): string | number | boolean {
  return toWritten(value, numberFormat === '@')
}

function finishSheet(sheet: Excel.Worksheet, plan: SheetBlueprint): void {
  plan.columns.forEach(({ width, hidden }, at) => {
    const column = sheet.getRangeByIndexes(0, at, 1, 1).getEntireColumn()
    column.format.columnWidth = toPoints(width)
    if (hidden) column.columnHidden = true
  })
  for (const merge of plan.merges) sheet.getRange(formatAddress(merge)).merge(false)
  const { rows, columns } = plan.freeze
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRange(`A1:${columnName(columns - 1)}${rows}`))
  else if (rows > 0) sheet.freezePanes.freezeRows(rows)
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns)
  if (plan.filter) sheet.autoFilter.apply(formatAddress(plan.filter))
  layOutPage(sheet, plan)
}

function layOutPage({ pageLayout }: Excel.Worksheet, { print, freeze }: SheetBlueprint): void {
  pageLayout.paperSize = 'A4'
  pageLayout.orientation = print.orientation === 'portrait' ? 'Portrait' : 'Landscape'
  pageLayout.zoom = { horizontalFitToPages: print.pagesWide }
  pageLayout.centerHorizontally = true
  pageLayout.setPrintArea(formatAddress(print.area))
  pageLayout.setPrintTitleRows(`$${print.titles.top}:$${print.titles.bottom}`)
  if (print.pagesWide > 1 && freeze.columns > 0)
    pageLayout.setPrintTitleColumns(`$A:$${columnName(freeze.columns - 1)}`)
  pageLayout.headersFooters.defaultForAllPages.centerFooter = print.footer
}

/** Right of the lists that other sheets of ours have there. @returns the first column taken, 0-based */
async function addLists({ context, sync }: Exchange, lists: readonly (readonly string[])[]): Promise<number> {
  const { worksheets } = context.workbook
  const found = worksheets.getItemOrNullObject(listSheetName)
  const used = found.getUsedRangeOrNullObject(true)
  used.load('columnIndex,columnCount')
  await sync()
  if (lists.length === 0) return 0
  const first = found.isNullObject || used.isNullObject ? 0 : used.columnIndex + used.columnCount
  const sheet = found.isNullObject ? worksheets.add(listSheetName) : found
  if (found.isNullObject) sheet.visibility = 'Hidden'
  lists.forEach((values, at) => {
    const range = sheet.getRangeByIndexes(0, first + at, values.length, 1)
    setNumberFormat(range, '@')
    range.values = values.map((value) => [toWritten({ kind: 'text', text: value }, true)])
  })
  return first
}
