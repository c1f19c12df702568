// The author's rights as they are now: read again inside every push, so that nothing lies between check and act.
import type { Subject } from '../auth/decide.ts'
import type { Grant, Principal } from '../auth/principal.ts'
import { toGrants } from '../auth/heldGrants.ts'
import { makeUnitTree, type Unit } from '../auth/unitTree.ts'
import type { Session } from './engine.ts'
import type { Queries } from './queries.ts'
import { readIdentities, type Identities } from './rights/readIdentities.ts'
import { first, run } from './statement.ts'
import type { UnitKind } from '#shared/definition/rule.ts'

export interface Author {
  readonly userId: string
  readonly name: string
  readonly grants: readonly Grant[]
  /** The author's, and those of whoever delegated something to the author. */
  readonly identities: Identities
}

/** undefined: the user is unknown or disabled, or the session has ended. @param now ISO 8601 */
export async function readAuthor(
  session: Session,
  queries: Queries,
  who: { readonly principal: Principal; readonly now: string },
): Promise<Author | undefined> {
  const { userId, sessionId } = who.principal
  const user = await first(session, queries.user, { user: userId })
  if (!user || user.disabled !== 0) return undefined
  if (sessionId !== null) {
    const open = await first(session, queries.session, { session: sessionId, user: userId })
    if (!open || open.expires_at <= who.now) return undefined
  }
  const grants = toGrants(await run(session, queries.grants, { user: userId }), userId)
  return {
    userId,
    name: user.display_name,
    identities: await readIdentities(session, queries, { userId, grants }),
    grants,
  }
}

export function toUnit(row: {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly parent_id: string | null
}): Unit {
  return { id: row.id, name: row.name, kind: row.kind as UnitKind, parentId: row.parent_id }
}

/** Whole tree: for lists and pulls. */
export async function readSubject(
  session: Session,
  queries: Queries,
  who: { readonly grants: readonly Grant[]; readonly today: string },
): Promise<Subject> {
  const units = await run(session, queries.units, {})
  return { grants: who.grants, units: makeUnitTree(units.map(toUnit)), today: who.today }
}
