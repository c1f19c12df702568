// What the endpoints speak of, besides the sync messages of sync/record.ts. JSON shapes; all amounts are 分.
import type { Finding } from '../kernel/finding.ts'
import type { Value, Values } from '../kernel/value.ts'
import type { ColumnType, MergeClass } from '../definition/column.ts'
import type { Words } from '../kernel/words.ts'
import type { Role } from '../definition/role.ts'
import type { UnitKind } from '../definition/rule.ts'
import type { RowMatch } from '../sync/table/identifyRows.ts'
import type { Change, Conflict } from '../sync/merge/change.ts'
import type { EventCount } from '../review/eventCounts.ts'
import type { DroppedSheet } from '../sync/session/dropSheets.ts'
import type { ControlTotal, OpResult, Point, PushResult } from '../sync/record.ts'

// ── who ────────────────────────────────────────────────────────────────────────────────────────────
export interface SessionInfo {
  readonly token?: string
  readonly expiresAt: string
  readonly user: UserInfo
}
export interface UserInfo {
  readonly id: string
  readonly name: string
  readonly displayName: string
  readonly grants: readonly GrantInfo[]
  /** Absent: not disabled. */
  readonly disabled?: boolean
  /** Holds rights in units that whoever asks does not administer, too. */
  readonly elsewhere?: boolean
  /** Of oneself only: what one administers; absent: nothing. */
  readonly administers?: 'server' | 'units'
}
export interface GrantInfo {
  readonly role: Role
  readonly unitId: string
  readonly unitName: string
  /** Kinds it is limited to; empty: all. */
  readonly kinds: readonly string[]
  /** For role `department`: the department named in owner columns. */
  readonly department: string | null
  readonly from: string | null
  readonly to: string | null
  /** Of oneself only: who lets one act with it; absent: one's own. */
  readonly delegatedBy?: string
}
export interface UnitInfo {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly parentId: string | null
}
export interface OpenSession {
  readonly id: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly agent: string
  readonly current: boolean
}

// ── sheets ─────────────────────────────────────────────────────────────────────────────────────────
/** One line of the home page. */
export interface PartitionInfo {
  readonly p: string
  readonly kind: string
  readonly unitId: string
  readonly unitName: string
  readonly year: number
  readonly rows: number
  readonly totals: readonly { readonly column: string; readonly fen: number }[]
  /** The kind's own total lines (layout.totals) over its main amount, where it has any: `key` of the line. */
  readonly lines?: readonly { readonly key: string; readonly fen: number }[]
  readonly lastChange: { readonly csn: number; readonly at: string; readonly by: string } | null
  readonly may: readonly string[]
  readonly findings: { readonly errors: number; readonly warnings: number; readonly hints: number }
}
export interface RecordRow {
  readonly id: string
  readonly rv: string
  readonly state: string
  readonly values: Values
}
export interface RecordList {
  readonly p: string
  readonly point: Point
  readonly rows: readonly RecordRow[]
  /** How often what was logged of which row: 催办 and the like. */
  readonly events: readonly EventCount[]
  readonly findings: readonly Finding[]
}
/** One audit entry of a record, newest first. */
export interface HistoryEntry {
  readonly csn: number
  readonly at: string
  readonly by: string
  /** `reveal`: somebody was shown a masked value whole; nothing was changed. */
  readonly kind: 'create' | 'update' | 'delete' | 'transition' | 'reveal'
  readonly field: string | null
  readonly was: Value
  readonly now: Value
  readonly pushId: string
  readonly receipt: string
  /** Where it came from when it was imported: file name, sheet, cell. */
  readonly source: { readonly file: string; readonly sheet: string; readonly row: number } | null
  /** Of a reveal: why. */
  readonly reason?: string
}

// ── pushes and imports ─────────────────────────────────────────────────────────────────────────────
/** Answer of rehearse and apply: a push result and its consequence in numbers. */
export interface PushReport {
  readonly result: PushResult
  readonly totals: readonly ControlTotal[]
  readonly problems: readonly OpResult[]
  /** Workbooks only: the sheets as they stand after the last pull, with what is still to be decided or sent. */
  readonly sheets?: readonly SheetPreview[]
  /** Workbooks only: answers that were given to cards which have changed since; they did nothing. */
  readonly stale?: readonly { readonly id: string; readonly column: string | null }[]
  /** Workbooks only: rows missing from the sheet whose deletion nobody confirmed; they were kept. */
  readonly unconfirmed?: readonly string[]
}

// ── workbook that carries its base ─────────────────────────────────────────────────────────────────
/** Answer to an upload of an edited workbook: what would change, and what others did meanwhile. */
export interface WorkbookPreview {
  readonly uploadId: string
  readonly fileName: string
  readonly sheets: readonly SheetPreview[]
  /** Sheets that the person may not see any more, with what of them was never sent. */
  readonly dropped?: readonly DroppedSheet[]
  readonly findings: readonly Finding[]
}
export interface SheetPreview {
  readonly p: string
  readonly sheetName: string
  readonly counts: {
    readonly added: number
    readonly changed: number
    readonly deleted: number
    readonly unchanged: number
  }
  readonly mine: readonly Change[]
  readonly theirs: readonly {
    readonly id: string
    readonly change: 'add' | 'edit' | 'remove'
    readonly fields: readonly string[]
    readonly by: string
    readonly at: string
    readonly values: Values
  }[]
  readonly conflicts: readonly Conflict[]
  readonly totals: readonly ControlTotal[]
  readonly findings: readonly Finding[]
  /** Rows that lost their hidden ids, matched by natural key: for a person to accept. */
  readonly matches?: readonly RowMatch[]
  /** Record id → the texts its row is called by; of additions and of rows that were removed their own values tell. */
  readonly names?: Readonly<Record<string, Values>>
}
/** Body of POST /workbooks/:id/publish. */
export interface PublishRequest {
  readonly dryRun: boolean
  readonly resolutions: readonly {
    readonly id: string
    readonly column: string | null
    readonly choice: 'base' | 'theirs' | 'mine' | 'both' | 'value'
    readonly value?: Value
  }[]
  readonly confirmedDeletes: readonly string[]
  /** Rows that lost their ids get those of `SheetPreview.matches` back first (D5): a person looked at the list. */
  readonly acceptMatches?: boolean
  /** Rows missing from the sheet that are to be written into it again instead of being deleted. */
  readonly restoredRows?: readonly string[]
  /** Partitions of `WorkbookPreview.dropped` whose unsent edits leave the workbook, too: the person keeps them elsewhere. */
  readonly clearDropped?: readonly string[]
}

/** Answer of POST /sync/vouch: ids of the pushes that this server knows by their seals. */
export interface Vouched {
  readonly pushIds: readonly string[]
}

// ── undo (P-7) ─────────────────────────────────────────────────────────────────────────────────────
export interface UndoReport {
  readonly result: PushResult | null
  readonly restored: readonly UndoLine[]
  /** Kept because edited since. */
  readonly kept: readonly UndoLine[]
  readonly refused: readonly (UndoLine & { readonly reason: string })[]
}
export interface UndoLine {
  readonly id: string
  readonly p: string
  readonly label: string
  readonly fields: readonly string[]
  /** Of the fields: what stands there now and what would come back; masked ones are left out. */
  readonly values?: Readonly<Record<string, { readonly from: Value; readonly to: Value }>>
  /** The row as a whole: it was new and goes, or was deleted and comes back. */
  readonly whole?: 'delete' | 'restore'
}

// ── small requests and answers ─────────────────────────────────────────────────────────────────────
export interface SetupStatus {
  readonly initialised: boolean
}
export interface SetupRequest {
  readonly code: string
  readonly name: string
  readonly displayName: string
  readonly password: string
  readonly unitName: string
  readonly unitKind: UnitKind
}
export interface SignInRequest {
  readonly name: string
  readonly password: string
}
export interface PasswordRequest {
  readonly current: string
  readonly next: string
}
export interface UnitRequest {
  readonly name: string
  readonly kind: UnitKind
  readonly parentId: string | null
}
/** What an administrator gives. */
export type GrantWish = Omit<GrantInfo, 'unitName' | 'delegatedBy'>
export interface UserRequest {
  readonly name: string
  readonly displayName: string
  readonly password: string
  readonly grants: readonly GrantWish[]
}
export interface GrantsRequest {
  readonly grants: readonly GrantWish[]
}
export interface UndoRequest {
  readonly dryRun: boolean
  /** Records to restore although they were edited since, one by one. */
  readonly force: readonly string[]
}
export interface PushSummary {
  readonly pushId: string
  /** Partitions that it touched: all of an own push, else those in which the person sees a row of it. */
  readonly sheets: readonly string[]
  readonly receipt: string
  readonly at: string
  readonly by: string
  /** `step`: rows went on in the procedure, by whatever road that was sent. */
  readonly source: 'push' | 'import' | 'workbook' | 'undo' | 'step'
  readonly fileName: string | null
  readonly counts: PushResult['counts']
  readonly undone: boolean
}
export interface ChainReport {
  readonly intact: boolean
  readonly links: number
  readonly brokenAt: number | null
  readonly head: Point
}
/** A table that is worked out from sheets. */
export interface ReportInfo {
  readonly report: string
  readonly title: Words
  readonly description: Words
  /** Kinds whose rows it adds up; who may not see all of them does not see it. */
  readonly kinds: readonly string[]
}
/** Its lines, under the columns of the report's own definition. */
export interface ReportTable {
  readonly report: string
  readonly unitId: string
  readonly unitName: string
  readonly year: number
  readonly rows: readonly Values[]
}
/** A kind as the client needs it to draw: definition without functions. */
export interface KindInfo {
  readonly kind: string
  readonly version: number
  readonly title: Words
  readonly description: Words
  readonly naturalKey: readonly string[]
  readonly columns: readonly {
    readonly key: string
    readonly type: ColumnType
    readonly label: Words
    readonly required: boolean
    readonly merge: MergeClass
  }[]
}
