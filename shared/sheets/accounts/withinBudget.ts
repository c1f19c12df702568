// Plans that spend money stay within what the budget has for the account (domain.md §2.2 B-05, B-06, §4.2 J).
import type { Condition } from '../../definition/condition.ts'
import type { LinkedTerm } from '../../definition/linked.ts'
import type { LinkedRule } from '../../definition/rule.ts'
import type { Values } from '../../kernel/value.ts'
import { words, type Words } from '../../kernel/words.ts'
import { enterpriseRules } from '../../policy/sources.ts'
import { inForce } from '../budget/workflow.ts'

const expenditure: Condition = [{ column: 'side', in: ['支出'] }]

/** What the budget and its approved adjustments have for an account of the same year. */
export const budgeted: readonly LinkedTerm[] = [
  { kind: 'budget', groupBy: ['accountCode'], column: 'budget', where: expenditure, times: 1 },
  {
    kind: 'adjustment',
    groupBy: ['accountCode'],
    column: 'change',
    where: expenditure,
    states: inForce,
    times: 1,
  },
]

export interface PlannedSpending {
  readonly kind: string
  /** Money column of the plan; its rows name their account in `accountCode`. */
  readonly column: string
  /** Rows that count. */
  readonly where: Condition
  /** A row of account 50501 that spends more than 1 元. */
  readonly sample: Values
  readonly title: Words
}

/** Warns: a plan is not yet an expense, and accounts may be planned at another level than budgeted. */
export function withinBudget({ kind, column, where, sample, title }: PlannedSpending): LinkedRule {
  const line = (budget: number): { readonly kind: string; readonly values: Values } => ({
    kind: 'budget',
    values: { side: '支出', accountCode: '50501', accountName: '培训支出', budget },
  })
  const planned = { kind, values: { ...sample, accountCode: '50501' } }
  return {
    scope: 'linked',
    code: `${kind}/over-budget`,
    reference: 'B-06',
    severity: 'warning',
    citation: enterpriseRules('第20条（四）'),
    title,
    message: words(
      '科目 {group} 的计划合计 {left} 元，预算（含已批准的调整）只有 {right} 元，超 {difference} 元。请压减计划，或先办预算调整。',
      '科目 {group} 的計劃合計 {left} 元，預算（含已批准的調整）只有 {right} 元，超 {difference} 元。請壓減計劃，或先辦預算調整。',
      'Plans on account {group} come to {left} yuan; the budget with approved adjustments has {right}, {difference} too little.',
    ),
    linked: {
      group: ['accountCode'],
      reach: 'unit',
      left: [{ kind, groupBy: ['accountCode'], column, where, times: 1 }],
      right: budgeted,
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: 'both',
    },
    examples: { valid: [[planned, line(1_000_000_000)], [planned]], invalid: [[planned, line(100)]] },
  }
}
