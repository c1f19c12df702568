// Which of two limits is the stricter? Only limits of one form, about one thing, can be compared.
import type { Limit, Share } from '../definition/limit.ts'
import { unreachable } from '../kernel/unreachable.ts'

/** Do two limits speak of the same thing, so that one can loosen the other? */
export function isComparable(a: Limit, b: Limit): boolean {
  if (a.form === 'perFestival' && b.form === 'perFestival')
    return a.festivals.length === 0 || b.festivals.length === 0 || overlap(a.festivals, b.festivals)
  if (a.form !== b.form || !overlap(tagsOf(a), tagsOf(b))) return false
  if ('base' in a && 'base' in b) return a.base === b.base
  if (a.form === 'frequency' && b.form === 'frequency') return a.per === b.per
  return true
}

function overlap(a: readonly string[], b: readonly string[]): boolean {
  return a.some((item) => b.includes(item))
}

export function tagsOf(limit: Limit): readonly string[] {
  switch (limit.form) {
    case 'perFestival':
      return ['节日慰问']
    case 'perMemberYear':
    case 'unitYearRatio':
    case 'duesMultiple':
    case 'eligibility':
      return limit.tags
    case 'perEvent':
    case 'perPersonDay':
    case 'headcountRatio':
    case 'frequency':
    case 'means':
      return [limit.tag]
    default:
      return unreachable(limit)
  }
}

function shareOf({ times, per }: Share): number {
  return times / per
}

/** How much a limit allows, for comparing limits of one form: less is stricter. */
function allowance(limit: Limit): number {
  switch (limit.form) {
    case 'perMemberYear':
    case 'perEvent':
    case 'perFestival':
    case 'perPersonDay':
      return limit.max
    case 'unitYearRatio':
    case 'headcountRatio':
      return shareOf(limit.share)
    case 'duesMultiple':
      return limit.multiple
    case 'frequency':
      return limit.times
    case 'means':
      return limit.allowed.length
    case 'eligibility':
      return 0
    default:
      return unreachable(limit)
  }
}

/** Negative: `a` is stricter. */
export function compareStrictness(a: Limit, b: Limit): number {
  return allowance(a) - allowance(b)
}

/** Does `lower` allow what `upper` forbids? */
export function loosens(lower: Limit, upper: Limit): boolean {
  if (!isComparable(lower, upper)) return false
  if (lower.form === 'means' && upper.form === 'means')
    return lower.allowed.some((means) => !upper.allowed.includes(means))
  if (lower.form === 'perEvent' && upper.form === 'perEvent') {
    const above = (circumstance: string): number =>
      upper.raised?.find((raised) => raised.circumstance === circumstance)?.max ?? upper.max
    return lower.max > upper.max || (lower.raised ?? []).some(({ circumstance, max }) => max > above(circumstance))
  }
  return compareStrictness(lower, upper) > 0
}
