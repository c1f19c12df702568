// PostgreSQL: READ COMMITTED writes run again after lost connections and locks, REPEATABLE READ READ ONLY snapshots.
import { postgresDialect } from './dialect.ts'
import type { Param } from './batch.ts'
import type { Engine, FaultHook, MigrationSession, Outcome, Session } from './engine.ts'
import type { Database } from './schema.ts'
import { StoreTrouble } from './storeError.ts'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

export interface PostgresOptions {
  readonly url: string
  /** 0…1, for the jitter between tries. */
  readonly fraction: () => number
  readonly fault?: FaultHook
  /** Errors of idle connections: for the log. */
  readonly onIdleError?: (code: string) => void
}

const tries = 5
const int8 = 20
/** Serialises migrators; any fixed number. */
const migrationLock = 7472800
const sessionSettings =
  '-c lock_timeout=5s -c statement_timeout=30s -c idle_in_transaction_session_timeout=10s -c synchronous_commit=on'

export function openPostgresEngine(options: PostgresOptions): Engine {
  const pool = makePool(options)
  const names = new Map<string, string>()
  return {
    name: 'postgres',
    dialect: postgresDialect,
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    write: (work) => withRetries(options, () => writeOnce({ pool, names, options }, work)),
    read: (work) =>
      withRetries(options, () =>
        withClient(pool, async (client) => {
          await client.query('begin isolation level repeatable read read only')
          const value = await work(makeSession(client, names, () => undefined))
          await client.query('commit')
          return value
        }),
      ),
    migrate: (work) => withClient(pool, (client) => work(makeMigrationSession(client, options.fault))),
    close: () => (pool.ended ? Promise.resolve() : pool.end()),
  }
}

function makePool({ url, onIdleError }: PostgresOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    options: sessionSettings,
    // int8 as a number, as SQLite gives it: csn and counts stay far below 2⁵³
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
    },
  })
  const ignore = (error: Error): void => onIdleError?.('code' in error ? String(error.code) : error.name)
  // without these a dropped connection ends the process
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

interface Writing {
  readonly pool: pg.Pool
  readonly names: Map<string, string>
  readonly options: PostgresOptions
}

async function withRetries<T>({ fraction }: PostgresOptions, transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      const trouble = postgresDialect.troubleOf(error)
      if (trouble === null) throw error
      // also when the connection died in COMMIT: the next try finds the push recorded, or not
      if (trouble !== 'lost' || attempt > tries) throw new StoreTrouble(trouble === 'lost' ? 'busy' : trouble, error)
      await new Promise((done) => setTimeout(done, 20 * 2 ** (attempt - 1) * (1 + fraction())))
    }
  }
}

async function writeOnce<T>(
  { pool, names, options }: Writing,
  work: (session: Session) => Promise<Outcome<T>>,
): Promise<T> {
  let n = 0
  const before = (sql: string): void => options.fault?.(sql, ++n)
  return withClient(pool, async (client) => {
    before('begin')
    await client.query("begin; select set_config('tongbiao.commit', '1', true)")
    const outcome = await work(makeSession(client, names, before))
    before('commit')
    await client.query(outcome.keep ? 'commit' : 'rollback')
    return outcome.value
  })
}

/** A client whose work failed is rolled back; one that cannot even do that is thrown away. */
async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const value = await work(client)
    client.release()
    return value
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
    throw error
  }
}

function makeSession(client: pg.PoolClient, names: Map<string, string>, before: (sql: string) => void): Session {
  const query = async (sql: string, values: readonly unknown[]): Promise<readonly unknown[]> => {
    before(sql)
    let name = names.get(sql)
    if (name === undefined) {
      name = `t${names.size}`
      names.set(sql, name)
    }
    return (await client.query({ name, text: sql, values: [...values] })).rows
  }
  return {
    all: async <T>(sql: string, params: readonly Param[]) => (await query(sql, params)) as readonly T[],
    batch: async (batch, rows, shared = []) => {
      for (let from = 0; from < rows.length; from += batchRows) {
        const part = rows.slice(from, from + batchRows)
        await query(batch.sql, [...batch.columns.map((_, i) => part.map((row) => row[i] ?? null)), ...shared])
      }
    },
  }
}

/** Keeps one message below a few megabytes. */
const batchRows = 5000

function makeMigrationSession(client: pg.PoolClient, fault: FaultHook | undefined): MigrationSession {
  const found = async (sql: string): Promise<number> =>
    Number((await client.query<{ v: number | null }>(sql)).rows[0]?.v ?? 0)
  const version = async (): Promise<number> => {
    const exists = await found(
      `select count(*) as v from pg_catalog.pg_tables where tablename = 'schema_version' and schemaname = current_schema()`,
    )
    return exists === 0 ? 0 : found('select max(version) as v from schema_version')
  }
  return {
    version,
    apply: async (target, statements) => {
      let n = 0
      const exec = async (sql: string): Promise<void> => {
        fault?.(sql, ++n)
        await client.query(sql)
      }
      await exec('begin')
      await exec(
        `set local lock_timeout = '5s'; set local statement_timeout = 0; select pg_advisory_xact_lock(${migrationLock})`,
      )
      // another server may have done it while this one waited
      if ((await version()) < target) {
        await exec(
          'create table if not exists schema_version (version bigint primary key, at timestamptz not null default now())',
        )
        for (const sql of statements) await exec(sql)
        await exec(`insert into schema_version (version) values (${target})`)
      }
      await exec('commit')
    },
  }
}
