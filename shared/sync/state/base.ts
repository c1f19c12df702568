// What the workbook remembers (P-1): the very-hidden sheet `_tongbiao`, as data. codec: encodeState / decodeState.
import type { Point, PushEnvelope, PushResult, RecordRevision } from '../record.ts'
import type { RecordId, Values } from '../../kernel/value.ts'
import type { TableBinding } from '../../workbook/port.ts'

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
  /** Which server issued it (its identity, '' in old files), to whom, when. */
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
  /** In the order they are to be offered again; only what the server knows by its seal is (H13). */
  readonly redo: readonly JournalEntry[]
  readonly torn: Point | null
}

/** What the sheet last agreed on with the server, where the base has moved on. */
export type Ancestor =
  | RowAncestor
  | AbsentAncestor
  /** The base was lost: nobody knows (W8). */
  | { readonly was: 'unknown'; readonly p: string }

/** The row did not exist. */
export interface AbsentAncestor {
  readonly was: 'absent'
  readonly p: string
  /** The row is on its way to the sheet: what is there of it is not the person's. */
  readonly inserting?: true
  /** What a push created it with that somebody else has recorded under its id (a copied workbook). */
  readonly sent?: Values
}

export interface RowAncestor {
  readonly was: 'row'
  readonly p: string
  /** Fields that differ from the base; the whole row where the base has none. */
  readonly values: Values
  /** Columns on their way to the sheet: a cell that shows the base's value has got there. */
  readonly writing?: readonly string[]
  /** Columns that were on their way when a person typed into them: nobody knows which of two values they saw. */
  readonly doubtful?: readonly string[]
  /** A person's answers on their way to the sheet: a cell that shows its answer is no conflict any more. */
  readonly answers?: Values
  /** What a push set that somebody else has recorded under its id (a copied workbook): no change of others where it is so. */
  readonly sent?: Values
}

/** An own push the server acknowledged, kept until it is certain that no restore lost it. */
export interface JournalEntry {
  readonly envelope: PushEnvelope
  readonly point: Point | null
  readonly receipt: Pick<PushResult, 'receipt' | 'at' | 'counts' | 'totals'>
  readonly seal: string
}
