// 豁免 of roles that one person may not hold together. Pure: what is on file is handed in.
import type { HeldDuty, IncompatiblePair } from './heldDuty.ts'
import type { Role } from '#shared/definition/role.ts'
import type { ExemptionOnFile } from '#shared/review/foldRevocable.ts'

type Pair = Pick<IncompatiblePair, 'first' | 'second'>

/** 经审 looks at the others, administrators appoint them: neither is ever excused, whatever stands in the log. */
const bound: ReadonlySet<Role> = new Set(['auditor', 'admin'])

export function isExcusable({ first, second }: Pair): boolean {
  return !bound.has(first) && !bound.has(second)
}

/**
 * Both roles at the exempted unit itself, and one of the two given by an administrator only for days of the exemption: when
 * that ends, so does the right, with no further act.
 * @param exemptions of the person
 */
export function excusesRoles(
  exemptions: readonly ExemptionOnFile[],
  pair: Pair,
  [a, b]: readonly [HeldDuty, HeldDuty],
): boolean {
  return exemptions.some(
    (exemption) => concerns(exemption, pair, [a, b]) && [a, b].some((duty) => isWithin(duty, exemption)),
  )
}

/** An exemption of these roles there, whatever the days of the rights. */
export function concerns(
  { unitId, excuses }: Pick<ExemptionOnFile, 'unitId' | 'excuses'>,
  { first, second }: Pair,
  duties: readonly HeldDuty[],
): boolean {
  return (
    isExcusable({ first, second }) &&
    excuses.includes(`${first}+${second}`) &&
    duties.every((duty) => duty.unitId === unitId && duty.days !== null)
  )
}

/** Given only for days of the exemption. */
export function isWithin(
  { days }: Pick<HeldDuty, 'days'>,
  { from, until }: Pick<ExemptionOnFile, 'from' | 'until'>,
): boolean {
  return days !== null && days.from !== null && days.to !== null && from <= days.from && days.to <= until
}
