// Rows from which the examples of rules over several sheets are made, and the terms that those rules share.
import type { LinkedTerm } from '../../definition/linked.ts'
import type { Value, Values } from '../../kernel/value.ts'
import { sampleReceipt } from './sample.ts'

/** A line of a list, where it differs from the sound one. */
export const given = (
  change: Values = {},
  more: { readonly unitId?: string; readonly state?: string; readonly yearOffset?: number } = {},
) => ({ kind: 'signoff', values: { ...sampleReceipt, ...change }, ...more })

/** Counts the lines of lists. */
export function receipts(groupBy: readonly string[], where: LinkedTerm['where'] = []): LinkedTerm {
  return { kind: 'signoff', groupBy, column: null, where, times: 1 }
}

export const occasionIs = (...occasions: readonly Value[]): LinkedTerm['where'] => [
  { column: 'occasion', in: occasions },
]
