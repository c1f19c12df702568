// Row rules of a budget's execution about amounts (domain.md §2.2, §4.2 B).
import type { RowRule } from '../../definition/rule.ts'
import type { PlainDate } from '../../kernel/plainDate.ts'
import { words } from '../../kernel/words.ts'
import { budgetForms, enterpriseRules } from '../../policy/sources.ts'
import { accountOf as account, amountOf as amount, textOf as text, yuan } from '../accounts/rowParts.ts'
import { executionRateOf } from './derived.ts'
import { sampleLine as line, sampleRow as entry } from './sample.ts'

/** Shares below which a line is remarked on, by the day of the year: what is normal in March is late in November. */
const paces = [
  { from: '-10-01', least: 5_000 },
  { from: '-07-01', least: 3_000 },
] as const

export const amountRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'execution/amount-missing',
    severity: 'error',
    blocks: 'submit',
    citation: budgetForms('决算数/执行数'),
    title: words('执行数要填', '執行數要填', 'The amount is given'),
    message: words(
      '“{account}”没有金额：没有执行数，也没有借款或报销申请占用。请填写，或删去这一行。',
      '「{account}」沒有金額：沒有執行數，也沒有借款或報銷申請佔用。請填寫，或刪去這一行。',
      '“{account}” has no amount: neither executed nor held. Fill it in, or delete the row.',
    ),
    columns: ['amount', 'loan', 'claim', 'accountCode', 'accountName'],
    check: (row) =>
      ['amount', 'loan', 'claim'].every((column) => amount(row, column) === null) ? { account: account(row) } : null,
    examples: { valid: [entry, { ...entry, amount: null, claim: 1 }], invalid: [{ ...entry, amount: null }] },
  },
  {
    scope: 'row',
    code: 'execution/over-line',
    reference: 'B-06',
    severity: 'warning',
    citation: enterpriseRules('第20条（四）'),
    title: words('这一行超过了核定预算数', '這一行超過了核定預算數', 'More than the line’s budget'),
    message: words(
      '“{account}”核定 {approved} 元，执行加在途 {used} 元，超 {difference} 元。严禁无预算、超预算；要用的先办预算调整。',
      '「{account}」核定 {approved} 元，執行加在途 {used} 元，超 {difference} 元。嚴禁無預算、超預算；要用的先辦預算調整。',
      '“{account}” has a budget of {approved}; {used} are executed or in transit, {difference} too much. Adjust the budget first.',
    ),
    columns: ['amount', 'approved', 'loan', 'claim', 'side', 'accountCode', 'accountName'],
    check: (row) => {
      const approved = amount(row, 'approved')
      if (approved === null || row['side'] !== '支出') return null
      const used = (amount(row, 'amount') ?? 0) + (amount(row, 'loan') ?? 0) + (amount(row, 'claim') ?? 0)
      return used <= approved
        ? null
        : { account: account(row), approved: yuan(approved), used: yuan(used), difference: yuan(used - approved) }
    },
    examples: { valid: [line, entry], invalid: [{ ...line, claim: 200_000 }] },
  },
  {
    scope: 'row',
    code: 'execution/slow',
    reference: 'B-22',
    severity: 'hint',
    citation: budgetForms('执行率提示：下半年低于 30%，四季度低于 50%'),
    title: words('执行偏慢', '執行偏慢', 'Slow execution'),
    message: words(
      '“{account}”到 {day} 执行率 {rate}%，低于 {least}%。请看是否要催办或调减。',
      '「{account}」到 {day} 執行率 {rate}%，低於 {least}%。請看是否要催辦或調減。',
      '“{account}” stands at {rate} % on {day}, below {least} %. See whether to urge it or lower the budget.',
    ),
    columns: ['amount', 'approved', 'side', 'accountCode', 'accountName'],
    check: (row, { today, year }) => {
      const rate = executionRateOf(row)
      if (typeof rate !== 'number' || row['side'] !== '支出') return null
      // A past year is judged by its end.
      const pace = paces.find(({ from }) => today >= `${year}${from}`)
      return pace === undefined || rate >= pace.least
        ? null
        : { account: account(row), day: today, rate: (rate / 100).toFixed(2), least: pace.least / 100 }
    },
    examples: {
      today: '2026-10-08' as PlainDate,
      valid: [line, entry],
      invalid: [{ ...line, amount: 400_000 }],
    },
  },
  {
    scope: 'row',
    code: 'execution/other-year',
    reference: 'B-07',
    severity: 'warning',
    citation: enterpriseRules('第19条'),
    title: words('日期不在本年度', '日期不在本年度', 'Not of this year'),
    message: words(
      '“{account}”的日期是 {date}，这是 {year} 年度的表。请核对日期，或记到那一年的表里。',
      '「{account}」的日期是 {date}，這是 {year} 年度的表。請核對日期，或記到那一年的表裡。',
      '“{account}” is dated {date}, but this is the sheet of {year}. Check the day, or book it in its own year.',
    ),
    columns: ['date', 'accountCode', 'accountName'],
    check: (row, { year }) => {
      const date = text(row, 'date')
      return date === '' || date.startsWith(`${year}-`) ? null : { account: account(row), date, year }
    },
    examples: { valid: [entry, line], invalid: [{ ...entry, date: '2025-12-31' }] },
  },
]
