// Until when a document or a petition is to be answered, and its light (信访工作条例 art. 22–23, 34).
import type { LightRule, LightVerdict } from '../../definition/light.ts'
import type { FindingWords } from '../../kernel/finding.ts'
import { daysBetween, parsePlainDate, plusDays, type PlainDate } from '../../kernel/plainDate.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { textOf } from '../accounts/rowParts.ts'
import { petitions } from './choices.ts'

/** Days in which a petitioner is told whether the matter is taken up. */
export const informDays = 15
/** Days in which a petition is settled, and by how many that may be extended. */
export const settleDays = 60
export const extensionDays = 30

const yellowDays = 3
const redDays = 1

export function isPetition(row: Values): boolean {
  return petitions.includes(textOf(row, 'direction'))
}

export function dayOf(row: Values, column: string): PlainDate | undefined {
  return parsePlainDate(textOf(row, column))
}

/** The day that counts: what was set, else 60 days for petitions, extended where that was approved. */
export function dueDay(row: Values): PlainDate | undefined {
  const [set, from, extended] = [dayOf(row, 'due'), dayOf(row, 'date'), dayOf(row, 'extendedTo')]
  if (extended !== undefined) return extended
  if (set !== undefined) return set
  return isPetition(row) && from !== undefined ? plusDays(from, settleDays) : undefined
}

export function isAnswered(row: Values): boolean {
  return textOf(row, 'repliedOn') !== '' || textOf(row, 'result') !== '' || textOf(row, 'filedOn') !== ''
}

/** Sentences of the reasons below. */
export const lightWords: FindingWords = {
  'document/light-overdue': words(
    '红灯：应于 {due} 办结，已逾期 {days} 天。',
    '紅燈：應於 {due} 辦結，已逾期 {days} 天。',
    'Red: was due on {due}, overdue by {days} days.',
  ),
  'document/light-now': words(
    '红灯：应于 {due} 办结，只剩 {days} 天。',
    '紅燈：應於 {due} 辦結，只剩 {days} 天。',
    'Red: due on {due}, only {days} days left.',
  ),
  'document/light-soon': words(
    '黄灯：应于 {due} 办结，还有 {days} 天。',
    '黃燈：應於 {due} 辦結，還有 {days} 天。',
    'Yellow: due on {due}, {days} days left.',
  ),
  'document/light-in-time': words(
    '绿灯：应于 {due} 办结，还有 {days} 天。',
    '綠燈：應於 {due} 辦結，還有 {days} 天。',
    'Green: due on {due}, {days} days left.',
  ),
}

export function lightOf(row: Values, { today }: { readonly today: PlainDate }): LightVerdict | null {
  const due = dueDay(row)
  if (due === undefined || isAnswered(row) || textOf(row, 'direction') === '发文') return null
  const left = daysBetween(today, due)
  const params = { due, days: Math.abs(left) }
  if (left < 0) return { light: 'red', reason: 'document/light-overdue', params }
  if (left <= redDays) return { light: 'red', reason: 'document/light-now', params }
  if (left <= yellowDays) return { light: 'yellow', reason: 'document/light-soon', params }
  return { light: 'green', reason: 'document/light-in-time', params }
}

/** Yellow, red, and the day after it was due. */
function lightTurns(row: Values): readonly PlainDate[] {
  const due = dueDay(row)
  return due === undefined ? [] : [-yellowDays, -redDays, 1].map((days) => plusDays(due, days))
}

export const light: LightRule = { of: lightOf, turns: lightTurns }
