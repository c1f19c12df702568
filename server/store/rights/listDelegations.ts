// Delegations as one person may see them: given, received, and those of the units that the person administers.
import { findClash, mayTake } from './delegate.ts'
import { readExemptions } from './readExemptions.ts'
import { ownOf, readPeople, type AccountHeld } from './people.ts'
import type { Session } from '../engine.ts'
import type { Dialect } from '../dialect.ts'
import type { Queries } from '../queries.ts'
import { toUnit } from '../readSubject.ts'
import { toProceeding } from '../review/notes.ts'
import { run } from '../statement.ts'
import { narrow } from '../../auth/heldGrants.ts'
import { exemptionsOf } from '../../auth/exemptions.ts'
import { isCurrent } from '../../auth/isCurrent.ts'
import { jurisdictionOf } from '../../auth/jurisdiction.ts'
import type { Principal } from '../../auth/principal.ts'
import { undelegable, type DelegationDesk, type DelegationState } from '#shared/contract/rightsResources.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { daysState, foldRevocable, typesOf, type DelegationOnFile } from '#shared/review/foldRevocable.ts'

export async function listDelegations(
  {
    session,
    queries,
    dialect,
    today,
  }: {
    readonly session: Session
    readonly queries: Queries
    readonly dialect: Dialect
    readonly today: PlainDate
  },
  { userId, grants }: Principal,
): Promise<DelegationDesk> {
  const types = dialect.list(typesOf('delegation'))
  const log = await run(session, queries.notesOfTypes, { types })
  const units = (await run(session, queries.units, {})).map(toUnit)
  const people = await readPeople(session, queries)
  const exemptions = await readExemptions({ session, queries, dialect })
  const reach = jurisdictionOf(units, grants, today)
  const seen = foldRevocable(log.map(toProceeding), 'delegation').filter(
    (one) => one.userId === userId || one.toId === userId || reach?.has(one.unitId) === true,
  )
  const giveable = ownOf(people.get(userId)).filter(
    ({ role, to }) => !undelegable.has(role) && (to === null || to >= today),
  )
  return {
    delegations: seen.map((one) => ({
      id: one.id,
      giver: { id: one.userId, name: one.by },
      taker: { id: one.toId, name: people.get(one.toId)?.name ?? one.to },
      role: one.role,
      unitId: one.unitId,
      unitName: units.find(({ id }) => id === one.unitId)?.name ?? '',
      kinds: one.kinds,
      department: one.department,
      from: one.from,
      to: one.until,
      reason: one.reason,
      at: one.at,
      state: stateOf(one, people.get(one.userId), today),
      revoked: one.revoked && { at: one.revoked.at, by: one.revoked.by },
    })),
    takers: giveable.flatMap(({ role, unitId }) =>
      [...people.values()]
        .filter((person) => person.id !== userId && mayTake(person, { unitId, units }))
        .filter((person) => {
          const mine = { units, exemptions: exemptionsOf(exemptions, [person.id]) }
          return !findClash(person, { role, unitId }, mine)
        })
        .map(({ id, name }) => ({ role, unitId, id, name })),
    ),
  }
}

function stateOf(one: DelegationOnFile, giver: AccountHeld | undefined, today: PlainDate): DelegationState {
  const state = daysState(one, today)
  if (state === 'revoked' || state === 'ended') return state
  const given = { ...one, to: one.until }
  const held = ownOf(giver).flatMap((grant) => narrow(given, grant) ?? [])
  if (giver?.disabled !== false || held.length === 0) return 'lapsed'
  if (state === 'coming') return state
  return held.some((grant) => isCurrent(grant, today)) ? 'standing' : 'lapsed'
}
