// The words of statements: parameters, batches, and why one failed.
import type Sqlite from 'better-sqlite3'

export type Param = string | number | null | Uint8Array | readonly string[]

/** One statement for many rows, made by dialect.batch. What all rows share stands before the rows (SQLite) or after (PostgreSQL). */
export interface Batch {
  readonly sql: string
  /** PostgreSQL takes each column as one array; SQLite runs the statement per row. */
  readonly columns: readonly string[]
  /** SQLite: for each `?` the place of its value in the row; null: as they stand. */
  readonly order: readonly number[] | null
  /** SQLite: the same statement for `rows` rows at once; null where a statement takes only one. */
  readonly many: { readonly sql: string; readonly rows: number } | null
}

/** Why a statement failed, as far as the store can do something about it; a bug has no trouble and is thrown on. */
export type Trouble = 'key-taken' | 'storage-full' | 'busy' | 'lost'

/** A statement of SQLite, from a cache. */
export type Prepare = (sql: string) => Sqlite.Statement
