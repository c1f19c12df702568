// What must have happened before a transition, and be on file: 民主集中制 made checkable (domain.md §5.3).
import type { Condition } from './condition.ts'
import type { Role } from './role.ts'
import type { Words } from '../kernel/words.ts'

/** Who decides together: 工会委员会/常委会 · 经费审查委员会 · 会员(代表)大会/职代会 · 主席办公会 · 上级工会. */
export type Body = 'committee' | 'audit' | 'congress' | 'office' | 'superior'

export const bodies: readonly Body[] = ['committee', 'audit', 'congress', 'office', 'superior']

interface NeedBase {
  /** Roles that may file it. Absent: whoever may make a transition of the kind; for body `audit` the auditor. */
  readonly by?: readonly Role[]
  /** Asked for only where the rows that move fulfil it, e.g. 大额 by amount or by category; absent: always. */
  readonly when?: NeedWhen
}

export type NeedWhen =
  /** Any of the rows that move matches. */
  | { readonly type: 'rows'; readonly where: Condition }
  /** The rows that move sum up to at least so much (分) in this column: 大额. */
  | { readonly type: 'sum'; readonly column: string; readonly atLeast: number }

/** One piece of evidence a transition asks for. */
export type EvidenceNeed =
  /** 决议/集体研究: 届·次·日期, 应到/实到/同意; more than half of those entitled must have agreed. */
  | (NeedBase & { readonly type: 'resolution'; readonly body: Body })
  /** 职工讨论: at least this percentage of those asked took part, and every opinion has its disposition. */
  | (NeedBase & { readonly type: 'discussion'; readonly attendance: number })
  /** 公示: run out, having stood for at least so many whole working days by the calendar; never fewer than 3. */
  | (NeedBase & { readonly type: 'notice'; readonly workingDays: number })
  /** Every objection against what moves is closed. */
  | (NeedBase & { readonly type: 'objections-closed' })
  /** 批复/备案: 文号, date, issuer. */
  | (NeedBase & { readonly type: 'document' })
  /** 商量: at least so many people were heard, each with an opinion. */
  | (NeedBase & { readonly type: 'consultation'; readonly minimum: number })
  /** A check that somebody made in the world and put on file: 入户调查, 民政核对, 验收 … */
  | (NeedBase & { readonly type: 'inquiry'; readonly topic: string; readonly label: Words })
