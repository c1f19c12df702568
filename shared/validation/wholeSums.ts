// Set rules over all rows at once: the same sums as row by row, several times as quick, and good only for looking at.
import { meetsCondition } from '../definition/condition.ts'
import type { Condition } from '../definition/condition.ts'
import type { SetCheck, SumTerm } from '../definition/rule.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Value, Values } from '../kernel/value.ts'
import { addId, groupOf, newAggregate, type Aggregate, type Aggregates } from './setAggregates.ts'

export interface WholeRows {
  readonly rows: readonly Values[]
  /** @param place in `rows`; asked only for rows whose key stands twice */
  readonly idOf: (place: number) => string
}

/** Fills empty aggregates. A key that stands once is not kept: nothing can be changed afterwards. */
export function sumWhole(check: SetCheck, aggregates: Aggregates, whole: WholeRows): void {
  if (check.type === 'unique') findRepeated(check, aggregates, whole)
  else sumGroups(check, aggregates, whole.rows)
}

const meets = (where: Condition, row: Values): boolean => where.length === 0 || meetsCondition(where, row)

/** Rows of one column's key are told apart by the value itself: a text of the key costs more than all else. */
function findRepeated(
  check: Extract<SetCheck, { type: 'unique' }>,
  aggregates: Aggregates,
  { rows, idOf }: WholeRows,
): void {
  const only = check.key.length === 1 ? check.key[0] : undefined
  const firsts = new Map<Value, number>()
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as Values
    let key: Value | undefined
    if (only === undefined) key = groupOf(check, row)
    else if (meets(check.where, row)) key = row[only]
    if (key === undefined || key === null || key === '') continue
    const first = firsts.get(key)
    if (first === undefined) {
      firsts.set(key, place)
      continue
    }
    const group = groupOf(check, row)
    if (group === undefined) continue
    const aggregate = aggregates.get(group) ?? newAggregate()
    if (aggregate.count === 0) {
      aggregates.set(group, aggregate)
      aggregate.count = 1
      addId(aggregate, idOf(first))
    }
    aggregate.count++
    addId(aggregate, idOf(place))
  }
}

/** A sum in whole numbers as long as they are exact. */
interface Running {
  small: number
  large: bigint
}

interface Group {
  /** Any row of it: the group's key is made once. */
  readonly row: Values
  readonly aggregate: Aggregate
  readonly left: Running
  readonly right: Running
}

function addTerms(sum: Running, terms: readonly SumTerm[], row: Values): void {
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as SumTerm
    const value = row[term.column]
    if (typeof value !== 'number' || !meets(term.where, row)) continue
    const product = value * term.times
    const next = sum.small + product
    if (Number.isSafeInteger(product) && Number.isSafeInteger(next)) sum.small = next
    else sum.large += BigInt(value) * BigInt(term.times)
  }
}

function sumGroups(
  check: Exclude<SetCheck, { type: 'unique' }>,
  aggregates: Aggregates,
  rows: readonly Values[],
): void {
  const groups = new Map<Value, Group>()
  const only = check.groupBy.length === 1 ? check.groupBy[0] : undefined
  for (const row of rows) {
    const key = only === undefined ? (groupOf(check, row) ?? null) : (row[only] ?? null)
    let group = groups.get(key)
    if (group === undefined)
      groups.set(key, (group = { row, aggregate: newAggregate(), left: newRunning(), right: newRunning() }))
    const { aggregate, left, right } = group
    switch (check.type) {
      case 'sum':
        aggregate.count++
        addTerms(left, check.terms, row)
        break
      case 'count':
        aggregate.marked++
        if (meets(check.where, row)) aggregate.count++
        break
      case 'alike': {
        const value = row[check.column]
        if (typeof value !== 'number' || !meets(check.where, row)) break
        aggregate.count++
        left.large += BigInt(value)
        right.large += BigInt(value) * BigInt(value)
        break
      }
      case 'compareSums':
        aggregate.count++
        if (check.onlyWhere === undefined || meets(check.onlyWhere, row)) aggregate.marked++
        addTerms(left, check.left, row)
        addTerms(right, check.right, row)
        break
      default:
        unreachable(check)
    }
  }
  for (const { row, aggregate, left, right } of groups.values()) {
    const group = groupOf(check, row)
    if (group === undefined) continue
    aggregate.left = left.large + BigInt(left.small)
    aggregate.right = right.large + BigInt(right.small)
    aggregates.set(group, aggregate)
  }
}

const newRunning = (): Running => ({ small: 0, large: 0n })
