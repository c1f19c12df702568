// Which units a person sees: those of the grants, and everything below them.
import { isCurrent } from './isCurrent.ts'
import { jurisdictionOf } from './jurisdiction.ts'
import type { Principal } from './principal.ts'
import { above, type Unit } from './units.ts'

/** Units of the person's grants and everything below them; an administrator of the server sees all. */
export function visibleUnits(units: readonly Unit[], principal: Principal, today: string): readonly Unit[] {
  const grants = principal.grants.filter((grant) => isCurrent(grant, today))
  if (jurisdictionOf(units, grants, today)?.whole === true) return units
  const held = new Set(grants.map((grant) => grant.unitId))
  return units.filter((unit) => held.has(unit.id) || above(units, unit.id).some((id) => held.has(id)))
}
