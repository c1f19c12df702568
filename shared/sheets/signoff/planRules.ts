// Rules that hold a list against the plan it hands out (G-03).
import type { LinkedTerm } from '../../definition/linked.ts'
import type { LinkedRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { anhuiRules } from '../../policy/sources.ts'
import { given, receipts } from './receipts.ts'

const plan = (amount: number) => ({
  kind: 'welfare',
  values: { department: '财务部', occasion: '春节', amount, purpose: '节日慰问' },
})

const byPlan = ['department', 'occasion'] as const
const sums = (kind: string, states?: readonly string[]): LinkedTerm => ({
  kind,
  groupBy: byPlan,
  column: 'amount',
  where: [],
  times: 1,
  ...(states === undefined ? {} : { states }),
})

export const planRules: readonly LinkedRule[] = [
  {
    scope: 'linked',
    code: 'signoff/over-plan',
    reference: 'G-03',
    severity: 'error',
    blocks: 'submit',
    citation: anhuiRules('第16页：审批手续齐全'),
    title: words('发放不超过方案', '發放不超過方案', 'No more is given than was planned'),
    message: words(
      '“{group}”签领共 {left} 元，方案 {right} 元，超 {difference} 元。',
      '「{group}」簽領共 {left} 元，方案 {right} 元，超 {difference} 元。',
      '“{group}”: signed for {left} yuan, planned {right}, {difference} too much.',
    ),
    linked: {
      group: ['department', 'occasion'],
      reach: 'unit',
      left: [sums('signoff')],
      right: [sums('welfare')],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: 'both',
    },
    examples: { valid: [[given(), plan(30_000)]], invalid: [[given(), plan(29_999)]] },
  },
  {
    scope: 'linked',
    code: 'signoff/left-over',
    reference: 'G-03',
    severity: 'warning',
    citation: anhuiRules('第16页：审批手续齐全'),
    title: words(
      '签领合计等于批准合计，结余退回',
      '簽領合計等於批准合計，結餘退回',
      'Signed for what was approved; the rest is returned',
    ),
    message: words(
      '“{group}”已签领 {left} 元，批准 {right} 元，差 {difference} 元。没有领完的请退回并说明。',
      '「{group}」已簽領 {left} 元，批准 {right} 元，差 {difference} 元。沒有領完的請退回並說明。',
      '“{group}”: {left} yuan signed for of {right} approved, a difference of {difference}. Return what is left, and say so.',
    ),
    linked: {
      group: ['department', 'occasion'],
      reach: 'unit',
      left: [sums('signoff', ['settled', 'archived'])],
      right: [sums('welfare')],
      relation: 'equal',
      tolerance: 0,
      onlyWhere: 'both',
    },
    examples: {
      valid: [
        [given({}, { state: 'settled' }), plan(30_000)],
        [given(), plan(60_000)],
      ],
      invalid: [[given({}, { state: 'settled' }), plan(60_000)]],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/no-plan',
    reference: 'G-03',
    severity: 'warning',
    citation: anhuiRules('第16页：审批手续齐全'),
    title: words('发放要有方案', '發放要有方案', 'What is given was planned'),
    message: words(
      '“{group}”签领 {left} 行，福利分配方案里没有。请先做方案，或核对部门和慰问类别。',
      '「{group}」簽領 {left} 行，福利分配方案裡沒有。請先做方案，或核對部門和慰問類別。',
      '“{group}”: {left} lines without a plan. Plan it first, or check department and occasion.',
    ),
    linked: {
      group: ['department', 'occasion'],
      reach: 'unit',
      left: [receipts(byPlan)],
      right: [{ kind: 'welfare', groupBy: byPlan, column: null, where: [], times: 1 }],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: 'leftOnly',
    },
    examples: { valid: [[given(), plan(30_000)]], invalid: [[given()]] },
  },
]
