// A sound line of a list, from which the examples of rules are made.
import type { Values } from '../../kernel/value.ts'

export const sampleReceipt: Values = {
  issue: '2026年春节慰问品',
  occasion: '春节',
  department: '财务部',
  name: '甲某',
  memberNo: 'HY-0001',
  item: '大米、食用油',
  means: '实物',
  quantity: 1,
  unitPrice: 30_000,
  amount: 30_000,
  receivedOn: '2026-01-28',
  signature: '甲某',
  purpose: '节日慰问',
}
