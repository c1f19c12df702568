// Three-way merge of the fields of one record, by field class (SPEC M1–M9). Pure: server pushes and client previews call it.
import type { MergeClass } from '../../definition/column.ts'
import type { Value, Values } from '../../kernel/value.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { MergeFacts } from './mergeFacts.ts'
import { sameValue } from './sameValue.ts'

/**
 * `same`: nobody changed it · `mine`/`theirs`: only that side did · `agreed`: both, to the same value ·
 * `conflict`: both, and a person decides · `refused`: not to be pushed at all (derived, state, sensitive).
 */
export type FieldOutcome = 'same' | 'mine' | 'theirs' | 'agreed' | 'conflict' | 'refused'

export interface ThreeSides {
  /** What the author started from; absent keys are blank. */
  readonly base: Values
  readonly mine: Values
  /** The record as it is now. */
  readonly current: Values
}

export interface FieldMerge {
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
  readonly agreed: readonly string[]
  readonly conflicts: readonly string[]
  readonly refused: readonly string[]
}

/** One field. @param strict money that is grouped or feeds a total: equal values of both sides are still a conflict. */
export function mergeField(
  mergeClass: MergeClass,
  strict: boolean,
  [base, mine, current]: readonly [Value | undefined, Value | undefined, Value | undefined],
): FieldOutcome {
  const byMe = !sameValue(mine, base)
  const byOthers = !sameValue(current, base)
  switch (mergeClass) {
    case 'sensitive':
      return 'refused'
    case 'derived':
      return sameValue(mine, current) ? 'same' : 'refused'
    case 'state':
      return byMe ? 'refused' : byOthers ? 'theirs' : 'same'
    case 'free':
    case 'key':
    case 'money':
      if (!byMe) return byOthers ? 'theirs' : 'same'
      if (!byOthers) return 'mine'
      return sameValue(mine, current) && !(strict && mergeClass === 'money') ? 'agreed' : 'conflict'
    default:
      return unreachable(mergeClass)
  }
}

export interface MergeCircumstances {
  /** The op shares its group with others: money is strict (SPEC M2). */
  readonly grouped: boolean
}

/** The fields named by `keys`, atomic sets taken together. A key that the kind does not know is refused. */
export function mergeFields(
  facts: MergeFacts,
  keys: readonly string[],
  { base, mine, current, grouped }: ThreeSides & MergeCircumstances,
): FieldMerge {
  const outcomes = new Map<string, FieldOutcome>()
  for (const key of keys) {
    const mergeClass = facts.classes.get(key)
    const strict = grouped || facts.strictMoney.has(key)
    const outcome = mergeClass ? mergeField(mergeClass, strict, [base[key], mine[key], current[key]]) : 'refused'
    if (outcome !== 'same') outcomes.set(key, outcome)
  }
  if (outcomes.size === 0) return nothing
  for (const set of facts.atomicSets) joinAtomicSet(outcomes, set)
  const named = (wanted: FieldOutcome): readonly string[] =>
    [...outcomes].filter(([, outcome]) => outcome === wanted).map(([key]) => key)
  return {
    mine: named('mine'),
    theirs: named('theirs'),
    agreed: named('agreed'),
    conflicts: named('conflict'),
    refused: named('refused'),
  }
}

const nothing: FieldMerge = { mine: [], theirs: [], agreed: [], conflicts: [], refused: [] }

/** Both sides changed something in the set, and not all of it to the same: everything changed in it conflicts. */
function joinAtomicSet(outcomes: Map<string, FieldOutcome>, set: readonly string[]): void {
  const changed = set.filter((key) => outcomes.has(key) && outcomes.get(key) !== 'refused')
  const byMe = changed.some((key) => outcomes.get(key) !== 'theirs')
  const byOthers = changed.some((key) => outcomes.get(key) !== 'mine')
  const agreed = changed.every((key) => outcomes.get(key) === 'agreed')
  if (byMe && byOthers && !agreed) changed.forEach((key) => outcomes.set(key, 'conflict'))
}
