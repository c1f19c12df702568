// The door to the records: everything the server keeps and decides. One conformance suite: test/conformance/recordStore.ts.
import type { PolicyBook } from '../policy/policyBook.ts'
import type { LinkedStanding } from '#shared/validation/linkedStanding.ts'
import type { MoveRequest, PushContext } from './pushContext.ts'
import type { Authors } from './lists/readAuthors.ts'
import type { StoreRefusal } from './refusal.ts'
import type { ProceedAnswer, ProceedRequest } from './review/proceedRequest.ts'
import type { RightsCall } from './rights/commitEntry.ts'
import type {
  DelegationDesk,
  DelegationRequest,
  ExemptionDesk,
  ExemptionRequest,
  PersonEntry,
  PersonsInfo,
} from '#shared/contract/rightsResources.ts'
import type { RevealAnswer, RevealRequest } from './review/reveal.ts'
import type { Database } from './schema.ts'
import type { Principal } from '../auth/principal.ts'
import type { HistoryEntry, PushSummary, UndoReport, UndoRequest } from '#shared/contract/resources.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { LightHistory } from '#shared/review/lightHistory.ts'
import type { EventCount } from '#shared/review/eventCounts.ts'
import type { Desk, NoticeList, ReviewInfo } from '#shared/review/reviewInfo.ts'
import type { Result } from '#shared/kernel/result.ts'
import type {
  Point,
  PullPage,
  PullRequest,
  PushEnvelope,
  PushId,
  PushResult,
  SealedPush,
  StoredRecord,
} from '#shared/sync/record.ts'
import type { Kysely } from 'kysely'

/**
 * Rules that hold for every method:
 * - A refusal of the whole request is an `err` with a closed code (refusal.ts names its HTTP status). Bugs throw.
 * - What the principal may not see is as if it did not exist.
 * - In memory money is integer 分 (`Values`); on the wire and in storage it is decimal text (`encodeFen`), so that the
 *   stored text of a record is sent as it is. `values` texts hold no blank fields and have their keys sorted.
 * - `rv` = `<csn>-<hash>`, hash = first 16 hex digits of SHA-256 over id, partition, state and the values text (see
 *   content.ts). `PartitionSum.x` is the XOR of these 16 digits over the partition's live rows, `fen` the sum of all its
 *   money columns: both are kept up to date by every push, so a pull reads them and nobody hashes rows again.
 * - A record lives in one partition for ever; a deleted one leaves a tombstone; only an undo brings it back, same id.
 */
export interface RecordStore {
  readonly engine: 'sqlite' | 'postgres'
  /**
   * For rooms that own tables of their own (auth): rare, small queries. On SQLite it shares the one writer connection
   * (transactions are BEGIN IMMEDIATE and exclude pushes); never hold one open while waiting for anything else.
   */
  readonly db: Kysely<Database>

  /** Never changes between restores: new at creation and by the restore command. For people. */
  readonly epoch: string
  /** Made with the database, kept by backups and restores: tells this server from others. */
  readonly serverId: string
  head(): Promise<Point>
  /** P-9: `unchanged` when nothing in the principal's visible partitions is newer than `point` and point is on the chain. */
  headFor(principal: Principal, point: Point | null): Promise<{ readonly unchanged: boolean; readonly head: Point }>

  /**
   * Decides and records one push (protocol §1.6). The envelope must have its shape already (types, id and rv formats,
   * money decoded); numbers, limits and order of groups are checked here. Rows that came in columnar form are expanded
   * by the decoder into ordinary create ops: one form in memory.
   * Same id, user and body hash again → the recorded result with `replay: true`; witnesses are not part of that hash, a
   * resent envelope may carry more of them. `dryRun` writes nothing at all.
   */
  push(envelope: PushEnvelope, principal: Principal, context: PushContext): Promise<Result<PushResult, StoreRefusal>>
  /**
   * A transition by name, of single rows (each strict on revision and content seen) or of the whole sheet (strict on
   * `seen`, see sheetSeen), with what its author adds. One push like any other: recorded, replayed, listed.
   */
  move(request: MoveRequest, principal: Principal, context: PushContext): Promise<Result<PushResult, StoreRefusal>>
  /** Evidence, objections, events, requests and answers: one entry of the log of proceedings, in the chain. */
  proceed(request: ProceedRequest, principal: Principal): Promise<ProceedAnswer>
  /** 授权: lets somebody act for a while with a right of the principal's own; an entry of the log, in the chain. */
  delegate(call: RightsCall, wish: DelegationRequest): Promise<Result<void, StoreRefusal>>
  /** At once. Giver, taker, or whoever administers the unit; `not-found` for everybody else. */
  revokeDelegation(call: RightsCall): Promise<Result<void, StoreRefusal>>
  listDelegations(principal: Principal): Promise<DelegationDesk>
  /** 豁免: the chair says which persons of the unit may take which duties together for a while; an entry of the log. */
  exempt(call: RightsCall, wish: ExemptionRequest): Promise<Result<void, StoreRefusal>>
  /** At once, with the rights that were given for its days only. A chair there or above, or whoever administers the unit. */
  revokeExemption(call: RightsCall): Promise<Result<void, StoreRefusal>>
  listExemptions(principal: Principal): Promise<ExemptionDesk>
  /** 回避: numbers of the person of an account and of relatives; undefined: neither oneself nor somebody one administers. */
  persons(userId: string, principal: Principal): Promise<PersonsInfo | undefined>
  setPersons(
    call: RightsCall,
    wish: { readonly userId: string; readonly persons: readonly PersonEntry[] },
  ): Promise<Result<void, StoreRefusal>>
  /** 看全: one whole value of a masked column, with a reason; in the chain before it is answered (ADR 0034). */
  reveal(request: Omit<RevealRequest, 'subject'>, principal: Principal): Promise<RevealAnswer>
  /** What is on file and what each step lacks; `record` null: the sheet as a whole. undefined: not visible. */
  review(p: string, record: RecordId | null, principal: Principal): Promise<ReviewInfo | undefined>
  /** The masked list of a 公示; undefined: unknown, not visible, or taken down. */
  notice(p: string, id: string, principal: Principal): Promise<NoticeList | undefined>
  /** 我的案头: what waits for this person. */
  desk(principal: Principal): Promise<Desk>
  /** Takes back every emergency that nobody ratified in time. @returns how many */
  revertEmergencies(): Promise<number>
  /** The recorded result of the principal's own push; null: no such push (the client sends again). */
  receipt(pushId: PushId, principal: Principal): Promise<PushResult | null>
  /** Ids of those that this server acknowledged to the principal exactly so, whether or not it still has them (H13). */
  vouch(pushes: readonly SealedPush[], principal: Principal): ReadonlySet<PushId>
  /** From the next opening on a new key signs; `older`: what older keys sealed is not known any more. @returns how many are */
  renewSeals(forget: 'none' | 'older'): Promise<{ readonly known: number }>
  /** P-7: a push made by the server from recorded before-values, in three baskets. */
  undo(pushId: PushId, request: UndoRequest, principal: Principal): Promise<Result<UndoReport, StoreRefusal>>

  /** One page as objects. Chain pages by `pageToken` until `more` is false; apply only then (W4). */
  pull(request: PullRequest, principal: Principal): Promise<Result<PullPage, StoreRefusal>>
  /**
   * The same page as UTF-8 of NDJSON (P-9), rows joined from stored JSON. Lines:
   * 1. `{"mode","ancestor","head","columns":["id","p","rv","state","values"]}`
   * 2. per live row `["id","p","rv","state",{values in wire form}]`, per row that is gone `["id"]`
   * 3. `{"to","more","pageToken","drop":[…],"parts":[…],"rows":<number of lines between>}`; without it the page is torn.
   * Chunks end at line ends; the database is not held while they are sent. `maxRows` is clamped to 1…2,000, bytes to
   * 1.5 MB. A null cursor starts from nothing with mode `delta`; an unknown point gives mode `reset`.
   */
  pullText(
    request: PullRequest,
    principal: Principal,
  ): Promise<Result<readonly Uint8Array<ArrayBuffer>[], StoreRefusal>>

  listPartitions(principal: Principal): Promise<readonly PartitionSummary[]>
  /** Live, visible rows in order of creation; undefined: no partition that the principal may see or create rows in. */
  listRecords(p: string, principal: Principal): Promise<RecordRows | undefined>
  /** Who last changed the named records and their fields; without those the principal may not see. */
  authors(ids: readonly RecordId[], principal: Principal): Promise<ReadonlyMap<RecordId, Authors>>
  /** undefined: not visible; no spans for kinds without a light. */
  lights(id: RecordId, principal: Principal): Promise<LightHistory | undefined>
  /** Newest first; undefined: not visible. */
  history(id: RecordId, principal: Principal, field?: string): Promise<readonly HistoryEntry[] | undefined>
  /** Own pushes, and those that touched rows which the principal may see, with counts of those only; newest first. */
  listPushes(principal: Principal, query: PushQuery): Promise<readonly PushSummary[]>

  /** Recomputes every link from the entries; with `tables` also replays the audit against the live records. */
  verifyChain(options: VerifyOptions): Promise<VerifyReport>

  /** How rules over several sheets stand for the visible rows of a sheet; undefined: not visible. */
  linked(p: string, principal: Principal): Promise<readonly LinkedStanding[] | undefined>
  /** Packs, calendar and facts as they are now. */
  policies(): Promise<PolicyBook>

  readonly files: FileStore
  /** One write and one read that must agree with the chain's head: for /readyz. */
  probe(): Promise<{ readonly ok: boolean; readonly head: Point }>
  /** Waits for running pushes, checkpoints, gives the file back. Idempotent. */
  close(): Promise<void>
}

export interface PartitionSummary {
  readonly p: string
  readonly kind: string
  readonly unitId: string
  readonly unitName: string
  readonly year: number
  /** Live rows; those that the principal may not see are counted only where all are visible. */
  readonly rows: number
  readonly totals: readonly { readonly column: string; readonly fen: number }[]
  /** Of the rows that the principal sees. */
  readonly lastChange: { readonly csn: number; readonly at: string; readonly by: string } | null
  /** Of the sheet, hidden rows included: for what is remembered of it here, never told. */
  readonly lastCsn: number
  /** Actions that the principal may do in some state. */
  readonly may: readonly string[]
}

export interface RecordRows {
  readonly p: string
  readonly point: Point
  readonly rows: readonly StoredRecord[]
  /** How often each event was logged of which of these rows. */
  readonly events: readonly EventCount[]
}

export interface PushQuery {
  readonly p?: string
  /** 1…200. */
  readonly limit: number
  /** Only pushes with a smaller csn. */
  readonly before?: number
}

export interface VerifyOptions {
  /** Points from outside (workbooks, receipts, a printed head): each must be on the chain. */
  readonly witnesses?: readonly Point[]
  readonly tables?: boolean
}

export interface VerifyReport {
  readonly intact: boolean
  readonly links: number
  readonly entries: number
  /** First csn that does not agree. */
  readonly brokenAt: number | null
  readonly problem: 'link' | 'gap' | 'truncated' | 'witness' | 'tables' | null
  readonly head: Point
}

/** Uploaded files and what import made of them; rows of the same database, so that one backup holds everything. */
export interface FileStore {
  /** A result replaces the one of the same id. */
  saveUpload(upload: Upload): Promise<Result<void, StoreRefusal>>
  /** Only the uploader's own; undefined otherwise. */
  findUpload(id: string, principal: Principal): Promise<Upload | undefined>
  /** Insert or replace by id. */
  saveImportRun(run: ImportRun): Promise<Result<void, StoreRefusal>>
  findImportRun(id: string, principal: Principal): Promise<ImportRun | undefined>
  /** Insert or replace by (kind, fingerprint). */
  saveProfile(profile: StoredProfile): Promise<void>
  /** Of these units only, newest first, at most 1,000. */
  listProfiles(unitIds: readonly string[]): Promise<readonly StoredProfile[]>
  /** Deletes uploads older than `before` that no import run with a push refers to; answers how many. */
  purgeUploads(before: string): Promise<number>
}

export interface Upload {
  readonly id: string
  readonly userId: string
  readonly purpose: 'import' | 'workbook' | 'result'
  readonly fileName: string
  /** SHA-256 hex of `bytes`. */
  readonly sha256: string
  readonly bytes: Uint8Array
  /** ISO 8601. */
  readonly at: string
}

export interface ImportRun {
  readonly id: string
  readonly uploadId: string
  readonly userId: string
  /** Plan, corrections, analysis: JSON text of the room that wrote it. */
  readonly content: string
  /** The push that applied it; null until then. */
  readonly pushId: PushId | null
  readonly at: string
}

/** A remembered mapping of headers (shared/import/profile.ts), JSON text. */
export interface StoredProfile {
  /** Whose files it was settled for; nobody else is shown what they say. */
  readonly unitId: string
  readonly kind: string
  readonly fingerprint: string
  readonly content: string
  readonly at: string
  readonly by: string
}
