// What a rule over several sheets says of one group: sums are held against each other, or against what the policy allows.
import { findPassed, type Limit, type ResolvedLimit } from '../definition/limit.ts'
import { isLimitBound } from '../definition/linked.ts'
import type { RuleContext } from '../definition/rule.ts'
import type { Finding, FindingLocation } from '../kernel/finding.ts'
import { formatYuan, maxFen, type Fen } from '../kernel/money.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Params } from '../kernel/words.ts'
import { severityOf } from './judged.ts'
import type { LinkedSide, PlannedRule } from './linkedPlan.ts'

export interface LinkedSum {
  /** Rows that take part. */
  readonly count: number
  readonly sum: bigint
}

export const noRows: LinkedSum = { count: 0, sum: 0n }

/** The sums of one group, over everything in the rule's reach. */
export type LinkedSums = ReadonlyMap<LinkedSide, LinkedSum>

/** left may be at most (at least, exactly) `times`/`per` of the right side. */
interface Bound {
  readonly right: bigint
  readonly per: bigint
  readonly limit?: ResolvedLimit
}

/** The most that the limit allows; undefined: it does not say, or of something that the rule does not sum. */
function boundOf(limit: Limit, sums: LinkedSums): Omit<Bound, 'limit'> | undefined {
  switch (limit.form) {
    case 'perMemberYear':
    case 'perEvent':
    case 'perFestival':
    case 'perPersonDay':
      return { right: BigInt(limit.max), per: 1n }
    case 'frequency':
      return { right: BigInt(limit.times), per: 1n }
    case 'duesMultiple':
      return baseOf(sums, 'dues', { times: limit.multiple, per: 1 })
    case 'unitYearRatio':
    case 'headcountRatio':
      return baseOf(sums, limit.base, limit.share)
    case 'means':
    case 'eligibility':
      return undefined
    default:
      return unreachable(limit)
  }
}

function baseOf(
  sums: LinkedSums,
  base: LinkedSide,
  { times, per }: { readonly times: number; readonly per: number },
): Omit<Bound, 'limit'> | undefined {
  const sum = sums.get(base)
  return sum === undefined ? undefined : { right: sum.sum * BigInt(times), per: BigInt(per) }
}

function isBroken({ rule }: PlannedRule, left: bigint, { right, per }: Bound): boolean {
  const difference = left * per - right
  const tolerance = BigInt(rule.linked.tolerance) * per
  switch (rule.linked.relation) {
    case 'atMost':
      return difference > tolerance
    case 'atLeast':
      return difference < -tolerance
    case 'equal':
      return difference > tolerance || difference < -tolerance
  }
}

function isCompared({ rule }: PlannedRule, sums: LinkedSums): boolean {
  const hasLeft = (sums.get('left')?.count ?? 0) > 0
  // a bound from the policy stands on what it is a share of
  const hasRight = [...sums].some(([side, { count }]) => side !== 'left' && count > 0)
  switch (rule.linked.onlyWhere ?? 'left') {
    case 'left':
      return hasLeft
    case 'right':
      return hasRight
    case 'either':
      return hasLeft || hasRight
    case 'both':
      return hasLeft && hasRight
    case 'leftOnly':
      return hasLeft && !hasRight
  }
}

/** What bounds the group: the right side, or each limit that the policy has, strictest first. */
export function boundsOf(planned: PlannedRule, sums: LinkedSums, { policy }: RuleContext): readonly Bound[] {
  const { right, share = { times: 1, per: 1 } } = planned.rule.linked
  if (!isLimitBound(right)) {
    const { sum } = sums.get('right') ?? noRows
    return [{ right: sum * BigInt(share.times), per: BigInt(share.per) }]
  }
  return policy.limits(right.limit).flatMap((limit) => {
    const bound = boundOf(limit.limit, sums)
    return bound === undefined ? [] : [{ ...bound, limit }]
  })
}

/** Parts of a group's key by their names. */
export function groupParams({ rule }: PlannedRule, group: string): Params {
  const parts = JSON.parse(group) as readonly (string | number | boolean)[]
  const named = rule.linked.group.map((name, index) => [name, String(parts[index] ?? '')] as const)
  return { ...Object.fromEntries(named), group: parts.map(String).join(' · ') }
}

export interface JudgedGroup {
  readonly group: string
  readonly sums: LinkedSums
  /** Where the finding is shown: a row of the group, or nothing: the whole sheet. */
  readonly location: FindingLocation
}

/** null: the rule has nothing to say. Pure. */
export function judgeGroup(planned: PlannedRule, judged: JudgedGroup, context: RuleContext): Finding | null {
  const { rule } = planned
  if (!(rule.applies?.(context) ?? true) || !isCompared(planned, judged.sums)) return null
  const left = (judged.sums.get('left') ?? noRows).sum
  const broken = boundsOf(planned, judged.sums, context).filter((bound) => isBroken(planned, left, bound))
  const limits = broken.flatMap(({ limit }) => (limit === undefined ? [] : [limit]))
  const worst = findPassed(limits, () => true)
  const bound = broken.find(({ limit }) => limit === worst)
  if (bound === undefined) return null
  const right = bound.right / bound.per
  const shown = (sum: bigint): string => showSum(planned, sum)
  const column = rule.linked.left.find(({ kind }) => kind === planned.owner)?.column ?? undefined
  return {
    code: rule.code,
    severity: worst === undefined ? rule.severity : severityOf(rule, worst),
    location:
      column === undefined || judged.location.id === undefined ? judged.location : { ...judged.location, column },
    params: {
      ...groupParams(planned, judged.group),
      left: shown(left),
      right: shown(right),
      limit: shown(right),
      difference: shown(left > right ? left - right : right - left),
    },
    citation: worst?.citation ?? rule.citation,
  }
}

export function showSum({ money }: PlannedRule, sum: bigint): string {
  const isExact = sum <= BigInt(maxFen) && sum >= -BigInt(maxFen)
  return money && isExact ? formatYuan(Number(sum) as Fen) : String(sum)
}
