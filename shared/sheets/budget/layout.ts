// How a budget looks on paper (domain.md §4.2 A).
import type { Layout, Section, TotalLine } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'
import { broughtForward, drawnSurplus, investment, reserveFund, returnedInvestment } from '../accounts/balanceLines.ts'

const amounts = ['lastFinal', 'lastBudget', 'budget']

const sections: readonly Section[] = [
  {
    key: 'income',
    label: words('一、收入', '一、收入', '1. Income'),
    synonyms: ['收入', '本年收入', '收入部分', '收入预算', '经费收入', '收入项目', '收入类', '本年经费收入'],
    where: [{ column: 'side', in: ['收入'] }],
    sets: { side: '收入' },
  },
  {
    key: 'expenditure',
    label: words('二、支出', '二、支出', '2. Expenditure'),
    synonyms: ['支出', '本年支出', '支出部分', '支出预算', '经费支出', '支出项目', '支出类', '本年经费支出'],
    where: [{ column: 'side', in: ['支出'] }],
    sets: { side: '支出' },
  },
  {
    key: 'balance',
    label: words('三、结余', '三、結餘', '3. Balance'),
    synonyms: ['结余', '结转结余', '结余情况', '资金结转结余'],
    where: [{ column: 'side', in: ['结余'] }],
    sets: { side: '结余' },
  },
]

const totals: readonly TotalLine[] = [
  {
    key: 'incomeTotal',
    label: words('本年收入合计', '本年收入合計', 'Total income'),
    synonyms: [
      '收入合计',
      '收入总计',
      '本年收入总计',
      '收入小计',
      '经费收入合计',
      '收入预算合计',
      '一、收入合计',
      '本年经费收入合计',
    ],
    after: 'income',
    terms: [{ where: [{ column: 'side', in: ['收入'] }], times: 1 }],
    columns: amounts,
  },
  {
    key: 'expenditureTotal',
    label: words('本年支出合计', '本年支出合計', 'Total expenditure'),
    synonyms: [
      '支出合计',
      '支出总计',
      '本年支出总计',
      '支出小计',
      '经费支出合计',
      '支出预算合计',
      '二、支出合计',
      '本年经费支出合计',
    ],
    after: 'expenditure',
    terms: [{ where: [{ column: 'side', in: ['支出'] }], times: 1 }],
    columns: amounts,
  },
  {
    key: 'yearBalance',
    label: words('本年结余', '本年結餘', 'Balance of the year'),
    synonyms: ['本年收支结余', '收支结余', '本年收支差额', '收支差额', '当年结余', '当年收支结余', '本年结余合计'],
    after: 'expenditure',
    terms: [
      { where: [{ column: 'side', in: ['收入'] }], times: 1 },
      { where: [{ column: 'side', in: ['支出'] }], times: -1 },
    ],
    columns: amounts,
  },
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
  sections,
  totals,
  hierarchy: { column: 'accountCode', by: 'prefix' },
  signatures: [
    words('工会主席：', '工會主席：', 'Chair:'),
    words('经费审查委员会主任：', '經費審查委員會主任：', 'Head of the audit committee:'),
    words('财务负责人：', '財務負責人：', 'Head of finance:'),
    words('制表：', '製表：', 'Prepared by:'),
  ],
  orientation: 'landscape',
  unitLine: true,
  spareRows: 5,
  freezeColumns: 3,
}
