// What follows from the rest of a goal's row.
import type { Value, Values } from '../../kernel/value.ts'

export const quarterColumns = ['q1', 'q2', 'q3', 'q4'] as const

/** Progress at the latest quarter that is filled in, 1/100 of a percent point; null before the first. */
export function completionOf(row: Values): Value {
  for (const column of quarterColumns.toReversed()) {
    const value = row[column]
    if (typeof value === 'number') return value
  }
  return null
}
