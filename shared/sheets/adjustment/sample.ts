// Sound rows of an adjustment, from which examples are made.
import type { Values } from '../../kernel/value.ts'

export const sampleRow: Values = {
  side: '支出',
  accountCode: '50101',
  accountName: '职工教育支出',
  approved: 3_600_000,
  change: -600_000,
  adjusted: 3_000_000,
  reason: '培训改为线上，场地费减少',
  topAccount: '501',
  accountLevel: 2,
}

export const sampleIncome: Values = {
  side: '收入',
  accountCode: '402',
  accountName: '拨缴经费收入',
  approved: 3_600_000,
  change: 0,
  adjusted: 3_600_000,
  topAccount: '402',
  accountLevel: 1,
}
