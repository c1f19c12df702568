// Set rules of a list: nobody twice in one issue, the same for all on a festival (E-08, G-03).
import type { SetRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { anhuiRules, spendingRules } from '../../policy/sources.ts'
import { sampleReceipt as receipt } from './sample.ts'

const other = { ...receipt, name: '乙某', memberNo: 'HY-0002', signature: '乙某' }

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'signoff/received-twice',
    reference: 'G-03',
    severity: 'error',
    blocks: 'submit',
    citation: anhuiRules('第16页：实名发放'),
    title: words('同一批次一人领一次', '同一批次一人領一次', 'Once for each in an issue'),
    message: words(
      '“{key}”列了 {count} 行。同一个人重复的请删去；同名的请填会员证号。',
      '「{key}」列了 {count} 行。同一個人重複的請刪去；同名的請填會員證號。',
      '“{key}” stands in {count} rows. Delete the repetition, or give the membership numbers of namesakes.',
    ),
    set: { type: 'unique', key: ['issue', 'department', 'name', 'item'], where: [{ column: 'memberNo', blank: true }] },
    examples: {
      valid: [
        [
          { ...receipt, memberNo: null },
          { ...other, memberNo: null },
        ],
        [receipt, { ...receipt, memberNo: 'HY-0009' }],
      ],
      invalid: [
        [
          { ...receipt, memberNo: null },
          { ...receipt, memberNo: null },
        ],
      ],
    },
  },
  {
    scope: 'set',
    code: 'signoff/member-twice',
    reference: 'G-03',
    severity: 'error',
    blocks: 'submit',
    citation: anhuiRules('第16页：实名发放'),
    title: words(
      '同一批次一个会员证号领一次',
      '同一批次一個會員證號領一次',
      'Once for each membership number in an issue',
    ),
    message: words(
      '会员证号和批次“{key}”列了 {count} 行。请核对是否重复发放。',
      '會員證號和批次「{key}」列了 {count} 行。請核對是否重複發放。',
      'Membership number and issue “{key}” stand in {count} rows. Please check whether it was given twice.',
    ),
    set: { type: 'unique', key: ['memberNo', 'issue', 'item'], where: [] },
    examples: { valid: [[receipt, other]], invalid: [[receipt, { ...other, memberNo: 'HY-0001' }]] },
  },
  {
    scope: 'set',
    code: 'signoff/one-card',
    severity: 'warning',
    citation: anhuiRules('第16页：实名发放'),
    title: words('一张卡收一人的钱', '一張卡收一人的錢', 'One account for one person'),
    message: words(
      '同一批次有 {count} 人的收款账号相同。请核对。',
      '同一批次有 {count} 人的收款帳號相同。請核對。',
      '{count} persons of one issue share an account. Please check.',
    ),
    set: { type: 'unique', key: ['bankCard', 'issue', 'item'], where: [] },
    examples: {
      valid: [[receipt, other]],
      invalid: [
        [
          { ...receipt, bankCard: '9900000000000010' },
          { ...other, bankCard: '9900000000000010' },
        ],
      ],
    },
  },
  {
    scope: 'set',
    code: 'signoff/equal-amount',
    reference: 'E-08',
    severity: 'warning',
    citation: spendingRules('第8条（四）：向全体会员发放'),
    title: words('节日慰问人人相同', '節日慰問人人相同', 'The same for all on a festival'),
    message: words(
      '“{group}”的 {count} 人金额不一样，平均 {average} 元。节日慰问人人相同；不同的请说明。',
      '「{group}」的 {count} 人金額不一樣，平均 {average} 元。節日慰問人人相同；不同的請說明。',
      'The {count} persons of “{group}” get different amounts, {average} yuan on average. Festival goods are the same for all; please explain.',
    ),
    set: {
      type: 'alike',
      groupBy: ['issue', 'occasion', 'item'],
      column: 'amount',
      where: [{ column: 'purpose', in: ['节日慰问'] }],
    },
    examples: { valid: [[receipt, other]], invalid: [[receipt, { ...other, amount: 20_000 }]] },
  },
]
