// What follows from the rest of a course's row.
import type { Value, Values } from '../../kernel/value.ts'
import { rateOf } from '../accounts/rate.ts'
import { amountOf } from '../accounts/rowParts.ts'

/** 分 for a person and a day, half up; null while a part is missing. */
export function perHeadDayOf(row: Values): Value {
  const cost = amountOf(row, 'cost')
  const heads = (amountOf(row, 'persons') ?? 0) * (amountOf(row, 'days') ?? 0)
  return cost === null || heads === 0 || !Number.isSafeInteger(heads)
    ? null
    : Number((BigInt(cost) * 2n + BigInt(heads)) / (BigInt(heads) * 2n))
}

/** 1/100 of a percent point. */
export function coverageOf(row: Values): Value {
  const eligible = amountOf(row, 'eligible')
  const trained = amountOf(row, 'attended') ?? amountOf(row, 'persons')
  return eligible === null || trained === null ? null : rateOf(trained, eligible)
}
