// SQLite: one writer connection behind a mutex, one read-only connection for snapshots, prepared statements kept.
import { sqliteDialect } from './dialect.ts'
import type { Param, Prepare } from './batch.ts'
import type { Engine, FaultHook, MigrationSession, Outcome, Session } from './engine.ts'
import { makeKyselyOnSqlite } from './kyselyOnSqlite.ts'
import { makeMutex } from './mutex.ts'
import { lockFile, openReader, openWriter } from './sqliteFile.ts'
import { StoreTrouble } from './storeError.ts'
import type Sqlite from 'better-sqlite3'

export interface SqliteOptions {
  /** A file, or `:memory:`: then reads share the writer. */
  readonly file: string
  readonly fault?: FaultHook
}

export function openSqliteEngine({ file, fault }: SqliteOptions): Engine {
  const inMemory = file === ':memory:'
  const lock = inMemory ? undefined : lockFile(file)
  const writer = openWriter(file)
  const prepareWrite = cacheStatements(writer)
  const exclusive = makeMutex()
  let reader: Sqlite.Database | undefined
  const readers = makeMutex()
  let closed = false

  const readWith = async <T>(db: Sqlite.Database, work: (session: Session) => Promise<T>): Promise<T> => {
    db.exec('begin')
    try {
      return await work(makeSession(prepareRead ?? prepareWrite, () => undefined))
    } finally {
      db.exec('commit')
    }
  }
  let prepareRead: Prepare | undefined
  /** Opened late: a read-only connection cannot make the WAL file of an empty database. */
  const openRead = (): Sqlite.Database => {
    if (!reader) {
      reader = openReader(file)
      prepareRead = cacheStatements(reader)
    }
    return reader
  }

  return {
    name: 'sqlite',
    dialect: sqliteDialect,
    db: makeKyselyOnSqlite({ prepare: prepareWrite, exec: (sql) => writer.exec(sql), exclusive }),
    write: (work) => exclusive(() => writeOnce({ writer, prepare: prepareWrite, ...(fault && { fault }) }, work)),
    read: (work) => (inMemory ? exclusive(() => readWith(writer, work)) : readers(() => readWith(openRead(), work))),
    migrate: (work) => exclusive(() => work(makeMigrationSession(writer, fault))),
    close: () =>
      exclusive(async () => {
        if (closed) return
        closed = true
        await readers(async () => reader?.close())
        writer.pragma('optimize')
        if (!inMemory) writer.pragma('wal_checkpoint(TRUNCATE)')
        writer.close()
        lock?.close()
      }),
  }
}

interface Writing {
  readonly writer: Sqlite.Database
  readonly prepare: Prepare
  readonly fault?: FaultHook
}

async function writeOnce<T>(
  { writer, prepare, fault }: Writing,
  work: (session: Session) => Promise<Outcome<T>>,
): Promise<T> {
  let n = 0
  const before = (sql: string): void => fault?.(sql, ++n)
  try {
    before('begin immediate')
    prepare('begin immediate').run()
    const outcome = await work(makeSession(prepare, before))
    before('commit')
    prepare(outcome.keep ? 'commit' : 'rollback').run()
    return outcome.value
  } catch (error) {
    // SQLite itself has rolled back after SQLITE_FULL and its like
    if (writer.inTransaction) prepare('rollback').run()
    const trouble = sqliteDialect.troubleOf(error)
    throw trouble ? new StoreTrouble(trouble, error) : error
  }
}

function makeSession(prepare: Prepare, before: (sql: string) => void): Session {
  return {
    // async: a throw becomes a rejection, as it does on PostgreSQL
    all: async <T>(sql: string, params: readonly Param[]) => {
      before(sql)
      const statement = prepare(sql)
      if (statement.reader) return statement.all(...params) as T[]
      statement.run(...params)
      return []
    },
    batch: async (batch, rows, shared = []) => {
      const { order, many } = batch
      let next = 0
      if (many)
        for (; next + many.rows <= rows.length; next += many.rows) {
          before(many.sql)
          prepare(many.sql).run(joinRows(shared, rows.slice(next, next + many.rows)))
        }
      for (const row of rows.slice(next)) {
        before(batch.sql)
        prepare(batch.sql).run(order ? order.map((at) => row[at]) : joinRows(shared, [row]))
      }
    },
  }
}

/** One flat list of parameters; `flat()` takes five times as long. */
function joinRows(shared: readonly Param[], rows: readonly (readonly Param[])[]): Param[] {
  const all = [...shared]
  for (const row of rows) for (const value of row) all.push(value)
  return all
}

function makeMigrationSession(writer: Sqlite.Database, fault: FaultHook | undefined): MigrationSession {
  return {
    version: async () => writer.pragma('user_version', { simple: true }) as number,
    apply: async (version, statements) => {
      let n = 0
      try {
        for (const sql of ['begin immediate', ...statements, `pragma user_version = ${version}`, 'commit']) {
          fault?.(sql, ++n)
          writer.exec(sql)
        }
      } catch (error) {
        if (writer.inTransaction) writer.exec('rollback')
        throw error
      }
    },
  }
}

function cacheStatements(db: Sqlite.Database): Prepare {
  const cache = new Map<string, Sqlite.Statement>()
  return (sql) => {
    let statement = cache.get(sql)
    if (!statement) {
      statement = db.prepare(sql)
      cache.set(sql, statement)
    }
    return statement
  }
}
