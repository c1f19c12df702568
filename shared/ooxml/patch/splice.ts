// Changing bytes in the middle of a part, everything else copied.
import { encodeUtf8 } from './xmlText.ts'

/** Bytes [start, end) become `text` (or these bytes); start = end inserts. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string | Uint8Array
}

/** Splices may come in any order; insertions at one place keep theirs and come before a change there. Throws when two overlap (a bug). */
export function applySplices(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  if (splices.length === 0) return bytes
  const sorted = splices
    .map((splice, order) => ({
      ...splice,
      order,
      encoded: typeof splice.text === 'string' ? encodeUtf8(splice.text) : splice.text,
    }))
    .toSorted((a, b) => a.start - b.start || Number(isChange(a)) - Number(isChange(b)) || a.order - b.order)
  let size = bytes.length
  for (const splice of sorted) size += splice.encoded.length - (splice.end - splice.start)
  const out = new Uint8Array(size)
  let read = 0
  let write = 0
  for (const splice of sorted) {
    if (splice.start < read || splice.end < splice.start) throw new RangeError('applySplices: overlap')
    out.set(bytes.subarray(read, splice.start), write)
    write += splice.start - read
    out.set(splice.encoded, write)
    write += splice.encoded.length
    read = splice.end
  }
  out.set(bytes.subarray(read), write)
  return out
}

function isChange(splice: Splice): boolean {
  return splice.end > splice.start
}
