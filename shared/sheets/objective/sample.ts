// A sound goal, from which examples are made.
import type { Values } from '../../kernel/value.ts'

export const sampleGoal: Values = {
  goalNo: 'MB-01',
  overall: '建设高素质工会干部队伍',
  indicator: '工会干部培训覆盖率',
  target: '75%',
  lastTarget: 4_000,
  yearTarget: 7_500,
  weight: 10_000,
  leader: '副主席',
  lead: '组织部',
  co: '财务部',
  owner: '责任人甲',
  due: '2026-12-20',
  measures: '分层分类培训',
  q1: 2_000,
}
