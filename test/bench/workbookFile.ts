// The benchmark sheet as an .xlsx written by exceljs: merged title, header, bordered rows, a total with SUM.
import { createRequire } from 'node:module'
import type ExcelJS from 'exceljs'
import { benchColumns, benchFile, benchRows, benchSerial, type BenchRow } from './data.ts'

const exceljs = createRequire(import.meta.url)('exceljs') as typeof ExcelJS

/** Path of `count` rows as a styled workbook; made once, kept in the temporary folder. */
export function benchWorkbook(count: number): Promise<string> {
  return benchFile(`welfare-${count}.xlsx`, async (path) => {
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: true })
    const sheet = workbook.addWorksheet('慰问发放')
    const border = { style: 'thin' as const }
    const box = { top: border, left: border, bottom: border, right: border }
    sheet.mergeCells(1, 1, 1, benchColumns.length)
    const title = sheet.getRow(1)
    title.getCell(1).value = '2024 年度职工慰问发放明细表'
    title.getCell(1).font = { bold: true, size: 16 }
    title.commit()
    const header = sheet.getRow(2)
    header.values = [...benchColumns]
    header.eachCell((cell) => {
      cell.font = { bold: true }
      cell.border = box
    })
    header.commit()
    benchRows(count).forEach((row, i) => {
      const line = sheet.getRow(i + 3)
      benchCells(row).forEach((value, column) => {
        const cell = line.getCell(column + 1)
        cell.value = value
        cell.border = box
        if (column === 5 || column === 10) cell.numFmt = 'yyyy-mm-dd'
        if (column === 7 || column === 9) cell.numFmt = '#,##0.00'
      })
      line.commit()
    })
    const total = sheet.getRow(count + 3)
    total.getCell(1).value = '合计'
    total.getCell(10).value = { formula: `SUM(J3:J${count + 2})`, result: 0 }
    total.commit()
    sheet.commit()
    await workbook.commit()
  })
}

/** In the order of `benchColumns`; days as dates, '' as blank. */
export function benchCells(row: BenchRow): readonly (string | number | Date | null)[] {
  const { code, name, idCard, department, post, joined, item, standard, count, amount, paid, account, phone, note } =
    row
  const day = (text: string): Date => new Date((benchSerial(text) - 25569) * 86_400_000)
  return [
    code,
    name,
    idCard,
    department,
    post,
    day(joined),
    item,
    standard,
    count,
    amount,
    day(paid),
    account,
    phone,
    note || null,
  ]
}
