// 预算执行表/决算表: budget, adjustments, what is executed and in transit, account by account (domain.md §2.2 B-22, §4.2 B).
import { inForce } from '../budget/workflow.ts'
import type { ReportDefinition } from '../../definition/report.ts'
import { defineSheet } from '../../definition/sheet.ts'
import type { Value, Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { accountColumns, accountPlaces } from '../accounts/columns.ts'
import { rateOf } from '../accounts/rate.ts'
import { amountOf } from '../accounts/rowParts.ts'
import { budgetSignatures, sideSections, sideTotals } from '../accounts/sides.ts'
import { column } from '../columns/column.ts'

const money = { type: 'money', merge: 'money', fieldClass: 'money', width: 15 } as const
const worked = { ...money, merge: 'derived' } as const

const approvedOf = (row: Values): Value => {
  const [budget, change] = [amountOf(row, 'budget'), amountOf(row, 'change')]
  return budget === null && change === null ? null : (budget ?? 0) + (change ?? 0)
}
const usedOf = (row: Values): number => (amountOf(row, 'executed') ?? 0) + (amountOf(row, 'pending') ?? 0)
const leftOf = (row: Values): Value => {
  const approved = approvedOf(row)
  return typeof approved === 'number' ? approved - usedOf(row) : null
}
const shareOf =
  (part: (row: Values) => number) =>
  (row: Values): Value => {
    const approved = approvedOf(row)
    return typeof approved === 'number' ? rateOf(part(row), approved) : null
  }

const sheet = defineSheet({
  kind: 'execution-table',
  version: 1,
  title: words('预算执行情况表', '預算執行情況表', 'Budget and execution'),
  description: words(
    '由预算、预算调整和执行明细逐科目算出，不用填；年终就是决算表。',
    '由預算、預算調整和執行明細逐科目算出，不用填；年終就是決算表。',
    'Worked out from budget, adjustments and entries, account by account; at year end it is the final table.',
  ),
  columns: {
    ...accountColumns,
    budget: column(money, {
      label: words('年初预算数', '年初預算數', 'Budget'),
      synonyms: [],
      description: words('预算表的本年预算数。', '預算表的本年預算數。', 'Budget of the year.'),
    }),
    change: column(money, {
      label: words('预算调整数', '預算調整數', 'Adjustment'),
      synonyms: [],
      description: words('已批准的预算调整。', '已批准的預算調整。', 'Approved adjustments.'),
    }),
    approved: column(
      { ...worked, compute: approvedOf, formula: 'IF(AND({budget}="",{change}=""),"",N({budget})+N({change}))' },
      {
        label: words('核定预算数', '核定預算數', 'Approved'),
        synonyms: [],
        description: words('年初预算数加预算调整数。', '年初預算數加預算調整數。', 'Budget plus adjustment.'),
      },
    ),
    executed: column(money, {
      label: words('执行数', '執行數', 'Executed'),
      synonyms: ['决算数'],
      description: words('执行表里的执行数合计。', '執行表裡的執行數合計。', 'What is booked.'),
    }),
    pending: column(money, {
      label: words('在途金额', '在途金額', 'In transit'),
      synonyms: [],
      description: words('借款和报销申请占用的。', '借款和報銷申請佔用的。', 'Held by advances and claims.'),
    }),
    left: column(
      {
        ...worked,
        compute: leftOf,
        formula: 'IF(AND({budget}="",{change}=""),"",N({budget})+N({change})-N({executed})-N({pending}))',
      },
      {
        label: words('未用额度', '未用額度', 'Left'),
        synonyms: [],
        description: words(
          '核定预算数减执行数和在途金额。',
          '核定預算數減執行數和在途金額。',
          'Approved less executed and in transit.',
        ),
      },
    ),
    rate: column(
      {
        type: 'percent',
        merge: 'derived',
        fieldClass: 'money',
        width: 10,
        compute: shareOf((row) => amountOf(row, 'executed') ?? 0),
        formula: 'IF(N({budget})+N({change})=0,"",ROUND(N({executed})/ABS(N({budget})+N({change})),4))',
      },
      {
        label: words('执行率', '執行率', 'Rate'),
        synonyms: [],
        description: words('执行数占核定预算数。', '執行數佔核定預算數。', 'Executed of approved.'),
      },
    ),
    rateWithPending: column(
      {
        type: 'percent',
        merge: 'derived',
        fieldClass: 'money',
        width: 12,
        compute: shareOf(usedOf),
        formula: 'IF(N({budget})+N({change})=0,"",ROUND((N({executed})+N({pending}))/ABS(N({budget})+N({change})),4))',
      },
      {
        label: words('含在途执行率', '含在途執行率', 'Rate with transit'),
        synonyms: [],
        description: words(
          '执行数加在途占核定预算数。',
          '執行數加在途佔核定預算數。',
          'Executed and in transit of approved.',
        ),
      },
    ),
    ...accountPlaces,
  },
  naturalKey: ['side', 'accountCode', 'accountName', 'project'],
  atomicSets: [],
  rules: [],
  layout: {
    title: words(
      '{unit}{year}年度预算执行情况表',
      '{unit}{year}年度預算執行情況表',
      '{unit} Budget and execution {year}',
    ),
    titleSynonyms: [],
    columns: [
      'side',
      'accountCode',
      'accountName',
      'project',
      'budget',
      'change',
      'approved',
      'executed',
      'pending',
      'left',
      'rate',
      'rateWithPending',
    ],
    groups: [
      { label: words('科目', '科目', 'Account'), columns: ['accountCode', 'accountName'] },
      { label: words('预算', '預算', 'Budget'), columns: ['budget', 'change', 'approved'] },
      {
        label: words('执行', '執行', 'Execution'),
        columns: ['executed', 'pending', 'left', 'rate', 'rateWithPending'],
      },
    ],
    sections: sideSections,
    totals: sideTotals(['budget', 'change', 'approved', 'executed', 'pending', 'left']),
    hierarchy: { column: 'accountCode', by: 'prefix' },
    signatures: budgetSignatures,
    orientation: 'landscape',
    unitLine: true,
    spareRows: 0,
    freezeColumns: 3,
  },
  workflow: { initial: 'worked-out', states: [], transitions: [], permissions: [] },
  upgrades: [],
})

const key = { side: 'side', accountCode: 'accountCode', accountName: 'accountName', project: 'project' }

export const executionTable: ReportDefinition = {
  report: 'execution-table',
  sheet,
  key: ['side', 'accountCode', 'accountName', 'project'],
  sources: [
    { kind: 'budget', where: [], takes: key, sums: [{ to: 'budget', column: 'budget', times: 1 }] },
    {
      kind: 'adjustment',
      where: [],
      states: inForce,
      takes: key,
      sums: [{ to: 'change', column: 'change', times: 1 }],
    },
    {
      kind: 'execution',
      where: [],
      takes: key,
      sums: [
        { to: 'executed', column: 'amount', times: 1 },
        { to: 'pending', column: 'loan', times: 1 },
        { to: 'pending', column: 'claim', times: 1 },
      ],
    },
  ],
  bars: {
    where: [{ column: 'side', in: ['支出'] }],
    label: 'accountName',
    whole: 'approved',
    parts: ['executed', 'pending'],
  },
}
