// How the coordination of plans looks on paper (domain.md §4.2 J).
import type { Layout } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'

const proposal = ['planNo', 'department', 'title', 'field', 'fit', 'priority', 'from', 'until', 'leader']
const means = ['accountCode', 'cost', 'involved']
const coordination = ['problem', 'officeOpinion', 'decision']

export const layout: Layout = {
  title: words(
    '{unit}{year}年度工作计划协调表',
    '{unit}{year}年度工作計劃協調表',
    '{unit} Coordination of plans {year}',
  ),
  titleSynonyms: [
    '工作计划协调表',
    '计划协调表',
    '年度工作计划汇总表',
    '工作计划汇总表',
    '部门工作计划表',
    '计划汇总表',
    '年度工作计划表',
    '重点工作计划表',
  ],
  columns: [...proposal, ...means, ...coordination],
  groups: [
    { label: words('计划', '計劃', 'Plan'), columns: proposal },
    { label: words('所需条件', '所需條件', 'Means'), columns: means },
    { label: words('协调', '協調', 'Coordination'), columns: coordination },
  ],
  sections: [],
  totals: [
    {
      key: 'total',
      label: words('合计', '合計', 'Total'),
      synonyms: ['总计', '共计'],
      terms: [{ where: [], times: 1 }],
      columns: ['cost'],
    },
  ],
  signatures: [
    words('汇总人：', '彙總人：', 'Compiled by:'),
    words('办公室主任：', '辦公室主任：', 'Office director:'),
    words('审定领导：', '審定領導：', 'Decided by:'),
  ],
  orientation: 'landscape',
  unitLine: true,
  spareRows: 12,
  freezeColumns: 3,
}
