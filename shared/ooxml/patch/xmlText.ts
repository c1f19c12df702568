// XML text both ways, as bytes: entities, CDATA, and the `_xHHHH_` of spreadsheets.
import type { DecodeUtf8 } from '../ports.ts'

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Entities and CDATA taken out; other markup is not expected. Unknown entities stay as written. */
export function unescapeXml(text: string): string {
  if (!/[&<]/.test(text)) return text
  return text.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/g,
    (whole, cdata, entity) => {
      if (typeof cdata === 'string') return cdata
      if (typeof entity !== 'string') return whole
      if (!entity.startsWith('#')) return named[entity] ?? whole
      const code = entity[1] === 'x' ? parseInt(entity.slice(2), 16) : parseInt(entity.slice(1), 10)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    },
  )
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** For attribute values in double quotes; what XML cannot hold is left out. */
export function escapeAttribute(text: string): string {
  return dropForbidden(text).replace(/[&<>"\t\n\r]/g, (c) => escapes[c] ?? c)
}

/** For element text. CR is spelled out, or a parser would turn it into LF. */
export function escapeText(text: string): string {
  return dropForbidden(text).replace(/[&<>\r]/g, (c) => escapes[c] ?? c)
}

/**
 * Text of a cell: what XML cannot hold as `_xHHHH_`, and an `_xHHHH_` that was meant literally protected the same way
 * (ECMA-376 Part 1, 22.9.2.19 ST_Xstring).
 */
export function spellCellText(text: string): string {
  const spelled = (c: string): string => `_x${hex4(c.charCodeAt(0))}_`
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(forbidden, spelled)
    .replace(loneSurrogate, spelled)
}

/** The same, ready to stand between tags. */
export function escapeCellText(text: string): string {
  return escapeText(spellCellText(text))
}

/** What XML 1.0 cannot hold at all. */
// oxlint-disable-next-line no-control-regex -- these characters are the subject
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function dropForbidden(text: string): string {
  return text.replace(forbidden, '').replace(loneSurrogate, '')
}

function hex4(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0')
}

/** UTF-8; lone surrogates do not come this far. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes[at++] = unit
    else if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6)
      bytes[at++] = 0x80 | (unit & 63)
    } else if (unit >= 0xd800 && unit < 0xdc00) {
      const code = 0x10000 + ((unit - 0xd800) << 10) + (text.charCodeAt(++i) - 0xdc00)
      bytes[at++] = 0xf0 | (code >> 18)
      bytes[at++] = 0x80 | ((code >> 12) & 63)
      bytes[at++] = 0x80 | ((code >> 6) & 63)
      bytes[at++] = 0x80 | (code & 63)
    } else {
      bytes[at++] = 0xe0 | (unit >> 12)
      bytes[at++] = 0x80 | ((unit >> 6) & 63)
      bytes[at++] = 0x80 | (unit & 63)
    }
  }
  return bytes.subarray(0, at)
}

/** A stretch of a part as text, entities resolved. */
export type ReadText = (bytes: Uint8Array, start: number, end: number) => string

export function textReader(decodeUtf8: DecodeUtf8): ReadText {
  return (bytes, start, end) => (start >= end ? '' : unescapeXml(decodeUtf8(bytes, start, end)))
}
