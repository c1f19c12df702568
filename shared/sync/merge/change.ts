// What differs between base and sheet, and what differs between three sides: plain data for previews and cards.
import type { ConflictCode, RecordRevision } from '../record.ts'
import type { RecordId, Value, Values } from '../../kernel/value.ts'

export type Change =
  | { readonly change: 'add'; readonly id: RecordId; readonly values: Values; readonly row: number }
  | {
      readonly change: 'edit'
      readonly id: RecordId
      readonly rv: RecordRevision
      readonly base: Values
      readonly set: Values
      readonly row: number
    }
  /** Missing from the sheet: a deletion only once a person confirmed it. */
  | { readonly change: 'remove'; readonly id: RecordId; readonly rv: RecordRevision; readonly base: Values }

/** One field on which both sides changed their mind. */
export interface FieldConflict {
  readonly kind: 'field'
  readonly id: RecordId
  readonly column: string
  readonly base: Value
  /** `base` is null because nobody knows it (W8), not because it was blank: "both" cannot be offered. */
  readonly baseUnknown?: true
  readonly theirs: Value
  readonly mine: Value
  readonly by?: string
  readonly at?: string
}

export interface RowConflict {
  readonly kind: 'row'
  readonly code: ConflictCode
  readonly id: RecordId
  readonly base: Values | null
  readonly theirs: Values | null
  readonly mine: Values | null
  readonly by?: string
  readonly at?: string
}

export type Conflict = FieldConflict | RowConflict

/** A person's answer to a card: keys 1–4. `both` only for money: B + (M−B) + (C−B). */
export type Choice3 =
  | { readonly choice: 'base' }
  | { readonly choice: 'theirs' }
  | { readonly choice: 'mine' }
  | { readonly choice: 'both' }
  | { readonly choice: 'value'; readonly value: Value }
