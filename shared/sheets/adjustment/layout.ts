// How a budget adjustment looks on paper (domain.md §4.2 C).
import type { Layout } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'
import { budgetSignatures, sideSections, sideTotals } from '../accounts/sides.ts'

export const layout: Layout = {
  title: words(
    '{unit}{year}年度经费收支预算调整表',
    '{unit}{year}年度經費收支預算調整表',
    '{unit} Budget adjustment {year}',
  ),
  titleSynonyms: [
    '工会经费收支预算表(调整)',
    '工会收支预算表(调整)',
    '预算调整方案',
    '预算调整表',
    '经费预算调整表',
    '收支预算调整表',
    '预算调整明细表',
    '年中预算调整',
  ],
  columns: ['side', 'accountCode', 'accountName', 'project', 'approved', 'change', 'adjusted', 'rate', 'reason'],
  groups: [{ label: words('科目', '科目', 'Account'), columns: ['accountCode', 'accountName'] }],
  sections: sideSections,
  totals: sideTotals(['approved', 'change', 'adjusted']),
  hierarchy: { column: 'accountCode', by: 'prefix' },
  signatures: budgetSignatures,
  orientation: 'landscape',
  unitLine: true,
  spareRows: 10,
  freezeColumns: 3,
}
