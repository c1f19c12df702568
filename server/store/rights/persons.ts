// 回避: the numbers of a person and of relatives, entered by the person or by an administrator of one of the person's units.
import { commitEntry, type Entering, type RightsCall } from './commitEntry.ts'
import { ownOf, readPeople, type AccountHeld } from './people.ts'
import type { Session } from '../engine.ts'
import type { Pushing } from '../push/pushRecords.ts'
import type { Queries } from '../queries.ts'
import { toUnit } from '../readSubject.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import { run } from '../statement.ts'
import { toIdentity } from '../../auth/identities.ts'
import { jurisdictionOf } from '../../auth/jurisdiction.ts'
import type { Principal } from '../../auth/principal.ts'
import type { PersonEntry, PersonsInfo } from '#shared/contract/rightsResources.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { foldNumber } from '#shared/review/personNumber.ts'

interface Asking {
  readonly session: Session
  readonly queries: Queries
  readonly today: PlainDate
}

/** undefined: not the person, nor an administrator of the person. */
export async function readPersons(
  asking: Asking,
  principal: Principal,
  userId: string,
): Promise<PersonsInfo | undefined> {
  const found = await findPerson(asking, principal, userId)
  if (!found) return undefined
  const { session, queries } = asking
  const { person, others, isOwn } = found
  const { userIds } = toIdentity(await run(session, queries.identity, { user: userId }), userId)
  return {
    persons: (await run(session, queries.personsOf, { user: person.id })).map(
      ({ number, relation, name, by_user: by }) => ({
        number,
        relation,
        name,
        // an administrator's word is the administrator's to take back
        kept: isOwn && by !== userId,
      }),
    ),
    sameAs: userIds.flatMap((id) => (id === userId ? [] : (others.get(id)?.name ?? []))),
  }
}

async function findPerson(
  { session, queries, today }: Asking,
  { userId: actor, grants }: Pick<Principal, 'userId' | 'grants'>,
  userId: string,
): Promise<
  | {
      readonly person: AccountHeld
      /** Whom the administrator may know by name: a number that is tried names nobody else's people. Nobody for oneself. */
      readonly others: ReadonlyMap<string, AccountHeld>
      readonly isOwn: boolean
    }
  | undefined
> {
  const people = await readPeople(session, queries)
  const person = people.get(userId)
  if (!person) return undefined
  if (actor === userId) return { person, others: new Map(), isOwn: true }
  const units = (await run(session, queries.units, {})).map(toUnit)
  const reach = jurisdictionOf(units, grants, today)
  const isMine = (one: AccountHeld): boolean =>
    reach !== undefined && (reach.whole || ownOf(one).some(({ unitId }) => reach.has(unitId)))
  return isMine(person)
    ? { person, others: new Map([...people].filter(([, one]) => isMine(one))), isOwn: false }
    : undefined
}

/** The whole list anew. In the chain stands that it changed, by how much and by whom; numbers are personal and stay out of it. */
export function setPersons(
  parts: Pick<Pushing, 'engine' | 'queries' | 'now'>,
  call: RightsCall,
  wish: { readonly userId: string; readonly persons: readonly PersonEntry[] },
): Promise<Result<void, StoreRefusal>> {
  return commitEntry(parts, call, async (entering) => {
    const { session, queries, author, at } = entering
    const found = await findPerson(entering, author, wish.userId)
    if (!found) return refuse('not-found')
    const wanted = new Map(wish.persons.map((one) => [foldNumber(one.number), one]))
    if (wanted.size < wish.persons.length || wanted.has('')) return refuse('persons.number')
    const changes = await findChanges(entering, wish.userId, wanted)
    if (found.isOwn && changes.removed.some(({ by_user: by }) => by !== wish.userId)) return refuse('persons.kept')
    if (changes.removed.length + changes.added.length === 0) return ok(null)
    for (const { number } of changes.removed) await run(session, queries.deletePerson, { user: wish.userId, number })
    for (const [number, { relation, name }] of changes.added)
      await run(session, queries.insertPerson, {
        user: wish.userId,
        number,
        relation,
        name: name.trim(),
        at,
        by: author.userId,
      })
    const { added, removed } = changes
    return ok({
      type: 'persons',
      ofId: wish.userId,
      of: found.person.name,
      added: added.length,
      removed: removed.length,
    })
  })
}

async function findChanges({ session, queries }: Entering, userId: string, wanted: ReadonlyMap<string, PersonEntry>) {
  const stored = await run(session, queries.personsOf, { user: userId })
  const stays = ({ number, relation, name }: (typeof stored)[number]): boolean => {
    const wish = wanted.get(number)
    return wish?.relation === relation && wish.name.trim() === name
  }
  const kept = new Set(stored.filter(stays).map(({ number }) => number))
  return {
    removed: stored.filter((one) => !stays(one)),
    added: [...wanted].filter(([number]) => !kept.has(number)),
  }
}
