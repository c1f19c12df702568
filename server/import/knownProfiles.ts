// What was settled for files of earlier imports, as far as this person may know it: their units' own, then the units' above.
import type { ImportProfile, KnownProfile } from '#shared/import/profile.ts'
import { isCurrent } from '../auth/isCurrent.ts'
import type { Principal } from '../auth/principal.ts'
import { above, readUnits } from '../auth/units.ts'
import { visibleUnits } from '../auth/visibleUnits.ts'
import type { AppDeps } from '../deps.ts'
import { localDay } from '../localDay.ts'

type Needs = Pick<AppDeps, 'store' | 'accounts' | 'clock'>

/**
 * @param unitId whose file it is, when that is known; else the person's own units count
 * @returns nearest first, newest first within a unit; never those of units beside or below
 */
export async function knownProfiles(
  deps: Needs,
  principal: Principal,
  unitId: string | undefined,
): Promise<readonly KnownProfile[]> {
  const today = localDay(deps.clock())
  const units = await readUnits(deps.accounts.db)
  const visible = new Set(visibleUnits(units, principal, today).map((unit) => unit.id))
  const granted = principal.grants.filter((grant) => isCurrent(grant, today)).map((grant) => grant.unitId)
  const own = unitId === undefined ? granted : [unitId].filter((id) => visible.has(id))
  const order = [...new Set([...own, ...own.flatMap((id) => above(units, id))])]
  const stored = await deps.store.files.listProfiles(order)
  const rank = new Map(order.map((id, place) => [id, place]))
  return stored
    .toSorted((a, b) => (rank.get(a.unitId) ?? 0) - (rank.get(b.unitId) ?? 0))
    .map(({ unitId: id, content }) => ({
      profile: JSON.parse(content) as ImportProfile, // written by runImport, by toProfile
      from: own.includes(id) ? 'own' : 'above',
    }))
}
