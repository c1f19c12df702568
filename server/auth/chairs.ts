// Who speaks for a unit: its chair, or the chair of one above, in person and for all sheets.
import { isCurrent } from './isCurrent.ts'
import type { Grant } from './principal.ts'
import { above, type Unit } from './units.ts'

/** @param today `YYYY-MM-DD` */
export function isChairOf(
  grants: readonly Grant[],
  unitId: string,
  { units, today }: { readonly units: readonly Unit[]; readonly today: string },
): boolean {
  const reach = new Set([unitId, ...above(units, unitId)])
  return grants.some(
    (grant) =>
      grant.role === 'chair' &&
      grant.delegatedBy === undefined &&
      grant.kinds.length === 0 &&
      isCurrent(grant, today) &&
      reach.has(grant.unitId),
  )
}
