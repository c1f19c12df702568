// Decimal text ⇄ scaled whole numbers, digit by digit: no float between.

/** Exact: digits ÷ 10^scale. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

const plain = /^([-+]?)(\d{1,20})(?:\.(\d{1,12}))?$/
const grouped = /^[-+]?\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,12})?$/

/** `1234.5`, `1,234.50`, `-3`; separators only where thousands are. */
export function parseDecimal(text: string): Decimal | undefined {
  const bare = grouped.test(text) ? text.replaceAll(',', '') : text
  const match = plain.exec(bare)
  if (match === null) return undefined
  const fraction = match[3] ?? ''
  const digits = BigInt(`${match[2] ?? ''}${fraction}`)
  return { digits: match[1] === '-' ? -digits : digits, scale: fraction.length }
}

/**
 * The decimal times `factor` as a whole number.
 * @returns `remainder` other than 0n when it is not whole; then `whole` is cut towards zero
 */
export function scaleDecimal(decimal: Decimal, factor: number): { readonly whole: bigint; readonly remainder: bigint } {
  const product = decimal.digits * BigInt(factor)
  const divisor = 10n ** BigInt(decimal.scale)
  return { whole: product / divisor, remainder: product % divisor }
}

/** `12345` ÷ 100 → `123.45`; without trailing zeros beyond `keep` decimals. */
export function formatScaled(value: number, options: { readonly divisor: number; readonly keep: number }): string {
  const places = String(options.divisor).length - 1
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  let fraction = digits.slice(digits.length - places)
  while (fraction.length > options.keep && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** `1234567.8` → `1,234,567.8`. */
export function groupThousands(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
