// Kysely over the store's own writer connection: its mutex, its prepared statements, BEGIN IMMEDIATE.
import type { Mutex } from './mutex.ts'
import type { Database } from './schema.ts'
import type { Prepare } from './batch.ts'
import {
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'

export interface SharedConnection {
  readonly prepare: Prepare
  readonly exec: (sql: string) => void
  readonly exclusive: Mutex
}

export function makeKyselyOnSqlite(shared: SharedConnection): Kysely<Database> {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => makeDriver(shared),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
}

function makeDriver({ prepare, exec, exclusive }: SharedConnection): Driver {
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: { readonly sql: string; readonly parameters: readonly unknown[] }) => {
      const statement = prepare(query.sql)
      if (statement.reader) return { rows: statement.all(...query.parameters) as R[] } satisfies QueryResult<R>
      const { changes, lastInsertRowid } = statement.run(...query.parameters)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    },
    // rows are few here: one chunk
    streamQuery: async function* <R>(query: { readonly sql: string; readonly parameters: readonly unknown[] }) {
      yield { rows: prepare(query.sql).all(...query.parameters) as R[] }
    },
  }
  let release: (() => void) | undefined
  return {
    init: async () => undefined,
    acquireConnection: () =>
      new Promise((acquired) => {
        void exclusive(
          () =>
            new Promise<void>((done) => {
              release = done
              acquired(connection)
            }),
        )
      }),
    releaseConnection: async () => release?.(),
    beginTransaction: async () => exec('begin immediate'),
    commitTransaction: async () => exec('commit'),
    rollbackTransaction: async () => exec('rollback'),
    destroy: async () => undefined,
  }
}
