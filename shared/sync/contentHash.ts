// Content hashes: what an approval saw, the hash in a revision, and the mark of a partition made of them (N2, N3, N5).
import type { Values } from '../kernel/value.ts'
import type { RecordRevision } from './record.ts'

/** UTF-8 text → SHA-256 as 64 lower-case hex digits; comes in as an argument. */
export type Sha256 = (text: string) => string

export interface RecordContent {
  readonly p: string
  readonly state: string
  readonly values: Values
}

/**
 * The bytes an approval stands for: JSON of `[p, state, [[key, value], …]]`, blank fields left out, keys in code-unit
 * order, numbers and text as JSON writes them. Two records of equal content have equal text.
 */
export function canonicalContent({ p, state, values }: RecordContent): string {
  const fields = Object.keys(values)
    .filter((key) => values[key] !== null && values[key] !== undefined)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => [key, values[key]])
  return JSON.stringify([p, state, fields])
}

/** Whole hash, 64 hex digits: what a transition names as `seen`. */
export function contentHash(content: RecordContent, sha256: Sha256): string {
  return sha256(canonicalContent(content))
}

/**
 * `<csn>-<16 hex digits>`: the digits are the first of SHA-256 over id, partition, state and the canonical values text
 * (blank fields left out, keys in code-unit order, money as decimal text): equal content, equal digits (N3).
 */
export function isRevision(text: string): text is RecordRevision {
  return /^(0|[1-9]\d{0,15})-[0-9a-f]{16}$/.test(text)
}

export const emptyMark = '0000000000000000'

/** XOR of a mark (16 hex digits) with the content hash of `rv`: adding and removing a row is the same step. */
export function xorMark(mark: string, rv: RecordRevision): string {
  const sum = startMark(mark)
  sum.add(rv)
  return sum.text()
}

/** The same for many revisions: the mark is written out once. */
export function startMark(mark = emptyMark): {
  readonly add: (rv: RecordRevision) => void
  readonly text: () => string
} {
  let high = parseInt(mark.slice(0, 8), 16)
  let low = parseInt(mark.slice(8), 16)
  return {
    add(rv) {
      high ^= parseInt(rv.slice(-16, -8), 16)
      low ^= parseInt(rv.slice(-8), 16)
    },
    text: () => toDigits(high) + toDigits(low),
  }
}

function toDigits(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
