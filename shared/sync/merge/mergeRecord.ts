// One `update` op against the record as it is now: what the server writes, or why it does not.
import type { Values } from '../../kernel/value.ts'
import type { MergeFacts } from './mergeFacts.ts'
import { mergeFields, type MergeCircumstances } from './mergeFields.ts'

export interface UpdateSides {
  /** The op's `base` and `set`: the same keys. */
  readonly base: Values
  readonly set: Values
  /** Whole record now, the server's own derived values included. */
  readonly current: Values
}

export interface UpdateCircumstances extends MergeCircumstances {
  /** The op's `rv` is the record's: nobody wrote in between. Values decide all the same; this only names the outcome. */
  readonly sameRevision: boolean
}

export type RecordMerge =
  /** `changed`: fields to write · `values`: the whole record after. */
  | { readonly s: 'applied' | 'merged'; readonly values: Values; readonly changed: readonly string[] }
  | { readonly s: 'noop' }
  | { readonly s: 'conflict'; readonly code: 'edit-edit'; readonly fields: readonly string[] }
  | { readonly s: 'rejected'; readonly code: 'derived-field' | 'field-forbidden'; readonly fields: readonly string[] }

/**
 * Decides one update by values, never by time and never by `rv` (SPEC M1–M9). What the caller still has to do:
 * refuse locked states and forbidden fields *before*; check uniqueness of keys and the row rules of `values` *after*
 * (a merged row that breaks a rule is the conflict `merge-breaks-rule`, SPEC P-4); take `changed` as the audit's fields.
 * `merged` is to be listed to people with its `changed` fields. Order of verdicts: rejected, conflict, merged/applied, noop.
 */
export function mergeRecord(facts: MergeFacts, sides: UpdateSides, circumstances: UpdateCircumstances): RecordMerge {
  const { base, set, current } = sides
  const keys = Object.keys(set)
  const merge = mergeFields(facts, keys, { base, mine: set, current, grouped: circumstances.grouped })
  if (merge.refused.length > 0) {
    const derived = merge.refused.every((key) => facts.classes.get(key) === 'derived')
    return { s: 'rejected', code: derived ? 'derived-field' : 'field-forbidden', fields: merge.refused }
  }
  const torn = circumstances.sameRevision ? [] : findUnnamedSiblings(facts, { named: keys, changing: merge.mine })
  const conflicts = [...new Set([...merge.conflicts, ...torn])]
  if (conflicts.length > 0) return { s: 'conflict', code: 'edit-edit', fields: conflicts }
  if (merge.mine.length === 0) return { s: 'noop' }
  const values: Record<string, Values[string]> = { ...current }
  for (const key of merge.mine) values[key] = set[key] ?? null
  return { s: circumstances.sameRevision ? 'applied' : 'merged', values, changed: merge.mine }
}

/**
 * An op must name an atomic set whole (clients do, SPEC M6). Where it does not and others wrote in between, nobody can
 * say that the unnamed rest is as its author saw it: the changed fields of that set conflict.
 */
function findUnnamedSiblings(
  facts: MergeFacts,
  op: { readonly named: readonly string[]; readonly changing: readonly string[] },
): readonly string[] {
  return facts.atomicSets
    .filter((set) => set.some((key) => !op.named.includes(key)))
    .flatMap((set) => set.filter((key) => op.changing.includes(key)))
}
