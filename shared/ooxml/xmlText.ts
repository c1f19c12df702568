// Text of elements and attributes: entities, CDATA, line ends, and Excel's own `_xHHHH_` escapes.
import { refuse } from './refusal.ts'
import { matches, nextTag, skipMarkup, type XmlCursor } from './xmlCursor.ts'

const lt = 0x3c
const slash = 0x2f
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** After an opening tag: its text up to the closing tag, children's text left out; the cursor ends after the closing tag. */
export function readText(cursor: XmlCursor): string {
  if (cursor.isEmpty) return ''
  const { bytes } = cursor
  const own = cursor.depth
  let text = ''
  for (;;) {
    const start = cursor.position
    let at = start
    while (at < bytes.length && bytes[at] !== lt) at++
    if (at - start + text.length > cursor.limits.xmlText)
      refuse('file.xml.text', { part: cursor.part, limit: cursor.limits.xmlText })
    if (at > start && cursor.depth === own) text += decodeText(cursor, start, at)
    cursor.position = at
    if (bytes[at + 1] !== slash && matches(bytes, at, '<![CDATA[')) {
      const end = skipMarkup(cursor, at)
      if (end - at > cursor.limits.xmlText) refuse('file.xml.text', { part: cursor.part, limit: cursor.limits.xmlText })
      if (cursor.depth === own) text += cursor.decodeUtf8(bytes, at + 9, end - 3)
      cursor.position = end
    } else if (bytes[at + 1] === 0x21 || bytes[at + 1] === 0x3f) cursor.position = skipMarkup(cursor, at)
    else if (!nextTag(cursor)) return text
    else if (cursor.isClosing && cursor.depth < own) return text
  }
}

/** Bytes [start, end) as text: entities resolved, CR LF and CR read as LF. */
export function decodeText(cursor: XmlCursor, start: number, end: number): string {
  const text = cursor.decodeUtf8(cursor.bytes, start, end)
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return lines.includes('&') ? decodeEntities(lines) : lines
}

/** An entity that is none of XML's five stays as it is written: without a DTD it means nothing. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{1,8}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
    },
  )
}

/** `_x000D_` → CR, `_x005F_x0041_` → `_x0041_`: how Excel writes characters that XML has no place for. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The attribute of the current tag with this local name, or undefined. Prefixed ones match by what follows the colon. */
export function attribute(cursor: XmlCursor, name: string): string | undefined {
  let found: string | undefined
  eachAttribute(cursor, (start, end, valueStart, valueEnd) => {
    if (found === undefined && end - start === name.length && matches(cursor.bytes, start, name))
      found = decodeText(cursor, valueStart, valueEnd)
  })
  return found
}

/** A whole number ≥ 0, or undefined when the attribute is missing or no such number. */
export function numberAttribute(cursor: XmlCursor, name: string): number | undefined {
  const text = attribute(cursor, name)
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

export function flagAttribute(cursor: XmlCursor, name: string): boolean {
  const text = attribute(cursor, name)
  return text === '1' || text === 'true' || text === 'on'
}

/** Local name and value of each attribute, as byte positions; namespace declarations are passed over. */
function eachAttribute(
  cursor: XmlCursor,
  visit: (start: number, end: number, valueStart: number, valueEnd: number) => void,
): void {
  const { bytes, tagEnd } = cursor
  let count = 0
  for (let at = cursor.nameEnd; at < tagEnd;) {
    while (at < tagEnd && ((bytes[at] as number) <= 0x20 || bytes[at] === slash)) at++
    if (at >= tagEnd) return
    const first = at
    let start = at
    while (at < tagEnd && bytes[at] !== 0x3d && (bytes[at] as number) > 0x20) {
      if (bytes[at] === 0x3a) start = at + 1
      at++
    }
    const end = at
    while (at < tagEnd && (bytes[at] as number) <= 0x20) at++
    if (bytes[at] !== 0x3d) refuse('file.xml.damaged', { part: cursor.part })
    at++
    while (at < tagEnd && (bytes[at] as number) <= 0x20) at++
    const quote = bytes[at]
    if (quote !== 0x22 && quote !== 0x27) refuse('file.xml.damaged', { part: cursor.part })
    const valueStart = ++at
    while (at < tagEnd && bytes[at] !== quote) at++
    if (++count > cursor.limits.xmlAttributes || end - first > 256)
      refuse('file.xml.text', { part: cursor.part, limit: cursor.limits.xmlAttributes })
    if (!matches(bytes, first, 'xmlns')) visit(start, end, valueStart, at)
    at++
  }
}
