// The conformance suite on a real PostgreSQL: each test in a database of its own.
import { describeRecordStore } from '#test/conformance/recordStore.ts'
import { openWorldStore } from '#test/conformance/storeWorld.ts'
import { startPostgres, type TestPostgres } from '#test/harness/pg.ts'
import { afterAll, beforeAll } from 'vitest'

let server: TestPostgres
let migrated: string
beforeAll(async () => {
  server = await startPostgres()
  migrated = await server.createDatabase()
  await (await openWorldStore(migrated)).close()
})
afterAll(() => server.stop())

describeRecordStore(
  'PostgreSQL',
  async (more) => openWorldStore(await server.createDatabase(migrated), more),
  async (clock) => openWorldStore(await server.createDatabase(migrated), { clock }),
)
