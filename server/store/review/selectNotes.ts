// Entries of the log with who wrote them and when, as toProceeding reads them; in no order yet.
import { sql, type Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import { systemName } from '../systemActor.ts'

export function selectNotes(db: Kysely<Database>) {
  return db
    .selectFrom('proceeding')
    .innerJoin('chain', (join) => join.on((eb) => eb('chain.csn', '=', sql<number>`${eb.ref('proceeding.seq')} >> 24`)))
    .leftJoin('user_account', 'user_account.id', 'chain.actor')
    .select(['proceeding.seq', 'proceeding.type', 'proceeding.subject', 'proceeding.p', 'proceeding.record_id'])
    .select(['proceeding.body', 'chain.at', 'chain.actor'])
    .select((eb) => eb.fn.coalesce('user_account.display_name', sql.lit(systemName)).as('by'))
}
