// When two values of one field count as equal: in diffs, merges and previews alike.
import type { Value, Values } from '../../kernel/value.ts'

/** Absent and null are both blank; text compares after NFC and with LF line ends (protocol §1.7, reliability §3.4). */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (typeof a === 'string' && typeof b === 'string') return comparable(a) === comparable(b)
  return (a ?? null) === (b ?? null)
}

/** Equal in every field that either side names. */
export function sameValues(a: Values, b: Values): boolean {
  for (const key in a) if (!sameValue(a[key], b[key])) return false
  for (const key in b) if (!(key in a) && !sameValue(undefined, b[key])) return false
  return true
}

function comparable(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n')
}
