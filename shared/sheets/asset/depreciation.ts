// Straight-line depreciation by month, without residual value (KJ21 第32–37条、附录2).
import type { Value, Values } from '../../kernel/value.ts'
import { amountOf, textOf } from '../accounts/rowParts.ts'
import { undepreciated } from './choices.ts'

/** An asset of nominal value (名义金额) is booked at 1 元 and not depreciated. */
const nominalFen = 100

/** The months of its life; undefined when it is not depreciated. */
export function lifeMonths(row: Values): number | undefined {
  const years = row['years']
  const cost = amountOf(row, 'cost')
  if (typeof years !== 'number' || years <= 0 || cost === null || cost === nominalFen) return undefined
  return undepreciated.includes(textOf(row, 'class')) ? undefined : years * 12
}

/** 分 a month, half up; null when it is not depreciated. */
export function monthlyOf(row: Values): Value {
  const months = lifeMonths(row)
  const cost = amountOf(row, 'cost')
  return months === undefined || cost === null ? null : shareOf(cost, 1, months)
}

/** cost × months ÷ life in whole 分, half up; exact. */
function shareOf(cost: number, months: number, life: number): number {
  return Number((BigInt(cost) * BigInt(months) * 2n + BigInt(life)) / (BigInt(life) * 2n))
}

/** 分; null without a cost. */
export function netValueOf(row: Values): Value {
  const cost = amountOf(row, 'cost')
  return cost === null ? null : cost - (amountOf(row, 'accumulated') ?? 0)
}

/** Months from the month of `from` up to but without that of `to`, never below 0; both `YYYY-MM-DD`. */
function monthsBetween(from: string, to: string): number {
  const month = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return Math.max(0, month(to) - month(from))
}

/**
 * What should have been written off by the end of the month before `today`, in 分: the month of addition depreciates, that of
 * disposal does not. Undefined when it is not depreciated or its first month is unknown.
 */
export function accumulatedBy(row: Values, today: string): number | undefined {
  const life = lifeMonths(row)
  const cost = amountOf(row, 'cost')
  const first = textOf(row, 'booked') || textOf(row, 'bought')
  if (life === undefined || cost === null || first === '') return undefined
  const disposed = textOf(row, 'disposed')
  const until = disposed !== '' && disposed < today ? disposed : today
  const months = Math.min(life, monthsBetween(first, until))
  return shareOf(cost, months, life)
}
