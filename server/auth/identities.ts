// Who a person is besides the account: accounts with the same own number are one person; relatives count for recusal.
import { sql, type Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'

export interface Identity {
  /** The account itself first, then the person's others. */
  readonly userIds: readonly string[]
  /** Of the person and of declared relatives, at all these accounts. */
  readonly numbers: readonly string[]
}

/** One row per account and number of it; an account without numbers has one row without. Also over several steps: A=B, B=C. */
export function selectIdentity(db: Kysely<Database>, userId: string) {
  return db
    .withRecursive('same', (cte) =>
      cte
        .selectFrom('user_account')
        .select('id')
        .where('id', '=', userId)
        .union(
          cte
            .selectFrom('same')
            .innerJoin('account_person as mine', 'mine.user_id', 'same.id')
            .innerJoin('account_person as theirs', 'theirs.number', 'mine.number')
            .select('theirs.user_id as id')
            .where('mine.relation', '=', sql.lit('self' as const))
            .where('theirs.relation', '=', sql.lit('self' as const)),
        ),
    )
    .selectFrom('same')
    .leftJoin('account_person', 'account_person.user_id', 'same.id')
    .select(['same.id', 'account_person.number'])
    .orderBy('same.id')
    .orderBy('account_person.number')
}

export function toIdentity(
  rows: readonly { readonly id: string; readonly number: string | null }[],
  userId: string,
): Identity {
  return {
    userIds: [...new Set([userId, ...rows.map(({ id }) => id)])],
    numbers: [...new Set(rows.flatMap(({ number }) => (number === null ? [] : [number])))],
  }
}

export async function identityOf(db: Kysely<Database>, userId: string): Promise<Identity> {
  return toIdentity(await selectIdentity(db, userId).execute(), userId)
}
