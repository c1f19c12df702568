// Exemptions as one person may see them: of every unit where the person, or whoever stands above or below, holds a right.
import { mayTake } from './delegate.ts'
import { readPeople } from './people.ts'
import { readExemptions } from './readExemptions.ts'
import type { Dialect } from '../dialect.ts'
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import { toUnit } from '../readSubject.ts'
import { run } from '../statement.ts'
import { isChairOf } from '../../auth/chairs.ts'
import { excusable } from '../../auth/exemptions.ts'
import { toIdentity } from '../../auth/identities.ts'
import { isCurrent } from '../../auth/isCurrent.ts'
import { jurisdictionOf } from '../../auth/jurisdiction.ts'
import type { Principal } from '../../auth/principal.ts'
import { above } from '../../auth/units.ts'
import type { ExemptionDesk } from '#shared/contract/rightsResources.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { daysState } from '#shared/review/foldRevocable.ts'

export async function listExemptions(
  asking: {
    readonly session: Session
    readonly queries: Queries
    readonly dialect: Dialect
    readonly today: PlainDate
  },
  { userId, grants }: Principal,
): Promise<ExemptionDesk> {
  const { session, queries, today } = asking
  const units = (await run(session, queries.units, {})).map(toUnit)
  const people = await readPeople(session, queries)
  const { userIds } = toIdentity(await run(session, queries.identity, { user: userId }), userId)
  const held = new Set(grants.filter((grant) => isCurrent(grant, today)).map(({ unitId }) => unitId))
  const reach = jurisdictionOf(units, grants, today)
  const sees = (unitId: string): boolean =>
    reach?.has(unitId) === true || [unitId, ...above(units, unitId)].some((id) => held.has(id))
  const speaksFor = (unitId: string): boolean => isChairOf(grants, unitId, { units, today })
  return {
    exemptions: (await readExemptions(asking))
      .filter(({ unitId }) => sees(unitId))
      .map((one) => {
        const { id, unitId, persons, excuses, from, until: to, reason, by, at, revoked } = one
        const state = daysState(one, today)
        return {
          id,
          unitId,
          unitName: units.find((unit) => unit.id === unitId)?.name ?? '',
          persons: persons.map((person) => ({ ...person, name: people.get(person.id)?.name ?? person.name })),
          excuses,
          from,
          to,
          reason,
          by,
          at,
          state,
          revoked: revoked && { at: revoked.at, by: revoked.by },
          mayRevoke: (state === 'standing' || state === 'coming') && (speaksFor(unitId) || reach?.has(unitId) === true),
        }
      }),
    units: units
      .filter(({ id }) => speaksFor(id))
      .map(({ id, name }) => ({
        id,
        name,
        persons: [...people.values()]
          .filter((person) => !userIds.includes(person.id) && mayTake(person, { unitId: id, units }))
          .map((person) => ({ id: person.id, name: person.name })),
      })),
    excusable,
  }
}
