// How a rule is written down: data, with functions only in `check`.
import type { Condition } from './condition.ts'
import type { Citation, Severity } from '../kernel/finding.ts'
import type { PlainDate } from '../kernel/plainDate.ts'
import type { Value, Values } from '../kernel/value.ts'
import type { Params, Words } from '../kernel/words.ts'
import { plainCalendar, type WorkingCalendar } from '../kernel/workingCalendar.ts'
import { emptyPolicy, type Limit, type OverLimit, type Policy } from './limit.ts'
import type { LinkedCheck, LinkedRow } from './linked.ts'

/** What a rule may know beyond the row; all of it comes in as an argument. */
export interface RuleContext {
  readonly today: PlainDate
  /** 年度 of the partition, e.g. 2026. */
  readonly year: number
  readonly unitKind: UnitKind
  /** Limits of the packs that hold for the unit on that day. */
  readonly policy: Policy
  readonly calendar: WorkingCalendar
}

/** Without packs and with weekends only, unless given. */
export function ruleContext(
  facts: Omit<RuleContext, 'policy' | 'calendar'> & Partial<Pick<RuleContext, 'policy' | 'calendar'>>,
): RuleContext {
  return { policy: emptyPolicy, calendar: plainCalendar, ...facts }
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
  readonly check: (value: Exclude<Value, null>, context: RuleContext) => Params | OverLimit | null
  readonly examples: Examples<Exclude<Value, null>>
}

export interface RowRule extends RuleBase {
  readonly scope: 'row'
  /** Columns it reads; the first is where the finding is shown. */
  readonly columns: readonly string[]
  readonly check: (row: Values, context: RuleContext) => Params | OverLimit | null
  /** Names of transitions: looked at only before these, and then it stops them whatever its severity. Absent: always looked at. */
  readonly at?: readonly string[]
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

/** Over sheets of several kinds; owned by the kind whose rows its findings are shown at. */
export interface LinkedRule extends RuleBase {
  readonly scope: 'linked'
  readonly linked: LinkedCheck
  readonly applies?: (context: RuleContext) => boolean
  readonly examples: Examples<readonly LinkedRow[]>
}

export type Rule = FieldRule | RowRule | SetRule | LinkedRule

export interface Examples<T> {
  readonly valid: readonly T[]
  readonly invalid: readonly T[]
  /** Limits in force in these examples, of a confirmed pack; for rules that ask the policy. */
  readonly limits?: readonly Limit[]
  /** The day these examples are judged on, where it matters. */
  readonly today?: PlainDate
}

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
  /** All rows that hold something in `column` (money or integer) hold the same. Params: count, average, group. */
  | {
      readonly type: 'alike'
      readonly groupBy: readonly string[]
      readonly column: string
      readonly where: Condition
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
