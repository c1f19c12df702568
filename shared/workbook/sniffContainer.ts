// What kind of file it is, told from its bytes; the name only says whether the two agree.
import type { Finding } from '../kernel/finding.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Container, FileRefusal } from './raw.ts'

export interface SniffedFile {
  /** For packages and text this is what they look like; the reader has the last word. */
  readonly container: Container
  /** `file.extension` when name and content disagree. */
  readonly findings: readonly Finding[]
}

const byExtension: Readonly<Record<string, readonly Container[]>> = {
  xlsx: ['xlsx'],
  xlsm: ['xlsm', 'xlsx'],
  xltx: ['xlsx'],
  xltm: ['xlsm', 'xlsx'],
  xlsb: ['xlsb'],
  xls: ['xls'],
  xlt: ['xls'],
  et: ['et', 'xls'],
  ett: ['et', 'xls'],
  ods: ['ods'],
  fods: ['ods'],
  ots: ['ods'],
  csv: ['csv'],
  tsv: ['csv'],
  txt: ['csv'],
  htm: ['html'],
  html: ['html'],
  xml: ['spreadsheetml'],
  slk: ['unknown'],
}
/** Office packages: plain text under such a name is a mistake, not a table. */
const packageNames = new Set(['xlsx', 'xlsm', 'xltx', 'xltm', 'xlsb', 'ods', 'ots'])

/** Refusals: `file.empty`, `file.type`, `file.encrypted`, `file.archive.damaged`, `file.xml.dtd`. */
export function sniffContainer(bytes: Uint8Array, name: string): Result<SniffedFile, FileRefusal> {
  if (bytes.length === 0) return err({ code: 'file.empty', params: {} })
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  const found = containerOf(bytes, extension)
  if (!found.ok) return found
  const expected = byExtension[extension]
  const agrees = expected === undefined || expected.includes(found.value)
  const params = { extension: extension === '' ? '–' : `.${extension}`, container: found.value }
  const finding: Finding = { code: 'file.extension', severity: 'hint', location: {}, params }
  return ok({ container: found.value, findings: agrees ? [] : [finding] })
}

function containerOf(bytes: Uint8Array, extension: string): Result<Container, FileRefusal> {
  if (startsWith(bytes, [0x50, 0x4b])) return packageOf(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compoundOf(bytes, extension)
  if (isBareBiff(bytes)) return ok('xls')
  const what = knownForeign(bytes)
  if (what !== undefined) return err({ code: 'file.type', params: { what } })
  const head = asciiHead(bytes, 4096)
  const markup = markupOf(head, bytes)
  if (markup !== undefined) return markup
  if (findAscii(bytes, 'PK\u0005\u0006', Math.max(0, bytes.length - 70_000)) >= 0)
    return err({ code: 'file.archive.damaged', params: { what: 'junk' } })
  if (head.startsWith('ID;P')) return ok('unknown')
  if (!isText(bytes)) return err({ code: 'file.type', params: { what: 'binary' } })
  return packageNames.has(extension) ? err({ code: 'file.type', params: { what: 'text' } }) : ok('csv')
}

function packageOf(bytes: Uint8Array): Result<Container, FileRefusal> {
  if (findAscii(bytes, '%PDF-', 0, 1024) >= 0) return err({ code: 'file.type', params: { what: 'pdf' } })
  // An OpenDocument file names its type, uncompressed, as its first entry.
  if (findAscii(bytes, 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 0, 256) >= 0) return ok('ods')
  // The directory lies at the end.
  const tail = Math.max(0, bytes.length - 300_000)
  if (findAscii(bytes, 'xl/workbook.bin', tail) >= 0) return ok('xlsb')
  if (findAscii(bytes, 'vbaProject.bin', tail) >= 0) return ok('xlsm')
  return ok('xlsx')
}

/** Old Office files: the directory names their streams in UTF-16. */
function compoundOf(bytes: Uint8Array, extension: string): Result<Container, FileRefusal> {
  const has = (stream: string): boolean => findAscii(bytes, stream.split('').join('\0'), 512) >= 0
  if (has('EncryptedPackage')) return err({ code: 'file.encrypted', params: { how: 'package' } })
  if (has('Workbook') || has('Book')) return ok(extension === 'et' || extension === 'ett' ? 'et' : 'xls')
  if (has('WordDocument') || has('PowerPoint Document')) return err({ code: 'file.type', params: { what: 'office' } })
  return ok('xls')
}

/** BIFF 2–4 begin with their first record, in no container: 09 0x, length 4 or 6, version, type of sheet. */
function isBareBiff(bytes: Uint8Array): boolean {
  const [a, b = 255, length = 0, high] = bytes
  return a === 0x09 && (b === 0 || b === 2 || b === 4 || b === 8) && high === 0 && length >= 4 && length <= 16
}

function knownForeign(bytes: Uint8Array): string | undefined {
  if (findAscii(bytes, '%PDF-', 0, 1024) >= 0) return 'pdf'
  if (
    startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
    startsWith(bytes, [0xff, 0xd8, 0xff]) ||
    startsWith(bytes, [0x47, 0x49, 0x46, 0x38])
  )
    return 'image'
  if (
    startsWith(bytes, [0x1f, 0x8b]) ||
    startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf]) ||
    startsWith(bytes, [0x52, 0x61, 0x72, 0x21])
  )
    return 'archive'
  if (startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46]) || startsWith(bytes, [0x4d, 0x5a, 0x90])) return 'program'
  return undefined
}

/** HTML and XML dialects; undefined when it is neither. */
function markupOf(head: string, bytes: Uint8Array): Result<Container, FileRefusal> | undefined {
  const text = head.replace(/^[\s\u00ef\u00bb\u00bf\u00fe\u00ff]+/, '')
  if (/^(<!--[^]{0,2000}?-->\s*)?<(!doctype\s+html|html|head|body|meta|table|style|center)[\s>]/i.test(text))
    return ok('html')
  if (!/^<\?xml\s|^<([a-z]{1,20}:)?(workbook|document)[\s>]/i.test(text)) return undefined
  const isSpreadsheet = text.includes('urn:schemas-microsoft-com:office:spreadsheet')
  if (/<!doctype\s+html|<html[\s>]/i.test(text) && !isSpreadsheet) return ok('html')
  if (/<!(doctype|entity)/i.test(text) || findAscii(bytes, '<!ENTITY', 0) >= 0)
    return err({ code: 'file.xml.dtd', params: { part: '–' } })
  if (isSpreadsheet) return ok('spreadsheetml')
  if (text.includes('urn:oasis:names:tc:opendocument:xmlns:office')) return ok('ods')
  return err({ code: 'file.type', params: { what: 'xml' } })
}

/** Control characters (but TAB, LF, CR and a few NULs) are rare in text; UTF-16 counts as text. */
function isText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true
  const length = Math.min(bytes.length, 65_536)
  let controls = 0
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number
    if (byte === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1
    else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1a) controls++
  }
  const [even = 0, odd = 0] = zeros
  const isWide = Math.max(even, odd) > length * 0.2 && Math.min(even, odd) < length * 0.02
  return controls <= length * 0.01 + 1 && (isWide || even + odd <= length * 0.25)
}

/** Bytes as Latin-1, NULs left out, so that UTF-16 markup is told too. */
function asciiHead(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length).filter((byte) => byte !== 0))
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

function findAscii(bytes: Uint8Array, text: string, from: number, to: number = bytes.length): number {
  const first = text.charCodeAt(0)
  const last = Math.min(bytes.length, to) - text.length
  for (let at = bytes.indexOf(first, from); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    let i = 1
    while (i < text.length && bytes[at + i] === text.charCodeAt(i)) i++
    if (i === text.length) return at
  }
  return -1
}
