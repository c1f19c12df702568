// Views for reports: their text, and that both engines take them and show typed columns.
import Database from 'better-sqlite3'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { migration0001 } from '#server/store/migrations/0001_core.ts'
import { sheets } from '#shared/sheets/index.ts'
import { deriveView, type SqlEngine } from '#shared/storage/deriveView.ts'
import { expectGolden } from '#test/harness/golden.ts'
import { startPostgres } from '#test/harness/pg.ts'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const hash = '0'.repeat(16)
const content = JSON.stringify({
  side: '支出',
  accountCode: '50101',
  accountName: '职工教育支出',
  budget: '999999999999999',
})
const insertPartition = `insert into partition (p, kind, unit_id, year, rows, last_csn, x, totals) values ('u1/budget/2026', 'budget', 'u1', 2026, 1, 1, '${hash}', '{}')`
const insertRecord = (key: string, deleted: number) =>
  `insert into record (id, p, state, csn, hash, deleted, last_entry, content) values ('${key}', 'u1/budget/2026', 'draft', 1, '${hash}', ${deleted}, 1, '${content}')`
const rows = [insertRecord(id, 0), insertRecord(id.replace('0189', '0190'), 1)]
const shown = 'select id, unit_id, year, state, account_code, budget_fen, last_final_fen from budget_view'

describe('derived views', () => {
  it.each<SqlEngine>(['sqlite', 'postgres'])('are what test/golden/views.%s.sql says', (engine) => {
    const text = sheets.flatMap((sheet) => deriveView(sheet, engine).statements.map((statement) => `${statement};\n`))
    expectGolden(`test/golden/views.${engine}.sql`, text.join('\n'))
  })

  it('show live records with typed columns in SQLite, and may be made anew', () => {
    const database = new Database(':memory:')
    for (const statement of migration0001('sqlite')) database.exec(statement)
    for (let round = 0; round < 2; round++)
      for (const sheet of sheets)
        for (const statement of deriveView(sheet, 'sqlite').statements) database.exec(statement)
    for (const statement of [insertPartition, ...rows]) database.exec(statement)
    expect(database.prepare(shown).all()).toEqual([
      {
        id,
        unit_id: 'u1',
        year: 2026,
        state: 'draft',
        account_code: '50101',
        budget_fen: 999999999999999,
        last_final_fen: null,
      },
    ])
    expect(database.prepare('select count(*) as n from task_view').get()).toEqual({ n: 0 })
    database.close()
  })

  it('show the same in PostgreSQL', async () => {
    const server = await startPostgres()
    const client = new pg.Client(await server.createDatabase())
    try {
      await client.connect()
      for (const statement of migration0001('postgres')) await client.query(statement)
      for (let round = 0; round < 2; round++)
        for (const sheet of sheets)
          for (const statement of deriveView(sheet, 'postgres').statements) await client.query(statement)
      await client.query("select set_config('tongbiao.commit', '1', false)")
      for (const statement of [insertPartition, ...rows]) await client.query(statement)
      const answer = await client.query(shown)
      expect(answer.rows).toEqual([
        {
          id,
          unit_id: 'u1',
          year: expect.anything(),
          state: 'draft',
          account_code: '50101',
          budget_fen: '999999999999999',
          last_final_fen: null,
        },
      ])
    } finally {
      await client.end()
      await server.stop()
    }
  })
})
