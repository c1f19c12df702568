// Row rules of bonuses: worked out to the 分, and who carries the rounding.
import type { RowRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { awardPractice } from '../../policy/sources.ts'
import { amountOf as amount, textOf as text, yuan } from '../accounts/rowParts.ts'
import { amountInWordsRule } from '../rules/vouchers.ts'
import { expectedNet, grossOf } from './bonus.ts'
import { rowKinds } from './choices.ts'
import { sampleBonus as bonus, sampleNomination as nomination } from './sample.ts'

/** 尾差 that one row may carry: 1 元. */
const tolerance = 100

/** What the row got beyond its share; null where it is no bonus or nothing is known. */
function carried(row: Parameters<RowRule['check']>[0]): number | null {
  const [net, expected] = [amount(row, 'net'), expectedNet(row)]
  return row['recordType'] !== rowKinds.bonus || net === null || expected === null ? null : net - expected
}

export const bonusRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'award/gross',
    severity: 'warning',
    citation: awardPractice('奖金分配表'),
    title: words('应发 = 基数 × 系数 × 考核系数', '應發 = 基數 × 係數 × 考核係數', 'Gross = base × factors'),
    message: words(
      '基数 {base} 元 × 系数 × 考核系数 = {expected} 元，应发写的是 {written} 元，差 {difference} 元。',
      '基數 {base} 元 × 係數 × 考核係數 = {expected} 元，應發寫的是 {written} 元，差 {difference} 元。',
      '{base} yuan by the factors make {expected}; it says {written}, a difference of {difference}.',
    ),
    columns: ['gross', 'base', 'coefficient', 'scoreFactor', 'recordType'],
    check: (row) => {
      const [expected, written] = [grossOf(row), amount(row, 'gross')]
      if (row['recordType'] !== rowKinds.bonus || expected === null || written === null) return null
      return Math.abs(expected - written) <= tolerance
        ? null
        : {
            base: yuan(amount(row, 'base') ?? 0),
            expected: yuan(expected),
            written: yuan(written),
            difference: yuan(written - expected),
          }
    },
    suggest: (row) => {
      const value = grossOf(row)
      return value === null ? undefined : { column: 'gross', value }
    },
    examples: { valid: [bonus, { ...bonus, base: null }], invalid: [{ ...bonus, gross: 120_000 }] },
  },
  {
    scope: 'row',
    code: 'award/net',
    severity: 'error',
    blocks: 'submit',
    citation: awardPractice('实发 = 基数 × 系数 × 考核系数 − 扣减'),
    title: words('实发 = 应发 − 扣减', '實發 = 應發 − 扣減', 'Net = gross − deduction'),
    message: words(
      '{name} 应发减扣减是 {expected} 元，实发写的是 {written} 元，差 {difference} 元，超过尾差 1 元。',
      '{name} 應發減扣減是 {expected} 元，實發寫的是 {written} 元，差 {difference} 元，超過尾差 1 元。',
      '{name}: gross less deduction is {expected}, net says {written}; {difference} is more than the 1 yuan of rounding.',
    ),
    columns: ['net', 'gross', 'deduction', 'base', 'coefficient', 'scoreFactor', 'recordType', 'name'],
    check: (row) => {
      const difference = carried(row)
      if (difference === null || Math.abs(difference) <= tolerance) return null
      const written = amount(row, 'net') ?? 0
      return {
        name: text(row, 'name'),
        expected: yuan(written - difference),
        written: yuan(written),
        difference: yuan(difference),
      }
    },
    suggest: (row) => {
      const value = expectedNet(row)
      return value === null ? undefined : { column: 'net', value }
    },
    examples: { valid: [bonus, nomination], invalid: [{ ...bonus, net: 120_000 }] },
  },
  {
    scope: 'row',
    code: 'award/rounding',
    severity: 'hint',
    citation: awardPractice('尾差不超过 1 元，写明由谁承担'),
    title: words('谁承担了尾差', '誰承擔了尾差', 'Who carries the rounding'),
    message: words(
      '{name} 承担了尾差 {difference} 元（实发 {written} 元，应得 {expected} 元）。',
      '{name} 承擔了尾差 {difference} 元（實發 {written} 元，應得 {expected} 元）。',
      '{name} carries a rounding of {difference} yuan (net {written}, share {expected}).',
    ),
    columns: ['net', 'gross', 'deduction', 'base', 'coefficient', 'scoreFactor', 'recordType', 'name'],
    check: (row) => {
      const difference = carried(row)
      if (difference === null || difference === 0 || Math.abs(difference) > tolerance) return null
      const written = amount(row, 'net') ?? 0
      return {
        name: text(row, 'name'),
        difference: yuan(difference),
        written: yuan(written),
        expected: yuan(written - difference),
      }
    },
    examples: { valid: [bonus], invalid: [{ ...bonus, net: 110_001 }] },
  },
  amountInWordsRule({ kind: 'award', amount: 'net', sample: { ...bonus, base: null, gross: null } }),
]
