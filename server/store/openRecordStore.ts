// Opens the record store on the engine that the address names.
import { kyselyRecordStore } from './kyselyRecordStore.ts'
import { checkStart } from './checkStart.ts'
import type { Engine, FaultHook } from './engine.ts'
import { migrate } from './migrations/migrate.ts'
import { makeQueries } from './queries.ts'
import type { RecordStore } from './recordStore.ts'
import type { SheetRules } from './sheetRules.ts'
import { openSqliteEngine } from './sqliteEngine.ts'
import { rebuildLinked } from './rebuildLinked.ts'
import { rebuildTallies } from './rebuildTallies.ts'

export interface StoreOptions {
  /** `postgres://…` or `postgresql://…`; else a SQLite file, or `:memory:`. */
  readonly url: string
  readonly rules: SheetRules
  /** Server time, for people and for dated grants; no order depends on it. */
  readonly clock: () => Date
  /** Cryptographic in production, seeded in simulations. */
  readonly random: (bytes: number) => Uint8Array
  /** Tests: called before every statement of a write with its number, may throw. */
  readonly fault?: FaultHook
  /** Tests: ops of a push that are decided and written at a time; no answer depends on it. */
  readonly opsAtOnce?: number
  /** Codes of errors of idle database connections: for the log. */
  readonly onIdleError?: (code: string) => void
}

/** Opens, locks, migrates, checks (chain head equals meta, last 1,000 links). Throws a StoreOpenError that people can read. */
export async function openRecordStore(options: StoreOptions): Promise<RecordStore> {
  const engine = await openEngine(options)
  try {
    await migrate(engine)
    const queries = makeQueries(engine)
    const started = await checkStart(engine, queries, options)
    await rebuildTallies(engine, queries, options.rules)
    await rebuildLinked(engine, queries, options.rules)
    return kyselyRecordStore({ engine, queries, started, ...options })
  } catch (error) {
    await engine.close()
    throw error
  }
}

async function openEngine({ url, random, fault, onIdleError }: StoreOptions): Promise<Engine> {
  const hook = fault ? { fault } : {}
  if (!/^postgres(ql)?:\/\//.test(url)) return openSqliteEngine({ file: url, ...hook })
  // loaded only where it is used: 10 MB of memory
  const { openPostgresEngine } = await import('./postgresEngine.ts')
  const fraction = (): number => (random(1)[0] ?? 0) / 256
  return openPostgresEngine({ url, fraction, ...hook, ...(onIdleError && { onIdleError }) })
}
