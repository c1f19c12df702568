// How the breakdown of goals looks on paper (domain.md §4.2 K).
import type { Layout } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'

const goal = ['goalNo', 'overall', 'indicator', 'target', 'weight']
const responsibility = ['leader', 'lead', 'co', 'owner', 'due', 'measures']
const progress = ['q1', 'q2', 'q3', 'q4']
const appraisal = ['done', 'selfScore', 'score']

export const layout: Layout = {
  title: words('{unit}{year}年度目标责任分解表', '{unit}{year}年度目標責任分解表', '{unit} Breakdown of goals {year}'),
  titleSynonyms: [
    '目标责任分解表',
    '目标任务分解表',
    '工作目标分解表',
    '责任分解表',
    '目标管理责任表',
    '年度目标责任书',
    '考核指标分解表',
    '目标考核表',
    '任务完成分解表',
  ],
  columns: [...goal, ...responsibility, ...progress, ...appraisal],
  groups: [
    { label: words('目标', '目標', 'Goal'), columns: goal },
    { label: words('责任', '責任', 'Responsibility'), columns: responsibility },
    { label: words('季度进度', '季度進度', 'Progress'), columns: progress },
    { label: words('考核', '考核', 'Appraisal'), columns: appraisal },
  ],
  sections: [],
  totals: [],
  signatures: [
    words('制表：', '製表：', 'Prepared by:'),
    words('办公室主任：', '辦公室主任：', 'Office director:'),
    words('工会主席：', '工會主席：', 'Chair:'),
  ],
  orientation: 'landscape',
  unitLine: false,
  spareRows: 12,
  freezeColumns: 3,
}
