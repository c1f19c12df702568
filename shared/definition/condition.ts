// Does a row meet a declared condition?
import { unreachable } from '../kernel/unreachable.ts'
import type { Values } from '../kernel/value.ts'
import type { Condition, ConditionPart } from './rule.ts'

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
  return condition.every((part) => meetsPart(part, row))
}
