// What the budget is held against besides itself: last year’s unspent projects, the wages of the roster, the reserve of the policy.
import type { Condition } from '../../definition/condition.ts'
import type { LinkedRow, LinkedTerm } from '../../definition/linked.ts'
import type { LinkedRule } from '../../definition/rule.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { knownDay } from '../../policy/knownDay.ts'
import { accountingRules2021, budgetRules, enterpriseRules } from '../../policy/sources.ts'
import { yuan } from '../../policy/yuan.ts'

const expenditure: Condition = [{ column: 'side', in: ['支出'] }]
const reserves: Condition = [{ column: 'accountName', in: ['预备费', '预算预备费'] }]
const projects: readonly string[] = ['accountCode', 'project']

const line = (amount: number, more: Values = {}): LinkedRow => ({
  kind: 'budget',
  values: { side: '支出', accountCode: '50302', accountName: '建家活动支出', budget: yuan(amount), ...more },
})
const home: Values = { project: '职工之家' }
const before = (row: LinkedRow): LinkedRow => ({ ...row, yearOffset: -1 })
const spent: LinkedRow = {
  kind: 'execution',
  values: { side: '支出', accountCode: '50302', accountName: '建家活动支出', amount: yuan(1), ...home },
}
const executed = (years: LinkedTerm['years']): LinkedTerm => ({
  kind: 'execution',
  groupBy: projects,
  column: null,
  where: expenditure,
  times: 1,
  ...(years && { years }),
})

export const linkedRules: readonly LinkedRule[] = [
  {
    scope: 'linked',
    code: 'budget/carried-twice',
    reference: 'B-13',
    severity: 'warning',
    citation: enterpriseRules('第11条'),
    title: words('结转项目连续两年未用', '結轉項目連續兩年未用', 'A project unspent for two years'),
    message: words(
      '科目 {account} 的“{project}”上年安排了 {left} 元，上年和本年到现在都没有支出。连续两年未用完的结转资金视同结余收回，请说明或不再安排。',
      '科目 {account} 的「{project}」上年安排了 {left} 元，上年和本年到現在都沒有支出。連續兩年未用完的結轉資金視同結餘收回，請說明或不再安排。',
      '“{project}” on account {account} had {left} yuan last year, and nothing was spent then or this year. Money unspent for two years counts as surplus; explain, or budget it no more.',
    ),
    applies: ({ today, year }) => today >= `${year}-10-01`,
    linked: {
      group: ['account', 'project'],
      reach: 'unit',
      left: [{ kind: 'budget', groupBy: projects, column: 'budget', where: expenditure, times: 1, years: 'previous' }],
      right: [executed('previous'), executed(undefined)],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: 'leftOnly',
    },
    examples: {
      today: knownDay('2026-11-01'),
      valid: [
        [before(line(100, home)), line(100, home), spent],
        [before(line(100, home)), before(spent), line(100, home)],
        [before(line(100)), line(100)],
      ],
      invalid: [[before(line(100, home)), line(100, home)]],
    },
  },
  {
    scope: 'linked',
    code: 'budget/reserve-share',
    reference: 'B-14',
    severity: 'warning',
    citation: budgetRules('预备费'),
    title: words('预备费不超过规定比例', '預備費不超過規定比例', 'The reserve stays within its share'),
    message: words(
      '预备费 {left} 元，超过本年支出预算规定比例（{limit} 元）{difference} 元。请压减。',
      '預備費 {left} 元，超過本年支出預算規定比例（{limit} 元）{difference} 元。請壓減。',
      'The reserve of {left} yuan is {difference} above the share of the year’s expenditure that is allowed ({limit}). Lower it.',
    ),
    linked: {
      group: [],
      reach: 'unit',
      left: [{ kind: 'budget', groupBy: [], column: 'budget', where: reserves, times: 1 }],
      right: {
        limit: { tag: '预备费', form: 'unitYearRatio' },
        bases: { budgetExpenditure: [{ kind: 'budget', groupBy: [], column: 'budget', where: expenditure, times: 1 }] },
      },
      relation: 'atMost',
      tolerance: 0,
    },
    examples: {
      limits: [{ form: 'unitYearRatio', tags: ['预备费'], base: 'budgetExpenditure', share: { times: 3, per: 100 } }],
      valid: [[line(97), line(3, { accountCode: null, accountName: '预备费' })], [line(97)]],
      invalid: [[line(96), line(4, { accountCode: null, accountName: '预备费' })]],
    },
  },
  {
    scope: 'linked',
    code: 'budget/whole-contribution',
    reference: 'B-19',
    severity: 'warning',
    citation: accountingRules2021('402 拨缴经费收入'),
    title: words('拨缴经费收入只列本级留成', '撥繳經費收入只列本級留成', 'Account 402 holds the retained part only'),
    message: words(
      '拨缴经费收入列了 {left} 元，接近按会员名册工资基数推算的全部 2%（九成是 {right} 元）。应上缴上级的部分不是本级收入，请只列留成部分。',
      '撥繳經費收入列了 {left} 元，接近按會員名冊工資基數推算的全部 2%（九成是 {right} 元）。應上繳上級的部分不是本級收入，請只列留成部分。',
      'Account 402 has {left} yuan, near the whole 2 % that the roster’s wages give (nine tenths are {right}). What is owed upwards is no income; show the retained part only.',
    ),
    linked: {
      group: [],
      reach: 'unit',
      left: [
        {
          kind: 'budget',
          groupBy: [],
          column: 'budget',
          where: [{ column: 'accountCode', prefix: '402' }],
          times: 1,
        },
      ],
      right: [{ kind: 'member', groupBy: [], column: 'duesBase', where: [], times: 12 }],
      share: { times: 18, per: 1000 },
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: 'both',
    },
    examples: {
      valid: [
        [line(1440, { side: '收入', accountCode: '402' }), { kind: 'member', values: { duesBase: yuan(10_000) } }],
        [line(9999, { side: '收入', accountCode: '402' })],
      ],
      invalid: [
        [line(2400, { side: '收入', accountCode: '402' }), { kind: 'member', values: { duesBase: yuan(10_000) } }],
      ],
    },
  },
]
