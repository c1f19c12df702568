// A bonus to the 分: 基数 × 系数 × 考核系数, less what is deducted, and who carries the rounding.
import type { Value, Values } from '../../kernel/value.ts'
import { amountOf } from '../accounts/rowParts.ts'

/** 1 in columns of type percent. */
const one = 10_000n

function factor(row: Values, column: string): bigint {
  const value = amountOf(row, column)
  return value === null ? one : BigInt(value)
}

/** 应发 in 分: rounded half up, exact; null when the base is blank. A blank factor is 1. */
export function grossOf(row: Values): number | null {
  const base = amountOf(row, 'base')
  if (base === null) return null
  const exact = BigInt(base) * factor(row, 'coefficient') * factor(row, 'scoreFactor')
  const unit = one * one
  const half = exact < 0n ? -unit / 2n : unit / 2n
  const rounded = Number((exact + half) / unit)
  return Number.isSafeInteger(rounded) ? rounded : null
}

/** What the row should get: 应发 as written, or worked out, less the deduction; null when neither is known. */
export function expectedNet(row: Values): number | null {
  const gross = amountOf(row, 'gross') ?? grossOf(row)
  return gross === null ? null : gross - (amountOf(row, 'deduction') ?? 0)
}

/** 尾差: what the row got beyond what it should get; blank where nothing is known. */
export function roundingOf(row: Values): Value {
  const [net, expected] = [amountOf(row, 'net'), expectedNet(row)]
  return net === null || expected === null ? null : net - expected
}

/** Weight of a row when a sum is shared out: 系数 × 考核系数 × 月数, as a whole number; 0 where the row takes no part. */
export function weightOf(row: Values): number {
  const weight =
    Number((factor(row, 'coefficient') * factor(row, 'scoreFactor')) / 100n) * (amountOf(row, 'months') ?? 12)
  return Number.isSafeInteger(weight) && weight > 0 ? weight : 0
}
