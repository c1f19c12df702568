// The rules over several sheets of all kinds, compiled: which sums they need, and what one row adds to them.
import { meetsCondition } from '../definition/condition.ts'
import type { LimitBase } from '../definition/limit.ts'
import { columnOf, isLimitBound, type GroupPart, type LinkedTerm } from '../definition/linked.ts'
import type { LinkedRule } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Value, Values } from '../kernel/value.ts'
import { plainKey } from './plainKey.ts'

export type LinkedSide = 'left' | 'right' | LimitBase
export type LinkedYears = NonNullable<LinkedTerm['years']>

/** A sum that is kept: one side of one rule, of sheets of one kind of year. */
export interface LinkedSlot {
  /** `welfare/yearly-total left same`: stable, the name under which sums are stored. */
  readonly key: string
  readonly side: LinkedSide
  readonly years: LinkedYears
}

export interface PlannedRule {
  readonly rule: LinkedRule
  /** The kind whose definition holds the rule. */
  readonly owner: string
  readonly slots: readonly LinkedSlot[]
  /** Sums are money; else they are counts. */
  readonly money: boolean
}

interface PlannedTerm {
  readonly planned: PlannedRule
  readonly slot: LinkedSlot
  readonly term: LinkedTerm
}

export interface LinkedPlan {
  readonly rules: readonly PlannedRule[]
  readonly termsOf: ReadonlyMap<string, readonly PlannedTerm[]>
}

export interface LinkedRowFacts {
  readonly state: string
  readonly values: Values
}

/** What one row adds to one sum. */
export interface Contribution {
  readonly planned: PlannedRule
  readonly slot: LinkedSlot
  readonly group: string
  readonly sum: bigint
}

/** Terms of kinds that are not installed count nothing. */
export function planLinked(definitions: readonly SheetDefinition[]): LinkedPlan {
  const byKind = new Map(definitions.map((definition) => [definition.kind, definition]))
  const termsOf = new Map<string, PlannedTerm[]>()
  const rules = definitions.flatMap((owner) =>
    owner.rules.flatMap((rule): readonly PlannedRule[] => {
      if (rule.scope !== 'linked') return []
      const sides = sidesOf(rule)
      const slots = new Map<string, LinkedSlot>()
      for (const [side, terms] of sides)
        for (const { years = 'same' } of terms) {
          const key = `${rule.code} ${side} ${years}`
          slots.set(key, { key, side, years })
        }
      const money = rule.linked.left.some(
        ({ kind, column }) => column !== null && byKind.get(kind)?.columns[column]?.type === 'money',
      )
      const planned = { rule, owner: owner.kind, slots: [...slots.values()], money }
      for (const [side, terms] of sides)
        for (const term of terms) {
          const slot = slots.get(`${rule.code} ${side} ${term.years ?? 'same'}`)
          if (slot === undefined || !byKind.has(term.kind)) continue
          const ofKind = termsOf.get(term.kind) ?? []
          ofKind.push({ planned, slot, term })
          termsOf.set(term.kind, ofKind)
        }
      return [planned]
    }),
  )
  return { rules, termsOf }
}

function sidesOf({ linked: { left, right } }: LinkedRule): readonly (readonly [LinkedSide, readonly LinkedTerm[]])[] {
  if (!isLimitBound(right))
    return [
      ['left', left],
      ['right', right],
    ]
  const bases = Object.entries(right.bases ?? {}) as [LimitBase, readonly LinkedTerm[]][]
  return [['left', left], ...bases]
}

/** The part of a key that a row gives; null when it is blank. */
function partOf(part: GroupPart, values: Values): Value {
  const value = values[columnOf(part)] ?? null
  if (value === '' || value === null) return null
  return typeof part === 'string' ? value : String(value).slice(0, part.first)
}

/** The row's group in a term; undefined when it does not take part. Text: JSON array of the parts. */
export function linkedGroupOf(term: LinkedTerm, { state, values }: LinkedRowFacts): string | undefined {
  if (term.states?.includes(state) === false || !meetsCondition(term.where, values)) return undefined
  const [first, ...rest] = term.groupBy
  if (first === undefined) return '[]'
  const value = partOf(first, values)
  if (value === null) return undefined
  const plain = rest.length === 0 ? plainKey(value) : undefined
  if (plain !== undefined) return plain
  const parts = [value, ...rest.map((part) => partOf(part, values))]
  return parts.includes(null) ? undefined : JSON.stringify(parts)
}

/** Cost: the terms that name the kind. A hot path: every row of a push comes by here. */
export function contributionsOf(plan: LinkedPlan, kind: string, row: LinkedRowFacts): readonly Contribution[] {
  const terms = plan.termsOf.get(kind)
  if (terms === undefined) return none
  const found: Contribution[] = []
  for (const { planned, slot, term } of terms) {
    const group = linkedGroupOf(term, row)
    if (group === undefined) continue
    const value = term.column === null ? 1 : row.values[term.column]
    found.push({ planned, slot, group, sum: typeof value === 'number' ? times(value, term.times) : 0n })
  }
  return found
}

const none: readonly Contribution[] = []

function times(value: number, factor: number): bigint {
  const product = value * factor
  return Number.isSafeInteger(product) ? BigInt(product) : BigInt(value) * BigInt(factor)
}
