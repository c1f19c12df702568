// 预算调整表: what changes in the budget during the year, by account.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { accountWords, interpretAccounts } from './accounts/interpret.ts'
import { accountRules } from './accounts/rules.ts'
import { columns } from './adjustment/columns.ts'
import { withDerived } from './adjustment/derived.ts'
import { executedRules } from './adjustment/executedRules.ts'
import { layout } from './adjustment/layout.ts'
import { adjustmentRules } from './adjustment/rules.ts'
import { sampleRow } from './adjustment/sample.ts'
import { setRules } from './adjustment/setRules.ts'
import { workflow } from './budget/workflow.ts'

export const adjustmentSheet = defineSheet({
  kind: 'adjustment',
  version: 1,
  title: words('预算调整表', '預算調整表', 'Budget adjustment'),
  description: words(
    '年中对已批准预算的调整：调增、调减，一年一次方案。',
    '年中對已批准預算的調整：調增、調減，一年一次方案。',
    'What is raised and lowered in an approved budget during the year: one scheme a year.',
  ),
  columns,
  naturalKey: ['side', 'accountCode', 'accountName', 'project'],
  atomicSets: [
    ['side', 'accountCode', 'accountName'],
    ['increase', 'decrease', 'change'],
  ],
  rules: [
    ...accountRules({ kind: 'adjustment', amount: 'change', note: 'reason', sample: sampleRow }),
    ...adjustmentRules,
    ...setRules,
    ...executedRules,
  ],
  layout,
  workflow,
  upgrades: [],
  interpret: interpretAccounts({
    kind: 'adjustment',
    inputs: ['project', 'approved', 'increase', 'decrease', 'change', 'spent', 'reason'],
    derive: withDerived,
  }),
  words: accountWords('adjustment'),
})
