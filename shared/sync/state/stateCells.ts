// Texts in cells of the very-hidden sheet: what survives Excel, WPS and LibreOffice, and what shows that it did not.

/** Excel's limit is 32,767 UTF-16 units; some room is left for programs that count otherwise. */
export const maxCellLength = 32_000

/** JSON that no spreadsheet program changes: no control, no-character or `_x0041_` sequence is in it. */
export function toSafeJson(value: unknown): string {
  const json = JSON.stringify(value)
  return unsafe.test(json) ? json.replace(unsafeAll, escapeUnits) : json
}

// JSON.stringify has escaped C0 controls and lone surrogates already.
const unsafePattern = '[\\u007f-\\u009f\\u2028\\u2029\\ufeff\\ufffe\\uffff]|_(?=x[0-9A-Fa-f]{4}_)'
const unsafe = new RegExp(unsafePattern)
const unsafeAll = new RegExp(unsafePattern, 'g')

function escapeUnits(text: string): string {
  return `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Pieces of at most `maxCellLength` units, never between the halves of a surrogate pair. */
export function splitText(text: string): readonly string[] {
  if (text.length <= maxCellLength) return [text]
  const pieces: string[] = []
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + maxCellLength, text.length)
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1
    pieces.push(text.slice(start, end))
    start = end
  }
  return pieces
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

/** 16 hex digits over the texts in order: notices damage, is no proof against forgery (the server validates all). */
export function sumTexts(texts: Iterable<string>): string {
  const sum = startSum()
  for (const text of texts) sum.add(text)
  return sum.text()
}

/** The same, one text after the other. */
export function startSum(): { readonly add: (text: string) => void; readonly text: () => string } {
  let [first, second] = [0xdeadbeef, 0x41c6ce57]
  return {
    add(text) {
      // Variables of the loop's own: shared ones are read from memory at every character.
      let [a, b] = [first, second]
      for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index)
        a = Math.imul(a ^ unit, 2654435761)
        b = Math.imul(b ^ unit, 1597334677)
      }
      a = Math.imul(a ^ 0x1f, 2654435761)
      b = Math.imul(b ^ 0x1e, 1597334677)
      ;[first, second] = [a, b]
    },
    text: () => mix(second, first) + mix(first, second),
  }
}

function mix(x: number, y: number): string {
  const mixed = Math.imul(x ^ (x >>> 16), 2246822507) ^ Math.imul(y ^ (y >>> 13), 3266489909)
  return (mixed >>> 0).toString(16).padStart(8, '0')
}
