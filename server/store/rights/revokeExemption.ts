// An exemption ends at once, and with it the rights that were given only for its days.
import { commitEntry, type Entering, type RightsCall } from './commitEntry.ts'
import { ownOf, readPeople } from './people.ts'
import { readExemptions } from './readExemptions.ts'
import type { Pushing } from '../push/pushRecords.ts'
import { toUnit } from '../readSubject.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import { run } from '../statement.ts'
import { isChairOf } from '../../auth/chairs.ts'
import { concerns, isWithin } from '../../auth/excusesRoles.ts'
import { exemptionsOf } from '../../auth/exemptions.ts'
import { toIdentity } from '../../auth/identities.ts'
import { findIncompatible, toDuty } from '../../auth/incompatible.ts'
import { jurisdictionOf } from '../../auth/jurisdiction.ts'
import type { Unit } from '../../auth/units.ts'
import type { Role } from '#shared/definition/role.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { ExemptionOnFile } from '#shared/review/foldRevocable.ts'

/** By a chair of the unit or above, or by whoever administers it. Again is no mistake. */
export function revokeExemption(
  parts: Pick<Pushing, 'engine' | 'queries' | 'now'>,
  call: RightsCall,
): Promise<Result<void, StoreRefusal>> {
  return commitEntry(parts, call, async (entering) => {
    const { session, queries, author, today } = entering
    const exemptions = await readExemptions(entering)
    const known = exemptions.find(({ id }) => id === call.subject)
    if (!known) return refuse('not-found')
    const units = (await run(session, queries.units, {})).map(toUnit)
    const reach = jurisdictionOf(units, author.grants, today)
    if (!isChairOf(author.grants, known.unitId, { units, today }) && reach?.has(known.unitId) !== true)
      return refuse('not-found')
    if (known.revoked !== null) return ok(null)
    const others = exemptions.filter(({ id }) => id !== known.id)
    return ok({ type: 'exemption-revoked', ended: await endRights(entering, known, { units, others }) })
  })
}

interface Ended {
  readonly userId: string
  readonly role: Role
}

/** Of each person, until nothing clashes that another exemption does not excuse. */
async function endRights(
  { session, queries }: Entering,
  known: ExemptionOnFile,
  { units, others }: { readonly units: readonly Unit[]; readonly others: readonly ExemptionOnFile[] },
): Promise<readonly Ended[]> {
  const people = await readPeople(session, queries)
  const ended: Ended[] = []
  const done = new Set<string>()
  for (const { id } of known.persons) {
    const { userIds } = toIdentity(await run(session, queries.identity, { user: id }), id)
    if (userIds.some((userId) => done.has(userId))) continue
    for (const userId of userIds) done.add(userId)
    let held = userIds.flatMap((userId) => ownOf(people.get(userId)).map((grant) => ({ userId, grant })))
    for (;;) {
      const duties = held.map((one) => ({ ...one, duty: toDuty(one.grant, units) }))
      const pair = findIncompatible(
        duties.map(({ duty }) => duty),
        exemptionsOf(others, userIds),
      )
      const ends = duties.find(
        ({ duty }) =>
          pair !== undefined &&
          (duty.role === pair.first || duty.role === pair.second) &&
          concerns(known, pair, [duty]) &&
          isWithin(duty, known),
      )
      if (!ends) break
      const { userId, grant } = ends
      const { role, unitId, from, to } = grant
      await run(session, queries.endGrant, { user: userId, unit: unitId, role, from: from ?? '', to: to ?? '' })
      ended.push({ userId, role })
      held = held.filter(
        (one) =>
          one.userId !== userId ||
          one.grant.role !== role ||
          one.grant.unitId !== unitId ||
          one.grant.from !== from ||
          one.grant.to !== to,
      )
    }
  }
  return ended
}
