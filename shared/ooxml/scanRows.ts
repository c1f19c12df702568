// `<sheetData>` scanned as bytes in one pass: rows and cells go straight into dense rows, no text or object between.
import type { RawValue } from '../workbook/raw.ts'
import { readFormula, type SharedFormulas } from './cellFormula.ts'
import { cellType, createCellTag, readCellTag, readRowTag, type CellTag } from './cellTag.ts'
import { cutText, valueOfBytes, valueOfText, type CellContext, type CellPlace } from './cellValue.ts'
import { maxColumns, maxRows } from './limits.ts'
import { powerOfTen } from './parseNumber.ts'
import { refuse } from './refusal.ts'
import type { RowBuilder } from './rowBuilder.ts'
import { readStringItem } from './sharedStrings.ts'
import { nextTag, skipElement, skipMarkup, type XmlCursor } from './xmlCursor.ts'
import { decodeText, readText } from './xmlText.ts'

const lt = 0x3c
const gt = 0x3e
const slash = 0x2f
const colon = 0x3a

export interface RowContext extends CellContext {
  readonly builder: RowBuilder
  readonly formulas: SharedFormulas
}

/** One tag as the scan meets it; overwritten from tag to tag. */
interface Scan extends CellPlace {
  /** First byte not yet looked at. */
  at: number
  isClosing: boolean
  nameStart: number
  nameEnd: number
  /** Depth of sheetData. */
  readonly depth: number
}

/** After the opening tag of sheetData; ends after its closing tag. Refuses with `file.cell.ref`, `file.cells.count`, `file.xml.*`. */
export function scanRows(cursor: XmlCursor, context: RowContext): void {
  if (cursor.isEmpty) return
  const { bytes } = cursor
  const tag = createCellTag()
  const scan: Scan = {
    at: cursor.position,
    isClosing: false,
    nameStart: 0,
    nameEnd: 0,
    depth: cursor.depth,
    row: 0,
    column: -1,
    type: 0,
    time: undefined,
  }
  let inRow = false
  for (;;) {
    // Cell after cell, as nearly every writer puts them.
    while (inRow && bytes[scan.at] === lt && bytes[scan.at + 1] === 0x63 && bytes[scan.at + 2] === 0x20) {
      scan.at = readCellTag(cursor, scan.at + 2, tag)
      readCell(cursor, context, tag, scan)
    }
    const start = findTag(cursor, scan)
    const length = scan.nameEnd - scan.nameStart
    const first = bytes[scan.nameStart]
    if (scan.isClosing) {
      if (!inRow) return toCursor(cursor, start, scan.depth)
      context.builder.endRow()
      inRow = false
      scan.at = closingEnd(cursor, scan.nameEnd)
    } else if (inRow && length === 1 && first === 0x63) {
      scan.at = readCellTag(cursor, scan.nameEnd, tag)
      readCell(cursor, context, tag, scan)
    } else if (!inRow && length === 3 && first === 0x72) {
      scan.at = readRowTag(cursor, scan.nameEnd, tag)
      scan.row = tag.row === 0 ? scan.row + 1 : tag.row
      scan.column = -1
      if (scan.row > maxRows) refuse('file.cell.ref', { part: cursor.part, ref: String(scan.row) })
      inRow = !tag.isEmpty
      if (inRow) context.builder.startRow(scan.row, tag.isHidden)
    } else {
      toCursor(cursor, start, inRow ? scan.depth + 1 : scan.depth)
      skipElement(cursor)
      scan.at = cursor.position
    }
  }
}

function readCell(cursor: XmlCursor, context: RowContext, tag: CellTag, scan: Scan): void {
  if (tag.row !== 0 && tag.row !== scan.row)
    refuse('file.cell.ref', { part: cursor.part, ref: `${tag.row}≠${scan.row}` })
  const column = tag.column >= 0 ? tag.column : scan.column + 1
  if (column >= maxColumns) refuse('file.cell.ref', { part: cursor.part, ref: String(column) })
  scan.column = column
  const style = context.styles.styleOf[tag.style]
  if (style !== undefined && style !== 0) context.builder.setStyle(column, style)
  if (tag.isEmpty) return
  scan.type = tag.type
  scan.time = context.styles.timeOf[tag.style]
  if (tag.type <= cellType.shared && readPlainCell(cursor, context, scan)) return
  const { bytes } = cursor
  let value: RawValue = null
  let formula: string | undefined
  for (;;) {
    const start = findTag(cursor, scan)
    if (scan.isClosing) {
      scan.at = closingEnd(cursor, scan.nameEnd)
      break
    }
    const length = scan.nameEnd - scan.nameStart
    const first = bytes[scan.nameStart]
    if (length === 1 && first === 0x76) value = readContent(cursor, context, scan, start)
    else if (length === 1 && first === 0x66) formula = readFormulaText(cursor, context, scan, start)
    else {
      toCursor(cursor, start, scan.depth + 2)
      if (length === 2 && first === 0x69) value = cutText(readStringItem(cursor), cursor, context, scan)
      else skipElement(cursor)
      scan.at = cursor.position
    }
  }
  if (value !== null || formula !== undefined) context.builder.setCell(column, value, formula)
}

/** `<v>123.45</v></c>` in one go: a number or a shared text; false (nothing moved) for all else. */
function readPlainCell(cursor: XmlCursor, context: RowContext, scan: Scan): boolean {
  const { bytes } = cursor
  let at = scan.at
  if (bytes[at] !== lt || bytes[at + 1] !== 0x76 || bytes[at + 2] !== gt) return false
  at += 3
  const isNegative = bytes[at] === 0x2d
  if (isNegative) at++
  const start = at
  let mantissa = 0
  let point = 0
  let byte = bytes[at] as number
  for (; ; byte = bytes[++at] as number) {
    if (byte >= 0x30 && byte <= 0x39) mantissa = mantissa * 10 + byte - 0x30
    else if (byte === 0x2e && point === 0) point = at
    else break
  }
  // Fifteen digits and a point: exact as a double, and so is the power of ten.
  if (at === start || at - start > (point === 0 ? 15 : 16) || byte !== lt) return false
  if (bytes[at + 1] !== slash || bytes[at + 2] !== 0x76 || bytes[at + 3] !== gt) return false
  if (bytes[at + 4] !== lt || bytes[at + 5] !== slash || bytes[at + 6] !== 0x63 || bytes[at + 7] !== gt) return false
  if (point !== 0 && at - start === 1) return false
  let value: RawValue
  if (scan.type === cellType.shared) {
    const text = context.strings[mantissa]
    if (text === undefined || text === '' || text.length > cursor.limits.cellText || isNegative || point !== 0)
      return false
    value = text
  } else {
    if (point !== 0) mantissa /= powerOfTen(at - point - 1)
    value =
      scan.time === undefined
        ? isNegative && mantissa !== 0
          ? -mantissa
          : mantissa
        : context.cache.dateOf(isNegative ? -mantissa : mantissa, scan.time)
  }
  context.builder.setCell(scan.column, value, undefined)
  scan.at = at + 8
  return true
}

/** `<v>…</v>` */
function readContent(cursor: XmlCursor, context: RowContext, scan: Scan, start: number): RawValue {
  const end = plainEnd(cursor, scan)
  if (end >= 0) {
    const value = valueOfBytes(cursor, context, scan, scan.nameEnd + 1, end)
    scan.at = closingEnd(cursor, end)
    return value
  }
  toCursor(cursor, start, scan.depth + 2)
  const value = valueOfText(readText(cursor), cursor, context, scan)
  scan.at = cursor.position
  return value
}

/** `<f>…</f>` */
function readFormulaText(cursor: XmlCursor, context: RowContext, scan: Scan, start: number): string {
  const end = plainEnd(cursor, scan)
  if (end >= 0) {
    const text = decodeText(cursor, scan.nameEnd + 1, end)
    scan.at = closingEnd(cursor, end)
    return text
  }
  toCursor(cursor, start, scan.depth + 2)
  const text = readFormula(cursor, context.formulas, scan)
  scan.at = cursor.position
  return text
}

/** End of the text of an element without attributes that holds nothing but text; −1 for others. */
function plainEnd(cursor: XmlCursor, scan: Scan): number {
  const { bytes } = cursor
  if (bytes[scan.nameEnd] !== gt) return -1
  let at = scan.nameEnd + 1
  while (at < bytes.length && bytes[at] !== lt) at++
  if (at - scan.nameEnd > cursor.limits.xmlText)
    refuse('file.xml.text', { part: cursor.part, limit: cursor.limits.xmlText })
  return bytes[at + 1] === slash ? at : -1
}

/** Goes to the next tag from `scan.at`, past comments, and says where it begins; prefixes are left out of its name. */
function findTag(cursor: XmlCursor, scan: Scan): number {
  const { bytes } = cursor
  let at = scan.at
  for (;;) {
    const from = at
    while (bytes[at] !== lt) if (++at >= bytes.length) refuse('file.xml.damaged', { part: cursor.part })
    if (at - from > cursor.limits.xmlText) refuse('file.xml.text', { part: cursor.part, limit: cursor.limits.xmlText })
    const next = bytes[at + 1]
    if (next !== 0x21 && next !== 0x3f) break
    at = skipMarkup(cursor, at)
  }
  scan.isClosing = bytes[at + 1] === slash
  let nameStart = at + (scan.isClosing ? 2 : 1)
  let end = nameStart
  for (let byte = bytes[end] as number; byte > 0x20 && byte !== gt && byte !== slash; byte = bytes[++end] as number)
    if (byte === colon) nameStart = end + 1
  if (end === nameStart) refuse('file.xml.damaged', { part: cursor.part })
  scan.nameStart = nameStart
  scan.nameEnd = end
  return at
}

function closingEnd(cursor: XmlCursor, from: number): number {
  const { bytes } = cursor
  let at = from
  while (bytes[at] !== gt) if (++at >= bytes.length) refuse('file.xml.damaged', { part: cursor.part })
  return at + 1
}

/** The general cursor takes over at the tag that begins at `start`, `depth` elements being open around it. */
function toCursor(cursor: XmlCursor, start: number, depth: number): void {
  cursor.position = start
  cursor.depth = depth
  nextTag(cursor)
}
