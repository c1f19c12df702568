// Opens the record store on the engine that the address names.
import type { RecordStore } from './recordStore.ts'
import type { SheetRules } from './sheetRules.ts'

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
}

/** `sql` is the statement about to run, `n` counts statements since the transaction's begin, begin and commit included. */
export type FaultHook = (sql: string, n: number) => void

/** Opens, migrates, checks (chain head equals meta, last 1,000 links) and locks. Throws a StoreOpenError that people can read. */
export declare function openRecordStore(options: StoreOptions): Promise<RecordStore>
