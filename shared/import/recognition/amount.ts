// A cell as an exact decimal: what a spreadsheet shows, never a sum of floats.
import type { RawValue } from '../../workbook/raw.ts'
import { textOf } from './grid.ts'

/** Value × 10^places. */
export interface Decimal {
  readonly digits: bigint
  readonly places: number
}

/** Numbers beyond this are not added up. */
export const largest = 1e15

/**
 * A double as whole cents, when its 15 digits say nothing finer; undefined otherwise.
 * Rounding to 15 digits gives cents/100 when they are less than half a unit of the 15th digit apart.
 */
export function centsOf(value: number): number | undefined {
  const cents = Math.round(value * 100)
  const apart = Math.abs(value - cents / 100)
  return apart === 0 || (apart < Math.abs(value) * 5e-16 && Math.abs(value) < 1e12) ? cents : undefined
}

/** A double as the 15 digits that a spreadsheet shows; undefined beyond 1e15. */
export function decimalOfNumber(value: number): Decimal | undefined {
  if (!Number.isFinite(value) || Math.abs(value) > largest) return undefined
  const cents = centsOf(value)
  if (cents !== undefined) return { digits: BigInt(cents), places: 2 }
  return decimalOfText(value.toPrecision(15))
}

/** `-12.5`, `1.5e-7`; at most 20 places are kept. */
export function decimalOfText(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(text)
  if (!match || ((match[2] ?? '') === '' && (match[3] ?? '') === '')) return undefined
  const exponent = Number(match[4] ?? 0)
  let fraction = match[3] ?? ''
  let whole = match[2] ?? ''
  if (exponent < 0) {
    const all = whole.padStart(1 - exponent, '0')
    fraction = all.slice(exponent) + fraction
    whole = all.slice(0, exponent)
  } else if (exponent > 0) {
    const all = fraction.padEnd(exponent, '0')
    whole += all.slice(0, exponent)
    fraction = all.slice(exponent)
  }
  const kept = fraction.slice(0, 20).replace(/0+$/, '')
  if (whole.length > 20) return undefined
  const digits = BigInt((whole || '0') + kept)
  return { digits: match[1] === '-' ? -digits : digits, places: kept.length }
}

export interface AmountText {
  readonly decimal: Decimal
  /** What stands behind or before the number: 元, MT, CNY, 件; '' when nothing does. */
  readonly unit: string
  readonly percent: boolean
}

const amount =
  /^(?<sign>[-+−△▲]?)(?<open>\(?)(?<before>(?:人民币|[¥￥$€£]|(?:CNY|RMB|USD|HKD|MOP|TWD|NTD|EUR|GBP|JPY|KRW|SGD|AUD|NZD|CAD|CHF|THB|MYR|IDR|PHP|VND|INR|RUB)(?=[\s\d-])|rmb)?)\s*(?<minus>[-−]?)(?<digits>\d{1,3}(?:[,，' ]\d{3})+(?!\d)|\d+)?(?<fraction>\.\d*)?(?<exponent>[eE]-\d{1,2})?\s*(?<percent>%{0,2})(?<after>[A-Z]?[a-z/³²]{0,8}|[a-zA-Z/³²]{1,4}|[\u4e00-\u9fff/]{0,4})(?<close>\)?)$/

/** A number written as text, with its sign, separators, currency and unit; undefined when it is anything else. */
export function readAmountText(text: string): AmountText | undefined {
  if (text.length > 64) return undefined
  const plain = text
    .normalize('NFKC')
    .replace(/[\u00a0\u3000\u200b\t\r\n]/g, ' ')
    .trim()
  const groups = amount.exec(plain)?.groups
  if (!groups) return undefined
  const number =
    (groups['digits'] ?? '').replace(/[,，' ]/g, '') + (groups['fraction'] ?? '') + (groups['exponent'] ?? '')
  if (!/\d/.test((groups['digits'] ?? '') + (groups['fraction'] ?? ''))) return undefined
  const closed = groups['open'] === '(' && groups['close'] === ')'
  if ((groups['open'] === '(') !== (groups['close'] === ')')) return undefined
  const negative = closed || /[-−△▲]/.test(`${groups['sign'] ?? ''}${groups['minus'] ?? ''}`)
  const decimal = decimalOfText(negative ? `-${number}` : number)
  if (!decimal) return undefined
  const scale = /^[万千亿]/.exec(groups['after'] ?? '')?.[0]
  const zeros = scale === '万' ? 4 : scale === '千' ? 3 : scale === '亿' ? 8 : 0
  const unit = (groups['after'] ?? '')
    .slice(zeros > 0 && !/^千[克米瓦]/.test(groups['after'] ?? '') ? 1 : 0)
    .replace(/[整正]$/, '')
  const grown =
    zeros > 0 && !/^千[克米瓦]/.test(groups['after'] ?? '') ? decimal.digits * 10n ** BigInt(zeros) : decimal.digits
  return {
    decimal: { digits: grown, places: decimal.places },
    unit: unit === '' ? (groups['before'] ?? '').replace(/[¥￥]|rmb|人民币/, '') : unit,
    percent: (groups['percent'] ?? '') !== '',
  }
}

const plainNumber = /^\s*-?\d{1,13}(?:\.\d{1,2})?\s*$/

/**
 * A cell's number when a double says it exactly: a stored one, or text of at most 13 digits and two decimals;
 * undefined for all else, to be read with `decimalOf`.
 */
export function plainNumberOf(value: RawValue): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.length < 24 && plainNumber.test(value) ? Number(value) : undefined
}

/** The number in a cell, stored or as text; undefined for a blank and for everything else. */
export function decimalOf(value: RawValue): Decimal | undefined {
  const plain = plainNumberOf(value)
  if (plain !== undefined) return decimalOfNumber(plain)
  return typeof value === 'string' ? readAmountText(textOf(value))?.decimal : undefined
}
