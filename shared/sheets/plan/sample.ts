// A sound plan, from which examples are made.
import type { Values } from '../../kernel/value.ts'

export const samplePlan: Values = {
  planNo: 'JH-2026-01',
  department: '组织部',
  title: '基层工会换届培训',
  field: '工会工作',
  fit: '一致',
  priority: 'B',
  from: '2026-05-11',
  until: '2026-05-12',
  venue: '职工学校',
  leader: '主席',
  accountCode: '50501',
  cost: 1_600_000,
  involved: '财务部',
}
