// A parent account and its subaccounts are not both listed (B-21), whichever sheet lists them.
import type { SetRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { budgetForms } from '../../policy/sources.ts'

export interface ParentRuleOf {
  readonly kind: string
  /** The money column of which the total would be too high. */
  readonly amount: string
  readonly examples: SetRule['examples']
}

/** For kinds with `topAccount` and `accountLevel`. */
export function parentRule({ kind, amount, examples }: ParentRuleOf): SetRule {
  return {
    scope: 'set',
    code: `${kind}/parent-and-children`,
    reference: 'B-21',
    severity: 'error',
    blocks: 'submit',
    citation: budgetForms('父级等于下级之和'),
    title: words(
      '上级科目等于明细之和，不再另列',
      '上級科目等於明細之和，不再另列',
      'A parent account is the sum of its subaccounts',
    ),
    message: words(
      '科目 {group} 已经列了明细，本级又列了 {left} 元，合计会重复。请删去本级这一行，或把差额列到明细里。',
      '科目 {group} 已經列了明細，本級又列了 {left} 元，合計會重複。請刪去本級這一行，或把差額列到明細裡。',
      'Account {group} has subaccounts and {left} yuan of its own: it would be counted twice. Delete the line or move it to a subaccount.',
    ),
    set: {
      type: 'compareSums',
      groupBy: ['topAccount'],
      left: [{ column: amount, where: [{ column: 'accountLevel', in: [1] }], times: 1 }],
      right: [],
      relation: 'equal',
      tolerance: 0,
      onlyWhere: [{ column: 'accountLevel', in: [2, 3, 4] }],
    },
    examples,
  }
}
