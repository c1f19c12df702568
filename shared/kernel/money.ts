// Money: whole 分, never a float of 元.
import type { Brand } from './brand.ts'
import { err, ok, type Result } from './result.ts'

/** Integer 分, |x| ≤ 10^15 (ten trillion 元): exact as a double and as SQLite INTEGER. */
export type Fen = Brand<number, 'Fen'>

export const maxFen = 1e15

export type MoneyProblem = 'money.format' | 'money.range' | 'amount-precision'

/** Accepts what is already known to be whole 分; throws on anything else (a bug). */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value) || Math.abs(value) > maxFen) throw new RangeError(`not a Fen: ${value}`)
  return (value === 0 ? 0 : value) as Fen
}

/** The wire and storage form: decimal text of 分, canonical (`-?[1-9]\d*|0`), so that no JSON parser can round it. */
export function encodeFen(value: Fen): string {
  return String(value)
}

export function decodeFen(text: string): Result<Fen, MoneyProblem> {
  if (text.length > 40 ? !/^-?\d+$/.test(text.slice(0, 40)) : !/^(0|-?[1-9]\d*)$/.test(text)) return err('money.format')
  const value = text.length > 17 ? Number.NaN : Number(text)
  return Number.isSafeInteger(value) && Math.abs(value) <= maxFen ? ok(value as Fen) : err('money.range')
}

/**
 * A cell's IEEE double, in `unitFen` 分 per unit (元 100, 万元 1,000,000), as 分.
 * A number that is not a whole number of 分 is `amount-precision`, never rounded in silence.
 */
export function fenFromNumber(value: number, unitFen: number): Result<Fen, MoneyProblem> {
  if (!Number.isFinite(value)) return err('money.format')
  const exact = value * unitFen
  const rounded = Math.round(exact)
  if (Math.abs(rounded) > maxFen) return err('money.range')
  // What arithmetic in doubles may have left: relative to the amount, and never near half a 分.
  if (Math.abs(exact - rounded) > Math.min(0.05, Math.max(1e-6, Math.abs(exact) * 1e-12)))
    return err('amount-precision')
  return ok((rounded === 0 ? 0 : rounded) as Fen)
}

/** Sum by bigint, so that no intermediate loses a 分; `money.range` when the total passes the limit. */
export function sumFen(values: Iterable<Fen>): Result<Fen, MoneyProblem> {
  let total = 0n
  for (const value of values) total += BigInt(value)
  const sum = Number(total)
  return Math.abs(sum) <= maxFen ? ok(sum as Fen) : err('money.range')
}

/** `123456789` 分 → `1,234,567.89`. */
export function formatYuan(value: Fen): string {
  const digits = String(Math.abs(value)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`
}

/** `123456789` 分 → `1234567.89`: exact decimal text without separators, as spreadsheets and JSON reports take it. */
export function plainYuan(value: Fen): string {
  return formatYuan(value).replaceAll(',', '')
}
