// Row rules of the budget about amounts and their explanations (domain.md §2.2); sums over rows stand in setRules.ts.
import type { RowRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { budgetForms, enterpriseRules, house } from '../../policy/sources.ts'
import { workOut } from './arithmetic.ts'
import { drawnSurplus } from '../accounts/balanceLines.ts'
import { accountOf as account, amountOf as amount, textOf as text, yuan } from '../accounts/rowParts.ts'
import { sampleRow as leaf } from './sample.ts'

export const amountRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'budget/surplus-reason',
    reference: 'B-04',
    severity: 'warning',
    citation: enterpriseRules('第11条'),
    title: words(
      '动用结余要写明原因和重大支出项目',
      '動用結餘要寫明原因和重大支出項目',
      'Drawing on surplus needs a reason and a major project',
    ),
    message: words(
      '“{account}”安排了 {amount} 元，请在说明里写明原因，在项目名称里写明重大支出项目。',
      '「{account}」安排了 {amount} 元，請在說明裡寫明原因，在項目名稱裡寫明重大支出項目。',
      '“{account}” draws {amount} yuan: please give the reason and name the major project.',
    ),
    columns: ['basis', 'accountName', 'budget', 'project'],
    check: (row) =>
      row['accountName'] === drawnSurplus &&
      (amount(row, 'budget') ?? 0) > 0 &&
      (text(row, 'basis') === '' || text(row, 'project') === '')
        ? { account: account(row), amount: yuan(amount(row, 'budget') ?? 0) }
        : null,
    examples: {
      valid: [
        { side: '结余', accountName: drawnSurplus, budget: 100, basis: '购建职工活动中心', project: '职工活动中心' },
        leaf,
      ],
      invalid: [{ side: '结余', accountName: drawnSurplus, budget: 100 }],
    },
  },
  {
    scope: 'row',
    code: 'budget/other-year',
    reference: 'B-07',
    severity: 'hint',
    citation: enterpriseRules('第19条'),
    title: words('预算按年编，一年一本', '預算按年編，一年一本', 'A budget is for one calendar year'),
    message: words(
      '“{account}”的说明里提到 {found} 年，这是 {year} 年度预算。请核对是不是别的年度的内容。',
      '「{account}」的說明裡提到 {found} 年，這是 {year} 年度預算。請核對是不是別的年度的內容。',
      '“{account}” mentions the year {found}, but this is the budget of {year}. Please check.',
    ),
    columns: ['basis', 'project', 'accountCode', 'accountName'],
    check: (row, { year }) => {
      const found = [...`${text(row, 'basis')} ${text(row, 'project')}`.matchAll(/(?<!\d)(20\d{2})\s*年/g)].find(
        ([, written]) => Number(written) !== year && Number(written) !== year - 1,
      )?.[1]
      return found === undefined ? null : { account: account(row), found, year }
    },
    examples: { valid: [leaf], invalid: [{ ...leaf, basis: '2031年春游' }] },
  },
  {
    scope: 'row',
    code: 'budget/adjusted-sum',
    reference: 'B-12',
    severity: 'error',
    blocks: 'submit',
    citation: budgetForms('预算调整表'),
    title: words('调整后 = 年初核定 + 调整数', '調整後 = 年初核定 + 調整數', 'Adjusted = budget + adjustment'),
    message: words(
      '“{account}”年初 {budget} 元加调整 {adjustment} 元应为 {expected} 元，表里写的是 {adjusted} 元。',
      '「{account}」年初 {budget} 元加調整 {adjustment} 元應為 {expected} 元，表裡寫的是 {adjusted} 元。',
      '“{account}”: budget {budget} plus adjustment {adjustment} makes {expected} yuan; the sheet says {adjusted}.',
    ),
    columns: ['adjusted', 'budget', 'adjustment', 'accountCode', 'accountName'],
    check: (row) => {
      const [budget, adjustment, adjusted] = [amount(row, 'budget'), amount(row, 'adjustment'), amount(row, 'adjusted')]
      if (budget === null || adjustment === null || adjusted === null || budget + adjustment === adjusted) return null
      return {
        account: account(row),
        budget: yuan(budget),
        adjustment: yuan(adjustment),
        expected: yuan(budget + adjustment),
        adjusted: yuan(adjusted),
      }
    },
    suggest: (row) => ({ column: 'adjusted', value: (amount(row, 'budget') ?? 0) + (amount(row, 'adjustment') ?? 0) }),
    examples: {
      valid: [{ ...leaf, adjustment: -600_000, adjusted: 3_000_000 }, leaf],
      invalid: [{ ...leaf, adjustment: -600_000, adjusted: 3_600_000 }],
    },
  },
  {
    scope: 'row',
    code: 'budget/arithmetic',
    severity: 'warning',
    citation: budgetForms('说明栏'),
    title: words(
      '说明里的算式与预算数一致',
      '說明裡的算式與預算數一致',
      'The sum in the explanation agrees with the amount',
    ),
    message: words(
      '说明里 {expression} = {expected} 元，预算数写的是 {budget} 元，差 {difference} 元。',
      '說明裡 {expression} = {expected} 元，預算數寫的是 {budget} 元，差 {difference} 元。',
      'The explanation works out to {expected} yuan ({expression}); the budget says {budget}, a difference of {difference}.',
    ),
    columns: ['budget', 'basis'],
    check: (row) => {
      const budget = amount(row, 'budget')
      const worked = workOut(text(row, 'basis'))
      if (budget === null || worked === undefined || worked.fen === budget) return null
      return {
        expression: worked.expression,
        expected: yuan(worked.fen),
        budget: yuan(budget),
        difference: yuan(budget - worked.fen),
      }
    },
    suggest: (row) => {
      const worked = workOut(text(row, 'basis'))
      return worked === undefined ? undefined : { column: 'budget', value: worked.fen }
    },
    examples: {
      valid: [
        { ...leaf, basis: '120人×300元×1次' },
        { ...leaf, basis: '按上年水平' },
      ],
      invalid: [{ ...leaf, budget: 3_800_000, basis: '１２0人×300元×1次 = 36000' }],
    },
  },
  {
    scope: 'row',
    code: 'budget/amount-missing',
    severity: 'error',
    blocks: 'submit',
    citation: budgetForms('本年预算数'),
    title: words('本年预算数要填', '本年預算數要填', 'The amount is given'),
    message: words(
      '“{account}”没有填本年预算数。不安排的请填 0，或删去这一行。',
      '「{account}」沒有填本年預算數。不安排的請填 0，或刪去這一行。',
      '“{account}” has no amount. Enter 0 if nothing is planned, or delete the line.',
    ),
    columns: ['budget', 'accountCode', 'accountName'],
    check: (row) => (amount(row, 'budget') === null ? { account: account(row) } : null),
    examples: { valid: [leaf, { ...leaf, budget: 0 }], invalid: [{ ...leaf, budget: null }] },
  },
  {
    scope: 'row',
    code: 'budget/negative',
    severity: 'error',
    blocks: 'submit',
    citation: budgetForms('本年预算数'),
    title: words('预算数不能是负数', '預算數不能是負數', 'Budgets are not negative'),
    message: words(
      '“{account}”的本年预算数是 {budget} 元。预算数不能是负数，请核对；调减请用预算调整数。',
      '「{account}」的本年預算數是 {budget} 元。預算數不能是負數，請核對；調減請用預算調整數。',
      '“{account}” has {budget} yuan. A budget is not negative; use the adjustment column to lower it.',
    ),
    columns: ['budget', 'side', 'accountCode', 'accountName'],
    check: (row) => {
      const budget = amount(row, 'budget')
      return budget === null || budget >= 0 || row['side'] === '结余'
        ? null
        : { account: account(row), budget: yuan(budget) }
    },
    examples: {
      valid: [leaf, { side: '结余', accountName: '上年结余', budget: -100 }],
      invalid: [{ ...leaf, budget: -100 }],
    },
  },
  {
    scope: 'row',
    code: 'budget/large-change',
    severity: 'hint',
    citation: house('增减说明'),
    title: words('比上年增减三成以上请说明', '比上年增減三成以上請說明', 'Changes of 30 % and more are explained'),
    message: words(
      '“{account}”比上年 {before} 元增减 {difference} 元，超过三成，请在说明里写原因。',
      '「{account}」比上年 {before} 元增減 {difference} 元，超過三成，請在說明裡寫原因。',
      '“{account}” changes by {difference} yuan against {before} last year, more than 30 %: please say why.',
    ),
    columns: ['basis', 'budget', 'lastFinal', 'lastBudget', 'accountCode', 'accountName'],
    check: (row) => {
      const budget = amount(row, 'budget')
      const before = amount(row, 'lastFinal') ?? amount(row, 'lastBudget')
      if (budget === null || before === null || text(row, 'basis') !== '' || row['side'] === '结余') return null
      const difference = budget - before
      return Math.abs(difference) * 10 > Math.abs(before) * 3 && Math.abs(difference) >= 100_000
        ? { account: account(row), before: yuan(before), difference: yuan(difference) }
        : null
    },
    examples: {
      valid: [
        { ...leaf, lastFinal: 3_500_000 },
        { ...leaf, lastFinal: 100, basis: '新增培训' },
      ],
      invalid: [{ ...leaf, lastFinal: 1_000_000 }],
    },
  },
]
