// Sums to the last digit: cents in whole numbers, everything finer in big ones.
import { centsOf, decimalOfNumber, type Decimal } from './amount.ts'

const places = 20
const unit = 10n ** BigInt(places)
const flushAt = 4e15

/** A running sum; snapshots of it can be told apart by subtracting. */
export interface ExactSum {
  /** Whole cents not yet in `rest`. */
  cents: number
  /** × 10^20. */
  rest: bigint
}

export function newSum(): ExactSum {
  return { cents: 0, rest: 0n }
}

/** @returns false when the number is too large to be added */
export function addNumber(sum: ExactSum, value: number): boolean {
  const cents = centsOf(value)
  if (cents !== undefined && cents < flushAt && cents > -flushAt) {
    sum.cents += cents
    if (sum.cents > flushAt || sum.cents < -flushAt) {
      sum.rest += (BigInt(sum.cents) * unit) / 100n
      sum.cents = 0
    }
    return true
  }
  const decimal = decimalOfNumber(value)
  if (decimal) addDecimal(sum, decimal)
  return decimal !== undefined
}

export function addDecimal(sum: ExactSum, decimal: Decimal): void {
  sum.rest += decimal.digits * 10n ** BigInt(places - decimal.places)
}

/** × 10^20. */
export function exactValue(sum: ExactSum): bigint {
  return sum.rest + (BigInt(sum.cents) * unit) / 100n
}

export function exactDecimal(decimal: Decimal): bigint {
  return decimal.digits * 10n ** BigInt(places - decimal.places)
}

/** Equal to the cent: the difference is less than half of one. */
export function tiesToCent(a: bigint, b: bigint): boolean {
  const difference = a > b ? a - b : b - a
  return difference * 200n < unit
}

/** × 10^20 → decimal text with at least two places: `149614.00`, `0.125`. */
export function formatExact(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '').padEnd(2, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}.${fraction}`
}
