// Two packs side by side: what one says and the other does not, which is stricter; and what a lower layer would loosen.
import { policyLayers, type Limit } from '../definition/limit.ts'
import { isInForce } from './resolvePolicy.ts'
import type { PackLimit, PolicyPack, TieredLimit } from './pack.ts'
import { compareStrictness, isComparable, loosens } from './strictness.ts'

export type Stricter = 'left' | 'right' | 'equal' | 'onlyLeft' | 'onlyRight'

export interface LimitPair {
  readonly left: PackLimit | null
  readonly right: PackLimit | null
  readonly stricter: Stricter
}

/** The plain limits a tiered one can become: all of them are compared. */
function plainLimits(limit: PackLimit): readonly Limit[] {
  return limit.form === 'tiered' ? tierLimits(limit) : [limit]
}

function tierLimits({ tags, tiers }: TieredLimit): readonly Limit[] {
  return tiers.map(({ max }) => ({ form: 'perMemberYear', tags, max }))
}

function areComparable(a: PackLimit, b: PackLimit): boolean {
  return plainLimits(a).some((left) => plainLimits(b).some((right) => isComparable(left, right)))
}

function stricterOf(left: PackLimit, right: PackLimit): Stricter {
  const [most, other] = [largest(left), largest(right)]
  const difference = most === undefined || other === undefined ? 0 : compareStrictness(most, other)
  if (difference === 0) {
    const [least, otherLeast] = [smallest(left), smallest(right)]
    const rest = least === undefined || otherLeast === undefined ? 0 : compareStrictness(least, otherLeast)
    return rest === 0 ? 'equal' : rest < 0 ? 'left' : 'right'
  }
  return difference < 0 ? 'left' : 'right'
}

function largest(limit: PackLimit): Limit | undefined {
  return plainLimits(limit).toSorted(compareStrictness).at(-1)
}

function smallest(limit: PackLimit): Limit | undefined {
  return plainLimits(limit).toSorted(compareStrictness)[0]
}

/** Every limit of both stands in at least one pair; in the order of the left, then what only the right has. */
export function comparePacks(left: PolicyPack, right: PolicyPack): readonly LimitPair[] {
  const met = new Set<PackLimit>()
  const pairs = left.limits.flatMap((mine): readonly LimitPair[] => {
    const theirs = right.limits.filter((limit) => areComparable(mine, limit))
    for (const limit of theirs) met.add(limit)
    if (theirs.length === 0) return [{ left: mine, right: null, stricter: 'onlyLeft' }]
    return theirs.map((limit) => ({ left: mine, right: limit, stricter: stricterOf(mine, limit) }))
  })
  const others = right.limits
    .filter((limit) => !met.has(limit))
    .map((limit): LimitPair => ({ left: null, right: limit, stricter: 'onlyRight' }))
  return [...pairs, ...others]
}

export interface Loosened {
  readonly limit: PackLimit
  readonly above: PackLimit
  readonly pack: PolicyPack
}

/** What a pack allows although a pack of a higher layer, in force at some time with it, forbids it (V5). */
export function findLoosened(pack: PolicyPack, others: readonly PolicyPack[]): readonly Loosened[] {
  const rank = policyLayers.indexOf(pack.layer)
  const higher = others.filter((other) => policyLayers.indexOf(other.layer) < rank && overlap(pack, other))
  return higher.flatMap((above) =>
    pack.limits.flatMap((limit) =>
      above.limits
        .filter((upper) => plainLimits(limit).some((lower) => plainLimits(upper).every((most) => loosens(lower, most))))
        .map((upper) => ({ limit, above: upper, pack: above })),
    ),
  )
}

function overlap(a: PolicyPack, b: PolicyPack): boolean {
  return isInForce(a, b.from) || isInForce(b, a.from)
}
