// Conditions on rows, and whether a row meets one.
import { unreachable } from '../kernel/unreachable.ts'
import type { Value, Values } from '../kernel/value.ts'

/** Rows for which it holds; all parts must hold. `prefix` compares text from the left. */
export type Condition = readonly ConditionPart[]
export type ConditionPart =
  | { readonly column: string; readonly in: readonly Value[] }
  | { readonly column: string; readonly notIn: readonly Value[] }
  | { readonly column: string; readonly prefix: string }
  | { readonly column: string; readonly blank: boolean }

function meetsPart(part: ConditionPart, row: Values): boolean {
  const value = row[part.column] ?? null
  if ('in' in part) return part.in.includes(value)
  if ('notIn' in part) return !part.notIn.includes(value)
  if ('prefix' in part) return typeof value === 'string' && value.startsWith(part.prefix)
  if ('blank' in part) return (value === null || value === '') === part.blank
  return unreachable(part)
}

/** All parts must hold; the empty condition always does. */
export function meetsCondition(condition: Condition, row: Values): boolean {
  for (const part of condition) if (!meetsPart(part, row)) return false
  return true
}
