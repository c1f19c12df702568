// The host's workbook as a real .xlsx, written by exceljs: contents, number formats, looks that came from the file.
import ExcelJS from 'exceljs'
import { fileLook } from './loadXlsx.ts'
import { formatBox } from './model/area.ts'
import type { Book } from './model/book.ts'
import { plainValue } from './model/formatText.ts'
import { headerNames } from './model/growTables.ts'
import type { Cell, Sheet } from './model/sheet.ts'

export async function saveXlsx(book: Book): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const sheet of book.sheets) {
    const state =
      sheet.visibility === 'VeryHidden' ? 'veryHidden' : sheet.visibility === 'Hidden' ? 'hidden' : 'visible'
    saveSheet(sheet, workbook.addWorksheet(sheet.name, { state }))
  }
  for (const { name, formula } of book.names) workbook.definedNames.add(formula.slice(1), name)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function saveSheet(sheet: Sheet, to: ExcelJS.Worksheet): void {
  for (const [row, cells] of sheet.cells) {
    for (const [column, cell] of cells) {
      const target = to.getCell(row + 1, column + 1)
      target.value = toValue(cell)
      target.style = toStyle(cell)
    }
  }
  for (const [column, points] of sheet.columnWidths) to.getColumn(column + 1).width = ((points * 96) / 72 - 5) / 7
  for (const column of sheet.hiddenColumns) to.getColumn(column + 1).hidden = true
  for (const [row, points] of sheet.rowHeights) to.getRow(row + 1).height = points
  for (const row of [...sheet.hiddenRows, ...sheet.filteredRows]) to.getRow(row + 1).hidden = true
  for (const merge of sheet.merges) to.mergeCells(formatBox(merge))
  for (const { box, content } of sheet.notes) to.getCell(box.top + 1, box.left + 1).note = content.text
  if (sheet.filter) to.autoFilter = formatBox(sheet.filter.box)
  for (const table of sheet.tables) {
    const { box } = table
    const rows = Array.from({ length: box.bottom - box.top }, (_, at) =>
      Array.from({ length: box.right - box.left + 1 }, (_unused, column) => {
        const cell = sheet.cells.get(box.top + 1 + at)?.get(box.left + column)
        return cell ? toValue(cell) : null
      }),
    )
    const columns = headerNames(sheet, table).map((name) => ({ name, filterButton: true }))
    to.addTable({
      name: table.name,
      ref: formatBox({ ...box, bottom: box.top, right: box.left }),
      headerRow: true,
      columns,
      rows,
    })
  }
}

function toValue({ value, formula }: Cell): ExcelJS.CellValue {
  if (formula !== undefined) return { formula: formula.slice(1), result: plainValue(value) }
  if (value === '') return null
  return typeof value === 'object' ? { error: value.error as ExcelJS.CellErrorValue['error'] } : value
}

function toStyle({ format }: Cell): Partial<ExcelJS.Style> {
  const own = (format[fileLook] ?? {}) as Partial<ExcelJS.Style>
  const color = format['format/fill/color']
  const bold = format['format/font/bold']
  const { numberFormat } = format
  return {
    ...own,
    ...(typeof numberFormat === 'string' ? { numFmt: numberFormat } : {}),
    ...(typeof color === 'string'
      ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${color.slice(1)}` } } }
      : {}),
    ...(bold === true ? { font: { ...own.font, bold } } : {}),
  }
}
