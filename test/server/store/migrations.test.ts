// What migrations make of rows that earlier programs wrote, on both databases.
import { migrations } from '#server/store/migrations/migrate.ts'
import { startPostgres } from '#test/harness/pg.ts'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { describe, expect, it } from 'vitest'

/** @returns the statements that bring version `from` to version `to` */
const between = (engine: 'sqlite' | 'postgres', from: number, to: number): readonly string[] =>
  migrations.slice(from, to).flatMap((migration) => migration(engine))

const columns = 'id, name, display_name, password, disabled, created_at, password_changed_at, persons'
const before = [
  `insert into user_account (${columns}) values ('a', 'a', 'x', 'x', 0, 't', 't', '["E07","E08","E07"]')`,
  `insert into user_account (${columns}) values ('b', 'b', 'x', 'x', 0, 't', 't', '[]')`,
]
const after = 'select user_id, number, relation, by_user from account_person order by number'
const kept = [
  { user_id: 'a', number: 'E07', relation: 'other', by_user: 'a' },
  { user_id: 'a', number: 'E08', relation: 'other', by_user: 'a' },
]

describe('migration 5: numbers for recusal get a table of their own, nothing is lost', () => {
  it('SQLite', () => {
    const db = new Sqlite(':memory:')
    for (const statement of [...between('sqlite', 0, 4), ...before, ...between('sqlite', 4, 5)]) db.exec(statement)
    expect(db.prepare(after).all()).toEqual(kept)
    db.close()
  })

  it('PostgreSQL', async () => {
    const server = await startPostgres()
    const client = new pg.Client({ connectionString: await server.createDatabase() })
    try {
      await client.connect()
      for (const statement of [...between('postgres', 0, 4), ...before, ...between('postgres', 4, 5)])
        await client.query(statement)
      expect((await client.query(after)).rows).toEqual(kept)
    } finally {
      await client.end()
      await server.stop()
    }
  })
})
