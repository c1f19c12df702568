// A sound entry of a budget's execution, from which examples are made.
import type { Values } from '../../kernel/value.ts'

export const sampleRow: Values = {
  side: '支出',
  accountCode: '50101',
  accountName: '职工教育支出',
  amount: 300_000,
  date: '2026-02-10',
  voucherNo: '记-012',
  summary: '职工夜校授课酬金',
  department: '宣教部',
  payee: '市职工学校',
  handler: '经办人甲',
  approver: '主席乙',
  topAccount: '501',
  accountLevel: 2,
}

/** One line of a finished table, without the entries behind it. */
export const sampleLine: Values = {
  side: '支出',
  accountCode: '50102',
  accountName: '文体活动支出',
  approved: 1_000_000,
  amount: 900_000,
  topAccount: '501',
  accountLevel: 2,
}
