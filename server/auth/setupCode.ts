// The one-time code of the first start: printed once, kept as a hash, good for 24 hours and for one use.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../store/schema.ts'
import { foldSetupCode, newSetupCode } from './token.ts'

const key = 'setup-code'
const goodForMs = 24 * 3600_000

interface StoredCode {
  readonly hash: string
  readonly until: string
}

/** A new code to print; the one before is void. */
export async function issueSetupCode(
  db: Kysely<Database>,
  deps: { readonly clock: () => Date; readonly random: (bytes: number) => Uint8Array },
): Promise<string> {
  const code = newSetupCode(deps.random)
  const until = new Date(deps.clock().getTime() + goodForMs).toISOString()
  const v = JSON.stringify({ hash: digest(code).toString('hex'), until } satisfies StoredCode)
  await db
    .insertInto('setting')
    .values({ k: key, v })
    .onConflict((conflict) => conflict.column('k').doUpdateSet({ v }))
    .execute()
  return code
}

export async function checkSetupCode(db: Kysely<Database>, typed: string, now: Date): Promise<boolean> {
  const row = await db.selectFrom('setting').select('v').where('k', '=', key).executeTakeFirst()
  if (row === undefined) return false
  const stored = JSON.parse(row.v) as StoredCode // written above
  return now.toISOString() < stored.until && timingSafeEqual(digest(typed), Buffer.from(stored.hash, 'hex'))
}

export async function forgetSetupCode(trx: Transaction<Database>): Promise<void> {
  await trx.deleteFrom('setting').where('k', '=', key).execute()
}

function digest(code: string): Buffer {
  return createHash('sha256')
    .update(`setup ${foldSetupCode(code)}`)
    .digest()
}
