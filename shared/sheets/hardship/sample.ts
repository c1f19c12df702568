// Sound rows of the register, from which the examples of rules are made.
import type { Values } from '../../kernel/value.ts'

export const sampleFile: Values = {
  recordType: '建档',
  fileNo: '20260001',
  department: '一车间',
  name: '甲某',
  memberNo: 'HY-0001',
  sex: '男',
  birthDate: '1985-03-01',
  hardshipClass: '深度困难',
  familySize: 4,
  familyIncome: 320_000,
  perHead: 80_000,
  address: '某街道某小区',
  phone: '13800000000',
  filedOn: '2025-06-10',
  updatedOn: '2025-12-20',
  visitedOn: '2025-06-01',
}

export const sampleAid: Values = {
  recordType: '生活救助',
  fileNo: '20260001',
  department: '一车间',
  name: '甲某',
  memberNo: 'HY-0001',
  amount: 100_000,
  paidOn: '2026-01-20',
  fundSource: '拨缴经费留成',
  bankName: '某银行某支行',
}
