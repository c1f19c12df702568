// Everybody who acts in a step: the author, and whoever's right it is that is used; each with all accounts and numbers.
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import { run } from '../statement.ts'
import { toIdentity, type Identity } from '../../auth/identities.ts'
import type { Giver, Grant, Principal } from '../../auth/principal.ts'
import type { Weighing } from '#shared/review/weigh.ts'

/** By the account that acts. */
export type Identities = ReadonlyMap<string, Identity>

export async function readIdentities(
  session: Session,
  queries: Queries,
  { userId, grants }: Pick<Principal, 'userId' | 'grants'>,
): Promise<Identities> {
  const givers = grants.flatMap(({ delegatedBy }) => delegatedBy?.userId ?? [])
  const identities = new Map<string, Identity>()
  for (const id of new Set([userId, ...givers]))
    identities.set(id, toIdentity(await run(session, queries.identity, { user: id }), id))
  return identities
}

/** Everybody who acts: what the giver may not do, the one who acts for the giver may not either. */
export function actingOf(identities: Identities, userId: string, giver: Giver | null | undefined): readonly Identity[] {
  const acting = [userId, ...(giver ? [giver.userId] : [])]
  return acting.map((id) => identities.get(id) ?? { userIds: [id], numbers: [] })
}

export function actorOf(acting: readonly Identity[]): Weighing['actor'] {
  return {
    userIds: acting.flatMap(({ userIds }) => userIds),
    persons: acting.flatMap(({ numbers }) => numbers),
  }
}

/** What is left of the author's grants without those that the person of this account gave away: nobody decides in the stead of oneself. */
export function withoutGiver(grants: readonly Grant[], identities: Identities, userId: string): readonly Grant[] {
  return grants.filter(({ delegatedBy }) => !delegatedBy || !isSamePerson(identities, delegatedBy.userId, userId))
}

/** Is the other account the same person's? */
export function isSamePerson(identities: Identities, userId: string, other: string): boolean {
  return userId === other || identities.get(userId)?.userIds.includes(other) === true
}
