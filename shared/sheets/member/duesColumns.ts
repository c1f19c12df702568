// The columns of the dues table: wage base, monthly fee, what was paid in each month (domain.md §4.2 L, L-06).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { duesPaidOf, monthKeys } from './dues.ts'

const money = { type: 'money', merge: 'money', fieldClass: 'money' } as const

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function monthColumn(index: number): ColumnDefinition {
  const month = index + 1
  return column(
    { ...money, width: 8 },
    {
      label: words(`${month}月`, `${month}月`, english[index] ?? ''),
      synonyms: [`${month}月份`, `${numerals[index] ?? ''}月`, `${month}月会费`, `${month}月份会费`, `${month}月缴纳`],
      description: words(
        `${month} 月实际缴纳的会费，单位元。`,
        `${month} 月實際繳納的會費，單位元。`,
        `Dues paid in ${english[index] ?? ''}, in yuan.`,
      ),
    },
  )
}

export const duesColumns: Readonly<Record<string, ColumnDefinition>> = {
  inWageBase: column(
    { type: 'boolean', width: 10 },
    {
      label: words('工资纳入拨缴基数', '工資納入撥繳基數', 'Wage in the 2 % base'),
      synonyms: ['工资是否纳入拨缴基数', '是否纳入拨缴基数', '纳入拨缴基数', '是否计提工会经费'],
      description: words(
        '单位是否按他的工资拨缴 2% 工会经费。',
        '單位是否按他的工資撥繳 2% 工會經費。',
        'Whether the employer pays the 2 % on this wage.',
      ),
    },
  ),
  duesBase: column(
    { ...money, width: 11 },
    {
      label: words('会费基数', '會費基數', 'Dues base'),
      synonyms: ['工资基数', '缴费基数', '会费缴纳基数', '工资收入', '缴纳基数', '工资'],
      description: words(
        '工资收入，不含津贴、补贴和奖金，单位元。',
        '工資收入，不含津貼、補貼和獎金，單位元。',
        'Wage without allowances and bonuses, in yuan.',
      ),
    },
  ),
  monthlyDues: column(
    { ...money, width: 9 },
    {
      label: words('月会费', '月會費', 'Monthly dues'),
      synonyms: ['月缴会费', '每月会费', '月应缴会费', '应缴会费', '会费标准', '会费'],
      description: words(
        '会费基数去掉不足 10 元的部分，乘 0.5%。',
        '會費基數去掉不足 10 元的部分，乘 0.5%。',
        'Half a percent of the base, without what is below ten yuan.',
      ),
    },
  ),
  ...Object.fromEntries(monthKeys.map((key, index) => [key, monthColumn(index)])),
  duesPaid: {
    ...column(
      { ...money, merge: 'derived', width: 10 },
      {
        label: words('会费合计', '會費合計', 'Dues paid'),
        synonyms: ['全年合计', '全年会费', '年度合计', '会费小计', '缴费合计', '合计'],
        description: words('各月实缴之和。', '各月實繳之和。', 'Sum of the months.'),
      },
    ),
    compute: duesPaidOf,
    formula: `IF(COUNT(${monthKeys.map((key) => `{${key}}`).join(',')})=0,"",SUM(${monthKeys.map((key) => `{${key}}`).join(',')}))`,
  },
  duesSignature: column(
    { type: 'text', maxLength: 60, optionalColumn: true },
    {
      label: words('缴费人签字', '繳費人簽字', 'Signature'),
      synonyms: ['签字', '签名', '本人签字', '缴纳人签字'],
      description: words('缴费人签字。', '繳費人簽字。', 'Signature of the payer.'),
    },
  ),
}
