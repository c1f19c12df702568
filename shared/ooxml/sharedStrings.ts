// xl/sharedStrings.xml: rich text runs joined, phonetic runs left out.
import { refuse } from './refusal.ts'
import { eachChild, isNamed, matches, nextTag, skipElement, type XmlCursor } from './xmlCursor.ts'
import { decodeEscapes, decodeText, readText } from './xmlText.ts'

const lt = 0x3c
const gt = 0x3e
const slash = 0x2f

/** Texts by index, as stored; longer ones than a cell holds are cut by the sheet's reader, not here. */
export function readSharedStrings(cursor: XmlCursor): readonly string[] {
  const texts: string[] = []
  let total = 0
  const add = (text: string): void => {
    texts.push(text)
    total += text.length
    if (texts.length > cursor.limits.strings || total > cursor.limits.stringBytes)
      refuse('file.cells.count', { what: 'strings', limit: cursor.limits.strings })
  }
  while (nextTag(cursor)) {
    if (!cursor.isClosing && isNamed(cursor, 'si')) add(readStringItem(cursor))
    for (let text = readPlainItem(cursor); text !== undefined; text = readPlainItem(cursor)) add(text)
  }
  return texts
}

/** The usual `<si><t>…</t></si>` at the cursor, straight from the bytes; undefined (cursor unmoved) for all else. */
function readPlainItem(cursor: XmlCursor): string | undefined {
  const { bytes } = cursor
  let at = cursor.position
  if (bytes[at] !== lt || bytes[at + 1] !== 0x73 || bytes[at + 2] !== 0x69 || bytes[at + 3] !== gt) return undefined
  at += 4
  if (bytes[at] !== lt || bytes[at + 1] !== 0x74) return undefined
  at += 2
  if (bytes[at] !== gt) {
    if (!matches(bytes, at, ' xml:space="preserve">')) return undefined
    at += 21
  }
  const start = ++at
  let isPlain = true
  for (let byte = bytes[at]; byte !== lt && byte !== undefined; byte = bytes[++at])
    if (byte === 0x26 || byte === 0x0d) isPlain = false
  if (bytes[at + 1] !== slash || bytes[at + 2] !== 0x74 || !matches(bytes, at + 3, '></si>')) return undefined
  if (at - start > cursor.limits.xmlText) return undefined
  cursor.position = at + 9
  const text = isPlain ? cursor.decodeUtf8(bytes, start, at) : decodeText(cursor, start, at)
  return decodeEscapes(text)
}

/** After an opening `<si>` or `<is>`: its text; `<rPh>` (how to pronounce it) is no part of it. */
export function readStringItem(cursor: XmlCursor): string {
  let text = ''
  eachChild(cursor, () => {
    if (isNamed(cursor, 't')) text += readText(cursor)
    else if (isNamed(cursor, 'r')) {
      eachChild(cursor, () => {
        if (isNamed(cursor, 't')) text += readText(cursor)
      })
    } else skipElement(cursor)
    if (text.length > cursor.limits.xmlText)
      refuse('file.xml.text', { part: cursor.part, limit: cursor.limits.xmlText })
  })
  return decodeEscapes(text)
}
