// Things that happen around a row and are kept, without moving it: 催办, 会商, 回访 … One line each, never changed.
import type { RuleContext } from './rule.ts'
import type { Role } from './role.ts'
import type { PlainDate } from '../kernel/plainDate.ts'
import type { Values } from '../kernel/value.ts'
import type { Words } from '../kernel/words.ts'

export interface EventField {
  readonly key: string
  readonly label: Words
  readonly type: 'text' | 'date' | 'choice'
  readonly required: boolean
  /** choice only. */
  readonly choices?: readonly Words[]
}

export interface EventLog {
  readonly name: string
  readonly label: Words
  readonly by: readonly Role[]
  readonly states: readonly string[]
  readonly fields: readonly EventField[]
  /** Who answers it, e.g. the department that is urged; absent: it needs no reply. */
  readonly repliedBy?: readonly Role[]
  readonly reminder?: Reminder
  /** Codes of row rules that miss it in the row: once it was logged, they have nothing more to say there. */
  readonly settles?: readonly string[]
}

/** When the event is due by itself: so many working days before the day that counts, and every working day after it. */
export interface Reminder {
  readonly before: readonly number[]
  readonly overdue: 'daily' | 'never'
  /** undefined: nothing presses. */
  readonly due: (row: Values, context: RuleContext) => PlainDate | undefined
}
