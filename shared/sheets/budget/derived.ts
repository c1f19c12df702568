// What follows from the rest of a budget row.
import type { Value, Values } from '../../kernel/value.ts'
import { accountLevel, topAccount } from '../accounts/derived.ts'
import { rateOf } from '../accounts/rate.ts'

function amount(row: Values, column: string): number | null {
  const value = row[column]
  return typeof value === 'number' ? value : null
}

/** Last year's figure that the budget is compared with: final, or else budget. */
function lastYear(row: Values): number | null {
  return amount(row, 'lastFinal') ?? amount(row, 'lastBudget')
}

/** 分; null without something to compare with. */
export function differenceOf(row: Values): Value {
  const budget = amount(row, 'budget')
  const before = lastYear(row)
  return budget === null || before === null ? null : budget - before
}

/** 1/100 of a percent point, half away from zero as ROUND does; null when last year was nothing. */
export function differenceRateOf(row: Values): Value {
  const difference = differenceOf(row)
  const before = lastYear(row)
  if (typeof difference !== 'number' || before === null) return null
  return rateOf(difference, before)
}

/** Every derived value of a row, for places where rows are judged before the server has computed them. */
export function withDerived(row: Values): Values {
  return {
    ...row,
    diff: differenceOf(row),
    diffRate: differenceRateOf(row),
    topAccount: topAccount(row),
    accountLevel: accountLevel(row),
  }
}
