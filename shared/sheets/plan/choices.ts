// Where plans belong, how they fit and how urgent they are (domain.md §4.2 J, seed 000 四(一)).
import type { Choice } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'

export const fields: readonly Choice[] = [
  { value: '工会工作', label: words('工会工作', '工會工作', 'Union work'), synonyms: ['工会', '工会建设'] },
  {
    value: '企业发展',
    label: words('企业发展', '企業發展', 'The enterprise'),
    synonyms: ['企业', '单位发展', '中心工作'],
  },
  {
    value: '事业发展',
    label: words('事业发展', '事業發展', 'Institutions and services'),
    synonyms: ['事业', '职工事业'],
  },
]

export const fits: readonly Choice[] = [
  { value: '一致', label: words('一致', '一致', 'In line'), synonyms: ['符合', '衔接'] },
  { value: '部分', label: words('部分一致', '部分一致', 'In part'), synonyms: ['部分符合', '基本一致'] },
  { value: '冲突', label: words('冲突', '衝突', 'In conflict'), synonyms: ['不一致', '不符合', '矛盾'] },
]

export const priorities: readonly Choice[] = [
  {
    value: 'A',
    label: words('A 重要紧急', 'A 重要緊急', 'A important, urgent'),
    synonyms: ['重要紧急', 'A类', '急重'],
  },
  { value: 'B', label: words('B 重要不紧急', 'B 重要不緊急', 'B important'), synonyms: ['重要不紧急', 'B类', '重'] },
  { value: 'C', label: words('C 紧急不重要', 'C 緊急不重要', 'C urgent'), synonyms: ['紧急不重要', 'C类', '急'] },
  { value: 'D', label: words('D 一般', 'D 一般', 'D ordinary'), synonyms: ['一般', 'D类', '缓', '不重要不紧急'] },
]

export const deviations: readonly Choice[] = [
  { value: '无', label: words('无', '無', 'None'), synonyms: ['没有', '正常'] },
  { value: '不同步', label: words('不同步', '不同步', 'Out of step'), synonyms: ['进度不同步', '滞后'] },
  { value: '不衔接', label: words('不衔接', '不銜接', 'Not joined up'), synonyms: ['衔接不上'] },
  { value: '不合作', label: words('不合作', '不合作', 'No cooperation'), synonyms: ['不配合', '推诿'] },
]
