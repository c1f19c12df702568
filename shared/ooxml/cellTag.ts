// The opening tags of rows and cells, read byte by byte: the innermost loop of reading a sheet.
import { maxColumns, maxRows } from './limits.ts'
import { parseIndex, parseNumber } from './parseNumber.ts'
import { refuse } from './refusal.ts'
import type { XmlCursor } from './xmlCursor.ts'

const gt = 0x3e
const slash = 0x2f
const equals = 0x3d
const zero = 0x30
const nine = 0x39

export const cellType = { number: 0, shared: 1, text: 2, boolean: 3, error: 4, date: 5, inline: 6 } as const

/** Overwritten at every tag. */
export interface CellTag {
  /** 1-based by `r`, 0 when missing. */
  row: number
  /** 0-based by `r`, −1 when missing. */
  column: number
  /** Index of the cell format. */
  style: number
  /** One of `cellType`. */
  type: number
  isHidden: boolean
  isEmpty: boolean
}

export function createCellTag(): CellTag {
  return { row: 0, column: -1, style: 0, type: 0, isHidden: false, isEmpty: false }
}

/** @param from first byte after `c`; @returns position after the tag's `>`. Refuses with `file.cell.ref`, `file.xml.*`. */
export function readCellTag(cursor: XmlCursor, from: number, tag: CellTag): number {
  const { bytes } = cursor
  let at = from
  tag.row = 0
  tag.column = -1
  tag.style = 0
  tag.type = cellType.number
  // What nearly every writer puts: ` r="B12" s="3" t="s"`, in any order; all else is read by the slow way.
  while (bytes[at] === 0x20 && bytes[at + 2] === equals && bytes[at + 3] === 0x22) {
    const name = bytes[at + 1]
    let end = at + 4
    let byte = bytes[end] as number
    if (name === 0x72) {
      let column = 0
      for (; byte >= 0x41 && byte <= 0x5a && column <= maxColumns; byte = bytes[++end] as number)
        column = column * 26 + byte - 0x40
      let row = 0
      for (; byte >= zero && byte <= nine && row <= maxRows; byte = bytes[++end] as number) row = row * 10 + byte - zero
      if (byte !== 0x22 || column === 0 || column > maxColumns || row === 0 || row > maxRows) break
      tag.column = column - 1
      tag.row = row
    } else if (name === 0x73) {
      let style = 0
      for (; byte >= zero && byte <= nine && style < 100_000; byte = bytes[++end] as number)
        style = style * 10 + byte - zero
      if (byte !== 0x22) break
      tag.style = style
    } else if (name === 0x74 && byte === 0x73 && bytes[end + 1] === 0x22) {
      tag.type = cellType.shared
      end++
    } else break
    at = end + 1
  }
  if (bytes[at] === gt) {
    tag.isEmpty = false
    return at + 1
  }
  return readAttributes(cursor, at, tag, false)
}

/** @param from first byte after `row` */
export function readRowTag(cursor: XmlCursor, from: number, tag: CellTag): number {
  tag.row = 0
  tag.isHidden = false
  return readAttributes(cursor, from, tag, true)
}

function readAttributes(cursor: XmlCursor, from: number, tag: CellTag, isRow: boolean): number {
  const { bytes } = cursor
  let at = from
  for (;;) {
    let byte = bytes[at] as number
    while (byte <= 0x20) byte = bytes[++at] as number
    if (byte === gt) {
      tag.isEmpty = false
      return at + 1
    }
    if (byte === slash && bytes[at + 1] === gt) {
      tag.isEmpty = true
      return at + 2
    }
    const nameStart = at
    while (byte !== equals) {
      if (byte === undefined || byte === gt || at - nameStart > 256) refuse('file.xml.damaged', { part: cursor.part })
      byte = bytes[++at] as number
    }
    const nameLength = at - nameStart
    byte = bytes[++at] as number
    while (byte <= 0x20) byte = bytes[++at] as number
    if (byte !== 0x22 && byte !== 0x27) refuse('file.xml.damaged', { part: cursor.part })
    const valueStart = ++at
    while (at < bytes.length && bytes[at] !== byte) at++
    if (at >= bytes.length) refuse('file.xml.damaged', { part: cursor.part })
    if (at - valueStart > cursor.limits.xmlText)
      refuse('file.xml.text', { part: cursor.part, limit: cursor.limits.xmlText })
    const name = nameLength === 1 ? (bytes[nameStart] as number) : 0
    takeAttribute(cursor, tag, { isRow, name, nameStart, nameLength, valueStart, valueEnd: at })
    at++
  }
}

interface AttributeSpan {
  readonly isRow: boolean
  /** The name when it is one letter, else 0. */
  readonly name: number
  readonly nameStart: number
  readonly nameLength: number
  readonly valueStart: number
  readonly valueEnd: number
}

function takeAttribute(cursor: XmlCursor, tag: CellTag, span: AttributeSpan): void {
  const { bytes } = cursor
  const { name, valueStart, valueEnd } = span
  if (span.isRow) takeRowAttribute(cursor, tag, span)
  else if (name === 0x72) readReference(cursor, tag, span)
  else if (name === 0x73) tag.style = Math.max(0, parseIndex(bytes, valueStart, valueEnd))
  else if (name === 0x74) tag.type = typeOf(bytes, valueStart, valueEnd)
}

function takeRowAttribute(cursor: XmlCursor, tag: CellTag, span: AttributeSpan): void {
  const { bytes } = cursor
  const { name, nameStart, nameLength, valueStart, valueEnd } = span
  if (name === 0x72) {
    tag.row = parseIndex(bytes, valueStart, valueEnd)
    if (tag.row < 1 || tag.row > maxRows) refuseReference(cursor, valueStart, valueEnd)
  } else if (nameLength === 6 && bytes[nameStart] === 0x68 && bytes[nameStart + 5] === 0x6e) {
    // hidden="1" or "true"
    if (bytes[valueStart] === 0x31 || bytes[valueStart] === 0x74) tag.isHidden = true
  } else if (nameLength === 2 && bytes[nameStart] === 0x68 && bytes[nameStart + 1] === 0x74) {
    if (parseNumber(bytes, valueStart, valueEnd) === 0) tag.isHidden = true
  }
}

/** `B12`; column letters in either case, as some exporters write them. */
function readReference(cursor: XmlCursor, tag: CellTag, span: AttributeSpan): void {
  const { bytes } = cursor
  const { valueStart, valueEnd } = span
  let at = valueStart
  let column = 0
  for (; at < valueEnd; at++) {
    const letter = ((bytes[at] as number) | 0x20) - 0x60
    if (letter < 1 || letter > 26 || (bytes[at] as number) < 0x41) break
    column = column * 26 + letter
    if (column > maxColumns) refuseReference(cursor, valueStart, valueEnd)
  }
  const row = parseIndex(bytes, at, valueEnd)
  if (column === 0 || row < 1 || row > maxRows) refuseReference(cursor, valueStart, valueEnd)
  tag.column = column - 1
  tag.row = row
}

function refuseReference(cursor: XmlCursor, start: number, end: number): never {
  const text = cursor.decodeUtf8(cursor.bytes, start, Math.min(end, start + 40))
  return refuse('file.cell.ref', { part: cursor.part, ref: text })
}

/** By length and first letter: n, s, b, e, d, str, inlineStr; others are read as text. */
function typeOf(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start]
  if (end - start === 1) {
    if (first === 0x73) return cellType.shared
    if (first === 0x6e) return cellType.number
    if (first === 0x62) return cellType.boolean
    if (first === 0x65) return cellType.error
    if (first === 0x64) return cellType.date
  }
  return first === 0x69 ? cellType.inline : cellType.text
}
