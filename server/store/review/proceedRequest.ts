// One entry that a person wants to make in the log of proceedings, and what comes of it.
import type { StoreRefusal } from '../refusal.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { Entry } from '#shared/review/proceeding.ts'

export interface ProceedRequest {
  /** Id of what it begins or goes on with; new things get a UUID from their author, so that sending again is harmless. */
  readonly subject: string
  readonly p: string
  readonly entry: Entry
  readonly requestId: string
}

export type ProceedAnswer = Result<{ readonly subject: string; readonly receipt: string }, StoreRefusal>
