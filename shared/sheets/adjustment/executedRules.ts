// An adjustment does not take a line below what is spent already (domain.md §4.2 C); over the sheets of budget and execution.
import type { Condition } from '../../definition/condition.ts'
import type { LinkedRow } from '../../definition/linked.ts'
import type { LinkedRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { budgetForms } from '../../policy/sources.ts'
import { yuan } from '../../policy/yuan.ts'

const where: Condition = [{ column: 'side', in: ['支出'] }]
const groupBy = ['accountCode']

const row = (kind: string, column: string, amount: number): LinkedRow => ({
  kind,
  values: { side: '支出', accountCode: '50102', accountName: '文体活动支出', [column]: yuan(amount) },
})
const lowered = (amount: number): LinkedRow => {
  const { kind, values } = row('adjustment', 'change', amount)
  return { kind, values: { ...values, change: -Number(values['change']) } }
}

export const executedRules: readonly LinkedRule[] = [
  {
    scope: 'linked',
    code: 'adjustment/below-executed',
    reference: 'B-06',
    severity: 'error',
    blocks: 'submit',
    citation: budgetForms('预算调整表：调整后不小于已发生金额'),
    title: words('调整后不小于已发生', '調整後不小於已發生', 'Nothing is adjusted below what is spent'),
    message: words(
      '科目 {account} 的调整数是 {left} 元。执行表里已发生的（含在途）减去年初预算是 {right} 元，调整数不能比它小，差 {difference} 元。',
      '科目 {account} 的調整數是 {left} 元。執行表裡已發生的（含在途）減去年初預算是 {right} 元，調整數不能比它小，差 {difference} 元。',
      'Account {account} changes by {left} yuan. What is spent and in transit less the budget is {right}; the change may not be smaller, by {difference}.',
    ),
    linked: {
      group: ['account'],
      reach: 'unit',
      left: [{ kind: 'adjustment', groupBy, column: 'change', where, times: 1 }],
      right: [
        { kind: 'execution', groupBy, column: 'amount', where, times: 1 },
        { kind: 'execution', groupBy, column: 'pending', where, times: 1 },
        { kind: 'budget', groupBy, column: 'budget', where, times: -1 },
      ],
      relation: 'atLeast',
      tolerance: 0,
      onlyWhere: 'both',
    },
    examples: {
      valid: [
        [lowered(40), row('budget', 'budget', 100), row('execution', 'amount', 60)],
        [lowered(40), row('budget', 'budget', 100)],
        [row('adjustment', 'change', 20), row('budget', 'budget', 100), row('execution', 'amount', 120)],
      ],
      invalid: [
        [lowered(41), row('budget', 'budget', 100), row('execution', 'amount', 60)],
        [row('adjustment', 'change', 19), row('budget', 'budget', 100), row('execution', 'amount', 120)],
      ],
    },
  },
]
