// Of the policy what one person may see: packs and holidays are everybody's, what units say of themselves is theirs and their superiors'.
import { above, type Unit } from '../auth/units.ts'
import { visibleUnits } from '../auth/visibleUnits.ts'
import type { Principal } from '../auth/principal.ts'
import type { PolicyInfo } from '#shared/contract/policyResources.ts'

/** Units of the person's grants with all below, and those above, whose packs hold for them, too. */
export function seenPolicy(
  info: PolicyInfo,
  {
    units,
    principal,
    today,
  }: { readonly units: readonly Unit[]; readonly principal: Principal; readonly today: string },
): PolicyInfo {
  const own = visibleUnits(units, principal, today).map(({ id }) => id)
  const seen = new Set([...own, ...own.flatMap((id) => above(units, id))])
  const ofUnits: ReadonlySet<string> = new Set(['assign', 'release', 'facts'])
  return {
    ...info,
    packs: info.packs.map((pack) => ({ ...pack, units: pack.units.filter((id) => seen.has(id)) })),
    facts: info.facts.filter(({ unitId }) => seen.has(unitId)),
    events: info.events.filter(({ action, subject }) => !ofUnits.has(action) || seen.has(subject)),
  }
}
