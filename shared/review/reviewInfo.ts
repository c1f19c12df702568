// What the page is told about a sheet's or a row's procedure: what is on file, and each step with all that stands against it.
import type { Finding } from '../kernel/finding.ts'
import type { RecordId } from '../kernel/value.ts'
import type { Value } from '../kernel/value.ts'
import type { RecordRevision } from '../sync/record.ts'
import type { Denial } from '../definition/denial.ts'
import type { Standing } from './evidence.ts'
import type { EvidenceOnFile, ReviewLog } from './fold.ts'
import type { ExcusedDuty } from './proceeding.ts'

export interface Step {
  /** Name of the transition. */
  readonly transition: string
  readonly allowed: boolean
  /** Everything that stands against it, in the order in which a person would clear it. */
  readonly denials: readonly Denial[]
  /** What the rules that count before this step find. */
  readonly findings: readonly Finding[]
  /** It is not this person's, but may be taken as an emergency. */
  readonly emergency: boolean
  /** Duties that this person would not keep apart, as an exemption allows: shown before the step is taken. */
  readonly excused: readonly Excusing[]
}

/** An exemption that a step would rest on. */
export interface Excusing extends ExcusedDuty {
  /** Display name of who declared it. */
  readonly by: string
  readonly until: string
  readonly reason: string
}

export type EvidenceShown = EvidenceOnFile & { readonly standing: Standing }

export interface ReviewInfo extends Omit<ReviewLog, 'evidence'> {
  readonly p: string
  /** The record asked about; null: the sheet as a whole. */
  readonly record: RecordId | null
  /** State of the record, or the one that all rows of the sheet share; null when they stand in several. */
  readonly state: string | null
  /** sheetSeen of the rows that were looked at: what evidence and transitions name. */
  readonly seen: string
  /** Of the one record: its revision and the hash of its content, as a step of it names them. */
  readonly rv: RecordRevision | null
  readonly content: string | null
  readonly rows: number
  readonly steps: readonly Step[]
  readonly evidence: readonly EvidenceShown[]
  /** Of one row, names of events: what this person may log in its state, and what they may reply to. */
  readonly mayLog: readonly string[]
  readonly mayReply: readonly string[]
}

/** One thing that waits for a person; `open`: a row they may take further although nobody waits for it. */
export interface DeskItem {
  readonly type: 'request' | 'answer' | 'emergency' | 'review' | 'light' | 'reminder' | 'open'
  readonly p: string
  readonly unitName: string
  readonly record: RecordId | null
  /** Id of the request or the emergency; '' for the others. */
  readonly subject: string
  /** What it is called: the row by its natural key, '' for whole sheets. */
  readonly label: string
  /** Reviews and open rows: names of the transitions that are this person's · lights: colour, reason and its params. */
  readonly transitions: readonly string[]
  readonly light: {
    readonly light: 'red' | 'yellow'
    readonly reason: string
    readonly params: Readonly<Record<string, string | number>>
  } | null
  /** Lights and reminders: how often what was logged of the row, by name of the event. */
  readonly logged: readonly { readonly event: string; readonly times: number }[]
  /** What was asked or answered, by whom and when. */
  readonly text: string
  readonly by: string
  readonly at: string
}

export interface Desk {
  readonly items: readonly DeskItem[]
  /** Sheets too large to be looked through here. */
  readonly skipped: readonly string[]
}

/** 公示: what may be shown of the rows that it still covers; columns by key. */
export interface NoticeList {
  readonly p: string
  readonly id: string
  readonly from: string
  readonly to: string
  readonly place: string
  readonly contact: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}
