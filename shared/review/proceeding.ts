// The procedure beside the rows, as one append-only log: each entry is in the audit chain and never changed.
import type { Excused } from '../definition/duty.ts'
import type { Role } from '../definition/role.ts'
import type { PlainDate } from '../kernel/plainDate.ts'
import type { RecordId } from '../kernel/value.ts'
import type { Covers, EvidenceContent } from './evidence.ts'

/** 请示: may I, will you? · 汇报: for your information · 建议 of three kinds (seed 004): 辅助 · 劝阻 · 提示. */
export type RequestKind = 'ask' | 'report' | 'assist' | 'dissuade' | 'remind'
export const requestKinds: readonly RequestKind[] = ['ask', 'report', 'assist', 'dissuade', 'remind']

/** What a person may enter; the subject is the thing it begins or goes on with. */
export type Entry =
  | { readonly type: 'evidence'; readonly covers: Covers; readonly seen: string; readonly content: EvidenceContent }
  | { readonly type: 'evidence-withdrawn'; readonly reason: string }
  /** Subject: itself; against a notice. `ids` empty: the notice as a whole. */
  | {
      readonly type: 'objection'
      readonly notice: string
      readonly ids: readonly RecordId[]
      /** Who objects, as they wish to be named. */
      readonly from: string
      readonly text: string
    }
  | { readonly type: 'objection-closed'; readonly upheld: boolean; readonly answer: string }
  | {
      readonly type: 'event'
      readonly record: RecordId
      readonly event: string
      readonly fields: Readonly<Record<string, string>>
    }
  | { readonly type: 'event-reply'; readonly text: string }
  /** 留言: whoever may see the row may say something of it. */
  | { readonly type: 'comment'; readonly record: RecordId; readonly text: string }
  | {
      readonly type: 'request'
      readonly kind: RequestKind
      readonly record: RecordId | null
      /** The transition that was denied, for which it asks. */
      readonly transition: string | null
      readonly to: { readonly roles: readonly Role[]; readonly level: 'own' | 'superior' }
      readonly text: string
    }
  | { readonly type: 'answer'; readonly agreed: boolean | null; readonly text: string }
  | { readonly type: 'emergency-ratified'; readonly text: string }

export type EntryType = Entry['type']

export interface Consulted {
  readonly name: string
  readonly opinion: string
}

/** Something that was not kept apart, and the id of the exemption that allows it. */
export interface ExcusedDuty {
  readonly exemption: string
  readonly duty: Excused
}

/** What only the server writes. */
export type ServerEntry =
  /** One per transition that rests on evidence, a reason, a delegation: what was decided, and on what. */
  | {
      readonly type: 'decision'
      readonly transition: string
      readonly scope: 'record' | 'sheet'
      readonly rows: number
      readonly reason: string
      readonly restsOn: readonly string[]
      /** Display name of whoever delegated, when the right came from a delegation (代审). */
      readonly onBehalfOf: string | null
      /** What was not kept apart, each with the exemption that allowed it; absent: nothing. */
      readonly excused?: readonly ExcusedDuty[]
    }
  | {
      readonly type: 'emergency'
      readonly transition: string
      readonly ids: readonly RecordId[]
      readonly from: string
      readonly to: string
      readonly reason: string
      readonly consulted: readonly Consulted[]
      /** ISO 8601; not ratified until then, it is taken back. */
      readonly until: string
    }
  | { readonly type: 'emergency-reverted'; readonly reverted: readonly RecordId[]; readonly kept: readonly RecordId[] }
  | { readonly type: 'reveal'; readonly column: string; readonly reason: string }
  | {
      readonly type: 'delegation'
      /** Account and display name of whoever acts for the author of the entry. */
      readonly toId: string
      readonly to: string
      readonly role: Role
      readonly unitId: string
      /** Empty: all. */
      readonly kinds: readonly string[]
      readonly department: string | null
      readonly from: PlainDate
      readonly until: PlainDate
      readonly reason: string
    }
  | { readonly type: 'delegation-revoked' }
  /** 豁免: a unit too small to keep all duties apart says which persons may take which together, for how long and why. */
  | {
      readonly type: 'exemption'
      readonly unitId: string
      /** Accounts and display names; never the author of the entry. */
      readonly persons: readonly { readonly id: string; readonly name: string }[]
      readonly excuses: readonly Excused[]
      readonly from: PlainDate
      readonly until: PlainDate
      readonly reason: string
    }
  /** With the rights that were given only for its days and ended with it. */
  | {
      readonly type: 'exemption-revoked'
      readonly ended: readonly { readonly userId: string; readonly role: Role }[]
    }
  /** 回避: that the list of somebody's numbers changed; the numbers stay out of the log. */
  | {
      readonly type: 'persons'
      readonly ofId: string
      readonly of: string
      readonly added: number
      readonly removed: number
    }

/** As stored; evidence without `seen`, with the digest over its covered rows. */
export type StoredEntry =
  | Exclude<Entry, { readonly type: 'evidence' }>
  | ServerEntry
  | {
      readonly type: 'evidence'
      readonly covers: Covers['type']
      readonly rows: number
      readonly digest: string
      readonly content: EvidenceContent
    }

export interface Proceeding {
  /** csn × 2²⁴ + place in its commit: the order of the log. */
  readonly seq: number
  /** Id of what it begins or goes on with. */
  readonly subject: string
  /** Partition; '' for what is about people's rights. */
  readonly p: string
  readonly record: RecordId | null
  readonly entry: StoredEntry
  readonly userId: string
  /** Display name and server time. */
  readonly by: string
  readonly at: string
}
