// What both databases offer to the store: serial write transactions, read snapshots, batches.
import type { Database } from './schema.ts'
import type { Batch, Param } from './batch.ts'
import type { Dialect } from './dialect.ts'
import type { Kysely } from 'kysely'

/** Statements of one transaction. Work inside awaits nothing but these. */
export interface Session {
  all<T>(sql: string, params: readonly Param[]): Promise<readonly T[]>
  /** Every row of `rows` through one batch statement; columns as the batch names them. @param shared of all rows */
  batch(batch: Batch, rows: readonly (readonly Param[])[], shared?: readonly Param[]): Promise<void>
}

/** `keep: false` rolls everything back (rehearsals, refusals) and still gives the value. */
export interface Outcome<T> {
  readonly keep: boolean
  readonly value: T
}

export interface Engine {
  readonly name: 'sqlite' | 'postgres'
  readonly dialect: Dialect
  readonly db: Kysely<Database>
  /** One at a time. May run `work` again after a lost connection or lock: it must decide everything from the session. */
  write<T>(work: (session: Session) => Promise<Outcome<T>>): Promise<T>
  /** One snapshot for all statements of `work`. */
  read<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Schema changes: statements without parameters, in one transaction that excludes every other migrator. */
  migrate(work: (session: MigrationSession) => Promise<void>): Promise<void>
  close(): Promise<void>
}

export interface MigrationSession {
  /** 0 for an empty database. */
  version(): Promise<number>
  /** Runs the statements and sets the version. */
  apply(version: number, statements: readonly string[]): Promise<void>
}

/** Tests: called before every statement of a write, may throw. `n` counts from the transaction's begin. */
export type FaultHook = (sql: string, n: number) => void
