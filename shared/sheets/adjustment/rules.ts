// Row rules of the budget adjustment (domain.md §2.2 B-11, B-12, §4.2 C).
import type { RowRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { budgetForms, enterpriseRules } from '../../policy/sources.ts'
import { accountOf as account, amountOf as amount, textOf as text, yuan } from '../accounts/rowParts.ts'
import { changeFromParts } from './derived.ts'
import { sampleRow as line } from './sample.ts'

export const adjustmentRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'adjustment/incomplete',
    severity: 'error',
    blocks: 'submit',
    citation: budgetForms('预算调整表'),
    title: words('年初核定数和调整数都要填', '年初核定數和調整數都要填', 'Both amounts are given'),
    message: words(
      '“{account}”缺{missing}。年初没有这一行的，年初核定预算数写 0；不调整的，预算调整数写 0。',
      '「{account}」缺{missing}。年初沒有這一行的，年初核定預算數寫 0；不調整的，預算調整數寫 0。',
      '“{account}” lacks {missing}. Enter 0 where the line is new, or where nothing changes.',
    ),
    columns: ['change', 'approved', 'accountCode', 'accountName'],
    check: (row) => {
      const missing = [
        amount(row, 'approved') === null ? '年初核定预算数' : '',
        amount(row, 'change') === null ? '预算调整数' : '',
      ].filter((label) => label !== '')
      return missing.length === 0 ? null : { account: account(row), missing: missing.join('、') }
    },
    examples: { valid: [line, { ...line, change: 0 }], invalid: [{ ...line, approved: null, change: null }] },
  },
  {
    scope: 'row',
    code: 'adjustment/change-parts',
    reference: 'B-12',
    severity: 'error',
    blocks: 'submit',
    citation: budgetForms('预算调整表'),
    title: words('调整数 = 调增数 − 调减数', '調整數 = 調增數 − 調減數', 'Adjustment = increase − decrease'),
    message: words(
      '“{account}”调增、调减相抵是 {expected} 元，预算调整数写的是 {change} 元。请核对。',
      '「{account}」調增、調減相抵是 {expected} 元，預算調整數寫的是 {change} 元。請核對。',
      '“{account}”: increase less decrease makes {expected} yuan; the adjustment says {change}.',
    ),
    columns: ['change', 'increase', 'decrease', 'accountCode', 'accountName'],
    check: (row) => {
      const expected = changeFromParts(row)
      const change = amount(row, 'change')
      return expected === undefined || change === null || expected === change
        ? null
        : { account: account(row), expected: yuan(expected), change: yuan(change) }
    },
    suggest: (row) => ({ column: 'change', value: changeFromParts(row) ?? null }),
    examples: {
      valid: [line, { ...line, decrease: 600_000 }],
      invalid: [{ ...line, increase: 600_000 }],
    },
  },
  {
    scope: 'row',
    code: 'adjustment/negative',
    severity: 'error',
    blocks: 'submit',
    citation: budgetForms('预算调整表'),
    title: words('调整后不能是负数', '調整後不能是負數', 'No line falls below zero'),
    message: words(
      '“{account}”年初 {approved} 元，调减后是 {adjusted} 元。调减不能超过年初核定数。',
      '「{account}」年初 {approved} 元，調減後是 {adjusted} 元。調減不能超過年初核定數。',
      '“{account}” starts at {approved} and would end at {adjusted} yuan. It cannot be lowered by more than it has.',
    ),
    columns: ['change', 'approved', 'side', 'accountCode', 'accountName'],
    check: (row) => {
      const adjusted = (amount(row, 'approved') ?? 0) + (amount(row, 'change') ?? 0)
      return row['side'] !== '结余' && adjusted < 0
        ? { account: account(row), approved: yuan(amount(row, 'approved') ?? 0), adjusted: yuan(adjusted) }
        : null
    },
    examples: { valid: [line], invalid: [{ ...line, change: -3_600_001 }] },
  },
  {
    scope: 'row',
    code: 'adjustment/below-spent',
    severity: 'error',
    blocks: 'submit',
    citation: budgetForms('预算调整表：调整后不小于已发生金额'),
    title: words('调整后不小于已发生金额', '調整後不小於已發生金額', 'Not below what is spent'),
    message: words(
      '“{account}”已发生 {spent} 元，调整后只有 {adjusted} 元，短 {difference} 元。请少调减，或先冲回支出。',
      '「{account}」已發生 {spent} 元，調整後只有 {adjusted} 元，短 {difference} 元。請少調減，或先沖回支出。',
      '“{account}” has spent {spent} yuan but would have {adjusted}: short by {difference}. Lower it less.',
    ),
    columns: ['change', 'spent', 'approved', 'accountCode', 'accountName'],
    check: (row) => {
      const spent = amount(row, 'spent')
      const adjusted = (amount(row, 'approved') ?? 0) + (amount(row, 'change') ?? 0)
      return spent === null || adjusted >= spent || row['side'] !== '支出'
        ? null
        : { account: account(row), spent: yuan(spent), adjusted: yuan(adjusted), difference: yuan(spent - adjusted) }
    },
    examples: { valid: [{ ...line, spent: 3_000_000 }, line], invalid: [{ ...line, spent: 3_000_001 }] },
  },
  {
    scope: 'row',
    code: 'adjustment/reason-missing',
    reference: 'B-11',
    severity: 'warning',
    citation: enterpriseRules('第20条'),
    title: words('调整要写明原因', '調整要寫明原因', 'An adjustment has a reason'),
    message: words(
      '“{account}”调整 {change} 元，没有写调整原因。请写明原因和依据。',
      '「{account}」調整 {change} 元，沒有寫調整原因。請寫明原因和依據。',
      '“{account}” changes by {change} yuan without a reason. Please give it.',
    ),
    columns: ['reason', 'change', 'accountCode', 'accountName'],
    check: (row) => {
      const change = amount(row, 'change') ?? 0
      return change !== 0 && text(row, 'reason') === '' ? { account: account(row), change: yuan(change) } : null
    },
    examples: { valid: [line, { ...line, change: 0, reason: null }], invalid: [{ ...line, reason: null }] },
  },
]
