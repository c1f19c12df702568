// How far an administrator's doing reaches: the units of the admin grants with everything below them; at the root, the server.
import { isCurrent } from './isCurrent.ts'
import type { Grant } from './principal.ts'
import { above, type Unit } from './units.ts'

export interface Jurisdiction {
  /** An admin grant at the root: units without a superior, policy packs, holidays and accounts without rights are theirs, too. */
  readonly whole: boolean
  /** false for units that do not exist, unless `whole`. */
  has(unitId: string): boolean
}

/** The unit that was set up first, of those without a superior. @param units in the order in which they were made */
export function rootOf(units: readonly Unit[]): Unit | undefined {
  return units.find(({ parentId }) => parentId === null)
}

/** undefined: the person administers nothing today. @param today `YYYY-MM-DD` */
export function jurisdictionOf(
  units: readonly Unit[],
  grants: readonly Grant[],
  today: string,
): Jurisdiction | undefined {
  const at = new Set(
    grants.flatMap((grant) => (grant.role === 'admin' && isCurrent(grant, today) ? [grant.unitId] : [])),
  )
  if (at.size === 0) return undefined
  const whole = at.has(rootOf(units)?.id ?? '')
  return { whole, has: (unitId) => whole || at.has(unitId) || above(units, unitId).some((id) => at.has(id)) }
}
