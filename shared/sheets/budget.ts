// 工会经费收支预算表: the yearly budget of a union, by account.
import { defineSheet } from '../definition/sheet.ts'
import type { RuleContext } from '../definition/rule.ts'
import type { Values } from '../kernel/value.ts'
import { words } from '../kernel/words.ts'
import { chartOf } from '../policy/charts.ts'
import { broughtForward } from './accounts/balanceLines.ts'
import { accountWords, interpretAccounts } from './accounts/interpret.ts'
import { accountRules } from './accounts/rules.ts'
import { amountRules } from './budget/amountRules.ts'
import { columns } from './budget/columns.ts'
import { withDerived } from './budget/derived.ts'
import { layout } from './budget/layout.ts'
import { linkedRules } from './budget/linkedRules.ts'
import { sampleRow } from './budget/sample.ts'
import { setRules } from './budget/setRules.ts'
import { workflow } from './budget/workflow.ts'

/** The accounts of the year's chart, parents above their subaccounts, and the balance brought forward. Amounts are blank. */
function starterRows({ year, unitKind }: RuleContext): readonly Values[] {
  const chart = chartOf(year)
  const accounts = chart.accounts.filter(
    (account) => (account.class === '收入' || account.class === '支出') && account.unitKinds.includes(unitKind),
  )
  const rows = accounts.map((account) => ({
    side: account.class,
    accountCode: account.code,
    accountName: account.name,
  }))
  return [...rows, { side: '结余', accountName: broughtForward }]
}

export const budgetSheet = defineSheet({
  kind: 'budget',
  version: 1,
  title: words('经费收支预算表', '經費收支預算表', 'Budget'),
  description: words(
    '工会一个年度的收入、支出和结余预算，按科目和项目列。',
    '工會一個年度的收入、支出和結餘預算，按科目和項目列。',
    'Income, expenditure and balance of a union for one year, by account and project.',
  ),
  columns,
  naturalKey: ['side', 'accountCode', 'accountName', 'project'],
  atomicSets: [['side', 'accountCode', 'accountName']],
  rules: [
    ...accountRules({ kind: 'budget', amount: 'budget', note: 'basis', sample: sampleRow }),
    ...amountRules,
    ...setRules,
    ...linkedRules,
  ],
  layout,
  workflow,
  upgrades: [],
  interpret: interpretAccounts({
    kind: 'budget',
    inputs: ['project', 'lastFinal', 'lastBudget', 'budget', 'adjustment', 'adjusted', 'basis', 'remark'],
    derive: withDerived,
  }),
  starterRows,
  words: accountWords('budget'),
})
