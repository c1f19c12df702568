// How a training plan looks on paper (domain.md §4.2 N).
import type { Layout } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'

export const layout: Layout = {
  title: words('{unit}{year}年度培训计划', '{unit}{year}年度培訓計劃', '{unit} Training plan {year}'),
  titleSynonyms: [
    '培训计划表',
    '年度培训计划',
    '培训计划',
    '教育培训计划',
    '工会干部培训计划',
    '培训班计划表',
    '培训安排表',
    '培训一览表',
    '职工培训计划',
    '培训班次安排',
  ],
  columns: [
    'course',
    'topic',
    'group',
    'sessions',
    'persons',
    'from',
    'days',
    'venue',
    'form',
    'organiser',
    'accountCode',
    'cost',
    'outcome',
  ],
  groups: [],
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
  signatures: [words('制表：', '製表：', 'Prepared by:'), words('工会主席：', '工會主席：', 'Chair:')],
  orientation: 'landscape',
  unitLine: true,
  spareRows: 12,
  freezeColumns: 1,
}
