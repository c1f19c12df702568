// What follows from the rest of an execution row.
import type { Value, Values } from '../../kernel/value.ts'
import { accountLevel, topAccount } from '../accounts/derived.ts'
import { rateOf } from '../accounts/rate.ts'
import { amountOf } from '../accounts/rowParts.ts'

/** 分 held by advances and claims; null when neither is given. */
export function pendingOf(row: Values): Value {
  const loan = amountOf(row, 'loan')
  const claim = amountOf(row, 'claim')
  return loan === null && claim === null ? null : (loan ?? 0) + (claim ?? 0)
}

function used(row: Values): number | null {
  return amountOf(row, 'amount')
}

function held(row: Values): number {
  return (amountOf(row, 'loan') ?? 0) + (amountOf(row, 'claim') ?? 0)
}

/** 分; null without a budget beside it. */
export function balanceOf(row: Values): Value {
  const approved = amountOf(row, 'approved')
  return approved === null ? null : approved - (used(row) ?? 0) - held(row)
}

/** 1/100 of a percent point. */
export function executionRateOf(row: Values): Value {
  const approved = amountOf(row, 'approved')
  const amount = used(row)
  return approved === null || amount === null ? null : rateOf(amount, approved)
}

/** 1/100 of a percent point, what is in transit counted as executed. */
export function rateWithPendingOf(row: Values): Value {
  const approved = amountOf(row, 'approved')
  const amount = used(row)
  return approved === null || (amount === null && held(row) === 0) ? null : rateOf((amount ?? 0) + held(row), approved)
}

export function withDerived(row: Values): Values {
  return {
    ...row,
    pending: pendingOf(row),
    balance: balanceOf(row),
    rate: executionRateOf(row),
    rateWithPending: rateWithPendingOf(row),
    topAccount: topAccount(row),
    accountLevel: accountLevel(row),
  }
}
