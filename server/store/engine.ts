// What both databases offer to the store: serial write transactions, read snapshots, batches.
import type { Database } from './schema.ts'
import type { Dialect } from './dialect.ts'
import type { Kysely } from 'kysely'

export type Param = string | number | null | Uint8Array | readonly string[]

/** Statements of one transaction. Work inside awaits nothing but these. */
export interface Session {
  all<T>(sql: string, params: readonly Param[]): Promise<readonly T[]>
  /** Every row of `rows` through one batch statement; columns as the batch names them. */
  batch(batch: Batch, rows: readonly (readonly Param[])[]): Promise<void>
}

/** One statement for many rows, made by dialect.batch. */
export interface Batch {
  readonly sql: string
  /** PostgreSQL takes each column as one array; SQLite runs the statement per row. */
  readonly columns: readonly string[]
  /** SQLite: for each `?` the place of its value in the row; null: as they stand. */
  readonly order: readonly number[] | null
  /** SQLite: the same statement for `rows` rows at once; null where a statement takes only one. */
  readonly many: { readonly sql: string; readonly rows: number } | null
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

/** Why a statement failed, as far as the store can do something about it; a bug has no trouble and is thrown on. */
export type Trouble = 'key-taken' | 'storage-full' | 'busy' | 'lost'
