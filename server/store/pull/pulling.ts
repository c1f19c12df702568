// What pages are read with, and which sheets one of them is to bring.
import type { Engine } from '../engine.ts'
import type { Queries } from '../queries.ts'
import type { SheetRules } from '../sheetRules.ts'
import type { SeenPartition } from './view.ts'

export interface Pulling {
  readonly engine: Engine
  readonly queries: Queries
  readonly rules: SheetRules
  /** Of showing.ts. */
  readonly rvKey: string
  readonly serverId: string
  readonly today: string
}

export interface Wanted {
  readonly parts: readonly SeenPartition[]
  /** Of `parts`: not held, or held under another projection, or everything after a reset: all live rows are sent. */
  readonly fresh: readonly SeenPartition[]
  /**
   * Held or asked for, and neither visible nor to be begun; or to be sent again: rows of it are to be removed before the new
   * ones are put.
   */
  readonly drop: readonly string[]
}
