// The running sums, counts and keys behind one set rule: a row can be added and taken away at the cost of that row.
import { meetsCondition } from '../definition/condition.ts'
import type { SetCheck, SumTerm } from '../definition/rule.ts'
import type { Values } from '../kernel/value.ts'
import { plainKey } from './plainKey.ts'

/** Text form of a group key; '' is the whole partition. */
export type GroupKey = string

export interface Aggregate {
  /** Rows that count in this group. */
  count: number
  /** Rows that make the group worth comparing (compareSums.onlyWhere). */
  marked: number
  /** Sum of the left side; of the values (alike). */
  left: bigint
  /** Sum of the right side; of the squares of the values (alike). */
  right: bigint
  /** Ids of the rows, only for `unique`; nearly every key has one row, and a set for each would cost more than the rest. */
  ids: string | Set<string> | undefined
}

export type Aggregates = Map<GroupKey, Aggregate>

/** JSON text of the key's values. */
function keyOf(columns: readonly string[], row: Values): GroupKey {
  if (columns.length === 0) return ''
  const plain = columns.length === 1 ? plainKey(row[columns[0] ?? '']) : undefined
  if (plain !== undefined) return plain
  return JSON.stringify(columns.map((column) => row[column] ?? null))
}

/** Group of a row; undefined when the row does not take part (unique with a blank in its key). */
export function groupOf(check: SetCheck, row: Values): GroupKey | undefined {
  if (check.type !== 'unique') return keyOf(check.groupBy, row)
  const blank = check.key.some((column) => (row[column] ?? null) === null || row[column] === '')
  return blank || !meetsCondition(check.where, row) ? undefined : keyOf(check.key, row)
}

function termSum(terms: readonly SumTerm[], row: Values): bigint {
  let small = 0
  let large = 0n
  for (const term of terms) {
    const value = row[term.column]
    if (typeof value !== 'number' || !meetsCondition(term.where, row)) continue
    const product = value * term.times
    if (Number.isSafeInteger(product) && Number.isSafeInteger(small + product)) small += product
    else large += BigInt(value) * BigInt(term.times)
  }
  return large === 0n ? BigInt(small) : large + BigInt(small)
}

export function newAggregate(): Aggregate {
  return { count: 0, marked: 0, left: 0n, right: 0n, ids: undefined }
}

export function addId(aggregate: Aggregate, id: string): void {
  const { ids } = aggregate
  if (ids === undefined) aggregate.ids = id
  else if (typeof ids === 'string') aggregate.ids = new Set([ids, id])
  else ids.add(id)
}

function removeId(aggregate: Aggregate, id: string): void {
  const { ids } = aggregate
  if (ids === id) aggregate.ids = undefined
  else if (typeof ids === 'object') ids.delete(id)
}

/** Ids of a group's rows, in their order. */
export function idsOf({ ids }: Aggregate): readonly string[] {
  return ids === undefined ? [] : typeof ids === 'string' ? [ids] : [...ids].sort()
}

function isEmpty({ count, marked, ids }: Aggregate): boolean {
  return count === 0 && marked === 0 && (typeof ids === 'object' ? ids.size === 0 : ids === undefined)
}

/** Adds (`sign` 1) or takes away (-1) one row; answers the group it touched. Empty groups are forgotten. */
export function tally(
  check: SetCheck,
  aggregates: Aggregates,
  change: { readonly id: string; readonly row: Values; readonly sign: 1 | -1 },
): GroupKey | undefined {
  const { id, row, sign } = change
  const group = groupOf(check, row)
  if (group === undefined) return undefined
  let aggregate = aggregates.get(group)
  if (aggregate === undefined) aggregates.set(group, (aggregate = newAggregate()))
  const signed = (sum: bigint): bigint => (sign === 1 ? sum : -sum)
  switch (check.type) {
    case 'unique':
      aggregate.count += sign
      if (sign === 1) addId(aggregate, id)
      else removeId(aggregate, id)
      break
    case 'sum':
      aggregate.count += sign
      aggregate.left += signed(termSum(check.terms, row))
      break
    case 'count':
      aggregate.marked += sign
      if (meetsCondition(check.where, row)) aggregate.count += sign
      break
    case 'alike': {
      const value = row[check.column]
      if (typeof value !== 'number' || !meetsCondition(check.where, row)) break
      aggregate.count += sign
      aggregate.left += signed(BigInt(value))
      aggregate.right += signed(BigInt(value) * BigInt(value))
      break
    }
    case 'compareSums':
      aggregate.count += sign
      if (check.onlyWhere === undefined || meetsCondition(check.onlyWhere, row)) aggregate.marked += sign
      aggregate.left += signed(termSum(check.left, row))
      aggregate.right += signed(termSum(check.right, row))
      break
  }
  if (isEmpty(aggregate)) aggregates.delete(group)
  return group
}
