// How a plan for benefits looks on paper (domain.md §4.2 D).
import type { Layout } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'

const goods = ['item', 'means', 'headcount', 'cutOff', 'standard', 'quantity', 'unitPrice', 'amount']
const funds = ['fundSource', 'accountCode', 'accountName', 'supplier', 'procurement', 'givenBefore']
const process = ['discussionForm', 'discussedOn', 'noticeFrom', 'noticeTo']

export const layout: Layout = {
  title: words('{unit}{year}年度福利分配方案', '{unit}{year}年度福利分配方案', '{unit} Plan for benefits {year}'),
  titleSynonyms: [
    '福利分配方案',
    '福利分配表',
    '慰问品发放方案',
    '慰问方案',
    '发放方案',
    '慰问品采购及发放计划表',
    '慰问品采购计划',
    '发放计划表',
    '福利发放方案',
    '慰问品分配表',
    '慰问计划',
  ],
  columns: ['department', 'issue', 'occasion', ...goods, ...funds, ...process, 'remark'],
  groups: [
    { label: words('慰问标准', '慰問標準', 'What and how much'), columns: goods },
    { label: words('经费', '經費', 'Funds'), columns: funds },
    { label: words('讨论和公示', '討論和公示', 'Discussion and notice'), columns: process },
  ],
  sections: [],
  leadAmount: 'amount',
  totals: [
    {
      key: 'total',
      label: words('合计', '合計', 'Total'),
      synonyms: ['总计', '共计', '金额总计'],
      terms: [{ where: [], times: 1 }],
      columns: ['headcount', 'amount'],
    },
  ],
  signatures: [
    words('制表人：', '製表人：', 'Prepared by:'),
    words('财务负责人：', '財務負責人：', 'Head of finance:'),
    words('办公室主任：', '辦公室主任：', 'Office director:'),
    words('工会主席：', '工會主席：', 'Chair:'),
  ],
  orientation: 'landscape',
  unitLine: true,
  spareRows: 15,
  freezeColumns: 3,
}
