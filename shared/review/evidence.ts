// What is on file beside the rows: decisions, discussions, notices and the like, each bound to the content it was about.
import type { Body } from '../definition/evidenceNeed.ts'
import type { PlainDate } from '../kernel/plainDate.ts'
import type { RecordId } from '../kernel/value.ts'

/** 届·次·日期, 应到/实到/同意. */
export interface Resolution {
  readonly type: 'resolution'
  readonly body: Body
  /** 届, as people write it: 第三届. */
  readonly term: string
  /** 次: 第5次会议. */
  readonly meeting: string
  readonly date: PlainDate
  readonly expected: number
  readonly present: number
  readonly agreed: number
  /** What was decided, in one or two sentences. */
  readonly summary: string
}

/** 会员小组会 · 职代会/会员代表大会 · 座谈会 · 问卷. */
export type DiscussionForm = 'groups' | 'congress' | 'meeting' | 'survey'
export const discussionForms: readonly DiscussionForm[] = ['groups', 'congress', 'meeting', 'survey']

export interface Opinion {
  readonly text: string
  /** 采纳情况; '' until it is given. */
  readonly disposition: string
}

export interface Discussion {
  readonly type: 'discussion'
  readonly form: DiscussionForm
  readonly date: PlainDate
  readonly expected: number
  readonly present: number
  readonly opinions: readonly Opinion[]
}

/** 公示. */
export interface Notice {
  readonly type: 'notice'
  /** First and last day it stands, both inclusive. */
  readonly from: PlainDate
  readonly to: PlainDate
  /** 地点/渠道. */
  readonly place: string
  /** 异议电话, 联系人. */
  readonly contact: string
}

/** 批复, 备案, 文件. */
export interface DocumentEvidence {
  readonly type: 'document'
  /** 文号. */
  readonly number: string
  readonly date: PlainDate
  readonly issuer: string
  readonly title: string
}

export interface Consultation {
  readonly type: 'consultation'
  readonly date: PlainDate
  readonly persons: readonly { readonly name: string; readonly opinion: string }[]
}

/** 入户调查, 民政核对, 验收 …: `topic` as the kind's need names it. */
export interface Inquiry {
  readonly type: 'inquiry'
  readonly topic: string
  readonly date: PlainDate
  readonly persons: readonly string[]
  readonly result: string
}

export type EvidenceContent = Resolution | Discussion | Notice | DocumentEvidence | Consultation | Inquiry
export type EvidenceType = EvidenceContent['type']
export const evidenceTypes: readonly EvidenceType[] = [
  'resolution',
  'discussion',
  'notice',
  'document',
  'consultation',
  'inquiry',
]

/** `sheet`: the whole sheet as it stood; else these records. */
export type Covers = { readonly type: 'sheet' } | { readonly type: 'records'; readonly ids: readonly RecordId[] }

/** As filed; never changed, only withdrawn. */
export interface Evidence {
  readonly id: string
  readonly p: string
  readonly covers: Covers
  readonly content: EvidenceContent
  /** Display name and server time. */
  readonly by: string
  readonly at: string
}

/** Does it still hold for what it was filed for (P-8)? */
export interface Standing {
  readonly withdrawn: boolean
  /** Records that it covers and whose covered content is as it was. */
  readonly holds: readonly RecordId[]
  /** Covered records that were changed or deleted since: void for these. */
  readonly changed: readonly RecordId[]
  /** For the whole sheet only: live records that came later. */
  readonly added: readonly RecordId[]
}
