// Open sessions: opaque tokens, idle 30 minutes, 12 hours in all, at most five a person; ended ones end at once.
import type { Kysely } from 'kysely'
import type { OpenSession } from '#shared/contract/resources.ts'
import type { Database } from '../store/schema.ts'
import { grantsOf } from './grants.ts'
import type { Principal } from './principal.ts'
import { hashToken, newToken } from './token.ts'

export const idleMs = 30 * 60_000
export const absoluteMs = 12 * 3600_000
export const maxSessions = 5
/** How often a session in use is written down as used. */
const touchMs = 60_000

export interface Session {
  readonly id: string
  readonly principal: Principal
  /** Epoch milliseconds; nothing extends it. */
  readonly expiresAt: number
  lastSeenAt: number
}

export interface Sessions {
  open(userId: string, agent: string): Promise<{ readonly token: string; readonly session: Session }>
  /** undefined: unknown, ended, idle too long, too old, or the user is disabled. */
  authenticate(token: string): Promise<Session | undefined>
  /** Without waiting, from memory alone; undefined also where only the database knows (several servers). */
  recall(token: string): Session | undefined
  list(principal: Principal): Promise<readonly OpenSession[]>
  /** false: no such session of this user. */
  end(userId: string, sessionId: string): Promise<boolean>
  endAll(userId: string, except?: string | null): Promise<void>
  /** After any change of users or grants. */
  forgetAll(): void
}

export interface SessionDeps {
  readonly db: Kysely<Database>
  readonly clock: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly newId: () => string
  /** One process owns the database (SQLite): what was read once stays true until this process changes it. */
  readonly remember: boolean
}

export function createSessions(deps: SessionDeps): Sessions {
  const { db, clock } = deps
  const remembered = new Map<string, Session>()
  const isAlive = (session: Session, now: number) => session.expiresAt > now && session.lastSeenAt + idleMs > now

  const touch = async (session: Session, now: number): Promise<void> => {
    if (now - session.lastSeenAt < touchMs) return
    session.lastSeenAt = now
    const last_seen_at = new Date(now).toISOString()
    await db.updateTable('session').set({ last_seen_at }).where('id', '=', session.id).execute()
  }

  const load = async (tokenHash: string): Promise<Session | undefined> => {
    const row = await db
      .selectFrom('session')
      .innerJoin('user_account', 'user_account.id', 'session.user_id')
      .select(['session.id', 'user_id', 'display_name', 'expires_at', 'last_seen_at'])
      .where('token_hash', '=', tokenHash)
      .where('disabled', '=', 0)
      .executeTakeFirst()
    if (row === undefined) return undefined
    const grants = await grantsOf(db, row.user_id)
    return {
      id: row.id,
      principal: { userId: row.user_id, name: row.display_name, sessionId: row.id, grants },
      expiresAt: Date.parse(row.expires_at),
      lastSeenAt: Date.parse(row.last_seen_at),
    }
  }

  return {
    async open(userId, agent) {
      const now = clock().getTime()
      const token = newToken(deps.random)
      const id = deps.newId()
      const at = new Date(now).toISOString()
      await db.transaction().execute(async (trx) => {
        const open = await trx
          .selectFrom('session')
          .select('id')
          .where('user_id', '=', userId)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .execute()
        const oldest = open.slice(maxSessions - 1).map((session) => session.id)
        if (oldest.length > 0) await trx.deleteFrom('session').where('id', 'in', oldest).execute()
        await trx.deleteFrom('session').where('expires_at', '<', at).execute()
        await trx
          .insertInto('session')
          .values({
            id,
            token_hash: hashToken(token),
            user_id: userId,
            created_at: at,
            last_seen_at: at,
            expires_at: new Date(now + absoluteMs).toISOString(),
            agent: agent.slice(0, 200),
          })
          .execute()
      })
      remembered.clear()
      const session = await load(hashToken(token))
      if (session === undefined) throw new Error('a session just opened is not there')
      return { token, session }
    },
    async authenticate(token) {
      const now = clock().getTime()
      const hash = hashToken(token)
      const session = remembered.get(hash) ?? (await load(hash))
      if (session === undefined || !isAlive(session, now)) {
        remembered.delete(hash)
        return undefined
      }
      if (deps.remember) remembered.set(hash, session)
      await touch(session, now)
      return session
    },
    recall(token) {
      const session = remembered.get(hashToken(token))
      const now = clock().getTime()
      return session !== undefined && isAlive(session, now) && now - session.lastSeenAt < touchMs ? session : undefined
    },
    async list(principal) {
      const now = clock()
      const rows = await db
        .selectFrom('session')
        .select(['id', 'created_at', 'last_seen_at', 'agent'])
        .where('user_id', '=', principal.userId)
        .where('expires_at', '>', now.toISOString())
        .where('last_seen_at', '>', new Date(now.getTime() - idleMs).toISOString())
        .orderBy('created_at', 'desc')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        createdAt: row.created_at,
        lastSeenAt: row.last_seen_at,
        agent: row.agent,
        current: row.id === principal.sessionId,
      }))
    },
    async end(userId, sessionId) {
      const done = await db
        .deleteFrom('session')
        .where('id', '=', sessionId)
        .where('user_id', '=', userId)
        .executeTakeFirst()
      remembered.clear()
      return done.numDeletedRows > 0n
    },
    async endAll(userId, except = null) {
      let ended = db.deleteFrom('session').where('user_id', '=', userId)
      if (except !== null) ended = ended.where('id', '!=', except)
      await ended.execute()
      remembered.clear()
    },
    forgetAll: () => remembered.clear(),
  }
}

export async function readSession(
  db: Kysely<Database>,
  id: string | null,
): Promise<Pick<Session, 'expiresAt'> | undefined> {
  if (id === null) return undefined
  const row = await db.selectFrom('session').select('expires_at').where('id', '=', id).executeTakeFirst()
  return row && { expiresAt: Date.parse(row.expires_at) }
}
