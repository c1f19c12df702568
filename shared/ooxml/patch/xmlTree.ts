// A small XML part as a tree of places in its bytes, so that what is not changed need not be written again.
import { fail } from './failure.ts'

/** Offsets into the part's bytes. */
export interface XmlElement {
  /** As written, with prefix. */
  readonly name: string
  /** Without prefix. */
  readonly local: string
  /** Place of `<`. */
  readonly start: number
  /** After the `>` of the start tag. */
  readonly openEnd: number
  /** Place of the end tag; equals `openEnd` for `<a/>`. */
  readonly closeStart: number
  readonly end: number
  readonly isEmpty: boolean
  readonly children: readonly XmlElement[]
}

/** Place of an attribute's value between its quotes; `nameStart` is where ` name="…"` begins, space included. */
export interface XmlAttribute {
  readonly name: string
  readonly nameStart: number
  readonly start: number
  readonly end: number
}

const maxDepth = 64
const lt = 60
const gt = 62
const slash = 47

type Mutable = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: XmlElement[] }

/**
 * The root element. Refuses (`damaged`, `unsupported`) what is not well formed, a document type, or not UTF-8.
 * @param opaque local name of an element that is not looked into (`sheetData`)
 */
export function parseXml(bytes: Uint8Array, opaque?: string): XmlElement {
  refuseOtherEncodings(bytes)
  let root: Mutable | undefined
  const open: Mutable[] = []
  let at = bytes.indexOf(lt)
  while (at >= 0) {
    const next = bytes[at + 1]
    if (next === 63) at = after(bytes, at, '?>')
    else if (next === 33) at = skipDeclaration(bytes, at)
    else if (next === slash) {
      const end = tagEnd(bytes, at)
      const element = open.pop()
      if (!element || nameAt(bytes, at + 2) !== element.name) fail('damaged', `end tag at ${at}`)
      element.closeStart = at
      element.end = end
      at = end
    } else {
      const element = openElement(bytes, at)
      const parent = open.at(-1)
      if (parent) parent.children.push(element)
      else if (root) fail('damaged', 'two root elements')
      else root = element
      at = element.openEnd
      if (!element.isEmpty) {
        if (element.local === opaque) at = skipOpaque(bytes, element)
        else open.push(element)
        if (open.length > maxDepth) fail('unsupported', 'xml depth')
      }
    }
    at = bytes.indexOf(lt, at)
  }
  if (!root || open.length > 0) fail('damaged', 'xml is cut')
  return root
}

/** Attributes of a start tag, whose bytes are [start, end). */
export function readAttributes(bytes: Uint8Array, start: number, end: number): readonly XmlAttribute[] {
  const found: XmlAttribute[] = []
  let at = start + 1
  while (at < end && !isSpace(bytes[at]) && bytes[at] !== gt && bytes[at] !== slash) at++
  for (;;) {
    const nameStart = at
    while (isSpace(bytes[at])) at++
    const from = at
    while (at < end && bytes[at] !== 61 && !isSpace(bytes[at]) && bytes[at] !== gt && bytes[at] !== slash) at++
    if (at >= end || at === from) return found
    const name = ascii(bytes, from, at)
    while (isSpace(bytes[at])) at++
    if (bytes[at] !== 61) fail('damaged', `attribute at ${from}`)
    at++
    while (isSpace(bytes[at])) at++
    const quote = bytes[at]
    if (quote !== 34 && quote !== 39) fail('damaged', `attribute at ${from}`)
    const close = bytes.indexOf(quote, at + 1)
    if (close < 0 || close >= end) fail('damaged', `attribute at ${from}`)
    found.push({ name, nameStart, start: at + 1, end: close })
    at = close + 1
  }
}

/** By name as written, or by local name when no attribute is written so. */
export function findAttribute(bytes: Uint8Array, element: XmlElement, name: string): XmlAttribute | undefined {
  const all = readAttributes(bytes, element.start, element.openEnd)
  return all.find((attribute) => attribute.name === name) ?? all.find((attribute) => localName(attribute.name) === name)
}

export function childrenOf(element: XmlElement, ...locals: readonly string[]): readonly XmlElement[] {
  return element.children.filter((child) => locals.includes(child.local))
}

export function childOf(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((child) => child.local === local)
}

/** Every element below, outer before inner. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    yield child
    yield* descendantsOf(child)
  }
}

/** `x:` of `x:worksheet`, '' without prefix. */
export function prefixOf(element: XmlElement): string {
  return element.name.slice(0, element.name.length - element.local.length)
}

/** After the `>` that closes the tag at `at`; `>` inside quotes does not count. */
export function tagEnd(bytes: Uint8Array, at: number): number {
  let quote = 0
  for (let i = at + 1; i < bytes.length; i++) {
    const c = bytes[i]
    if (quote !== 0) quote = c === quote ? 0 : quote
    else if (c === gt) return i + 1
    else if (c === 34 || c === 39) quote = c
    else if (c === lt) break
  }
  return fail('damaged', `tag at ${at}`)
}

/** Past a comment or CDATA section; a document type is refused. */
export function skipDeclaration(bytes: Uint8Array, at: number): number {
  if (ascii(bytes, at, at + 4) === '<!--') return after(bytes, at + 4, '-->')
  if (ascii(bytes, at, at + 9) === '<![CDATA[') return after(bytes, at + 9, ']]>')
  return fail('unsupported', 'document type')
}

/** Name of the tag whose name begins at `from`. */
export function nameAt(bytes: Uint8Array, from: number): string {
  let at = from
  while (at < bytes.length && !isSpace(bytes[at]) && bytes[at] !== gt && bytes[at] !== slash) at++
  return ascii(bytes, from, at)
}

export function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9
}

/** Bytes [start, end) one character each: for names, numbers and references. */
export function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let i = start; i < end && i < bytes.length; i++) text += String.fromCharCode(bytes[i] ?? 0)
  return text
}

function openElement(bytes: Uint8Array, start: number): Mutable {
  const name = nameAt(bytes, start + 1)
  if (name === '') fail('damaged', `tag at ${start}`)
  const openEnd = tagEnd(bytes, start)
  const isEmpty = bytes[openEnd - 2] === slash
  return { name, local: localName(name), start, openEnd, closeStart: openEnd, end: openEnd, isEmpty, children: [] }
}

/** The end tag nearest to the part's end: looked for from behind, as what lies before it may be a hundred megabytes. */
function skipOpaque(bytes: Uint8Array, element: Mutable): number {
  const close = `</${element.name}`
  for (let at = bytes.lastIndexOf(lt); at > element.start; at = bytes.lastIndexOf(lt, at - 1)) {
    if (bytes[at + 1] !== slash || ascii(bytes, at, at + close.length) !== close) continue
    if (nameAt(bytes, at + 2) !== element.name) continue
    element.closeStart = at
    element.end = tagEnd(bytes, at)
    return element.end
  }
  return fail('damaged', `${element.name} has no end`)
}

function after(bytes: Uint8Array, from: number, text: string): number {
  const last = text.charCodeAt(text.length - 1)
  for (let at = bytes.indexOf(last, from); at >= 0; at = bytes.indexOf(last, at + 1)) {
    if (ascii(bytes, at - text.length + 1, at + 1) === text && at - text.length + 1 >= from) return at + 1
  }
  return fail('damaged', `no ${text}`)
}

function refuseOtherEncodings(bytes: Uint8Array): void {
  const [a, b, c] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0) fail('unsupported', 'utf-16')
  const start = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0
  const declared = /^<\?xml[^>]*encoding=["']([^"']*)/.exec(ascii(bytes, start, start + 200))?.[1]
  if (declared && !/^(utf-?8|us-ascii)$/i.test(declared)) fail('unsupported', `encoding ${declared}`)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
