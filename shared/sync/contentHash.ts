// Canonical content of a record, its hash, its revision, and the order-free checksum of a partition.
import type { RecordId, Values } from '../kernel/value.ts'
import type { RecordRevision } from './record.ts'

/** UTF-8 text → SHA-256 as 64 lower-case hex digits. Comes in as an argument: node:crypto on the server, ours in pages. */
export type Sha256 = (text: string) => string

export interface RecordContent {
  readonly p: string
  readonly state: string
  readonly values: Values
}

/**
 * The bytes a revision and an approval stand for: JSON of `[p, state, [[key, value], …]]`, blank fields left out,
 * keys in code-unit order, numbers and text as JSON writes them. Two records of equal content have equal text.
 */
export function canonicalContent({ p, state, values }: RecordContent): string {
  const fields = Object.keys(values)
    .filter((key) => values[key] !== null && values[key] !== undefined)
    .sort(byCodeUnits)
    .map((key) => [key, values[key]])
  return JSON.stringify([p, state, fields])
}

/** Whole hash, 64 hex digits: what an approval names as `seen`. */
export function contentHash(content: RecordContent, sha256: Sha256): string {
  return sha256(canonicalContent(content))
}

/** `<csn>-<first 16 hex digits of the content hash>`. */
export function toRevision(csn: number, hash: string): RecordRevision {
  return `${csn}-${hash.slice(0, 16)}` as RecordRevision
}

export function isRevision(text: string): text is RecordRevision {
  return /^(0|[1-9]\d{0,15})-[0-9a-f]{16}$/.test(text)
}

/** One row's part of the checksum: first 16 hex digits of SHA-256(id ‖ rv). */
export function rowMark(id: RecordId, rv: RecordRevision, sha256: Sha256): string {
  return sha256(id + rv).slice(0, 16)
}

export const emptyMark = '0000000000000000'

/** XOR of two marks of 16 hex digits: adding and removing a row is the same step. */
export function xorMarks(a: string, b: string): string {
  const high = (parseInt(a.slice(0, 8), 16) ^ parseInt(b.slice(0, 8), 16)) >>> 0
  const low = (parseInt(a.slice(8), 16) ^ parseInt(b.slice(8), 16)) >>> 0
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
