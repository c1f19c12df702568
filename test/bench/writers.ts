// Candidates of G5: 100,000 records as a styled workbook, by us and by exceljs both ways, and the same as plain rows.
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { RecordId } from '#shared/kernel/value.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import { exportTable } from '#shared/template/exportTable.ts'
import type { ExportRecord, TemplateContext } from '#shared/template/context.ts'
import { buildWorkbook } from '#server/workbook/exceljsWorkbook.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { benchDefinition, toBenchValues } from './benchDefinition.ts'
import { benchColumns, benchRows, benchSerial, type BenchRow } from './data.ts'
import type { Candidate } from './goal.ts'

export const module = import.meta.url

const context: TemplateContext = {
  partition: { kind: 'bench', unitId: 'u1', year: 2024 },
  unitName: '基准单位',
  unitKind: 'primary',
  today: '2024-12-31' as PlainDate,
  locale: 'zh-Hans',
  unitFen: 100,
}

function idOf(index: number): RecordId {
  return `01936f3c-0000-7000-8000-${String(index).padStart(12, '0')}` as RecordId
}

/** What is in the file, by our own reader: read outside of the measured time, in its own process. */
export interface Written {
  readonly bytes: number
}

/** `input`: number of rows. */
export const ours: Candidate = async (measure, input) => {
  const records = benchRows(Number(input)).map((row, index): ExportRecord => ({
    id: idOf(index),
    values: toBenchValues(row),
  }))
  const bytes = await measure(() => buildWorkbook(exportTable(benchDefinition, context, records)))
  return { bytes: bytes.length } satisfies Written
}

/** The file of `ours` read again: rows, sum in 分 and texts that must be exact. In a process of its own. */
export const oursChecked: Candidate = async (measure, input) => {
  const rows = benchRows(Number(input))
  const records = rows.map((row, index): ExportRecord => ({
    id: idOf(index),
    values: toBenchValues(row),
  }))
  const bytes = await buildWorkbook(exportTable(benchDefinition, context, records))
  const workbook = await measure(() => readOoxml(bytes, nodeZipPorts))
  if (!workbook.ok) return { refused: workbook.error.code }
  const [sheet] = workbook.value.sheets
  const data = (sheet?.rows ?? []).slice(3, 3 + rows.length)
  const sumFen = data.reduce((sum, row) => sum + Math.round(Number(row.cells[9]) * 100), 0)
  const isExact = data.every((row, i) => row.cells[2] === rows[i]?.idCard && row.cells[11] === rows[i]?.account)
  return { rows: data.length, sumFen, isExact }
}

const border = { style: 'thin' as const }
const box = { top: border, left: border, bottom: border, right: border }
const font = { name: '宋体', size: 11 }
/** The same sixteen columns as ours: those of the list, the blank one for findings, the ids. */
const styles = [...benchColumns, '校验', '同表编号'].map((_, column): Partial<ExcelJS.Style> => {
  const numFmt = column === 5 || column === 10 ? 'yyyy-mm-dd' : column === 7 || column === 9 ? '#,##0.00' : '@'
  return { numFmt, font, ...(column === 15 ? {} : { border: box }) }
})

function cells(row: BenchRow, index: number): readonly (string | number | null)[] {
  const { code, name, idCard, department, post, joined, item, standard, count, amount, paid, account, phone, note } =
    row
  const own = [code, name, idCard, department, post, benchSerial(joined), item, standard, count, amount]
  return [...own, benchSerial(paid), account, phone, note || null, null, idOf(index)]
}

function write(sheet: ExcelJS.Worksheet, rows: readonly BenchRow[], isStream: boolean): void {
  sheet.addRow([...benchColumns, '校验', '同表编号'])
  rows.forEach((row, index) => {
    const line = sheet.addRow([...cells(row, index)])
    for (let column = 0; column < styles.length; column++) line.getCell(column + 1).style = styles[column] ?? {}
    if (isStream) line.commit()
  })
}

/** Style objects shared, as its makers advise. */
export const exceljsFull: Candidate = async (measure, input) => {
  const rows = benchRows(Number(input))
  const bytes = await measure(async () => {
    const workbook = new ExcelJS.Workbook()
    write(workbook.addWorksheet('慰问发放'), rows, false)
    return workbook.xlsx.writeBuffer()
  })
  return { bytes: bytes.byteLength } satisfies Written
}

export const exceljsStream: Candidate = async (measure, input) => {
  const rows = benchRows(Number(input))
  const filename = join(tmpdir(), `tongbiao-bench-stream-${process.pid}.xlsx`)
  await measure(async () => {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useStyles: true, useSharedStrings: false })
    const sheet = workbook.addWorksheet('慰问发放')
    write(sheet, rows, true)
    sheet.commit()
    await workbook.commit()
  })
  const bytes = readFileSync(filename).length
  rmSync(filename)
  return { bytes } satisfies Written
}
