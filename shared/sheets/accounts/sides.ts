// Blocks, totals and signatures of sheets in which income stands above expenditure (domain.md §4.2 A–C).
import type { Section, TotalLine } from '../../definition/layout.ts'
import { words, type Words } from '../../kernel/words.ts'

export const sideSections: readonly Section[] = [
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

/** 收入合计, 支出合计 and what is left between them, for each of these money columns. */
export function sideTotals(columns: readonly string[]): readonly TotalLine[] {
  return [
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
      columns,
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
      columns,
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
      columns,
    },
  ]
}

/** Who signs a budget, what changes it and what came of it. */
export const budgetSignatures: readonly Words[] = [
  words('工会主席：', '工會主席：', 'Chair:'),
  words('经费审查委员会主任：', '經費審查委員會主任：', 'Head of the audit committee:'),
  words('财务负责人：', '財務負責人：', 'Head of finance:'),
  words('制表：', '製表：', 'Prepared by:'),
]
