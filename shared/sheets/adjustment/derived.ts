// What follows from the rest of an adjustment's row.
import type { Value, Values } from '../../kernel/value.ts'
import { accountLevel, topAccount } from '../accounts/derived.ts'
import { rateOf } from '../accounts/rate.ts'
import { amountOf } from '../accounts/rowParts.ts'

/** 分; null while neither amount is known. */
export function adjustedOf(row: Values): Value {
  const approved = amountOf(row, 'approved')
  const change = amountOf(row, 'change')
  return approved === null && change === null ? null : (approved ?? 0) + (change ?? 0)
}

/** 1/100 of a percent point; null without a budget to compare with. */
export function changeRateOf(row: Values): Value {
  const approved = amountOf(row, 'approved')
  const change = amountOf(row, 'change')
  return approved === null || change === null ? null : rateOf(change, approved)
}

/** The signed adjustment from 调增 and 调减 where only these were filled in; undefined when there is nothing to work out. */
export function changeFromParts(row: Values): number | undefined {
  const increase = amountOf(row, 'increase')
  const decrease = amountOf(row, 'decrease')
  return increase === null && decrease === null ? undefined : (increase ?? 0) - (decrease ?? 0)
}

export function withDerived(row: Values): Values {
  const change = amountOf(row, 'change') ?? changeFromParts(row)
  const whole = change === undefined ? row : { ...row, change }
  return {
    ...whole,
    adjusted: adjustedOf(whole),
    rate: changeRateOf(whole),
    topAccount: topAccount(whole),
    accountLevel: accountLevel(whole),
  }
}
