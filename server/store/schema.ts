// Row types of every table, for Kysely. The tables themselves are made by migrations/.
import type {
  HolidayYearTable,
  PolicyAssignmentTable,
  PolicyConfirmationTable,
  PolicyEventTable,
  PolicyPackTable,
  UnitFactTable,
} from './policySchema.ts'
import type { ColumnType } from 'kysely'
import type { PersonRelation } from '#shared/contract/rightsResources.ts'

/** One row, fixed id 1: the counter row whose lock makes pushes serial. */
export interface MetaTable {
  readonly id: number
  csn: number
  /** 64 hex digits: hash of link `csn`. */
  head: string
  epoch: string
  /** Tombstones and push rows below it may be gone. */
  floor_csn: number
  policy_version: number
  /** Signs page tokens; 64 hex digits. */
  token_key: string
}

export interface RecordTable {
  /** Order of creation. */
  readonly seq: ColumnType<number, never, never>
  readonly id: string
  readonly p: string
  state: string
  csn: number
  /** 16 hex digits, the second part of rv. */
  hash: string
  /** 0 or 1. */
  deleted: number
  /** Natural key text, null when a part is blank; unique among live rows of a partition. */
  nkey: string | null
  /** Value of the workflow's owner column, null when it has none. */
  owner: string | null
  /** audit.seq of its newest entry, from which its history is followed back. */
  readonly last_entry: number
  /** Canonical JSON of the fields in wire form. */
  content: string
}

/** What is known of a partition without reading its rows. */
export interface PartitionTable {
  readonly p: string
  readonly kind: string
  readonly unit_id: string
  readonly year: number
  rows: number
  last_csn: number
  /** XOR of the hashes of live rows, 16 hex digits. */
  x: string
  /** JSON: money column → decimal 分, live rows. */
  totals: string
}

/** What set rules compare, per rule and group (shared/validation/setAggregates.ts): kept up to date by every push. */
export interface TallyTable {
  readonly p: string
  /** Rule code. */
  readonly rule: string
  readonly grp: string
  count: number
  marked: number
  /** Decimal text: sums may pass 2⁵³ before they are refused. */
  left_sum: string
  right_sum: string
  /** JSON array of record ids, for rules of type unique. */
  ids: string
}

/** What one sheet adds to a sum of a rule over several sheets (shared/validation/linkedPlan.ts): kept up to date by every push. */
export interface LinkedTallyTable {
  /** LinkedSlot.key */
  readonly slot: string
  /** JSON of the group's key; of rules that stay within a unit with the unit's id before it. */
  readonly grp: string
  readonly p: string
  readonly year: number
  count: number
  /** Decimal text. */
  sum: string
}

export interface PushTable {
  readonly push_id: string
  readonly user_id: string
  readonly body_hash: string
  readonly csn: number | null
  /** JSON of PushResult. */
  readonly result: string
  /** JSON of PushCounts, for lists. */
  readonly counts: string
  readonly at: string
  readonly source: string
  readonly file_name: string | null
  /** The push that this one undid. */
  readonly undo_of: string | null
}

/** One commit: who and when, once for all its entries, and the hash that binds them to everything before. */
export interface ChainTable {
  readonly csn: number
  readonly h: string
  readonly actor: string
  readonly push_id: string | null
  readonly at: string
  readonly request_id: string
  readonly entries: number
}

/** Which partitions a commit touched. */
export interface TouchTable {
  readonly p: string
  readonly csn: number
}

export interface AuditTable {
  /** csn × 2²⁴ + place in the commit (chain.ts): one number, so that the table needs no second index. */
  readonly seq: number
  /** Group in its push: what was done together is undone together. */
  readonly g: number
  readonly kind: 'create' | 'update' | 'delete' | 'transition' | 'restore'
  readonly record_id: string
  readonly p: string
  /** null for create, delete, restore: then was and now hold the whole record. */
  readonly field: string | null
  /** JSON text in wire form, null for none. */
  readonly was: string | null
  readonly now: string | null
  /** seq of the entry before of the same record; null for its first. */
  readonly prev: number | null
}

/** What was done around a sheet, beside its rows: append-only, in the chain (shared/review/proceeding.ts). */
export interface ProceedingTable {
  /** As in audit; within its commit it follows the entries of the rows. */
  readonly seq: number
  readonly type: string
  /** Id of what it begins or goes on with. */
  readonly subject: string
  /** '' for what belongs to no sheet. */
  readonly p: string
  readonly record_id: string | null
  /** JSON of the entry, without its type. */
  readonly body: string
}

/** Covered content of a record when its evidence was filed. */
export interface CoverTable {
  readonly evidence: string
  readonly record_id: string
  readonly digest: string
}

export interface OriginTable {
  readonly record_id: string
  readonly push_id: string
  readonly sheet: string
  readonly line: number
}

export interface UploadTable {
  readonly id: string
  readonly user_id: string
  readonly purpose: 'import' | 'workbook' | 'result'
  readonly file_name: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly at: string
}

export interface ImportRunTable {
  readonly id: string
  readonly upload_id: string
  readonly user_id: string
  content: string
  push_id: string | null
  readonly at: string
}

export interface ProfileTable {
  readonly unit_id: string
  readonly kind: string
  readonly fingerprint: string
  content: string
  at: string
  by_user: string
}

export interface UnitTable {
  readonly id: string
  name: string
  /** `primary` or `county` (UnitKind). */
  kind: string
  parent_id: string | null
  readonly created_at: string
}

export interface UserTable {
  readonly id: string
  /** Sign-in name, case-folded; unique. */
  name: string
  display_name: string
  /** Encoded hash with its parameters; never the password. */
  password: string
  /** 0 or 1. */
  disabled: number
  readonly created_at: string
  password_changed_at: string
}

/** 回避: numbers (会员编号, 工号) of the person of an account and of declared relatives. */
export interface AccountPersonTable {
  readonly user_id: string
  /** As foldNumber gives it. */
  readonly number: string
  /** `self`: accounts with the same number are one person. */
  readonly relation: PersonRelation
  readonly name: string
  readonly at: string
  readonly by_user: string
}

export interface GrantTable {
  readonly id: string
  readonly user_id: string
  readonly role: string
  readonly unit_id: string
  /** JSON array of kinds; `[]` means all. */
  readonly kinds: string
  readonly department: string | null
  /** `YYYY-MM-DD`. */
  readonly valid_from: string | null
  readonly valid_to: string | null
  /** Who gave it away for a while, and the id of that delegation; null for grants of an administrator. */
  readonly delegated_by: ColumnType<string | null, string | null | undefined, never>
  readonly delegation: ColumnType<string | null, string | null | undefined, never>
}

export interface SessionTable {
  readonly id: string
  /** SHA-256 hex of the bearer token; the token itself is never stored. */
  readonly token_hash: string
  readonly user_id: string
  readonly created_at: string
  last_seen_at: string
  expires_at: string
  readonly agent: string
}

/** Failed attempts per key (name or address), for throttling that survives restarts and is shared by servers. */
export interface ThrottleTable {
  readonly k: string
  failures: number
  blocked_until: string
  updated_at: string
}

/** Small facts of the server itself, such as the hash of the one-time setup code. */
export interface SettingTable {
  readonly k: string
  v: string
}

export interface Database {
  meta: MetaTable
  record: RecordTable
  partition: PartitionTable
  tally: TallyTable
  linked_tally: LinkedTallyTable
  push: PushTable
  chain: ChainTable
  touch: TouchTable
  audit: AuditTable
  proceeding: ProceedingTable
  cover: CoverTable
  origin: OriginTable
  upload: UploadTable
  import_run: ImportRunTable
  profile: ProfileTable
  unit: UnitTable
  user_account: UserTable
  account_person: AccountPersonTable
  access_grant: GrantTable
  session: SessionTable
  throttle: ThrottleTable
  setting: SettingTable
  policy_pack: PolicyPackTable
  policy_confirmation: PolicyConfirmationTable
  policy_assignment: PolicyAssignmentTable
  unit_fact: UnitFactTable
  holiday_year: HolidayYearTable
  policy_event: PolicyEventTable
}
