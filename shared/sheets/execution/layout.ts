// How the execution of a budget looks on paper (domain.md §4.2 B).
import type { Layout } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'
import { sideSections, sideTotals } from '../accounts/sides.ts'

export const layout: Layout = {
  title: words('{unit}{year}年度经费执行表', '{unit}{year}年度經費執行表', '{unit} Budget execution {year}'),
  titleSynonyms: [
    '工会经费收支决算表',
    '经费收支决算表',
    '预算执行情况表',
    '预算执行表',
    '收支决算明细表',
    '收入支出表',
    '项目预算执行',
    '经费使用明细',
    '经费收支明细',
    '经费支出明细表',
    '经费支出台账',
    '收支明细账',
    '工会经费支出明细',
    '工会02表',
  ],
  columns: [
    'date',
    'voucherNo',
    'side',
    'accountCode',
    'accountName',
    'project',
    'purpose',
    'summary',
    'department',
    'amount',
    'payee',
    'handler',
    'approver',
  ],
  groups: [{ label: words('科目', '科目', 'Account'), columns: ['accountCode', 'accountName'] }],
  sections: sideSections,
  totals: sideTotals(['amount']),
  hierarchy: { column: 'accountCode', by: 'prefix' },
  signatures: [
    words('工会主席：', '工會主席：', 'Chair:'),
    words('财务负责人：', '財務負責人：', 'Head of finance:'),
    words('复核：', '複核：', 'Checked by:'),
    words('制表：', '製表：', 'Prepared by:'),
  ],
  orientation: 'landscape',
  unitLine: true,
  spareRows: 20,
  freezeColumns: 2,
}
