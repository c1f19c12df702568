// Failed sign-ins slow the next ones down; kept in the database, so that restarts and other servers know of them.
// Nobody is ever locked out for good: a delay passes, at most 15 minutes (reliability.md §2.3).
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'

export interface Throttle {
  /** Seconds still to wait; 0 when an attempt may be made now. */
  waitFor(keys: readonly ThrottleKey[]): Promise<number>
  countFailure(keys: readonly ThrottleKey[]): Promise<void>
  forget(key: ThrottleKey): Promise<void>
}

/** Keys are hashed: the table holds no names and no addresses. */
export interface ThrottleKey {
  readonly type: 'name' | 'address'
  readonly text: string
}

const windowMs = 15 * 60_000
const longestMs = 900_000
/** Failures inside the window that cost nothing. */
const free = { name: 10, address: 100 } as const

export function createThrottle(db: Kysely<Database>, clock: () => Date): Throttle {
  return {
    async waitFor(keys) {
      const now = clock().getTime()
      const rows = await db
        .selectFrom('throttle')
        .select('blocked_until')
        .where('k', 'in', keys.map(toRowKey))
        .execute()
      const until = Math.max(0, ...rows.map((row) => Date.parse(row.blocked_until)))
      return until > now ? Math.ceil((until - now) / 1000) : 0
    },
    async countFailure(keys) {
      const now = clock()
      for (const key of keys) {
        const k = toRowKey(key)
        await db.transaction().execute(async (trx) => {
          const row = await trx.selectFrom('throttle').selectAll().where('k', '=', k).executeTakeFirst()
          const fresh = row !== undefined && now.getTime() - Date.parse(row.updated_at) < windowMs
          const failures = fresh ? row.failures + 1 : 1
          const over = failures - free[key.type]
          const delayMs = over > 0 ? Math.min(longestMs, 1000 * 2 ** Math.min(over - 1, 20)) : 0
          const blocked_until = new Date(now.getTime() + delayMs).toISOString()
          const entry = { k, failures, blocked_until, updated_at: now.toISOString() }
          const { k: _, ...change } = entry
          await trx
            .insertInto('throttle')
            .values(entry)
            .onConflict((conflict) => conflict.column('k').doUpdateSet(change))
            .execute()
        })
      }
    },
    async forget(key) {
      await db.deleteFrom('throttle').where('k', '=', toRowKey(key)).execute()
    },
  }
}

function toRowKey(key: ThrottleKey): string {
  return `${key.type}:${createHash('sha256').update(key.text).digest('base64url')}`
}
