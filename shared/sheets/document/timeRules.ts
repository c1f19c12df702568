// Row rules about days: what is overdue, and the days in which petitioners are told and answered (信访工作条例).
import type { RowRule } from '../../definition/rule.ts'
import { daysBetween, plusDays } from '../../kernel/plainDate.ts'
import { words } from '../../kernel/words.ts'
import { house, petitionRules, registerPractice } from '../../policy/sources.ts'
import { textOf as text } from '../accounts/rowParts.ts'
import { dayOf, dueDay, extensionDays, informDays, isAnswered, isPetition, settleDays } from './deadlines.ts'
import { sampleIncoming as incoming, sampleVisit as visit } from './sample.ts'

export const timeRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'document/not-informed',
    severity: 'warning',
    citation: petitionRules('第22、23条'),
    title: words('15 日内告知是否受理', '15 日內告知是否受理', 'Told within 15 days whether it is taken up'),
    message: words(
      '来信来访登记于 {date}，到 {told} 共 {days} 天才告知（应在 {limit} 日内）。请尽快告知并登记日期。',
      '來信來訪登記於 {date}，到 {told} 共 {days} 天才告知（應在 {limit} 日內）。請儘快告知並登記日期。',
      'Entered on {date}; by {told} it took {days} days to tell the person, {limit} are allowed. Tell them now and note the day.',
    ),
    columns: ['informedOn', 'date', 'direction', 'repliedOn'],
    check: (row, { today }) => {
      const date = dayOf(row, 'date')
      if (!isPetition(row) || date === undefined || text(row, 'repliedOn') !== '') return null
      const told = dayOf(row, 'informedOn') ?? today
      const days = daysBetween(date, told)
      return days <= informDays ? null : { date, told, days, limit: informDays }
    },
    examples: {
      valid: [visit, { ...visit, date: '2026-02-20', informedOn: null }],
      invalid: [
        { ...visit, date: '2026-01-20', informedOn: null },
        { ...visit, informedOn: '2026-02-28' },
      ],
    },
  },
  {
    scope: 'row',
    code: 'document/petition-overdue',
    severity: 'warning',
    citation: petitionRules('第34条'),
    title: words(
      '60 日内办结，延期不超过 30 日',
      '60 日內辦結，延期不超過 30 日',
      'Settled within 60 days, extended by 30 at most',
    ),
    message: words(
      '来信来访登记于 {date}，应在 {due} 前办结，已过 {days} 天。请答复，或按规定办理延期。',
      '來信來訪登記於 {date}，應在 {due} 前辦結，已過 {days} 天。請答覆，或按規定辦理延期。',
      'Entered on {date} and due by {due}: {days} days over. Reply, or have it extended.',
    ),
    columns: ['repliedOn', 'date', 'direction', 'extendedTo', 'due', 'result', 'filedOn'],
    check: (row, { today }) => {
      const [date, due] = [dayOf(row, 'date'), dueDay(row)]
      if (!isPetition(row) || date === undefined || due === undefined) return null
      const replied = dayOf(row, 'repliedOn')
      if (replied === undefined && isAnswered(row)) return null
      const days = daysBetween(due, replied ?? today)
      return days <= 0 ? null : { date, due, days }
    },
    examples: {
      valid: [visit, { ...visit, date: '2025-11-01', informedOn: '2025-11-05', repliedOn: '2025-12-20' }],
      invalid: [{ ...visit, date: '2025-11-01', informedOn: '2025-11-05' }],
    },
  },
  {
    scope: 'row',
    code: 'document/extension-too-long',
    severity: 'error',
    blocks: 'submit',
    citation: petitionRules('第34条'),
    title: words('延期不超过 30 日', '延期不超過 30 日', 'Extended by 30 days at most'),
    message: words(
      '延期到 {extended}，最晚只能到 {latest}（登记后 60 日加 30 日）。',
      '延期到 {extended}，最晚只能到 {latest}（登記後 60 日加 30 日）。',
      'Extended to {extended}; the latest day is {latest} (60 days and 30 more).',
    ),
    columns: ['extendedTo', 'date', 'direction'],
    check: (row) => {
      const [date, extended] = [dayOf(row, 'date'), dayOf(row, 'extendedTo')]
      if (!isPetition(row) || date === undefined || extended === undefined) return null
      const latest = plusDays(date, settleDays + extensionDays)
      return extended <= latest ? null : { extended, latest }
    },
    examples: {
      valid: [visit, { ...visit, extendedTo: '2026-05-01' }],
      invalid: [{ ...visit, extendedTo: '2026-06-01' }],
    },
  },
  {
    scope: 'row',
    code: 'document/overdue',
    severity: 'warning',
    citation: registerPractice('催办'),
    title: words('收文按时办结', '收文按時辦結', 'Incoming documents are handled in time'),
    message: words(
      '“{title}”应于 {due} 办结，已逾期 {days} 天，没有办理结果。请催办 {lead}。',
      '「{title}」應於 {due} 辦結，已逾期 {days} 天，沒有辦理結果。請催辦 {lead}。',
      '“{title}” was due on {due}, {days} days ago, without a result. Please urge {lead}.',
    ),
    columns: ['result', 'due', 'title', 'lead', 'direction', 'repliedOn', 'filedOn'],
    check: (row, { today }) => {
      const due = dayOf(row, 'due')
      if (row['direction'] !== '收文' || due === undefined || isAnswered(row) || due >= today) return null
      const lead = text(row, 'lead')
      return { title: text(row, 'title'), due, days: daysBetween(due, today), lead: lead === '' ? '承办部门' : lead }
    },
    examples: {
      valid: [incoming, { ...incoming, due: '2026-02-20', result: '已办结' }],
      invalid: [{ ...incoming, due: '2026-02-20' }],
    },
  },
  {
    scope: 'row',
    code: 'document/day-order',
    severity: 'warning',
    citation: house('日期先后'),
    title: words('办理日期不早于登记', '辦理日期不早於登記', 'Nothing is handled before it is entered'),
    message: words(
      '{label} {day} 早于登记日期 {date}。请核对。',
      '{label} {day} 早於登記日期 {date}。請核對。',
      '{label} {day} lies before the day of entry, {date}. Please check.',
    ),
    columns: ['date', 'due', 'informedOn', 'repliedOn', 'filedOn'],
    check: (row) => {
      const date = text(row, 'date')
      const later = [
        ['due', '办理时限'],
        ['informedOn', '告知日期'],
        ['repliedOn', '答复日期'],
        ['filedOn', '归卷日期'],
      ].find(([key = '']) => date !== '' && text(row, key) !== '' && text(row, key) < date)
      const [key = '', label = ''] = later ?? []
      return later === undefined ? null : { label, day: text(row, key), date }
    },
    examples: { valid: [incoming, visit], invalid: [{ ...incoming, due: '2026-02-01' }] },
  },
]
