// The traffic light of a row on a day: worked out when shown, never stored.
import type { RuleContext } from './rule.ts'
import type { PlainDate } from '../kernel/plainDate.ts'
import type { Values } from '../kernel/value.ts'
import type { Params } from '../kernel/words.ts'

/** 绿 in time · 黄 due soon · 红 overdue or due within a day. */
export type Light = 'green' | 'yellow' | 'red'

/** A light says why: `reason` is a code of the definition's `words`, its places filled from `params`. */
export interface LightVerdict {
  readonly light: Light
  readonly reason: string
  readonly params: Params
}

export interface LightRule {
  /** null: no light, nothing presses. Knows of the row and the day only. */
  readonly of: (row: Values, context: RuleContext) => LightVerdict | null
  /**
   * Every day on which colour or reason turns although nothing in the row changes, so that a history is replayed on these
   * days and not on each; order, repeats and days without a turn do no harm.
   */
  readonly turns: (row: Values, context: RuleContext) => readonly PlainDate[]
}
