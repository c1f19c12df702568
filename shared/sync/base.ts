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
  /** Editable, non-sensitive fields as the server last named them; blank ones are left out. */
  readonly values: Values
  /** Who changed it last and when, as the last pull told; not kept in the workbook. */
  readonly by?: string
  readonly at?: string
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
  /**
   * Where sheet and base are apart for another reason than the person's edits: rows being written (`torn`) and conflicts
   * nobody answered yet (W9). Without an entry the base itself is the ancestor.
   */
  readonly ancestors?: ReadonlyMap<RecordId, Ancestor>
  readonly pending: PushEnvelope | null
  readonly journal: readonly JournalEntry[]
  readonly redo: readonly PushEnvelope[]
  readonly torn: Point | null
}

/** What the sheet last agreed on with the server, where the base has moved on. */
export type Ancestor =
  /** Fields that differ from the base; the whole row where the base has none. `writing`: columns on their way to the sheet. */
  | { readonly was: 'row'; readonly p: string; readonly values: Values; readonly writing?: readonly string[] }
  /** The row did not exist. */
  | { readonly was: 'absent'; readonly p: string }
  /** The base was lost: nobody knows (W8). */
  | { readonly was: 'unknown'; readonly p: string }

/** An own push the server acknowledged, kept until it is certain that no restore lost it. */
export interface JournalEntry {
  readonly envelope: PushEnvelope
  readonly point: Point | null
  readonly receipt: Pick<PushResult, 'receipt' | 'at' | 'counts' | 'totals'>
}
