// Set rules of the budget: sums over sides and accounts, keys that stand twice.
import type { Condition } from '../../definition/condition.ts'
import type { SetRule, SumTerm } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { budgetRules, enterpriseRules, house } from '../../policy/sources.ts'
import { broughtForward, drawnSurplus, investment, reserveFund, returnedInvestment } from '../accounts/balanceLines.ts'
import { parentRule } from '../accounts/parentRule.ts'

const budget = (where: Condition, times = 1): SumTerm => ({ column: 'budget', where, times })
const named = (...names: readonly string[]): Condition => [{ column: 'accountName', in: names }]
/** Income of the year itself: not what is brought forward or drawn from earlier years, wherever it is printed. */
const incomeOfYear: Condition = [
  { column: 'side', in: ['收入'] },
  { column: 'accountName', notIn: [broughtForward, drawnSurplus] },
]
const expenditure: Condition = [{ column: 'side', in: ['支出'] }]

const income = (amount: number) => ({ side: '收入', accountCode: '402', accountName: '拨缴经费收入', budget: amount })
const spending = (amount: number) => ({
  side: '支出',
  accountCode: '50101',
  accountName: '职工教育支出',
  budget: amount,
  topAccount: '501',
  accountLevel: 2,
})
const drawn = (amount: number) => ({ side: '结余', accountName: drawnSurplus, budget: amount })
const opening = (amount: number) => ({ side: '结余', accountName: broughtForward, budget: amount })

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'budget/balance',
    reference: 'B-01',
    severity: 'hint',
    citation: enterpriseRules('第11条'),
    title: words('量入为出、收支平衡', '量入為出、收支平衡', 'Income and expenditure balance'),
    message: words(
      '本年收入 {left} 元，支出 {right} 元，相差 {difference} 元。',
      '本年收入 {left} 元，支出 {right} 元，相差 {difference} 元。',
      'Income of the year {left}, expenditure {right}: a difference of {difference} yuan.',
    ),
    set: {
      type: 'compareSums',
      groupBy: [],
      left: [budget(incomeOfYear)],
      right: [budget(expenditure)],
      relation: 'equal',
      tolerance: 0,
    },
    examples: { valid: [[income(100), spending(100)]], invalid: [[income(100), spending(90)]] },
  },
  {
    scope: 'set',
    code: 'budget/deficit',
    reference: 'B-02',
    severity: 'error',
    blocks: 'submit',
    citation: budgetRules('不得编制赤字预算'),
    title: words('不得编制赤字预算', '不得編製赤字預算', 'No deficit budgets'),
    message: words(
      '支出 {left} 元，收入加动用结余 {right} 元，还差 {difference} 元没有来源。请压减支出，或把动用的以前年度结余单列一行。',
      '支出 {left} 元，收入加動用結餘 {right} 元，還差 {difference} 元沒有來源。請壓減支出，或把動用的以前年度結餘單列一行。',
      'Expenditure {left} is above income and drawn surplus {right} by {difference} yuan. Cut expenditure, or show the surplus drawn on in a line of its own.',
    ),
    set: {
      type: 'compareSums',
      groupBy: [],
      left: [budget(expenditure)],
      right: [budget(incomeOfYear), budget(named(drawnSurplus))],
      relation: 'atMost',
      tolerance: 0,
    },
    examples: {
      valid: [
        [income(100), spending(100)],
        [income(100), spending(120), drawn(20)],
      ],
      invalid: [
        [income(100), spending(120)],
        [income(100), spending(120), drawn(10)],
      ],
    },
  },
  {
    scope: 'set',
    code: 'budget/deficit-covered',
    reference: 'B-02',
    severity: 'warning',
    citation: enterpriseRules('第11条'),
    title: words('当年支出大于收入，用结余弥补', '當年支出大於收入，用結餘彌補', 'A deficit covered by surplus'),
    message: words(
      '当年支出 {left} 元大于收入 {right} 元，差 {difference} 元用以前年度结余弥补。请写明是哪个重大支出项目。',
      '當年支出 {left} 元大於收入 {right} 元，差 {difference} 元用以前年度結餘彌補。請寫明是哪個重大支出項目。',
      'Expenditure {left} is above income {right}; {difference} yuan come from earlier years. Say which major project needs it.',
    ),
    set: {
      type: 'compareSums',
      groupBy: [],
      left: [budget(expenditure)],
      right: [budget(incomeOfYear)],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: named(drawnSurplus),
    },
    examples: {
      valid: [
        [income(100), spending(100), drawn(0)],
        [income(100), spending(120)],
      ],
      invalid: [[income(100), spending(120), drawn(20)]],
    },
  },
  {
    scope: 'set',
    code: 'budget/closing-balance',
    reference: 'B-03',
    severity: 'error',
    blocks: 'submit',
    citation: enterpriseRules('第11条'),
    title: words('期末滚存结余不能小于零', '期末滾存結餘不能小於零', 'The closing balance is not negative'),
    message: words(
      '上年结余加本年收入 {right} 元，本年支出等 {left} 元，期末滚存结余短 {difference} 元。请压减支出。',
      '上年結餘加本年收入 {right} 元，本年支出等 {left} 元，期末滾存結餘短 {difference} 元。請壓減支出。',
      'Balance brought forward and income {right} do not cover {left}; the closing balance is short by {difference} yuan.',
    ),
    set: {
      type: 'compareSums',
      groupBy: [],
      left: [budget(expenditure), budget(named(investment, reserveFund))],
      right: [budget(incomeOfYear), budget(named(broughtForward, returnedInvestment))],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: named(broughtForward),
    },
    examples: {
      valid: [
        [opening(50), income(100), spending(150)],
        [income(100), spending(150)],
      ],
      invalid: [[opening(10), income(100), spending(150)]],
    },
  },
  parentRule({
    kind: 'budget',
    amount: 'budget',
    examples: {
      valid: [
        [spending(100)],
        [{ side: '支出', accountCode: '510', accountName: '其他支出', budget: 5, topAccount: '510', accountLevel: 1 }],
      ],
      invalid: [
        [
          spending(100),
          {
            side: '支出',
            accountCode: '501',
            accountName: '职工活动支出',
            budget: 100,
            topAccount: '501',
            accountLevel: 1,
          },
        ],
      ],
    },
  }),
  {
    scope: 'set',
    code: 'budget/line-twice',
    severity: 'warning',
    citation: house('一项一行'),
    title: words('同一科目同一项目列了两行', '同一科目同一項目列了兩行', 'The same account and project twice'),
    message: words(
      '“{key}”列了 {count} 行。请合并，或用项目名称区分。',
      '「{key}」列了 {count} 行。請合併，或用項目名稱區分。',
      '“{key}” stands in {count} rows. Merge them, or tell them apart by project.',
    ),
    set: { type: 'unique', key: ['side', 'accountName', 'project'], where: [] },
    examples: {
      valid: [
        [
          { ...spending(1), project: '夜校' },
          { ...spending(1), project: '技能班' },
        ],
      ],
      invalid: [
        [
          { ...spending(1), project: '夜校' },
          { ...spending(2), project: '夜校' },
        ],
      ],
    },
  },
  {
    scope: 'set',
    code: 'budget/account-twice',
    severity: 'warning',
    citation: house('一项一行'),
    title: words(
      '同一科目列了两行，没有项目名称',
      '同一科目列了兩行，沒有項目名稱',
      'The same account twice without a project',
    ),
    message: words(
      '“{key}”列了 {count} 行，都没有项目名称。请合并，或写明项目名称。',
      '「{key}」列了 {count} 行，都沒有項目名稱。請合併，或寫明項目名稱。',
      '“{key}” stands in {count} rows without a project. Merge them, or name the projects.',
    ),
    set: { type: 'unique', key: ['side', 'accountName'], where: [{ column: 'project', blank: true }] },
    examples: {
      valid: [[spending(1), { ...spending(1), project: '夜校' }]],
      invalid: [[spending(1), spending(2)]],
    },
  },
]
