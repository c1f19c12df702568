// The words of sync: records, points, operations, outcomes. Protocol: SPEC.md beside this file.
import type { Brand } from '../kernel/brand.ts'
import type { Finding } from '../kernel/finding.ts'
import type { RecordId, Values } from '../kernel/value.ts'
import type { Denial } from '../definition/denial.ts'

/** `<csn>-<16 hex digits of the content hash>`; unique across restores. */
export type RecordRevision = Brand<string, 'RecordRevision'>

/** 128 random bits as 32 hex digits, saved in the workbook before the first byte is sent (W1). */
export type PushId = Brand<string, 'PushId'>

/** Commit number and the first 16 bytes of its chain hash (32 hex digits): cursor, witness, receipt. */
export interface Point {
  readonly csn: number
  readonly h: string
}

export interface StoredRecord {
  readonly id: RecordId
  /** Partition id, `unit/kind/year`. */
  readonly p: string
  readonly rv: RecordRevision
  readonly state: string
  readonly values: Values
  /** Who changed it last and when (server time), for people; absent where that is not told. */
  readonly by?: string
  readonly at?: string
}

export type Op =
  | { readonly op: 'create'; readonly id: RecordId; readonly p: string; readonly values: Values }
  /** `base` holds exactly the keys of `set`: the values its author started from. */
  | {
      readonly op: 'update'
      readonly id: RecordId
      readonly rv: RecordRevision
      readonly base: Values
      readonly set: Values
    }
  | { readonly op: 'delete'; readonly id: RecordId; readonly rv: RecordRevision }
  | {
      readonly op: 'transition'
      readonly id: RecordId
      readonly rv: RecordRevision
      readonly to: string
      readonly seen: string
    }

/** Applied together or not at all. Numbers rise; each is used once. */
export interface Group {
  readonly g: number
  readonly ops: readonly Op[]
}

/** Frozen before sending: the same bytes are sent again until an outcome is known. */
export interface PushEnvelope {
  readonly pushId: PushId
  readonly api: 1
  /** Definition version per kind that the envelope was built with. */
  readonly schema: Readonly<Record<string, number>>
  /** For diagnosis only; no rule depends on it. */
  readonly workbook: string
  readonly witness: readonly Point[]
  readonly mode: 'groups' | 'all'
  readonly dryRun: boolean
  /** How many deletions the person confirmed; more than that is refused whole (`mass-delete`). */
  readonly confirmedDeletes: number
  readonly groups: readonly Group[]
}

export type ConflictCode =
  | 'edit-edit'
  | 'edit-deleted'
  | 'delete-edited'
  | 'id-exists'
  | 'key-taken'
  | 'stale-approval'
  | 'moved'
  | 'merge-breaks-rule'

export type RejectionCode =
  | 'state'
  | 'period-locked'
  | 'limit'
  | 'forbidden'
  | 'field-forbidden'
  | 'unknown'
  | 'invalid'
  | 'derived-field'
  | 'mass-delete'
  | 'duplicate-record'
  /** A step that only the whole sheet takes. */
  | 'whole-sheet'
  /** Evidence, a field, a reason or a condition of the transition is missing. */
  | 'not-ready'
  | `sod-${string}`

export type OpResult =
  | {
      readonly g: number
      readonly i: number
      readonly s: 'applied' | 'merged'
      readonly rv: RecordRevision
      readonly merged?: readonly string[]
    }
  | { readonly g: number; readonly i: number; readonly s: 'noop'; readonly rv: RecordRevision | null }
  | {
      readonly g: number
      readonly i: number
      readonly s: 'conflict'
      readonly code: ConflictCode
      /** Fields that conflict; absent for row conflicts. */
      readonly fields?: readonly string[]
      /** The record as it is now, null when deleted, absent when not visible. */
      readonly theirs?: StoredRecord | null
      readonly by?: string
      readonly at?: string
    }
  | {
      readonly g: number
      readonly i: number
      readonly s: 'rejected'
      readonly code: RejectionCode
      readonly findings: readonly Finding[]
      /** 越权: which of the nine, whose it is, the lawful road. */
      readonly denial?: Denial
    }
  | { readonly g: number; readonly i: number; readonly s: 'skipped' }

/** Control totals of one money column of one partition. 分. */
export interface ControlTotal {
  readonly p: string
  readonly column: string
  readonly before: number
  readonly after: number
}

/** 回执: the recorded result of a push. */
export interface PushResult {
  readonly pushId: PushId
  readonly replay: boolean
  /** null when nothing changed or nothing was kept (dry run). */
  readonly point: Point | null
  readonly head: Point
  readonly results: readonly OpResult[]
  readonly counts: PushCounts
  readonly totals: readonly ControlTotal[]
  /** Findings of the touched rows and sets after the push. */
  readonly findings: readonly Finding[]
  /** Server time, ISO 8601, for people. */
  readonly at: string
  /** Short receipt number people can read out: `R` + csn, e.g. R231; '' when point is null. */
  readonly receipt: string
  /** By it the server knows this push as its own again after it lost it (H8); '' where there is nothing to know. */
  readonly seal: string
}

/** A push as a workbook remembers it, held before the server that is said to have acknowledged it. */
export interface SealedPush {
  readonly envelope: PushEnvelope
  readonly point: Point
  readonly seal: string
}

export interface PushCounts {
  readonly created: number
  readonly updated: number
  readonly deleted: number
  readonly merged: number
  readonly noop: number
  readonly conflicts: number
  readonly rejected: number
  readonly skipped: number
}

export const noCounts: PushCounts = {
  created: 0,
  updated: 0,
  deleted: 0,
  merged: 0,
  noop: 0,
  conflicts: 0,
  rejected: 0,
  skipped: 0,
}

export interface PullRequest {
  readonly api: 1
  readonly schema: Readonly<Record<string, number>>
  readonly workbook: string
  readonly cursor: Point | null
  readonly witness: readonly Point[]
  readonly history: readonly Point[]
  /** What the workbook holds and under which projection. Empty: everything visible, if `want` is absent too. */
  readonly held: readonly { readonly p: string; readonly proj: string }[]
  /** Partitions asked for; absent: all visible ones. */
  readonly want?: readonly string[]
  readonly page: { readonly token: string | null; readonly maxRows: number; readonly maxBytes: number }
}

export interface PartitionSum {
  readonly p: string
  readonly proj: string
  readonly rows: number
  /** Sum of all money columns, decimal 分. */
  readonly fen: string
  /** Order-free hash: XOR over rows of the 16 hex digits that end their rv (a hash of id, partition, state and values). */
  readonly x: string
}

/** One page, after the NDJSON stream is read. Applied only when the chain of pages reaches `more: false` (W4). */
export interface PullPage {
  /** Identity of the server: made with its database, kept by backups. */
  readonly server: string
  readonly mode: 'delta' | 'reset'
  readonly ancestor: Point | null
  readonly head: Point
  readonly to: Point
  readonly more: boolean
  readonly pageToken: string | null
  readonly put: readonly StoredRecord[]
  readonly gone: readonly RecordId[]
  readonly drop: readonly string[]
  readonly parts: readonly PartitionSum[]
}

export interface Hello {
  readonly api: { readonly min: number; readonly max: number }
  readonly schema: Readonly<Record<string, { readonly min: number; readonly max: number }>>
  readonly policyVersion: number
  readonly server: string
  readonly epoch: string
  readonly head: Point
  readonly limits: { readonly maxOps: number; readonly maxPushBytes: number; readonly maxFileBytes: number }
  readonly serverTime: string
}

/** Refusals of a whole request that a client must tell apart; anything else is "outcome unknown". */
export type TransportRefusal =
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly detail: string
      readonly findings: readonly Finding[]
    }
  /** Timeout, broken connection, 5xx: nothing is known; ask for the receipt, then send the same bytes again. */
  | { readonly kind: 'unknown'; readonly detail: string }
