// Separation of duties on one record, as data (domain.md §5.1, reliability.md §2.5): who may not be the same person.
import type { Role } from './role.ts'

/** Each is checked against what was really done to the rows since they last were in the initial state, and by whom what stands in them was written. */
export type Duty =
  /** 制表≠审批: not whoever created or edited the rows, nor whoever submitted them. */
  | { readonly type: 'own-draft' }
  /** Not whoever made one of these transitions: 两级审批, 经办≠验收≠付款, 关账≠重开. */
  | {
      readonly type: 'other-hand'
      readonly transitions: readonly string[]
      readonly as: 'two-levels' | 'pay' | 'period'
    }
  /** Not whoever wrote these columns (payee and account before paying). */
  | { readonly type: 'not-editor'; readonly columns: readonly string[] }
  /** 回避: nobody decides on a row whose person (工号 or 证件号 in this column) is the actor or a declared relative. */
  | { readonly type: 'beneficiary'; readonly column: string }

/** Closed: ends of the codes `sod-…`. */
export type DutyCode = 'own-draft' | 'two-levels' | 'pay' | 'period' | 'editor' | 'beneficiary'

/**
 * What a small office may excuse for a while (domain.md §5.1). Never `beneficiary`: nobody decides on own matters; nor
 * `period`: reopening what one closed can always wait for somebody else.
 */
export const excusableDuties = ['own-draft', 'two-levels', 'pay', 'editor'] as const satisfies readonly DutyCode[]

/** A duty on one record, or two roles that one person holds: what an exemption excuses. */
export type Excused = DutyCode | `${Role}+${Role}`

export function dutyCode(duty: Duty): DutyCode {
  switch (duty.type) {
    case 'own-draft':
      return 'own-draft'
    case 'other-hand':
      return duty.as
    case 'not-editor':
      return 'editor'
    case 'beneficiary':
      return 'beneficiary'
  }
}
