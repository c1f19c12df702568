// What people would put on file for a step, made up: a meeting with its numbers, a discussion, a notice that has run out.
import type { EvidenceNeed } from '#shared/definition/evidenceNeed.ts'
import type { EvidenceContent } from '#shared/review/evidence.ts'
import { day } from './step.ts'

const dayMs = 86_400_000

export interface Filing {
  /** When it is put on file: a notice before it begins. */
  readonly on: Date
  readonly content: EvidenceContent
}

/** undefined: nothing is filed for this need (objections that nobody raised). @param at day of the step */
export function evidenceFor(need: EvidenceNeed, at: Date): Filing | undefined {
  const before = (days: number): Date => new Date(at.getTime() - days * dayMs)
  const on = (days: number) => day(before(days).toISOString().slice(0, 10))
  switch (need.type) {
    case 'resolution':
      return {
        on: before(0),
        content: {
          type: 'resolution',
          body: need.body,
          term: '第三届',
          meeting: '第8次会议',
          date: on(1),
          expected: 9,
          present: 8,
          agreed: 8,
          summary: '同意。',
        },
      }
    case 'discussion':
      return {
        on: before(0),
        content: {
          type: 'discussion',
          form: 'groups',
          date: on(1),
          expected: 30,
          present: 28,
          opinions: [{ text: '品种能否多一些', disposition: '采纳，增加可选品种' }],
        },
      }
    case 'notice':
      return {
        on: before(14),
        content: { type: 'notice', from: on(14), to: on(1), place: '厂务公开栏', contact: '办公室 6012' },
      }
    case 'document':
      return {
        on: before(0),
        content: {
          type: 'document',
          number: `示工〔${at.getFullYear()}〕${at.getMonth() + 1}号`,
          date: on(1),
          issuer: '示例市总工会',
          title: '批复',
        },
      }
    case 'consultation':
      return {
        on: before(0),
        content: {
          type: 'consultation',
          date: on(1),
          persons: Array.from({ length: need.minimum }, (_, index) => ({ name: `委员${index + 1}`, opinion: '同意' })),
        },
      }
    case 'inquiry':
      return {
        on: before(0),
        content: {
          type: 'inquiry',
          topic: need.topic,
          date: on(1),
          persons: ['孙秘书', '李干事'],
          result: '属实，相符。',
        },
      }
    case 'objections-closed':
      return undefined
  }
}
