// Set rules over rows: whole, or kept up to date change by change; both give the same findings (law V30).
import type { Mask } from '../definition/column.ts'
import { looksMasked, maskedColumns } from '../definition/mask.ts'
import type { RuleContext, SetCheck, SetRule } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding } from '../kernel/finding.ts'
import { formatYuan, maxFen, type Fen } from '../kernel/money.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { RecordId, Values } from '../kernel/value.ts'
import type { Params } from '../kernel/words.ts'
import { sumWhole, type WholeRows } from './wholeSums.ts'
import { idsOf, tally, type Aggregate, type Aggregates, type GroupKey } from './setAggregates.ts'

export interface IdentifiedRow {
  readonly id: string
  readonly values: Values
}

export interface RowChange {
  readonly id: string
  readonly before: Values | null
  readonly after: Values | null
}

interface RuleSums {
  readonly rule: SetRule
  /** Column in which a finding of the rule is shown. */
  readonly column: string | undefined
  readonly money: boolean
  /** Looks at a masked column: what stands in it is not repeated. */
  readonly discreet: boolean
  readonly aggregates: Aggregates
}

/** The sums behind all set rules of one partition. */
export interface SetSums {
  readonly definition: SheetDefinition
  readonly rules: readonly RuleSums[]
}

function columnsOf(check: SetCheck): readonly string[] {
  switch (check.type) {
    case 'unique':
      return check.key
    case 'sum':
      return check.terms.map((term) => term.column)
    case 'count':
      return check.groupBy
    case 'alike':
      return [check.column]
    case 'compareSums':
      return [...check.left, ...check.right].map((term) => term.column)
  }
}

export function createSetSums(definition: SheetDefinition, context: RuleContext): SetSums {
  const rules = definition.rules.filter(
    (rule): rule is SetRule => rule.scope === 'set' && (rule.applies?.(context) ?? true),
  )
  const masked = maskedColumns(definition)
  return {
    definition,
    rules: rules.map((rule) => {
      const columns = columnsOf(rule.set)
      const money =
        rule.set.type !== 'unique' &&
        columns.length > 0 &&
        columns.every((column) => definition.columns[column]?.type === 'money')
      const discreet = columns.some((column) => masked.has(column))
      return { rule, column: columns[0], money, discreet, aggregates: new Map() }
    }),
  }
}

/** Brings the sums up to date and answers, per rule in order, the groups that were touched. Cost: the rows changed. */
export function changeSetSums(sums: SetSums, changes: readonly RowChange[]): readonly ReadonlySet<GroupKey>[] {
  return sums.rules.map(({ rule, aggregates }) => {
    const touched = new Set<GroupKey>()
    for (const { id, before, after } of changes) {
      if (before !== null) touch(touched, tally(rule.set, aggregates, { id, row: before, sign: -1 }))
      if (after !== null) touch(touched, tally(rule.set, aggregates, { id, row: after, sign: 1 }))
    }
    return touched
  })
}

/** The sums of all rows of a partition at once, to be looked at and not to be changed. */
export function sumSets(definition: SheetDefinition, context: RuleContext, whole: WholeRows): SetSums {
  const sums = createSetSums(definition, context)
  for (const { rule, aggregates } of sums.rules) sumWhole(rule.set, aggregates, whole)
  return sums
}

function touch(touched: Set<GroupKey>, group: GroupKey | undefined): void {
  if (group !== undefined) touched.add(group)
}

/** Facts of a broken group, else null. */
function brokenGroup(check: SetCheck, aggregate: Aggregate, shown: (sum: bigint) => string): Params | null {
  switch (check.type) {
    case 'unique':
      return aggregate.count > 1 ? { count: aggregate.count } : null
    case 'sum': {
      const low = check.minimum !== undefined && aggregate.left < BigInt(check.minimum)
      const high = check.maximum !== undefined && aggregate.left > BigInt(check.maximum)
      if (!low && !high) return null
      const limit = (value: number | undefined): string => (value === undefined ? '' : shown(BigInt(value)))
      return { sum: shown(aggregate.left), minimum: limit(check.minimum), maximum: limit(check.maximum) }
    }
    case 'count': {
      const low = check.minimum !== undefined && aggregate.count < check.minimum
      const high = check.maximum !== undefined && aggregate.count > check.maximum
      return low || high ? { count: aggregate.count, minimum: check.minimum ?? '', maximum: check.maximum ?? '' } : null
    }
    case 'alike': {
      // n·Σx² = (Σx)² holds exactly when all x are the same: two sums tell, whatever the number of rows.
      const { count, left, right } = aggregate
      return count > 1 && BigInt(count) * right !== left * left ? { count, average: shown(left / BigInt(count)) } : null
    }
    case 'compareSums': {
      if (aggregate.marked === 0) return null
      const difference = aggregate.left - aggregate.right
      const tolerance = BigInt(check.tolerance)
      const holds =
        check.relation === 'atMost'
          ? difference <= tolerance
          : check.relation === 'atLeast'
            ? difference >= -tolerance
            : difference <= tolerance && difference >= -tolerance
      if (holds) return null
      return { left: shown(aggregate.left), right: shown(aggregate.right), difference: shown(difference) }
    }
    default:
      return unreachable(check)
  }
}

function shownGroup(group: GroupKey): string {
  if (group === '') return ''
  return (JSON.parse(group) as readonly (string | number | boolean | null)[])
    .map((part) => String(part ?? ''))
    .join(' · ')
}

function findingOf(sums: RuleSums, group: GroupKey, aggregate: Aggregate): Finding | null {
  const { rule, column, money } = sums
  if (rule.set.type === 'unique' && aggregate.count <= 1) return null
  const shown = (sum: bigint): string =>
    money && sum <= BigInt(maxFen) && sum >= -BigInt(maxFen) ? formatYuan(Number(sum) as Fen) : String(sum)
  // The sums of `alike` are shown to nobody: only what they come to for one row.
  const amounts = rule.set.type === 'alike' ? [] : [aggregate.left, aggregate.right]
  const tooLarge = money && amounts.some((sum) => sum > BigInt(maxFen) || sum < -BigInt(maxFen))
  const place = column === undefined ? {} : { column }
  if (tooLarge)
    return { code: 'money.sum-range', severity: 'error', location: place, params: { group: shownGroup(group) } }
  const broken = brokenGroup(rule.set, aggregate, shown)
  if (broken === null) return null
  const [id] = idsOf(aggregate)
  const name = sums.discreet ? '' : shownGroup(group)
  return {
    code: rule.code,
    severity: rule.severity,
    location: id === undefined ? place : { ...place, id: id as RecordId },
    params: { group: name, key: name, ...broken },
    citation: rule.citation,
  }
}

/** Findings of all groups, or per rule only of those named; ordered by rule, then by group. */
export function setFindings(sums: SetSums, only?: readonly ReadonlySet<GroupKey>[]): readonly Finding[] {
  return sums.rules.flatMap((rule, index) => {
    const found: { readonly group: GroupKey; readonly finding: Finding }[] = []
    for (const group of only === undefined ? rule.aggregates.keys() : (only[index] ?? [])) {
      const aggregate = rule.aggregates.get(group)
      const finding = aggregate === undefined ? null : findingOf(rule, group, aggregate)
      if (finding !== null) found.push({ group, finding })
    }
    return found.sort((a, b) => (a.group < b.group ? -1 : 1)).map(({ finding }) => finding)
  })
}

/** Ids of the rows of each broken `unique` group, so that every one of them can be marked. */
export function rowsWithSameKey(sums: SetSums): ReadonlyMap<string, readonly string[]> {
  const groups = sums.rules.flatMap(({ rule, aggregates }) =>
    rule.set.type === 'unique'
      ? [...aggregates.values()]
          .filter((aggregate) => aggregate.count > 1)
          .map((aggregate) => [rule.code, idsOf(aggregate)] as const)
      : [],
  )
  return new Map(groups.map(([code, ids]) => [`${code} ${ids[0] ?? ''}`, ids]))
}

/** What a mask leaves is alike in many rows and says nothing of them. */
function withoutMasked(values: Values, masked: ReadonlyMap<string, Mask>): Values {
  const covered = [...masked.keys()].filter((key) => looksMasked(values[key] ?? null))
  return covered.length === 0 ? values : { ...values, ...Object.fromEntries(covered.map((key) => [key, null])) }
}

/** Set rules over all rows at once. */
export function validateSet(
  definition: SheetDefinition,
  rows: readonly IdentifiedRow[],
  context: RuleContext,
): readonly Finding[] {
  const masked = maskedColumns(definition)
  const judged = rows.map(({ values }) => (masked.size === 0 ? values : withoutMasked(values, masked)))
  const whole = { rows: judged, idOf: (place: number) => rows[place]?.id ?? '' }
  return setFindings(sumSets(definition, context, whole))
}
