// Parts of a row that speaks of an account, as rules use them.
import { formatYuan, type Fen } from '../../kernel/money.ts'
import type { Values } from '../../kernel/value.ts'

/** '' when blank. */
export function textOf(row: Values, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}

/** 分; null when blank. */
export function amountOf(row: Values, column: string): number | null {
  const value = row[column]
  return typeof value === 'number' ? value : null
}

export function yuan(amount: number): string {
  return formatYuan(amount as Fen)
}

/** `50101 职工教育支出`, for messages. */
export function accountOf(row: Values): string {
  return [textOf(row, 'accountCode'), textOf(row, 'accountName')].filter((part) => part !== '').join(' ')
}

/** Nothing is written there. */
export function isBlank(row: Values, column: string): boolean {
  return (row[column] ?? null) === null || row[column] === ''
}
