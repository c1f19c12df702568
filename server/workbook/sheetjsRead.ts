// Containers that are not ours to parse (.xls, .xlsb, .et, .ods, SpreadsheetML, HTML) through SheetJS; runs in the worker only.
import { read, set_cptable, type ParsingOptions, type WorkBook } from '@e965/xlsx'
import { err, type Result } from '#shared/kernel/result.ts'
import { decodeCsv } from '#shared/csv/decodeCsv.ts'
import type { Container, FileRefusal, RawWorkbook } from '#shared/workbook/raw.ts'
import { openCompoundFile } from './compoundFile.ts'
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
export async function readBySheetjs(
  bytes: Uint8Array,
  container: Container,
): Promise<Result<RawWorkbook, FileRefusal>> {
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf
  const compound = isCompound ? openCompoundFile(bytes) : undefined
  if (compound && !compound.ok) return compound
  if (!hasCodePages && needsCodePages(bytes, container)) {
    set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
    hasCodePages = true
  }
  let workbook: WorkBook
  try {
    if (container === 'html') {
      const decoded = decodeCsv(bytes, nodeDecode)
      if (!decoded.ok) return decoded
      // raw: an 18-digit number in an HTML table stays text.
      workbook = read(decoded.value.text, { ...options, type: 'string', raw: true })
    } else {
      // The workbook's stream alone spares SheetJS a sixth of its work; as a Buffer it is read a third faster than as an array.
      const stream = compound?.value.readStream('Workbook') ?? bytes
      const isWorkbook = stream[0] === 0x09 && stream[1] === 0x08
      const source = isWorkbook ? stream : bytes
      const buffer = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
      workbook = read(buffer, { ...options, type: 'buffer' })
    }
  } catch (error) {
    return err(refusalOf(error, isCompound))
  }
  return toRawWorkbook(workbook, { container, hasMacros: compound?.value.names.includes('_VBA_PROJECT_CUR') === true })
}

/**
 * Old workbooks (BIFF 2–5) hold text in a code page; since BIFF 8 (1997) it is Unicode. The tables cost 0.3 s to load,
 * so they are left out where the stream of a BIFF 8 workbook is found.
 */
function needsCodePages(bytes: Uint8Array, container: Container): boolean {
  if (container !== 'xls' && container !== 'et' && container !== 'unknown') return false
  const start = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06]
  for (let at = 512; at < bytes.length; at += 64) if (start.every((byte, i) => bytes[at + i] === byte)) return false
  return true
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
