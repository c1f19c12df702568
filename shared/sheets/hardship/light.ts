// The light of a file: reviewed within a year, soon due, overdue (动态管理).
import type { LightRule, LightVerdict } from '../../definition/light.ts'
import type { FindingWords } from '../../kernel/finding.ts'
import { daysBetween, parsePlainDate, plusDays, type PlainDate } from '../../kernel/plainDate.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { isOpenFile, reviewedOn } from './parts.ts'

/** Files are reviewed at least once a year. */
export const reviewDays = 365
/** 黄 from this many days before a review is due. */
const soonDays = 30

/** Days since the last review; undefined for rows that are no open file or name no day. */
export function daysSinceReview(row: Values, today: PlainDate): number | undefined {
  const day = isOpenFile(row) ? parsePlainDate(reviewedOn(row)) : undefined
  return day === undefined ? undefined : daysBetween(day, today)
}

/** Sentences of the reasons below. */
export const lightWords: FindingWords = {
  'hardship/light-overdue': words(
    '红灯：{since} 起 {days} 天没有复核，已超过一年。',
    '紅燈：{since} 起 {days} 天沒有複核，已超過一年。',
    'Red: not reviewed for {days} days, since {since}: more than a year.',
  ),
  'hardship/light-soon': words(
    '黄灯：{since} 复核过，还有 {days} 天满一年。',
    '黃燈：{since} 複核過，還有 {days} 天滿一年。',
    'Yellow: reviewed on {since}; the year is over in {days} days.',
  ),
  'hardship/light-reviewed': words(
    '绿灯：{since} 复核过，还有 {days} 天满一年。',
    '綠燈：{since} 複核過，還有 {days} 天滿一年。',
    'Green: reviewed on {since}; the year is over in {days} days.',
  ),
}

export function lightOf(row: Values, { today }: { readonly today: PlainDate }): LightVerdict | null {
  const days = daysSinceReview(row, today)
  if (days === undefined) return null
  const since = reviewedOn(row)
  if (days > reviewDays) return { light: 'red', reason: 'hardship/light-overdue', params: { since, days } }
  const left = { since, days: reviewDays - days }
  return days > reviewDays - soonDays
    ? { light: 'yellow', reason: 'hardship/light-soon', params: left }
    : { light: 'green', reason: 'hardship/light-reviewed', params: left }
}

/** The first day of the last month before a review is due, and the day after the year is over. */
function lightTurns(row: Values): readonly PlainDate[] {
  const since = isOpenFile(row) ? parsePlainDate(reviewedOn(row)) : undefined
  return since === undefined ? [] : [reviewDays - soonDays, reviewDays].map((days) => plusDays(since, days + 1))
}

export const light: LightRule = { of: lightOf, turns: lightTurns }
