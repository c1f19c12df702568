// The columns by which a bonus is worked out and paid (domain.md §4.2 G).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { amountInWords, bankCard, fundSource } from '../columns/funds.ts'
import { rowKinds } from './choices.ts'
import { roundingOf } from './bonus.ts'

const money = { type: 'money', merge: 'money', fieldClass: 'money', width: 11 } as const

export const bonusColumns = {
  base: column(money, {
    label: words('基数', '基數', 'Base'),
    synonyms: ['奖金基数', '基数(元)', '标准基数', '奖励基数'],
    description: words(
      '系数为 1 时的金额，单位元。',
      '係數為 1 時的金額，單位元。',
      'Amount at a factor of 1, in yuan.',
    ),
  }),
  coefficient: column(
    { type: 'percent', isFactor: true, width: 8 },
    {
      label: words('系数', '係數', 'Factor'),
      synonyms: ['岗位系数', '岗位/系数', '分配系数', '奖金系数'],
      description: words('例如 1.2。', '例如 1.2。', 'Such as 1.2.'),
    },
  ),
  score: column(
    { type: 'percent', isFactor: true, width: 8, optionalColumn: true },
    {
      label: words('考核得分', '考核得分', 'Score'),
      synonyms: ['考核分', '考核分数', '绩效得分'],
      description: words('考核的得分。', '考核的得分。', 'Score of the appraisal.'),
    },
  ),
  scoreFactor: column(
    { type: 'percent', isFactor: true, width: 8 },
    {
      label: words('考核系数', '考核係數', 'Appraisal factor'),
      synonyms: ['绩效系数', '考评系数'],
      description: words('例如 0.95；没有的按 1。', '例如 0.95；沒有的按 1。', 'Such as 0.95; 1 where blank.'),
    },
  ),
  months: column(
    { type: 'integer', minimum: 0, width: 7 },
    {
      label: words('月数', '月數', 'Months'),
      synonyms: ['出勤月数', '出勤', '出勤/月数', '在岗月数', '工作月数'],
      description: words(
        '计算奖金的月数；全年 12。',
        '計算獎金的月數；全年 12。',
        'Months that count; 12 for the year.',
      ),
    },
  ),
  gross: column(money, {
    label: words('应发', '應發', 'Gross'),
    synonyms: ['应发金额', '应发奖金', '应得奖金'],
    description: words(
      '基数 × 系数 × 考核系数，单位元。',
      '基數 × 係數 × 考核係數，單位元。',
      'Base by factors, in yuan.',
    ),
  }),
  deduction: column(money, {
    label: words('扣减', '扣減', 'Deducted'),
    synonyms: ['扣款', '扣减金额', '扣发', '应扣'],
    description: words('扣掉的，单位元。', '扣掉的，單位元。', 'Taken off, in yuan.'),
  }),
  net: column(money, {
    label: words('实发', '實發', 'Net'),
    synonyms: ['实发金额', '实发奖金', '实得奖金', '奖金金额', '金额', '发放金额', '总额'],
    description: words(
      `应发减扣减；“${rowKinds.pool}”行写可分配的总额。`,
      `應發減扣減；「${rowKinds.pool}」行寫可分配的總額。`,
      `Gross less deductions; in the row “${rowKinds.pool}” the sum to share.`,
    ),
  }),
  rounding: {
    ...column(
      { ...money, merge: 'derived', width: 8 },
      {
        label: words('尾差', '尾差', 'Rounding'),
        synonyms: ['尾差调整', '尾数差'],
        description: words(
          '实发比应得多（少）多少：谁承担了尾差。',
          '實發比應得多（少）多少：誰承擔了尾差。',
          'What the row got beyond its share: who carries the rounding.',
        ),
      },
    ),
    compute: roundingOf,
    formula:
      'IF({net}="","",IF({gross}<>"",{net}-{gross}+N({deduction}),IF({base}="","",{net}+N({deduction})-ROUND({base}*IF({coefficient}="",1,{coefficient})*IF({scoreFactor}="",1,{scoreFactor}),2))))',
  },
  fundSource: { ...fundSource, optionalColumn: true },
  bankCard: { ...bankCard, optionalColumn: true },
  signature: column(
    { type: 'text', maxLength: 60, width: 10 },
    {
      label: words('签字', '簽字', 'Signature'),
      synonyms: ['签名', '领取人签字', '本人签字', '签收'],
      description: words('本人签字。', '本人簽字。', 'Signed by the recipient.'),
    },
  ),
  amountInWords: { ...amountInWords, optionalColumn: true },
} as const satisfies Readonly<Record<string, ColumnDefinition>>
