// Containers that are not ours to parse (.xls, .xlsb, .et, .ods, SpreadsheetML, HTML) through SheetJS; runs in the worker only.
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { read, set_cptable, type ParsingOptions, type WorkBook } from '@e965/xlsx'
import { err, type Result } from '#shared/kernel/result.ts'
import { decodeCsv } from '#shared/csv/decodeCsv.ts'
import type { Container, FileRefusal, RawWorkbook } from '#shared/workbook/raw.ts'
import { checkCompoundFile } from './compoundFile.ts'
import { nodeDecode } from './nodeDecode.ts'
import { toRawWorkbook } from './sheetjsAdapter.ts'

/** Nothing formatted, nothing made into HTML, dates as the serials they are. */
const options: ParsingOptions = {
  dense: true,
  cellDates: false,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: true,
  cellStyles: true,
}

let hasCodePages = false

/** Refusals: `file.encrypted`, `file.cfb.damaged`, `file.unreadable`, `file.no-cells`, `file.cells.count`, `file.merge.count`, `csv.encoding`. */
export function readBySheetjs(bytes: Uint8Array, container: Container): Result<RawWorkbook, FileRefusal> {
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf
  if (isCompound) {
    const checked = checkCompoundFile(bytes)
    if (!checked.ok) return checked
  }
  if (!hasCodePages) {
    set_cptable(codePages)
    hasCodePages = true
  }
  let workbook: WorkBook
  try {
    if (container === 'html') {
      const decoded = decodeCsv(bytes, nodeDecode)
      if (!decoded.ok) return decoded
      // raw: an 18-digit number in an HTML table stays text.
      workbook = read(decoded.value.text, { ...options, type: 'string', raw: true })
    } else workbook = read(bytes, { ...options, type: 'array' })
  } catch (error) {
    return err(refusalOf(error, isCompound))
  }
  return toRawWorkbook(workbook, container)
}

/** SheetJS throws errors, strings and, on odd files, TypeErrors of its own. */
function refusalOf(error: unknown, isCompound: boolean): FileRefusal {
  if (error instanceof RangeError && /memory|allocation|array length/i.test(error.message))
    return { code: 'file.memory', params: {} }
  const text = error instanceof Error ? error.message : typeof error === 'string' ? error : ''
  if (/password|encrypt/i.test(text)) return { code: 'file.encrypted', params: { how: 'workbook' } }
  return isCompound
    ? { code: 'file.cfb.damaged', params: { what: 'records' } }
    : { code: 'file.unreadable', params: {} }
}
