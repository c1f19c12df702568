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
