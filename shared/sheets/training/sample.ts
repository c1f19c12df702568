// A sound course, from which examples are made.
import type { Values } from '../../kernel/value.ts'

export const sampleCourse: Values = {
  course: '基层工会财务人员培训班',
  topic: '财务经审',
  group: '专项业务人员',
  sessions: 1,
  persons: 40,
  from: '2026-05-11',
  days: 2,
  venue: '职工学校',
  form: '脱产授课',
  organiser: '财务部',
  accountCode: '50501',
  cost: 1_600_000,
}
