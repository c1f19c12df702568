// How a rule is written down: data, with functions only in `check`.
import type { Citation, Severity } from '../kernel/finding.ts'
import type { PlainDate } from '../kernel/plainDate.ts'
import type { Value, Values } from '../kernel/value.ts'
import type { Params, Words } from '../kernel/words.ts'

/** What a rule may know beyond the row; all of it comes in as an argument. */
export interface RuleContext {
  readonly today: PlainDate
  /** 年度 of the partition, e.g. 2026. */
  readonly year: number
  readonly unitKind: UnitKind
}

/** 基层工会 and 县级以上工会 have different charts of accounts (KJ21 第二部分). */
export type UnitKind = 'primary' | 'county'

/** What an `error` stops: `save` the push itself, `submit` a later transition; warnings and hints stop nothing. */
export type Blocks = 'save' | 'submit'

interface RuleBase {
  /** `kind/kebab-case`; stable, never reused. */
  readonly code: string
  /** Id in domain.md §2, e.g. `B-02`; a house rule has none. */
  readonly reference?: string
  readonly severity: Severity
  readonly blocks?: Blocks
  readonly citation: Citation
  readonly title: Words
  /** With {places} filled from the params that `check` returns. Says what, where and what to do. */
  readonly message: Words
}

export interface FieldRule extends RuleBase {
  readonly scope: 'field'
  readonly column: string
  /** Params when broken, else null; pure. Not called for blank values. */
  readonly check: (value: Exclude<Value, null>, context: RuleContext) => Params | null
  readonly examples: Examples<Exclude<Value, null>>
}

export interface RowRule extends RuleBase {
  readonly scope: 'row'
  /** Columns it reads; the first is where the finding is shown. */
  readonly columns: readonly string[]
  readonly check: (row: Values, context: RuleContext) => Params | null
  /** A certain correction, offered as one-click fix. */
  readonly suggest?: (
    row: Values,
    context: RuleContext,
  ) => { readonly column: string; readonly value: Value } | undefined
  readonly examples: Examples<Values>
}

/** Declared, not coded: evaluated whole or incrementally over touched groups, with equal results. */
export interface SetRule extends RuleBase {
  readonly scope: 'set'
  readonly set: SetCheck
  /** Overrides severity for what the sums say, e.g. a deficit that is covered by surplus only warns. */
  readonly applies?: (context: RuleContext) => boolean
  readonly examples: Examples<readonly Values[]>
}

export type Rule = FieldRule | RowRule | SetRule

export interface Examples<T> {
  readonly valid: readonly T[]
  readonly invalid: readonly T[]
}

/** Rows for which it holds; all parts must hold. `prefix` compares text from the left. */
export type Condition = readonly ConditionPart[]
export type ConditionPart =
  | { readonly column: string; readonly in: readonly Value[] }
  | { readonly column: string; readonly notIn: readonly Value[] }
  | { readonly column: string; readonly prefix: string }
  | { readonly column: string; readonly blank: boolean }

export interface SumTerm {
  readonly column: string
  readonly where: Condition
  /** Integer factor, usually 1 or -1. */
  readonly times: number
}

/** Group keys are column keys; [] is the whole partition. Blank keys form a group of their own except for `unique`. */
export type SetCheck =
  /** No two rows with the same key; rows with a blank part of the key are not compared. Params: key, count, rows. */
  | { readonly type: 'unique'; readonly key: readonly string[]; readonly where: Condition }
  /** Params: sum, minimum, maximum, group. */
  | {
      readonly type: 'sum'
      readonly groupBy: readonly string[]
      readonly terms: readonly SumTerm[]
      readonly minimum?: number
      readonly maximum?: number
    }
  /** Params: count, minimum, maximum, group. */
  | {
      readonly type: 'count'
      readonly groupBy: readonly string[]
      readonly where: Condition
      readonly minimum?: number
      readonly maximum?: number
    }
  /** left `relation` right, within `tolerance` (分 or count). Params: left, right, difference, group. */
  | {
      readonly type: 'compareSums'
      readonly groupBy: readonly string[]
      readonly left: readonly SumTerm[]
      readonly right: readonly SumTerm[]
      readonly relation: 'equal' | 'atMost' | 'atLeast'
      readonly tolerance: number
      /** Groups with no row that matches this are not compared. */
      readonly onlyWhere?: Condition
    }
