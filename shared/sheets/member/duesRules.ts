// Row rules of the dues table (L-06, E-13).
import type { RowRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { anhuiRules, enterpriseRules, house, membershipPractice } from '../../policy/sources.ts'
import { amountOf as amount, textOf as text, yuan } from '../accounts/rowParts.ts'
import { duesOf, monthKeys } from './dues.ts'
import { sampleMember as member } from './rules.ts'

/** A rounding of the old hand-made sheets. */
const tolerance = 1

export const duesRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'member/dues-rate',
    reference: 'L-06',
    severity: 'warning',
    citation: enterpriseRules('第24条'),
    title: words('月会费 = 会费基数 × 0.5%', '月會費 = 會費基數 × 0.5%', 'Monthly dues are half a percent of the base'),
    message: words(
      '会费基数 {base} 元，不足 10 元的部分不计，月会费应为 {expected} 元，表里是 {written} 元，差 {difference} 元。',
      '會費基數 {base} 元，不足 10 元的部分不計，月會費應為 {expected} 元，表裡是 {written} 元，差 {difference} 元。',
      'On a base of {base} yuan (what is below ten is left out) the dues are {expected}; the sheet says {written}, a difference of {difference}.',
    ),
    columns: ['monthlyDues', 'duesBase', 'standing'],
    check: (row) => {
      const [base, written] = [amount(row, 'duesBase'), amount(row, 'monthlyDues')]
      if (base === null || base < 0 || written === null || (written === 0 && isExempt(text(row, 'standing'))))
        return null
      const expected = duesOf(base)
      return Math.abs(expected - written) <= tolerance
        ? null
        : { base: yuan(base), expected: yuan(expected), written: yuan(written), difference: yuan(written - expected) }
    },
    suggest: (row) => ({ column: 'monthlyDues', value: duesOf(amount(row, 'duesBase') ?? 0) }),
    examples: {
      valid: [member, { ...member, monthlyDues: 2_836 }, { ...member, standing: '退休', monthlyDues: 0 }],
      invalid: [
        { ...member, monthlyDues: 2_839 },
        { ...member, monthlyDues: 0 },
      ],
    },
  },
  {
    scope: 'row',
    code: 'member/dues-exempt',
    reference: 'L-06',
    severity: 'hint',
    citation: membershipPractice('退休、下岗保留会籍，免缴会费'),
    title: words('退休和保留会籍的免缴会费', '退休和保留會籍的免繳會費', 'The retired pay no dues'),
    message: words(
      '会籍状态是“{standing}”，可以免缴会费，表里月会费是 {written} 元。',
      '會籍狀態是「{standing}」，可以免繳會費，表裡月會費是 {written} 元。',
      'Membership is “{standing}”, which may be free of dues; the sheet says {written} yuan a month.',
    ),
    columns: ['monthlyDues', 'standing'],
    check: (row) => {
      const written = amount(row, 'monthlyDues')
      const standing = text(row, 'standing')
      return isExempt(standing) && written !== null && written > 0 ? { standing, written: yuan(written) } : null
    },
    examples: { valid: [member], invalid: [{ ...member, standing: '退休' }] },
  },
  {
    scope: 'row',
    code: 'member/dues-paid',
    reference: 'L-06',
    severity: 'hint',
    citation: enterpriseRules('第24条'),
    title: words('每月按月会费缴', '每月按月會費繳', 'Each month the monthly dues are paid'),
    message: words(
      '月会费 {dues} 元，这些月份缴的不一样：{months}。多缴、补缴的请在备注说明。',
      '月會費 {dues} 元，這些月份繳的不一樣：{months}。多繳、補繳的請在備註說明。',
      'Monthly dues are {dues} yuan; these months differ: {months}. Please note what was paid later or in advance.',
    ),
    columns: ['monthlyDues', ...monthKeys],
    check: (row) => {
      const dues = amount(row, 'monthlyDues')
      if (dues === null) return null
      const differing = monthKeys.flatMap((key, index) => {
        const paid = amount(row, key)
        return paid === null || Math.abs(paid - dues) <= tolerance ? [] : [`${index + 1}月 ${yuan(paid)}`]
      })
      return differing.length === 0 ? null : { dues: yuan(dues), months: differing.join('、') }
    },
    examples: {
      valid: [member, { ...member, month1: 2_835, month2: 2_835 }],
      invalid: [{ ...member, month1: 2_835, month2: 0 }],
    },
  },
  {
    scope: 'row',
    code: 'member/dues-missing',
    reference: 'L-06',
    severity: 'hint',
    citation: house('按月收缴'),
    title: words('过去的月份都登记了会费', '過去的月份都登記了會費', 'Past months are entered'),
    message: words('{months} 没有登记会费。', '{months} 沒有登記會費。', 'No dues entered for {months}.'),
    columns: ['duesPaid', 'monthlyDues', 'standing', ...monthKeys],
    check: (row, { today, year }) => {
      if (text(row, 'standing') !== '在会' && text(row, 'standing') !== '') return null
      const filled = monthKeys.filter((key) => amount(row, key) !== null)
      if (filled.length === 0) return null
      const past =
        Number(today.slice(0, 4)) > year ? 12 : Number(today.slice(0, 4)) < year ? 0 : Number(today.slice(5, 7)) - 1
      const missing = monthKeys
        .slice(0, past)
        .flatMap((key, index) => (amount(row, key) === null ? [`${index + 1}月`] : []))
      return missing.length === 0 ? null : { months: missing.join('、') }
    },
    examples: {
      valid: [member, { ...member, month1: 2_835, month2: 2_835 }],
      invalid: [{ ...member, month1: 2_835 }],
    },
  },
  {
    scope: 'row',
    code: 'member/outside-wage-base',
    reference: 'E-13',
    severity: 'hint',
    citation: anhuiRules('第9—10页'),
    title: words(
      '享受福利要缴会费、工资纳入拨缴基数',
      '享受福利要繳會費、工資納入撥繳基數',
      'Benefits need dues paid and wage in the base',
    ),
    message: words(
      '“在会”，但工资没有纳入拨缴基数。按有的省的规定不能享受工会慰问，请核对本省规定。',
      '「在會」，但工資沒有納入撥繳基數。按有的省的規定不能享受工會慰問，請核對本省規定。',
      'A member whose wage is not in the 2 % base: some provinces then allow no benefits. Please check your own.',
    ),
    columns: ['inWageBase', 'standing'],
    check: (row) => (text(row, 'standing') === '在会' && row['inWageBase'] === false ? {} : null),
    examples: { valid: [member, { ...member, inWageBase: null }], invalid: [{ ...member, inWageBase: false }] },
  },
]

function isExempt(standing: string): boolean {
  return standing === '退休' || standing === '保留会籍'
}
