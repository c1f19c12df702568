// Row rules of a plan for benefits: what may be given, in what, and that its sums are right (E-06…E-22, G-05).
import type { RowRule } from '../../definition/rule.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { claimPractice, house } from '../../policy/sources.ts'
import { amountOf as amount, textOf as text, yuan } from '../accounts/rowParts.ts'
import { amountInWordsRule, productGap, productOf } from '../rules/vouchers.ts'
import { wordingRules } from '../rules/wording.ts'
import { benefitRules } from './benefitRules.ts'
import { samplePlan as plan } from './sample.ts'

const needed = [
  ['issue', '发放批次'],
  ['item', '慰问品名称'],
  ['means', '发放形式'],
  ['cutOff', '人数截止日期'],
  ['fundSource', '资金来源'],
  ['accountName', '预算科目'],
] as const

const process = [
  ['discussionForm', '讨论形式'],
  ['discussedOn', '讨论日期'],
  ['noticeFrom', '公示开始'],
  ['noticeTo', '公示结束'],
] as const

function missingOf(row: Values, columns: readonly (readonly [string, string])[]): string {
  return columns
    .filter(([key]) => (row[key] ?? null) === null)
    .map(([, label]) => label)
    .join('、')
}

export const rules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'welfare/product',
    severity: 'error',
    blocks: 'submit',
    citation: claimPractice('金额 = 人数 × 标准'),
    title: words('金额 = 人数 × 标准', '金額 = 人數 × 標準', 'Amount = persons × standard'),
    message: words(
      '{headcount} 人 × {standard} 元 = {expected} 元，金额写的是 {written} 元，差 {difference} 元。',
      '{headcount} 人 × {standard} 元 = {expected} 元，金額寫的是 {written} 元，差 {difference} 元。',
      '{headcount} persons × {standard} yuan make {expected}; the amount is {written}, a difference of {difference}.',
    ),
    columns: ['amount', 'headcount', 'standard'],
    check: (row) => {
      const gap = productGap(row, ['headcount', 'standard'], 'amount')
      return gap && { headcount: amount(row, 'headcount') ?? 0, standard: yuan(amount(row, 'standard') ?? 0), ...gap }
    },
    suggest: (row) => {
      const value = productOf(row, ['headcount', 'standard'])
      return value === null ? undefined : { column: 'amount', value }
    },
    examples: { valid: [plan, { ...plan, amount: null }], invalid: [{ ...plan, amount: 3_600_001 }] },
  },
  {
    scope: 'row',
    code: 'welfare/purchase',
    severity: 'warning',
    citation: claimPractice('购物清单与发放一致'),
    title: words('数量 × 单价 = 金额', '數量 × 單價 = 金額', 'Quantity × price = amount'),
    message: words(
      '数量 {quantity} × 单价 {price} 元 = {expected} 元，金额写的是 {written} 元，差 {difference} 元。请说明差额。',
      '數量 {quantity} × 單價 {price} 元 = {expected} 元，金額寫的是 {written} 元，差 {difference} 元。請說明差額。',
      '{quantity} × {price} yuan make {expected}; the amount is {written}, a difference of {difference}. Please explain.',
    ),
    columns: ['quantity', 'unitPrice', 'amount'],
    check: (row) => {
      const gap = productGap(row, ['quantity', 'unitPrice'], 'amount')
      return gap && { quantity: amount(row, 'quantity') ?? 0, price: yuan(amount(row, 'unitPrice') ?? 0), ...gap }
    },
    examples: {
      valid: [plan, { ...plan, quantity: 120, unitPrice: 30_000 }],
      invalid: [{ ...plan, quantity: 121, unitPrice: 30_000 }],
    },
  },
  {
    scope: 'row',
    code: 'welfare/incomplete',
    severity: 'warning',
    citation: claimPractice('发放方案'),
    title: words('方案要件齐全', '方案要件齊全', 'The plan is complete'),
    message: words('方案还缺：{missing}。', '方案還缺：{missing}。', 'The plan lacks: {missing}.'),
    columns: ['issue', ...needed.map(([key]) => key)],
    check: (row) => {
      const missing = missingOf(row, needed)
      return missing === '' ? null : { missing }
    },
    examples: { valid: [plan], invalid: [{ ...plan, fundSource: null }] },
  },
  {
    scope: 'row',
    code: 'welfare/process',
    reference: 'G-01',
    severity: 'hint',
    citation: claimPractice('讨论、公示'),
    title: words('批准前要讨论、公示', '批准前要討論、公示', 'Discussed and put on notice before approval'),
    message: words(
      '批准前还要补：{missing}。',
      '批准前還要補：{missing}。',
      'Before approval, still to be filled in: {missing}.',
    ),
    columns: ['discussionForm', ...process.map(([key]) => key)],
    check: (row) => {
      const missing = missingOf(row, process)
      return missing === '' ? null : { missing }
    },
    examples: { valid: [plan], invalid: [{ ...plan, noticeTo: null }] },
  },
  {
    scope: 'row',
    code: 'welfare/cut-off',
    reference: 'E-08',
    severity: 'hint',
    citation: claimPractice('人数按截止日期'),
    title: words(
      '人数截止日期在本年度，不在将来',
      '人數截止日期在本年度，不在將來',
      'Heads are counted on a day of the year, not ahead',
    ),
    message: words(
      '人数截止日期 {cutOff} 不在 {year} 年度，或在今天之后。请核对。',
      '人數截止日期 {cutOff} 不在 {year} 年度，或在今天之後。請核對。',
      'Heads were counted on {cutOff}, outside {year} or after today. Please check.',
    ),
    columns: ['cutOff'],
    check: (row, { year, today }) => {
      const cutOff = text(row, 'cutOff')
      const written = Number(cutOff.slice(0, 4))
      return cutOff === '' || (cutOff <= today && (written === year || written === year - 1)) ? null : { cutOff, year }
    },
    examples: { valid: [plan], invalid: [{ ...plan, cutOff: '2021-01-01' }] },
  },
  {
    scope: 'row',
    code: 'welfare/negative',
    severity: 'error',
    blocks: 'submit',
    citation: house('金额不为负'),
    title: words('标准和金额不能是负数', '標準和金額不能是負數', 'Standards and amounts are not negative'),
    message: words(
      '标准 {standard} 元、金额 {written} 元，不能是负数。',
      '標準 {standard} 元、金額 {written} 元，不能是負數。',
      'Standard {standard} and amount {written} must not be negative.',
    ),
    columns: ['amount', 'standard'],
    check: (row) => {
      const [standard, written] = [amount(row, 'standard') ?? 0, amount(row, 'amount') ?? 0]
      return standard < 0 || written < 0 ? { standard: yuan(standard), written: yuan(written) } : null
    },
    examples: { valid: [plan], invalid: [{ ...plan, standard: -100 }] },
  },
  ...benefitRules({ kind: 'welfare', sample: plan, amount: 'standard' }),
  amountInWordsRule({ kind: 'welfare', amount: 'amount', sample: plan }),
  ...wordingRules({ kind: 'welfare', columns: ['item', 'issue', 'supplier', 'remark'], sample: plan }),
]
