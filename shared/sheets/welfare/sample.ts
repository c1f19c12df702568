// A sound line of a plan, from which the examples of rules are made.
import type { Values } from '../../kernel/value.ts'

export const samplePlan: Values = {
  issue: '2026年春节慰问品',
  department: '财务部',
  occasion: '春节',
  item: '大米、食用油',
  means: '实物',
  headcount: 120,
  cutOff: '2026-01-15',
  standard: 30_000,
  amount: 3_600_000,
  fundSource: '拨缴经费留成',
  accountName: '会员活动支出',
  discussionForm: '会员小组会',
  discussedOn: '2026-01-10',
  noticeFrom: '2026-01-16',
  noticeTo: '2026-01-23',
  purpose: '节日慰问',
}
