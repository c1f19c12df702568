// What the workbook remembers (P-1): the very-hidden sheet `_tongbiao`, as data. codec: encodeState / decodeState.
import type { Point, PushEnvelope, PushResult, RecordRevision } from './record.ts'
import type { RecordId, Values } from '../kernel/value.ts'
import type { TableBinding } from '../workbook/port.ts'

/** Layout number of the sheet; readers refuse a newer one and upgrade an older one. */
export const stateVersion = 1

export interface BaseRecord {
  readonly id: RecordId
  readonly p: string
  readonly rv: RecordRevision
  readonly state: string
  /** Editable, non-sensitive fields as the server last named them. */
  readonly values: Values
}

/** protocol.md §1.4, whole. No secrets, no sensitive fields. */
export interface WorkbookState {
  readonly version: typeof stateVersion
  readonly workbookId: string
  /** Who issued it, to whom, when: for people. */
  readonly issue: { readonly server: string; readonly epoch: string; readonly user: string; readonly at: string }
  readonly cursor: Point | null
  readonly witness: readonly Point[]
  readonly history: readonly Point[]
  readonly bindings: readonly TableBinding[]
  readonly held: readonly { readonly p: string; readonly proj: string; readonly sum: string }[]
  readonly base: ReadonlyMap<RecordId, BaseRecord>
  readonly pending: PushEnvelope | null
  readonly journal: readonly JournalEntry[]
  readonly redo: readonly PushEnvelope[]
  readonly torn: Point | null
}

/** An own push the server acknowledged, kept until it is certain that no restore lost it. */
export interface JournalEntry {
  readonly envelope: PushEnvelope
  readonly point: Point | null
  readonly receipt: Pick<PushResult, 'receipt' | 'at' | 'counts' | 'totals'>
}
