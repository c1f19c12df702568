// The answers a conflict allows, in the order of the keys 1–4, with what each would leave behind.
import type { ColumnDefinition } from '#shared/definition/column.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import type { Conflict } from '#shared/sync/merge/change.ts'
import type { Answer } from './workbookState.ts'

export interface FieldChoice {
  readonly answer: Answer & { readonly choice: 'base' | 'theirs' | 'mine' | 'both' }
  readonly value: Value
}

export interface RowChoice {
  readonly answer: Answer & { readonly choice: 'theirs' | 'mine' }
  readonly values: Values | null
}

/** 底稿 + (我的 − 底稿) + (对方 − 底稿), where all three are amounts and the base is known; else undefined. */
export function bothChanges(conflict: Extract<Conflict, { kind: 'field' }>): number | undefined {
  const { base, baseUnknown, theirs, mine } = conflict
  if (baseUnknown) return undefined
  if (typeof theirs !== 'number' || typeof mine !== 'number') return undefined
  const from = base ?? 0
  if (typeof from !== 'number') return undefined
  const sum = theirs + mine - from
  return Number.isSafeInteger(sum) ? sum : undefined
}

export function fieldChoices(
  conflict: Extract<Conflict, { kind: 'field' }>,
  column: ColumnDefinition | undefined,
): readonly FieldChoice[] {
  const both = column?.type === 'money' ? bothChanges(conflict) : undefined
  return [
    // a base that nobody knows cannot be gone back to either
    ...(conflict.baseUnknown ? [] : [{ answer: { choice: 'base' }, value: conflict.base } satisfies FieldChoice]),
    { answer: { choice: 'theirs' }, value: conflict.theirs },
    { answer: { choice: 'mine' }, value: conflict.mine },
    ...(both === undefined ? [] : [{ answer: { choice: 'both' }, value: both } satisfies FieldChoice]),
  ]
}

export function rowChoices(conflict: Extract<Conflict, { kind: 'row' }>): readonly RowChoice[] {
  return [
    { answer: { choice: 'theirs' }, values: conflict.theirs },
    { answer: { choice: 'mine' }, values: conflict.mine },
  ]
}
