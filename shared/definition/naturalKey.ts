// The key people would know a row by, as text: for finding the record a row speaks of, never for its identity.
import type { Values } from '../kernel/value.ts'

/**
 * Blank parts count as a value of their own (a budget line without a project is found again by its account).
 * @returns undefined when every part is blank: such a row is known by nothing
 */
export function matchKeyOf(naturalKey: readonly string[], values: Values): string | undefined {
  const parts = naturalKey.map((column) => (values[column] === '' ? null : (values[column] ?? null)))
  return parts.every((part) => part === null) ? undefined : JSON.stringify(parts)
}

/**
 * The key that may stand once in a sheet; composed and decomposed letters are the same (C5).
 * @returns null where any part is blank, or where the kind has no key: then nothing is compared
 */
export function uniqueKeyOf(naturalKey: readonly string[], values: Values): string | null {
  if (naturalKey.length === 0) return null
  let text = ''
  for (const key of naturalKey) {
    const value = values[key]
    if (value === null || value === undefined || value === '') return null
    text += (text === '' ? '' : '\u001f') + (typeof value === 'string' ? comparable(value) : String(value))
  }
  return text
}

/** As sameValue compares: NFC. */
function comparable(text: string): string {
  return text.normalize('NFC')
}
