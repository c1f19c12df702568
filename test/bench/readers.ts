// The readers that are measured: ours and the libraries people use, each giving row count and Σ金额 in 分 as a check.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type ExcelJS from 'exceljs'
import type * as ReadExcelFile from 'read-excel-file/node'
import type * as SheetJS from '@e965/xlsx'
import { readFile } from '#server/workbook/readFile.ts'
import type { Candidate } from './goal.ts'

export const module = import.meta.url
const require = createRequire(import.meta.url)
const amountColumn = 9

export interface Found {
  readonly rows: number
  readonly sumFen: number
  readonly idCard: unknown
}

/** Our own: bytes → RawWorkbook, as the server does it. */
export const ours: Candidate = async (measure, path) => {
  const bytes = readFileSync(path)
  const read = await measure(() => readFile(bytes, path))
  if (!read.ok) throw new Error(read.error.code)
  const rows = read.value.sheets[0]?.rows ?? []
  return check(rows.map((row) => row.cells))
}

/** The same without a worker, as the command line does it. */
export const oursHere: Candidate = async (measure, path) => {
  const bytes = readFileSync(path)
  const read = await measure(() => readFile(bytes, path, { where: 'here' }))
  if (!read.ok) throw new Error(read.error.code)
  return check((read.value.sheets[0]?.rows ?? []).map((row) => row.cells))
}

export const exceljs: Candidate = async (measure, path) => {
  const library = require('exceljs') as typeof ExcelJS
  const bytes = readFileSync(path)
  const workbook = new library.Workbook()
  await measure(() => workbook.xlsx.load(bytes as never))
  const rows: unknown[][] = []
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
  return check(rows)
}

export const readExcelFile: Candidate = async (measure, path) => {
  const library = (await import('read-excel-file/node')) as typeof ReadExcelFile
  const bytes = readFileSync(path)
  const sheets = (await measure(() => library.default(bytes))) as unknown as readonly { readonly data: unknown[][] }[]
  return check(sheets[0]?.data ?? (sheets as unknown as unknown[][]))
}

/** Dense, and for text the code page of Chinese Windows, as its users must set it. */
export const sheetjs: Candidate = async (measure, path) => {
  const library = require('@e965/xlsx') as typeof SheetJS
  library.set_cptable(require('@e965/xlsx/dist/cpexcel.js') as unknown)
  const bytes = readFileSync(path)
  const options = path.endsWith('.csv') ? { dense: true, codepage: 936, raw: true } : { dense: true }
  const workbook = await measure(() => library.read(bytes, options))
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? '']
  const data = (sheet?.['!data'] ?? []) as readonly (readonly ({ readonly v?: unknown } | undefined)[])[]
  return check(data.map((row) => Array.from(row, (cell) => cell?.v)))
}

/** Data rows begin with W and six digits. */
function check(rows: readonly (readonly unknown[])[]): Found {
  const data = rows.filter((row) => /^W\d{6}$/.test(typeof row[0] === 'string' ? row[0] : ''))
  const sumFen = data.reduce((sum, row) => sum + Math.round(Number(row[amountColumn]) * 100), 0)
  return { rows: data.length, sumFen, idCard: data[0]?.[2] }
}
