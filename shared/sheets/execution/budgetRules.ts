// What is spent stays within what is budgeted and approved: rules over the sheets of budget, adjustment and execution (domain.md §2.2).
import type { Condition } from '../../definition/condition.ts'
import type { GroupPart, LinkedCheck, LinkedRow, LinkedTerm } from '../../definition/linked.ts'
import type { LinkedRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { enterpriseRules, spendingRules } from '../../policy/sources.ts'
import { knownDay } from '../../policy/knownDay.ts'
import { yuan } from '../../policy/yuan.ts'
import { beforeApproval, inForce } from '../budget/workflow.ts'
import { sampleRow } from './sample.ts'

const expenditure: Condition = [{ column: 'side', in: ['支出'] }]
const account: GroupPart = 'accountCode'
const topAccount: GroupPart = { column: 'accountCode', first: 3 }

const executed = (groupBy: readonly GroupPart[], where = expenditure): readonly LinkedTerm[] =>
  ['amount', 'pending'].map((column) => ({ kind: 'execution', groupBy, column, where, times: 1 }))

const approved = (groupBy: readonly GroupPart[]): readonly LinkedTerm[] => [
  { kind: 'budget', groupBy, column: 'budget', where: expenditure, states: inForce, times: 1 },
  { kind: 'adjustment', groupBy, column: 'change', where: expenditure, states: inForce, times: 1 },
]

const spent = (amount: number, more: LinkedRow['values'] = {}): LinkedRow => ({
  kind: 'execution',
  values: { ...sampleRow, side: '支出', accountCode: '50102', amount: yuan(amount), pending: null, ...more },
})
const budget = (amount: number, state: string, more: LinkedRow['values'] = {}): LinkedRow => ({
  kind: 'budget',
  state,
  values: { side: '支出', accountCode: '50102', accountName: '文体活动支出', budget: yuan(amount), ...more },
})
const adjusted = (change: number): LinkedRow => ({
  kind: 'adjustment',
  state: 'approved',
  values: { side: '支出', accountCode: '50102', accountName: '文体活动支出', change: yuan(change) },
})

const within = { relation: 'atMost', tolerance: 0, reach: 'unit' } as const satisfies Partial<LinkedCheck>

/** One level of the accounts: broken where the budget has the level, too. */
function overBudget(
  code: string,
  level: {
    readonly group: readonly string[]
    readonly groupBy: readonly GroupPart[]
    readonly name: LinkedRule['title']
  },
): Pick<LinkedRule, 'scope' | 'code' | 'reference' | 'linked' | 'title' | 'message'> {
  return {
    scope: 'linked',
    code,
    reference: 'B-06',
    title: level.name,
    message: words(
      '{group}：支出连同在途共 {left} 元，批准的预算（含调整）是 {right} 元，超 {difference} 元。无预算、超预算不得支出，请先办预算调整。',
      '{group}：支出連同在途共 {left} 元，批准的預算（含調整）是 {right} 元，超 {difference} 元。無預算、超預算不得支出，請先辦預算調整。',
      '{group}: spending and what is in transit come to {left} yuan, {difference} above the approved budget of {right}. Have the budget adjusted first.',
    ),
    linked: {
      ...within,
      group: level.group,
      left: executed(level.groupBy),
      right: approved(level.groupBy),
      onlyWhere: 'both',
    },
  }
}

export const budgetRules: readonly LinkedRule[] = [
  {
    ...overBudget('execution/over-budget', {
      group: ['topAccount'],
      groupBy: [topAccount],
      name: words('支出不超过批准的预算', '支出不超過批准的預算', 'Spending stays within the approved budget'),
    }),
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第16条'),
    examples: {
      valid: [
        [spent(100), budget(100, 'approved')],
        [spent(120), budget(100, 'published'), adjusted(20)],
        [spent(100)],
        [spent(120), budget(100, 'approved'), budget(50, 'approved', { accountCode: '50101' })],
      ],
      invalid: [
        [spent(101), budget(100, 'approved')],
        [spent(60), spent(0, { pending: yuan(41) }), budget(100, 'approved')],
      ],
    },
  },
  {
    ...overBudget('execution/over-account', {
      group: ['account'],
      groupBy: [account],
      name: words('明细科目不超过批准的预算', '明細科目不超過批准的預算', 'Each subaccount stays within its budget'),
    }),
    severity: 'warning',
    citation: spendingRules('第16条'),
    examples: {
      valid: [[spent(100), budget(100, 'approved')], [spent(120)]],
      invalid: [[spent(120), budget(100, 'approved'), budget(50, 'approved', { accountCode: '50101' })]],
    },
  },
  {
    ...overBudget('execution/over-project', {
      group: ['account', 'project'],
      groupBy: [account, 'project'],
      name: words('项目支出不超过项目预算', '項目支出不超過項目預算', 'Each project stays within its budget'),
    }),
    severity: 'warning',
    citation: enterpriseRules('第20条（五）'),
    examples: {
      valid: [[spent(100, { project: '运动会' }), budget(50, 'approved', { project: '书画展' })]],
      invalid: [[spent(100, { project: '运动会' }), budget(50, 'approved', { project: '运动会' })]],
    },
  },
  {
    scope: 'linked',
    code: 'execution/not-budgeted',
    reference: 'B-05',
    severity: 'warning',
    citation: spendingRules('第3条（三）'),
    title: words('全部支出纳入预算', '全部支出納入預算', 'All spending is in the budget'),
    message: words(
      '科目 {topAccount} 已支出 {left} 元，本年预算里没有这个科目。请编入预算，或先办预算调整。',
      '科目 {topAccount} 已支出 {left} 元，本年預算裡沒有這個科目。請編入預算，或先辦預算調整。',
      '{left} yuan were spent on account {topAccount}, which the year’s budget does not have. Put it in, or have the budget adjusted.',
    ),
    linked: {
      ...within,
      group: ['topAccount'],
      left: executed([topAccount]),
      right: [
        { kind: 'budget', groupBy: [topAccount], column: null, where: expenditure, times: 1 },
        { kind: 'adjustment', groupBy: [topAccount], column: null, where: expenditure, times: 1 },
      ],
      onlyWhere: 'leftOnly',
    },
    examples: {
      valid: [[spent(100), budget(1, 'draft')]],
      invalid: [[spent(100)], [spent(100), budget(1, 'draft', { accountCode: '503' })]],
    },
  },
  {
    scope: 'linked',
    code: 'execution/capital-early',
    reference: 'B-10',
    severity: 'warning',
    citation: enterpriseRules('第19条'),
    title: words(
      '预算批准前不安排资本性支出',
      '預算批准前不安排資本性支出',
      'No capital spending before the budget is approved',
    ),
    message: words(
      '预算还没有批准，已列资本性支出 {left} 元。批准前只能用于必要的基本费用、帮扶、送温暖和集体福利。',
      '預算還沒有批准，已列資本性支出 {left} 元。批准前只能用於必要的基本費用、幫扶、送溫暖和集體福利。',
      '{left} yuan of capital spending stand before the budget is approved. Until then only basic costs, aid and collective welfare may be paid.',
    ),
    linked: {
      ...within,
      group: [],
      left: executed([], [...expenditure, { column: 'accountCode', prefix: '507' }]),
      right: [{ kind: 'budget', groupBy: [], column: null, where: expenditure, states: inForce, times: 1 }],
      onlyWhere: 'leftOnly',
    },
    examples: {
      valid: [[spent(100)], [spent(100, { accountCode: '50702' }), budget(1, 'approved')]],
      invalid: [[spent(100, { accountCode: '50702' }), budget(1, 'audited')]],
    },
  },
  {
    scope: 'linked',
    code: 'execution/early-share',
    reference: 'B-10',
    severity: 'warning',
    citation: enterpriseRules('第19条'),
    title: words('预算批准前的支出有限度', '預算批准前的支出有限度', 'Spending before approval is limited'),
    message: words(
      '预算还没有批准，除帮扶、送温暖、慰问外已支出 {left} 元，超过可以先行支出的 {limit} 元。请先报批预算。',
      '預算還沒有批准，除幫扶、送溫暖、慰問外已支出 {left} 元，超過可以先行支出的 {limit} 元。請先報批預算。',
      'The budget is not approved yet; {left} yuan besides aid and condolences are above the {limit} that may be spent before.',
    ),
    linked: {
      ...within,
      group: [],
      left: executed(
        [],
        [...expenditure, { column: 'purpose', notIn: ['困难帮扶', '送温暖', '节日慰问', '住院慰问'] }],
      ),
      right: {
        limit: { tag: '预算批准前支出', form: 'unitYearRatio' },
        bases: {
          budgetExpenditure: [
            {
              kind: 'budget',
              groupBy: [],
              column: 'budget',
              where: expenditure,
              states: beforeApproval,
              times: 1,
            },
          ],
        },
      },
      onlyWhere: 'both',
    },
    examples: {
      limits: [
        {
          form: 'unitYearRatio',
          tags: ['预算批准前支出'],
          base: 'budgetExpenditure',
          share: { times: 1, per: 4 },
        },
      ],
      valid: [
        [spent(25), budget(100, 'draft')],
        [spent(90, { purpose: '送温暖' }), budget(100, 'draft')],
        [spent(90), budget(100, 'approved')],
      ],
      invalid: [[spent(26), budget(100, 'audited')]],
    },
  },
  {
    scope: 'linked',
    code: 'execution/slow-account',
    reference: 'B-22',
    severity: 'hint',
    citation: enterpriseRules('第20条'),
    title: words('四季度执行率不足一半', '四季度執行率不足一半', 'Less than half executed in the last quarter'),
    message: words(
      '科目 {topAccount} 到四季度只执行了 {left} 元，不到批准预算一半（{right} 元）。请抓紧执行，或说明原因。',
      '科目 {topAccount} 到四季度只執行了 {left} 元，不到批准預算一半（{right} 元）。請抓緊執行，或說明原因。',
      'Account {topAccount} has {left} yuan executed in the last quarter, less than half of its budget ({right}). Speed up or say why.',
    ),
    applies: ({ today, year }) => today >= `${year}-10-01` && today <= `${year}-12-31`,
    linked: {
      group: ['topAccount'],
      reach: 'unit',
      left: [{ kind: 'execution', groupBy: [topAccount], column: 'amount', where: expenditure, times: 1 }],
      right: approved([topAccount]),
      share: { times: 1, per: 2 },
      relation: 'atLeast',
      tolerance: 0,
      onlyWhere: 'right',
    },
    examples: {
      today: knownDay('2026-10-08'),
      valid: [[spent(50), budget(100, 'approved')]],
      invalid: [[spent(49), budget(100, 'approved')], [budget(100, 'approved')]],
    },
  },
]
