// Decimal numbers straight from bytes, exactly as `Number` would read them, without making text of the usual ones.

const zero = 0x30
const powers = Array.from({ length: 23 }, (_, i) => 10 ** i)

/** 10^n for 0 ≤ n ≤ 22, where it is exact. */
export function powerOfTen(n: number): number {
  return powers[n] as number
}

/** Bytes [start, end) of ASCII; NaN where they are no plain decimal number (`1`, `-2.50`, `1e5`; blanks around are fine). */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  const isNegative = bytes[at] === 0x2d
  if (isNegative) at++
  let mantissa = 0
  let point = -1
  let digits = 0
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - zero
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit
      digits++
    } else if (bytes[at] === 0x2e && point < 0) point = digits
    else return parseSlowly(bytes, start, end)
  }
  const fraction = point < 0 ? 0 : digits - point
  // Up to 2^53 the mantissa is exact, up to 10^22 the power is: one division rounds once, as Number does.
  if (digits === 0 || mantissa > 9_007_199_254_740_991 || fraction > 22) return parseSlowly(bytes, start, end)
  const value = fraction === 0 ? mantissa : mantissa / (powers[fraction] as number)
  return isNegative ? -value : value
}

function parseSlowly(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400) return Number.NaN
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] as number)
  text = text.trim()
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?$/.test(text) ? Number(text) : Number.NaN
}

/** A whole number ≥ 0 of at most 15 digits; −1 for all else. */
export function parseIndex(bytes: Uint8Array, start: number, end: number): number {
  if (end === start || end - start > 15) return -1
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - zero
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}
