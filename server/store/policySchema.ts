// Row types of the tables of the policy: packs, where they hold, who confirmed them.
import type { ColumnType } from 'kysely'

/** Packs that were loaded; the shipped ones are part of the program. */
export interface PolicyPackTable {
  readonly id: string
  /** JSON, as packFile.ts writes it. */
  content: string
  /** SHA-256 hex of `content`: what a confirmation is bound to. */
  digest: string
  at: string
  by_user: string
}

export interface PolicyConfirmationTable {
  readonly pack_id: string
  readonly digest: string
  readonly at: string
  readonly by_user: string
}

/** A pack holds for the unit and every unit below it. */
export interface PolicyAssignmentTable {
  readonly unit_id: string
  readonly pack_id: string
  readonly at: string
  readonly by_user: string
}

export interface UnitFactTable {
  readonly unit_id: string
  /** JSON of UnitFacts. */
  content: string
  at: string
  by_user: string
}

export interface HolidayYearTable {
  readonly year: number
  /** JSON of HolidayYear. */
  content: string
  at: string
  by_user: string
}

/** Who did what to the policy: never rewritten. */
export interface PolicyEventTable {
  readonly seq: ColumnType<number, never, never>
  readonly at: string
  readonly by_user: string
  readonly action: 'load' | 'confirm' | 'withdraw' | 'assign' | 'release' | 'facts' | 'holidays'
  /** Pack, unit or year. */
  readonly subject: string
  readonly detail: string
}
