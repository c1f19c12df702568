// Is an entry sound by itself? Dates in order, votes that add up, nothing blank. Client and server look with the same code.
import type { Finding, FindingWords } from '../kernel/finding.ts'
import type { PlainDate } from '../kernel/plainDate.ts'
import type { Params } from '../kernel/words.ts'
import { words } from '../kernel/words.ts'
import type { EvidenceContent } from './evidence.ts'
import type { Entry } from './proceeding.ts'

export const entryWords: FindingWords = {
  'review/entry-blank': words('请把必填的内容填完整。', '請把必填的內容填完整。', 'Fill in what is required.'),
  'review/entry-votes': words(
    '人数不对：同意 {agreed} 不能多于实到 {present}，实到不能多于应到 {expected}。',
    '人數不對：同意 {agreed} 不能多於實到 {present}，實到不能多於應到 {expected}。',
    'The numbers do not fit: agreed {agreed} ≤ present {present} ≤ expected {expected}.',
  ),
  'review/entry-future': words(
    '日期 {date} 还没有到。请在办完之后再登记。',
    '日期 {date} 還沒有到。請在辦完之後再登記。',
    '{date} is still to come. Record it when it has happened.',
  ),
  'review/entry-notice-days': words(
    '公示的起止日期不对：从 {from} 到 {to}。起始日期不能早于今天 {today}，因为公示的是现在的内容。',
    '公示的起止日期不對：從 {from} 到 {to}。起始日期不能早於今天 {today}，因為公示的是現在的內容。',
    'The days of the notice do not fit: {from} to {to}. It cannot begin before today, {today}: what is noticed is the content as it is now.',
  ),
  'review/entry-once': words(
    '这件事已经办结，不能再办一次。',
    '這件事已經辦結，不能再辦一次。',
    'This has been settled already.',
  ),
  'review/entry-rests': words(
    '已有流转以这份材料为依据，不能撤回。需要时请先退回。',
    '已有流轉以這份材料為依據，不能撤回。需要時請先退回。',
    'A step rests on this: it cannot be withdrawn. Have the sheet returned first.',
  ),
  'review/entry-notice-over': words(
    '公示已撤回或已结束，不能再登记异议。请直接向办公室反映。',
    '公示已撤回或已結束，不能再登記異議。請直接向辦公室反映。',
    'The notice is withdrawn or over. Take it to the office.',
  ),
  'review/entry-not-asked': words(
    '这种表的流转不需要这类材料，没有登记。',
    '這種表的流轉不需要這類材料，沒有登記。',
    'No step of this kind of sheet asks for such evidence; nothing was filed.',
  ),
  'review/entry-event': words(
    '现在的状态不能登记“{label}”，或内容没有填完整。',
    '現在的狀態不能登記「{label}」，或內容沒有填完整。',
    '“{label}” cannot be logged in this state, or something is missing.',
  ),
}

export function entryFinding(code: `review/entry-${string}`, params: Params = {}): Finding {
  return { code, severity: 'error', location: {}, params }
}

/** undefined: sound. */
export function checkEntry(entry: Entry, today: PlainDate): Finding | undefined {
  switch (entry.type) {
    case 'evidence':
      return checkContent(entry.content, today)
    case 'evidence-withdrawn':
      return blank(entry.reason)
    case 'objection':
      return blank(entry.from, entry.text)
    case 'objection-closed':
      return blank(entry.answer)
    case 'event-reply':
    case 'comment':
      return blank(entry.text)
    case 'request':
    case 'answer':
      return blank(entry.text)
    case 'event':
    case 'emergency-ratified':
      return undefined
  }
}

function checkContent(content: EvidenceContent, today: PlainDate): Finding | undefined {
  if (content.type === 'notice') {
    const { from, to, place, contact } = content
    if (from < today || to < from) return entryFinding('review/entry-notice-days', { from, to, today })
    return blank(place, contact)
  }
  if (content.date > today) return entryFinding('review/entry-future', { date: content.date })
  switch (content.type) {
    case 'resolution':
      return (
        checkVotes(content.expected, content.present, content.agreed) ??
        blank(content.term, content.meeting, content.summary)
      )
    case 'discussion':
      return checkVotes(content.expected, content.present, 0) ?? blank(...content.opinions.map(({ text }) => text))
    case 'document':
      return blank(content.number, content.issuer)
    case 'consultation':
      return content.persons.length === 0
        ? entryFinding('review/entry-blank')
        : blank(...content.persons.flatMap(({ name, opinion }) => [name, opinion]))
    case 'inquiry':
      return blank(content.result, ...content.persons) ?? (content.persons.length === 0 ? blank('') : undefined)
  }
}

function checkVotes(expected: number, present: number, agreed: number): Finding | undefined {
  return expected > 0 && agreed <= present && present <= expected
    ? undefined
    : entryFinding('review/entry-votes', { expected, present, agreed })
}

function blank(...texts: readonly string[]): Finding | undefined {
  return texts.some((text) => text.trim() === '') ? entryFinding('review/entry-blank') : undefined
}
