// Rules of a list over other sheets: the plan, the roster, the other units, the year (E-07…E-13, G-03).
import type { Limit } from '../../definition/limit.ts'
import type { LinkedTerm } from '../../definition/linked.ts'
import type { LinkedRule } from '../../definition/rule.ts'
import { fen } from '../../kernel/money.ts'
import type { Value, Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { anhuiRules, spendingRules } from '../../policy/sources.ts'
import { members, welfareStates } from '../welfare/linkedTerms.ts'
import { sampleReceipt as receipt } from './sample.ts'

const given = (
  change: Values = {},
  more: { readonly unitId?: string; readonly state?: string; readonly yearOffset?: number } = {},
) => ({
  kind: 'signoff',
  values: { ...receipt, ...change },
  ...more,
})
const plan = (amount: number) => ({
  kind: 'welfare',
  values: { department: '财务部', occasion: '春节', amount, purpose: '节日慰问' },
})

function receipts(groupBy: readonly string[], where: LinkedTerm['where'] = []): LinkedTerm {
  return { kind: 'signoff', groupBy, column: null, where, times: 1 }
}

const occasionIs = (...occasions: readonly Value[]): LinkedTerm['where'] => [{ column: 'occasion', in: occasions }]

const byPlan = ['department', 'occasion'] as const
const sums = (kind: string, states?: readonly string[]): LinkedTerm => ({
  kind,
  groupBy: byPlan,
  column: 'amount',
  where: [],
  times: 1,
  ...(states === undefined ? {} : { states }),
})

const yearLimit = (max: number): Limit => ({ form: 'perMemberYear', tags: ['节日慰问'], max: fen(max) })

const planRules: readonly LinkedRule[] = [
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

const personRules: readonly LinkedRule[] = [
  {
    scope: 'linked',
    code: 'signoff/not-in-roster',
    reference: 'E-13',
    severity: 'warning',
    citation: anhuiRules('第9—10页'),
    title: words('领取人在会员名册里', '領取人在會員名冊裡', 'Recipients are in the roster'),
    message: words(
      '“{group}”在签领表里，不在在会会员里。请核对姓名、会籍；离退休和外单位人员不从工会经费列支。',
      '「{group}」在簽領表裡，不在在會會員裡。請核對姓名、會籍；離退休和外單位人員不從工會經費列支。',
      '“{group}” stands in the list but is no member in good standing. Please check name and membership.',
    ),
    linked: {
      group: ['name'],
      reach: 'unit',
      left: [
        receipts(
          ['name'],
          [{ column: 'purpose', notIn: ['困难帮扶', '送温暖', '退休离岗慰问', '丧葬慰问(会员)', '其他'] }],
        ),
      ],
      right: [members(['name'])],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: 'leftOnly',
    },
    examples: {
      valid: [[given(), { kind: 'member', values: { name: '甲某', standing: '在会' } }]],
      invalid: [[given()], [given(), { kind: 'member', values: { name: '甲某', standing: '退休' } }]],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/member-year',
    reference: 'E-07',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第8条；限额见各省办法'),
    title: words(
      '每人全年节日慰问不超过限额',
      '每人全年節日慰問不超過限額',
      'Each member’s festivals within the yearly limit',
    ),
    message: words(
      '“{group}”本年节日慰问各次共 {left} 元，限 {limit} 元，超 {difference} 元。',
      '「{group}」本年節日慰問各次共 {left} 元，限 {limit} 元，超 {difference} 元。',
      '“{group}” got {left} yuan for festivals this year; the limit is {limit}, {difference} too much.',
    ),
    linked: {
      group: ['department', 'name'],
      reach: 'unit',
      left: [
        {
          kind: 'signoff',
          groupBy: ['department', 'name'],
          column: 'amount',
          where: [{ column: 'purpose', in: ['节日慰问'] }],
          times: 1,
        },
      ],
      right: { limit: { tag: '节日慰问', form: 'perMemberYear' } },
      relation: 'atMost',
      tolerance: 0,
    },
    examples: {
      valid: [[given({ amount: 100_000 }), given({ amount: 100_000, occasion: '中秋' })]],
      invalid: [[given({ amount: 100_000 }), given({ amount: 100_001, occasion: '中秋' })]],
      limits: [yearLimit(200_000)],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/member-year-everywhere',
    reference: 'E-13',
    severity: 'warning',
    citation: anhuiRules('第9—10页：只在一处享受'),
    title: words('借用、派遣人员只在一处享受', '借用、派遣人員只在一處享受', 'Those on loan are given it in one place'),
    message: words(
      '会员证号 {group} 的同一项慰问在各单位共发了 {left} 次。借用、挂职、派遣人员只在一处享受，请核对。',
      '會員證號 {group} 的同一項慰問在各單位共發了 {left} 次。借用、掛職、派遣人員只在一處享受，請核對。',
      'Membership number {group} was given the same {left} times over all units. Those on loan are given it in one place only.',
    ),
    linked: {
      group: ['memberNo', 'occasion', 'item'],
      reach: 'everywhere',
      left: [receipts(['memberNo', 'occasion', 'item'], [{ column: 'purpose', in: ['节日慰问', '生日慰问'] }])],
      right: [],
      relation: 'atMost',
      tolerance: 1,
    },
    examples: {
      valid: [[given(), given({ memberNo: 'HY-0002' }, { unitId: 'u2' })]],
      invalid: [[given(), given({}, { unitId: 'u2' })]],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/birthday-twice',
    reference: 'E-09',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第8条（四）'),
    title: words('生日慰问一年一次', '生日慰問一年一次', 'One birthday a year'),
    message: words(
      '“{group}”本年生日慰问发了 {left} 次。一年一次，请核对。',
      '「{group}」本年生日慰問發了 {left} 次。一年一次，請核對。',
      '“{group}” got {left} birthday gifts this year; there is one a year.',
    ),
    linked: {
      group: ['department', 'name'],
      reach: 'unit',
      left: [receipts(['department', 'name'], occasionIs('生日'))],
      right: [],
      relation: 'atMost',
      tolerance: 1,
    },
    examples: {
      valid: [[given({ occasion: '生日' }), given()]],
      invalid: [[given({ occasion: '生日' }), given({ occasion: '生日', item: '蛋糕' })]],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/once-in-life',
    reference: 'E-12',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第8条（四）'),
    title: words('退休、入会慰问只有一次', '退休、入會慰問只有一次', 'Retirement and joining come once'),
    message: words(
      '“{group}”历年共发了 {left} 次。这项慰问只有一次，请核对。',
      '「{group}」歷年共發了 {left} 次。這項慰問只有一次，請核對。',
      '“{group}” was given this {left} times over the years; it comes once.',
    ),
    linked: {
      group: ['department', 'name', 'occasion'],
      reach: 'unit',
      left: [{ ...receipts(['department', 'name', 'occasion'], occasionIs('退休', '入会')), years: 'all' }],
      right: [],
      relation: 'atMost',
      tolerance: 1,
    },
    examples: {
      valid: [[given({ occasion: '退休' })]],
      invalid: [[given({ occasion: '退休' }), given({ occasion: '退休' }, { yearOffset: -1 })]],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/illness-twice',
    reference: 'E-11',
    severity: 'warning',
    citation: spendingRules('第8条（四）'),
    title: words('同一病种一年慰问一次', '同一病種一年慰問一次', 'One visit a year for one illness'),
    message: words(
      '“{group}”本年住院慰问 {left} 次。同一病种一年一次；病种不同的请在备注说明（不写病名）。',
      '「{group}」本年住院慰問 {left} 次。同一病種一年一次；病種不同的請在備註說明（不寫病名）。',
      '“{group}” was visited in hospital {left} times this year: once a year for one illness. Say in the remark if the illness differs, without naming it.',
    ),
    linked: {
      group: ['department', 'name'],
      reach: 'unit',
      left: [receipts(['department', 'name'], occasionIs('住院'))],
      right: [],
      relation: 'atMost',
      tolerance: 1,
    },
    examples: {
      valid: [[given({ occasion: '住院' })]],
      invalid: [[given({ occasion: '住院' }), given({ occasion: '住院', amount: 1 })]],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/times-a-year',
    reference: 'E-07',
    severity: 'warning',
    citation: spendingRules('第8条；次数见各省办法'),
    title: words('节日慰问一年的次数', '節日慰問一年的次數', 'How many festivals a year'),
    message: words(
      '“{group}”本年节日慰问 {left} 行，限 {limit} 次。一个节日发几样的合并计算，请核对。',
      '「{group}」本年節日慰問 {left} 行，限 {limit} 次。一個節日發幾樣的合併計算，請核對。',
      '“{group}” has {left} lines for festivals this year, the limit is {limit} times. Several items of one festival count once: please check.',
    ),
    linked: {
      group: ['department', 'name'],
      reach: 'unit',
      left: [receipts(['department', 'name'], [{ column: 'purpose', in: ['节日慰问'] }])],
      right: { limit: { tag: '节日慰问', form: 'frequency' } },
      relation: 'atMost',
      tolerance: 0,
    },
    examples: {
      valid: [[given(), given({ occasion: '中秋' })]],
      invalid: [[given(), given({ occasion: '中秋' }), given({ occasion: '国庆' })]],
      limits: [{ form: 'frequency', tag: '节日慰问', per: 'year', times: 2 }],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/left-out',
    reference: 'E-08',
    severity: 'hint',
    citation: spendingRules('第8条（四）：向全体会员发放'),
    title: words('春节慰问人人有份', '春節慰問人人有份', 'Spring Festival leaves nobody out'),
    message: words(
      '春节慰问签领 {left} 人，名册在会 {right} 人，差 {difference} 人。请核对有没有遗漏。',
      '春節慰問簽領 {left} 人，名冊在會 {right} 人，差 {difference} 人。請核對有沒有遺漏。',
      'Spring Festival: {left} signed, the roster has {right} members, a difference of {difference}. Please check whether somebody was left out.',
    ),
    linked: {
      group: [],
      reach: 'unit',
      left: [{ ...receipts([], occasionIs('春节')), states: welfareStates.issued }],
      right: [members([])],
      relation: 'atLeast',
      tolerance: 0,
      onlyWhere: 'both',
    },
    examples: {
      valid: [[given({}, { state: 'issued' }), { kind: 'member', values: { name: '甲某', standing: '在会' } }]],
      invalid: [
        [
          given({}, { state: 'issued' }),
          { kind: 'member', values: { name: '甲某', standing: '在会' } },
          { kind: 'member', values: { name: '乙某', standing: '在会' } },
        ],
      ],
    },
  },
]

export const linkedRules: readonly LinkedRule[] = [...planRules, ...personRules]
