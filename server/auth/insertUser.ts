// One row of a new account; for the first administrator as for everybody after.
import type { Transaction } from 'kysely'
import type { Database } from '../store/schema.ts'
import { foldName } from './signInName.ts'

interface NewUser {
  readonly id: string
  readonly name: string
  readonly displayName: string
  readonly password: string
  readonly at: string
}

/** false: the name is taken, if only since a moment ago. */
export async function insertUser(trx: Transaction<Database>, user: NewUser): Promise<boolean> {
  const done = await trx
    .insertInto('user_account')
    .values({
      id: user.id,
      name: foldName(user.name),
      display_name: user.displayName,
      password: user.password,
      disabled: 0,
      created_at: user.at,
      password_changed_at: user.at,
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}
