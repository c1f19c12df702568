// 经费执行表: what is received and spent against the budget, entry by entry or by account.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { accountWords, interpretAccounts } from './accounts/interpret.ts'
import { accountRules } from './accounts/rules.ts'
import { amountRules } from './execution/amountRules.ts'
import { budgetRules } from './execution/budgetRules.ts'
import { columns } from './execution/columns.ts'
import { conductRules } from './execution/conductRules.ts'
import { withDerived } from './execution/derived.ts'
import { layout } from './execution/layout.ts'
import { sampleRow } from './execution/sample.ts'
import { setRules } from './execution/setRules.ts'
import { workflow } from './execution/workflow.ts'
import { amountInWordsRule } from './rules/vouchers.ts'
import { wordingRules } from './rules/wording.ts'

export const executionSheet = defineSheet({
  kind: 'execution',
  version: 1,
  title: words('经费执行表', '經費執行表', 'Budget execution'),
  description: words(
    '经费的实际收支：一笔一行，或旧的执行表、决算表按科目一行。',
    '經費的實際收支：一筆一行，或舊的執行表、決算表按科目一行。',
    'What is received and spent: one row an entry, or one a line of an old execution or final table.',
  ),
  columns,
  naturalKey: ['date', 'voucherNo', 'accountCode', 'accountName', 'project', 'summary'],
  atomicSets: [
    ['side', 'accountCode', 'accountName'],
    ['payee', 'amount'],
  ],
  rules: [
    ...accountRules({ kind: 'execution', amount: 'amount', note: 'summary', sample: sampleRow }),
    ...amountRules,
    ...conductRules,
    ...wordingRules({ kind: 'execution', columns: ['summary', 'project', 'remark'], sample: sampleRow }),
    amountInWordsRule({ kind: 'execution', amount: 'amount', sample: sampleRow }),
    ...setRules,
    ...budgetRules,
  ],
  layout,
  workflow,
  upgrades: [],
  interpret: interpretAccounts({
    kind: 'execution',
    inputs: ['project', 'approved', 'amount', 'month', 'loan', 'claim', 'summary'],
    derive: withDerived,
  }),
  words: accountWords('execution'),
})
