// How a budget looks on paper (domain.md §4.2 A).
import type { Layout, TotalLine } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'
import { broughtForward, drawnSurplus, investment, reserveFund, returnedInvestment } from '../accounts/balanceLines.ts'
import { budgetSignatures, sideSections, sideTotals } from '../accounts/sides.ts'

const amounts = ['lastFinal', 'lastBudget', 'budget']

const totals: readonly TotalLine[] = [
  ...sideTotals(amounts),
  {
    key: 'closingBalance',
    label: words('期末滚存结余', '期末滾存結餘', 'Closing balance'),
    synonyms: [
      '年末滚存结余',
      '滚存结余',
      '期末结余',
      '年末结余',
      '累计结余',
      '年末累计结余',
      '期末累计结余',
      '年末资金结转结余',
    ],
    after: 'balance',
    terms: [
      {
        where: [
          { column: 'side', in: ['收入'] },
          { column: 'accountName', notIn: [drawnSurplus] },
        ],
        times: 1,
      },
      { where: [{ column: 'side', in: ['支出'] }], times: -1 },
      {
        where: [
          { column: 'side', in: ['结余'] },
          { column: 'accountName', in: [broughtForward, returnedInvestment] },
        ],
        times: 1,
      },
      {
        where: [
          { column: 'side', in: ['结余'] },
          { column: 'accountName', in: [investment, reserveFund] },
        ],
        times: -1,
      },
    ],
    columns: amounts,
  },
]

export const layout: Layout = {
  title: words('{unit}{year}年度经费收支预算表', '{unit}{year}年度經費收支預算表', '{unit} Budget {year}'),
  titleSynonyms: [
    '工会经费收支预算表',
    '经费收支预算表',
    '工会经费预算',
    '收支预算表',
    '经费预算表',
    '预算收支表',
    '年度预算',
    '经费收支预算',
    '工会预算',
    '预算草案',
  ],
  columns: [
    'side',
    'accountCode',
    'accountName',
    'project',
    'lastFinal',
    'lastBudget',
    'budget',
    'diff',
    'diffRate',
    'basis',
  ],
  groups: [
    { label: words('科目', '科目', 'Account'), columns: ['accountCode', 'accountName'] },
    { label: words('上年数', '上年數', 'Last year'), columns: ['lastFinal', 'lastBudget'] },
    { label: words('比上年增减', '比上年增減', 'Change against last year'), columns: ['diff', 'diffRate'] },
  ],
  sections: sideSections,
  totals,
  hierarchy: { column: 'accountCode', by: 'prefix' },
  signatures: budgetSignatures,
  orientation: 'landscape',
  unitLine: true,
  spareRows: 5,
  freezeColumns: 3,
}
