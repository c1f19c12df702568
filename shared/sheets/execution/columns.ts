// The columns of the execution of a budget: single entries, or one line for each account and project (domain.md §4.1, §4.2 B).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { accountColumns, accountPlaces } from '../accounts/columns.ts'
import { column, withoutSynonyms } from '../columns/column.ts'
import { seq } from '../columns/people.ts'
import { balanceOf, executionRateOf, pendingOf, rateWithPendingOf } from './derived.ts'
import { entryColumns } from './entryColumns.ts'

const money = { type: 'money', merge: 'money', fieldClass: 'money', width: 15 } as const

/** What a line of the finished table says beside the amount. */
const figures = {
  approved: column(
    { ...money, optionalColumn: true },
    {
      label: words('核定预算数', '核定預算數', 'Approved budget'),
      synonyms: [
        '调整后预算数',
        '预算数',
        '年初预算数',
        '核定年初预算数',
        '本年预算数',
        '批准预算数',
        '年度预算数',
        '预算金额',
        '全年预算数',
      ],
      description: words(
        '这一行批准的预算（有调整的是调整后）；旧表里有才填，核对以预算表为准。',
        '這一行批准的預算（有調整的是調整後）；舊表裡有才填，核對以預算表為準。',
        'Budget of the line as an old table has it; what counts is the budget sheet.',
      ),
    },
  ),
  amount: column(money, {
    label: words('执行数', '執行數', 'Executed'),
    synonyms: [
      '决算数',
      '实际支出',
      '实际发生',
      '累计支出',
      '执行金额',
      '本年累计数',
      '完成数',
      '已用额度',
      '支出数',
      '实际收入',
      '已发生金额',
      '本年决算数',
      '预算执行数',
      '实际执行数',
      '金额',
      '报销金额',
      '支出金额',
      '收入金额',
      '实际完成数',
      '累计执行数',
      '已支出金额',
      '付款金额',
    ],
    description: words(
      '已经报销入账的金额；冲回写负数。',
      '已經報銷入帳的金額；沖回寫負數。',
      'What is booked; negative when reversed.',
    ),
  }),
  month: column(
    { ...money, optionalColumn: true },
    {
      label: words('本月数', '本月數', 'This month'),
      synonyms: ['本月发生额', '当月', '本月支出', '本月发生数', '当月发生额'],
      description: words(
        '月报表里当月的数，不计入执行数。',
        '月報表裡當月的數，不計入執行數。',
        'Figure of the month in monthly tables; not counted.',
      ),
    },
  ),
  loan: column(
    { ...money, minimum: 0, optionalColumn: true },
    {
      label: words('借款申请占用金额', '借款申請佔用金額', 'Held by advances'),
      synonyms: ['借款占用', '借款占用金额', '借款金额', '预借金额'],
      description: words(
        '借款申请占用、还没有报销的。',
        '借款申請佔用、還沒有報銷的。',
        'Advances asked for and not yet settled.',
      ),
    },
  ),
  claim: column(
    { ...money, minimum: 0, optionalColumn: true },
    {
      label: words('报销申请占用金额', '報銷申請佔用金額', 'Held by claims'),
      synonyms: ['报销占用', '报销占用金额', '申请占用金额', '在途报销金额'],
      description: words(
        '报销申请占用、还没有入账的。',
        '報銷申請佔用、還沒有入帳的。',
        'Claims handed in and not yet booked.',
      ),
    },
  ),
  pending: column(
    { ...money, merge: 'derived', compute: pendingOf, optionalColumn: true },
    {
      label: words('在途金额', '在途金額', 'In transit'),
      synonyms: ['在途', '占用金额', '占用额度'],
      description: words(
        '借款申请和报销申请占用的合计。',
        '借款申請和報銷申請佔用的合計。',
        'Advances and claims together.',
      ),
    },
  ),
  balance: column(
    { ...money, merge: 'derived', compute: balanceOf, optionalColumn: true },
    {
      label: words('未用额度', '未用額度', 'Left'),
      synonyms: ['余额', '剩余', '预算余额', '可用额度', '结余额度', '剩余额度', '预算结余'],
      description: words(
        '核定预算数减执行数和在途金额。',
        '核定預算數減執行數和在途金額。',
        'Approved less executed and in transit.',
      ),
    },
  ),
  rateWithPending: column(
    {
      type: 'percent',
      merge: 'derived',
      fieldClass: 'money',
      width: 10,
      compute: rateWithPendingOf,
      optionalColumn: true,
    },
    {
      label: words('含在途执行率', '含在途執行率', 'Rate with transit'),
      synonyms: ['(含在途)执行率(%)', '含在途执行率(%)', '含在途执行率%'],
      description: words(
        '执行数加在途金额占核定预算数的比例。',
        '執行數加在途金額佔核定預算數的比例。',
        'Executed and in transit as a share of the budget.',
      ),
    },
  ),
  rate: column(
    {
      type: 'percent',
      merge: 'derived',
      fieldClass: 'money',
      width: 10,
      compute: executionRateOf,
      optionalColumn: true,
    },
    {
      label: words('执行率', '執行率', 'Rate'),
      synonyms: [
        '执行率(%)',
        '完成预算%',
        '完成决算%',
        '完成预算(%)',
        '占预算%',
        '预算执行率',
        '进度%',
        '完成率',
        '完成预算比例',
      ],
      description: words(
        '执行数占核定预算数的比例。',
        '執行數佔核定預算數的比例。',
        'Executed as a share of the budget.',
      ),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

export const columns = {
  seq,
  ...accountColumns,
  project: withoutSynonyms(accountColumns.project, ['支出内容', '事由', '用途']),
  accountName: withoutSynonyms(accountColumns.accountName, ['摘要']),
  ...figures,
  ...entryColumns,
  ...accountPlaces,
} as const satisfies Readonly<Record<string, ColumnDefinition>>
