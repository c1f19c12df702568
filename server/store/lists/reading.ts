// What every list is read with: one snapshot, the compiled queries, the kinds, the day.
import type { Dialect } from '../dialect.ts'
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import type { SheetRules } from '../sheetRules.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

export interface Reading {
  readonly session: Session
  readonly queries: Queries
  readonly dialect: Dialect
  readonly rules: SheetRules
  /** Of showing.ts. */
  readonly rvKey: string
  /** `YYYY-MM-DD`: dated grants. */
  readonly today: PlainDate
}
