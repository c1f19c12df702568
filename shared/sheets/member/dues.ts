// Membership dues: how much a month, and how much was paid (L-06).
import { fen, type Fen } from '../../kernel/money.ts'
import type { Value, Values } from '../../kernel/value.ts'

/** `month1`…`month12`. */
export const monthKeys: readonly string[] = Array.from({ length: 12 }, (_, index) => `month${index + 1}`)

/**
 * Half a percent of the base, of which the part below 10 元 is ignored: `floor(base / 10 元) × 0.05 元`, exact in 分.
 * @param base 分, not negative
 */
export function duesOf(base: number): Fen {
  return fen(Math.floor(base / 1000) * 5)
}

/** 分 of all months that were filled in; blank when none was. */
export function duesPaidOf(row: Values): Value {
  const paid = monthKeys.map((key) => row[key]).filter((value) => typeof value === 'number')
  return paid.length === 0 ? null : paid.reduce((sum, value) => sum + value, 0)
}
