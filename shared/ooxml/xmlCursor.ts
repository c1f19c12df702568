// A pull reader over the bytes of one XML part: tags and text in one pass, namespaces by local name, nothing expanded.
import { refuse } from './refusal.ts'
import type { OoxmlLimits } from './limits.ts'
import type { DecodeUtf8 } from './ports.ts'

/** Where the reader stands: at the last tag that `nextTag` met. */
export interface XmlCursor {
  readonly bytes: Uint8Array
  readonly limits: OoxmlLimits
  readonly decodeUtf8: DecodeUtf8
  /** Part name, for refusals. */
  readonly part: string
  /** First byte after the current tag. */
  position: number
  /** Open elements around the place after the current tag. */
  depth: number
  isClosing: boolean
  /** `<a/>`; no closing tag follows. */
  isEmpty: boolean
  /** Local name, prefix left out. */
  nameStart: number
  nameEnd: number
  /** First byte of the current tag, its `<`. */
  tagStart: number
  /** Its `>`. */
  tagEnd: number
}

const lt = 0x3c
const gt = 0x3e
const slash = 0x2f
const bang = 0x21
const question = 0x3f
const colon = 0x3a

export function openXml(bytes: Uint8Array, ports: Pick<XmlCursor, 'limits' | 'decodeUtf8' | 'part'>): XmlCursor {
  return {
    bytes,
    limits: ports.limits,
    decodeUtf8: ports.decodeUtf8,
    part: ports.part,
    position: 0,
    depth: 0,
    isClosing: false,
    isEmpty: false,
    nameStart: 0,
    nameEnd: 0,
    tagStart: 0,
    tagEnd: 0,
  }
}

/**
 * Goes to the next opening or closing tag; false at the end of the part.
 * Comments and processing instructions are passed over. Refuses with `file.xml.dtd`, `.depth`, `.text`, `.damaged`.
 */
export function nextTag(cursor: XmlCursor): boolean {
  const { bytes } = cursor
  let at = cursor.position
  for (;;) {
    const start = at
    while (at < bytes.length && bytes[at] !== lt) at++
    if (at - start > cursor.limits.xmlText) refuse('file.xml.text', { part: cursor.part, limit: cursor.limits.xmlText })
    if (at >= bytes.length) {
      if (cursor.depth !== 0) refuse('file.xml.damaged', { part: cursor.part })
      cursor.position = at
      return false
    }
    const next = bytes[at + 1]
    if (next !== bang && next !== question) break
    at = skipMarkup(cursor, at)
  }
  readTag(cursor, at)
  return true
}

/** @param at position of a `<` before `!` or `?`; @returns the position after the comment, CDATA or instruction */
export function skipMarkup(cursor: XmlCursor, at: number): number {
  const { bytes } = cursor
  const endsWith =
    bytes[at + 1] === question
      ? '?>'
      : matches(bytes, at, '<!--')
        ? '-->'
        : matches(bytes, at, '<![CDATA[')
          ? ']]>'
          : undefined
  if (endsWith === undefined)
    refuse(matches(bytes, at, '<!DOCTYPE') || matches(bytes, at, '<!ENTITY') ? 'file.xml.dtd' : 'file.xml.damaged', {
      part: cursor.part,
    })
  const last = endsWith.charCodeAt(endsWith.length - 1)
  for (let end = at + 2 + endsWith.length - 1; end < bytes.length; end++) {
    if (bytes[end] === last && matches(bytes, end - endsWith.length + 1, endsWith)) return end + 1
  }
  return refuse('file.xml.damaged', { part: cursor.part })
}

function readTag(cursor: XmlCursor, start: number): void {
  const { bytes } = cursor
  cursor.tagStart = start
  cursor.isClosing = bytes[start + 1] === slash
  let at = start + (cursor.isClosing ? 2 : 1)
  cursor.nameStart = at
  for (; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte === colon) cursor.nameStart = at + 1
    else if (byte <= 0x20 || byte === gt || byte === slash) break
  }
  cursor.nameEnd = at
  const end = tagEnd(cursor, at)
  cursor.tagEnd = end
  cursor.position = end + 1
  cursor.isEmpty = !cursor.isClosing && bytes[end - 1] === slash
  if (cursor.nameEnd === cursor.nameStart) refuse('file.xml.damaged', { part: cursor.part })
  if (cursor.isClosing) cursor.depth--
  else if (!cursor.isEmpty) cursor.depth++
  if (cursor.depth > cursor.limits.xmlDepth)
    refuse('file.xml.depth', { part: cursor.part, limit: cursor.limits.xmlDepth })
  if (cursor.depth < 0) refuse('file.xml.damaged', { part: cursor.part })
}

/** Position of the `>` that ends the tag; one inside quotes does not count. */
export function tagEnd(cursor: XmlCursor, from: number): number {
  const { bytes } = cursor
  const limit = Math.min(bytes.length, from + cursor.limits.xmlText)
  let quote = 0
  for (let at = from; at < limit; at++) {
    const byte = bytes[at]
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === gt) return at
    else if (byte === 0x22 || byte === 0x27) quote = byte
    else if (byte === lt) refuse('file.xml.damaged', { part: cursor.part })
  }
  if (limit < bytes.length) refuse('file.xml.text', { part: cursor.part, limit: cursor.limits.xmlText })
  return refuse('file.xml.damaged', { part: cursor.part })
}

/** Whether the current tag's local name is `name`. */
export function isNamed(cursor: XmlCursor, name: string): boolean {
  return cursor.nameEnd - cursor.nameStart === name.length && matches(cursor.bytes, cursor.nameStart, name)
}

/** Local name of the current tag, as text. */
export function tagName(cursor: XmlCursor): string {
  return cursor.decodeUtf8(cursor.bytes, cursor.nameStart, cursor.nameEnd)
}

/** After an opening tag: goes past its closing tag. */
export function skipElement(cursor: XmlCursor): void {
  if (cursor.isEmpty || cursor.isClosing) return
  const outer = cursor.depth - 1
  while (cursor.depth > outer) if (!nextTag(cursor)) return
}

/** After an opening tag: calls `visit` at each child's opening tag; children it leaves unread are passed over. */
export function eachChild(cursor: XmlCursor, visit: () => void): void {
  if (cursor.isEmpty) return
  const own = cursor.depth
  while (nextTag(cursor)) {
    if (cursor.isClosing) {
      if (cursor.depth < own) return
      continue
    }
    const inner = cursor.depth - (cursor.isEmpty ? 0 : 1)
    const child = cursor.tagStart
    visit()
    // A child whose tag is still the current one was not read by the visitor.
    if (cursor.tagStart === child) skipElement(cursor)
    while (cursor.depth > inner) if (!nextTag(cursor)) return
  }
}

/** Whether ASCII `text` stands at `at`. */
export function matches(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}
