// Which account a benefit is charged to, and out of which money (domain.md §1.3, E-04).
import type { RowRule } from '../../definition/rule.ts'
import type { PurposeTag } from '../../definition/purpose.ts'
import { words } from '../../kernel/words.ts'
import { chartOf, findAccount } from '../../policy/charts.ts'
import { accountingRules2021, spendingRules } from '../../policy/sources.ts'
import { textOf as text } from '../accounts/rowParts.ts'
import { purposeOfOccasion } from './choices.ts'
import { samplePlan as plan } from './sample.ts'

/** 明细科目 of the chart in force since 2022; 住院慰问 is booked to either by units, so both pass. */
const accounts: Readonly<Partial<Record<PurposeTag, readonly string[]>>> = {
  节日慰问: ['50105'],
  生日慰问: ['50105'],
  结婚慰问: ['50105'],
  生育慰问: ['50105'],
  住院慰问: ['50105', '50404', '50405'],
  '丧葬慰问(会员)': ['50105'],
  '丧葬慰问(直系亲属)': ['50105'],
  退休离岗慰问: ['50105'],
  观影观演: ['50105'],
  春秋游: ['50105'],
  公园年票: ['50105'],
  文体活动: ['50102'],
  疗休养: ['50104'],
  技能竞赛: ['50301'],
  困难帮扶: ['50404'],
  送温暖: ['50405'],
}

/** Paid from the dues first; what is missing may be topped up (E-04). */
const fromDues: ReadonlySet<string> = new Set<PurposeTag>(['观影观演', '春秋游', '公园年票'])

export const accountRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'welfare/account',
    severity: 'hint',
    citation: accountingRules2021('第三部分 科目说明'),
    title: words('科目与慰问类别相符', '科目與慰問類別相符', 'The account fits the occasion'),
    message: words(
      '{occasion}一般列 {expected}，这里写的是“{written}”。按本单位的对应办法列支的请说明。',
      '{occasion}一般列 {expected}，這裡寫的是「{written}」。按本單位的對應辦法列支的請說明。',
      '{occasion} is usually charged to {expected}; it says “{written}”. Please explain if your unit books it otherwise.',
    ),
    columns: ['accountName', 'accountCode', 'occasion'],
    check: (row, { year }) => {
      const tag = purposeOfOccasion(text(row, 'occasion'))
      const codes = tag === undefined ? undefined : accounts[tag]
      const [code, name] = [text(row, 'accountCode'), text(row, 'accountName')]
      if (codes === undefined || year < 2022 || (code === '' && name === '')) return null
      const chart = chartOf(year)
      const expected = codes.flatMap((each) => findAccount(chart, each) ?? [])
      const fits = expected.some(
        (account) => code.startsWith(account.code) || (name !== '' && name.includes(account.name)),
      )
      const written = [code, name].filter((part) => part !== '').join(' ')
      // 职工活动支出 as a whole is no contradiction, only less exact.
      const isParent = expected.some((account) => account.code.startsWith(code) && code.length >= 3 && name === '')
      return fits || isParent
        ? null
        : {
            occasion: text(row, 'occasion'),
            expected: expected.map((each) => `${each.code} ${each.name}`).join('、'),
            written,
          }
    },
    examples: {
      valid: [plan, { ...plan, accountName: '50105会员活动支出' }, { ...plan, accountName: null }],
      invalid: [{ ...plan, accountName: '行政支出' }],
    },
  },
  {
    scope: 'row',
    code: 'welfare/from-dues',
    reference: 'E-04',
    severity: 'hint',
    citation: spendingRules('第8条（二）'),
    title: words(
      '观影、春秋游、公园年票先用会费',
      '觀影、春秋遊、公園年票先用會費',
      'Films, outings and tickets are paid from dues first',
    ),
    message: words(
      '{occasion}应先用会费，不足的部分才用工会经费补助；这里写的资金来源是“{source}”。',
      '{occasion}應先用會費，不足的部分才用工會經費補助；這裡寫的資金來源是「{source}」。',
      '{occasion} is paid from the dues first, and topped up only where they fall short; the source given is “{source}”.',
    ),
    columns: ['fundSource', 'occasion'],
    check: (row) => {
      const source = text(row, 'fundSource')
      const tag = purposeOfOccasion(text(row, 'occasion')) ?? ''
      return fromDues.has(tag) && source !== '' && source !== '会费'
        ? { occasion: text(row, 'occasion'), source }
        : null
    },
    examples: {
      valid: [plan, { ...plan, occasion: '观影观演', fundSource: '会费' }],
      invalid: [{ ...plan, occasion: '春秋游' }],
    },
  },
  {
    scope: 'row',
    code: 'welfare/held-money',
    severity: 'warning',
    citation: accountingRules2021('221 代管经费'),
    title: words('代管经费不作工会支出', '代管經費不作工會支出', 'Money held for others is no union expenditure'),
    message: words(
      '资金来源是代管经费。代管经费不属于工会收支，请核对委托人同意的用途。',
      '資金來源是代管經費。代管經費不屬於工會收支，請核對委託人同意的用途。',
      'The money is held for others and is no income of the union: please check what its owner agreed to.',
    ),
    columns: ['fundSource'],
    check: (row) => (row['fundSource'] === '代管经费' ? {} : null),
    examples: { valid: [plan], invalid: [{ ...plan, fundSource: '代管经费' }] },
  },
]
