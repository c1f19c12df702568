// Rules of a plan over other sheets: heads by the roster, money by the dues and the budget, limits by member and year.
import type { LinkedTerm } from '../../definition/linked.ts'
import type { Limit } from '../../definition/limit.ts'
import type { LinkedRule } from '../../definition/rule.ts'
import { fen } from '../../kernel/money.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { budgetRules, spendingRules } from '../../policy/sources.ts'
import { festivals } from '../columns/choices.ts'
import { members, welfareStates } from './linkedTerms.ts'
import { samplePlan as plan } from './sample.ts'

const member = (name: string, change: Values = {}) => ({
  kind: 'member',
  values: { name, department: '财务部', standing: '在会', ...change },
})
const row = (change: Values = {}) => ({ kind: 'welfare', values: { ...plan, headcount: 2, ...change } })
const income = (accountCode: string, budget: number) => ({
  kind: 'budget',
  values: { side: '收入', accountCode, budget },
})

const budgetIncome = (where: LinkedTerm['where']): LinkedTerm => ({
  kind: 'budget',
  groupBy: [],
  column: 'budget',
  where,
  times: 1,
})

const bases = {
  dues: [budgetIncome([{ column: 'accountCode', prefix: '401' }])],
  retainedIncome: [budgetIncome([{ column: 'accountCode', prefix: '402' }])],
  budgetIncome: [budgetIncome([{ column: 'side', in: ['收入'] }])],
  budgetExpenditure: [budgetIncome([{ column: 'side', in: ['支出'] }])],
}

const paidFromDues = ['观影观演', '春秋游', '公园年票']

function planned(column: string, purposes: readonly string[], groupBy: readonly string[] = []): LinkedTerm {
  return {
    kind: 'welfare',
    groupBy,
    column,
    where: [{ column: 'purpose', in: purposes }],
    times: 1,
  }
}

/** Festival goods are for every member: a plan that counts fewer heads than the roster leaves somebody out. */
const headRules: readonly LinkedRule[] = festivals
  .filter(({ value }) => value !== '民族节日')
  .map(({ value, label }, index): LinkedRule => {
    const heads = (headcount: number) => row({ occasion: value, headcount })
    return {
      scope: 'linked',
      code: `welfare/heads-${index + 1}`,
      reference: 'E-08',
      severity: 'warning',
      citation: spendingRules('第8条（四）：向全体会员发放'),
      title: words(
        `${label['zh-Hans']}人数不少于在会会员`,
        `${label['zh-Hant']}人數不少於在會會員`,
        `${label.en}: no fewer heads than members`,
      ),
      message: words(
        `${label['zh-Hans']}方案共 {left} 人，名册在会 {right} 人，差 {difference} 人。节日慰问向全体会员发放，请核对名册和截止日期。`,
        `${label['zh-Hant']}方案共 {left} 人，名冊在會 {right} 人，差 {difference} 人。節日慰問向全體會員發放，請核對名冊和截止日期。`,
        `${label.en}: the plan counts {left}, the roster has {right} members, a difference of {difference}. Goods are for all members: please check roster and cut-off day.`,
      ),
      linked: {
        group: [],
        reach: 'unit',
        left: [
          {
            kind: 'welfare',
            groupBy: [],
            column: 'headcount',
            where: [{ column: 'occasion', in: [value] }],
            states: welfareStates.undecided,
            times: 1,
          },
        ],
        right: [members([])],
        relation: 'atLeast',
        tolerance: 0,
        onlyWhere: 'both',
      },
      examples: {
        valid: [[heads(2), member('甲某'), member('乙某'), member('丙某', { standing: '退休' })], [heads(1)]],
        invalid: [[heads(1), member('甲某'), member('乙某')]],
      },
    }
  })

const yearLimit = (max: number): Limit => ({ form: 'perMemberYear', tags: ['节日慰问'], max: fen(max) })

export const linkedRules: readonly LinkedRule[] = [
  ...headRules,
  {
    scope: 'linked',
    code: 'welfare/dues-multiple',
    reference: 'E-04',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第8条（二）'),
    title: words(
      '观影、春秋游、公园年票不超过会费收入的倍数',
      '觀影、春秋遊、公園年票不超過會費收入的倍數',
      'Films, outings and tickets within a multiple of the dues',
    ),
    message: words(
      '观影观演、春秋游、公园年票本年共 {left} 元，按会费收入预算最多 {limit} 元，超 {difference} 元。',
      '觀影觀演、春秋遊、公園年票本年共 {left} 元，按會費收入預算最多 {limit} 元，超 {difference} 元。',
      'Films, outings and tickets come to {left} yuan this year; by the dues budgeted {limit} are allowed, {difference} too much.',
    ),
    linked: {
      group: [],
      reach: 'unit',
      left: [planned('amount', paidFromDues)],
      right: { limit: { tag: '春秋游', form: 'duesMultiple' }, bases },
      relation: 'atMost',
      tolerance: 0,
    },
    examples: {
      valid: [[row({ purpose: '春秋游', amount: 40_000 }), income('401', 10_000)]],
      invalid: [
        [
          row({ purpose: '春秋游', amount: 30_000 }),
          row({ purpose: '公园年票', amount: 10_001 }),
          income('401', 10_000),
        ],
      ],
      limits: [{ form: 'duesMultiple', tags: ['观影观演', '春秋游', '公园年票'], multiple: 4 }],
    },
  },
  {
    scope: 'linked',
    code: 'welfare/year-ratio',
    reference: 'E-07',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第8条；比例见各省办法'),
    title: words(
      '节日慰问全年总额不超过比例',
      '節日慰問全年總額不超過比例',
      'Festival goods within a share of the year’s money',
    ),
    message: words(
      '节日慰问全年共 {left} 元，按比例最多 {limit} 元，超 {difference} 元。',
      '節日慰問全年共 {left} 元，按比例最多 {limit} 元，超 {difference} 元。',
      'Festival goods come to {left} yuan this year; {limit} are allowed, {difference} too much.',
    ),
    linked: {
      group: [],
      reach: 'unit',
      left: [planned('amount', ['节日慰问'])],
      right: { limit: { tag: '节日慰问', form: 'unitYearRatio' }, bases },
      relation: 'atMost',
      tolerance: 0,
    },
    examples: {
      valid: [[row({ amount: 50_000 }), income('402', 100_000)]],
      invalid: [[row({ amount: 50_001 }), income('402', 100_000)]],
      limits: [{ form: 'unitYearRatio', tags: ['节日慰问'], base: 'budgetIncome', share: { times: 1, per: 2 } }],
    },
  },
  {
    scope: 'linked',
    code: 'welfare/plans-of-year',
    reference: 'E-07',
    severity: 'warning',
    citation: spendingRules('第8条；限额见各省办法'),
    title: words(
      '各节日标准合计不超过每人每年限额',
      '各節日標準合計不超過每人每年限額',
      'All festivals together within the yearly limit',
    ),
    message: words(
      '“{group}”本年各节日方案的标准合计 {left} 元/人，限 {limit} 元，超 {difference} 元。同一节日分两批人发的请说明。',
      '「{group}」本年各節日方案的標準合計 {left} 元/人，限 {limit} 元，超 {difference} 元。同一節日分兩批人發的請說明。',
      'The festivals planned for “{group}” this year add up to {left} yuan a head; {limit} are allowed, {difference} too much. Please explain where two groups share a festival.',
    ),
    linked: {
      group: ['department'],
      reach: 'unit',
      left: [planned('standard', ['节日慰问'], ['department'])],
      right: { limit: { tag: '节日慰问', form: 'perMemberYear' } },
      relation: 'atMost',
      tolerance: 0,
    },
    examples: {
      valid: [[row({ standard: 100_000 }), row({ occasion: '中秋', standard: 100_000 })]],
      invalid: [[row({ standard: 150_000 }), row({ occasion: '中秋', standard: 100_000 })]],
      limits: [yearLimit(200_000)],
    },
  },
  {
    scope: 'linked',
    code: 'welfare/budget-short',
    reference: 'B-06',
    severity: 'warning',
    citation: budgetRules('严禁无预算、超预算支出'),
    title: words('福利方案不超过预算', '福利方案不超過預算', 'Plans stay within the budget'),
    message: words(
      '科目 {group} 的福利方案共 {left} 元，预算 {right} 元，超 {difference} 元。请压减，或先调整预算。',
      '科目 {group} 的福利方案共 {left} 元，預算 {right} 元，超 {difference} 元。請壓減，或先調整預算。',
      'Plans charged to {group} come to {left} yuan, the budget has {right}, {difference} too much. Cut them, or adjust the budget first.',
    ),
    linked: {
      group: ['account'],
      reach: 'unit',
      left: [{ kind: 'welfare', groupBy: ['accountCode'], column: 'amount', where: [], times: 1 }],
      right: [
        {
          kind: 'budget',
          groupBy: ['accountCode'],
          column: 'budget',
          where: [{ column: 'side', in: ['支出'] }],
          times: 1,
        },
      ],
      relation: 'atMost',
      tolerance: 0,
    },
    examples: {
      valid: [
        [
          row({ accountCode: '50105', amount: 100 }),
          { kind: 'budget', values: { side: '支出', accountCode: '50105', budget: 100 } },
        ],
      ],
      invalid: [
        [
          row({ accountCode: '50105', amount: 101 }),
          { kind: 'budget', values: { side: '支出', accountCode: '50105', budget: 100 } },
        ],
      ],
    },
  },
]
