// Is a task done, overdue, or due soon: worked out from the row and the day, never stored.
import type { RuleContext } from '../../definition/rule.ts'
import type { LightRule, LightVerdict } from '../../definition/light.ts'
import type { FindingWords } from '../../kernel/finding.ts'
import { daysBetween, parsePlainDate, plusDays, type PlainDate } from '../../kernel/plainDate.ts'
import { firstDayWithin, workingDaysBetween } from '../../kernel/workingCalendar.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'

/** 黄 from this many working days before the day it is due. */
export const yellowDays = 3
/** 红 from this many working days before. */
export const redDays = 1

export function dayOf(row: Values, column: string): PlainDate | undefined {
  const value = row[column]
  return typeof value === 'string' ? parsePlainDate(value) : undefined
}

export function isBlank(row: Values, column: string): boolean {
  return (row[column] ?? null) === null || row[column] === ''
}

export function isDone(row: Values): boolean {
  return row['status'] === '已办结' || (row['doneDate'] ?? null) !== null || row['closing'] === '同意办结'
}

/** Handled for good or without end: no deadline presses. */
export function isOpen(row: Values): boolean {
  return !isDone(row) && row['status'] !== '已中止'
}

/** Filed by the day first set, and by somebody's leave: before that, and when it was refused, the first day counts. */
function isExtended(row: Values, due: PlainDate): boolean {
  const filed = dayOf(row, 'extensionFiled')
  return filed !== undefined && filed <= due && !isBlank(row, 'extensionApprover')
}

/** The day that counts: late filing leaves the first one (延期须在到期前申请，按原定时间考核). */
export function dueDay(row: Values): PlainDate | undefined {
  const due = dayOf(row, 'due')
  const extended = dayOf(row, 'extendedTo')
  return due !== undefined && extended !== undefined && isExtended(row, due) ? extended : due
}

/** Days left; negative when overdue; undefined when done, stopped, or without a day (长期, 每月末 …). */
export function daysLeft(row: Values, today: PlainDate): number | undefined {
  const due = dueDay(row)
  return due === undefined || !isOpen(row) ? undefined : daysBetween(today, due)
}

/** Sentences of the reasons below. */
export const lightWords: FindingWords = {
  'task/light-overdue': words(
    '红灯：应于 {due} 办结，已逾期 {days} 天。',
    '紅燈：應於 {due} 辦結，已逾期 {days} 天。',
    'Red: was due on {due}, overdue by {days} days.',
  ),
  'task/light-now': words(
    '红灯：应于 {due} 办结，只剩 {days} 个工作日。',
    '紅燈：應於 {due} 辦結，只剩 {days} 個工作日。',
    'Red: due on {due}, only {days} working days left.',
  ),
  'task/light-soon': words(
    '黄灯：应于 {due} 办结，还有 {days} 个工作日。',
    '黃燈：應於 {due} 辦結，還有 {days} 個工作日。',
    'Yellow: due on {due}, {days} working days left.',
  ),
  'task/light-in-time': words(
    '绿灯：应于 {due} 办结，还有 {days} 个工作日。',
    '綠燈：應於 {due} 辦結，還有 {days} 個工作日。',
    'Green: due on {due}, {days} working days left.',
  ),
  'task/light-standing': words(
    '绿灯：时限是“{due}”，没有到期日。',
    '綠燈：時限是「{due}」，沒有到期日。',
    'Green: the time limit is “{due}”, no day is due.',
  ),
}

export function lightOf(row: Values, { today, calendar }: RuleContext): LightVerdict | null {
  if (!isOpen(row)) return null
  const due = dueDay(row)
  if (due === undefined) {
    const standing = row['due'] ?? null
    return standing === null
      ? null
      : { light: 'green', reason: 'task/light-standing', params: { due: String(standing) } }
  }
  const overdue = daysBetween(due, today)
  if (overdue > 0) return { light: 'red', reason: 'task/light-overdue', params: { due, days: overdue } }
  const days = workingDaysBetween(calendar, today, due)
  if (days <= redDays) return { light: 'red', reason: 'task/light-now', params: { due, days } }
  if (days <= yellowDays) return { light: 'yellow', reason: 'task/light-soon', params: { due, days } }
  return { light: 'green', reason: 'task/light-in-time', params: { due, days } }
}

/** Yellow, red, and the day after it was due. */
function lightTurns(row: Values, { calendar }: RuleContext): readonly PlainDate[] {
  const due = dueDay(row)
  if (due === undefined) return []
  return [firstDayWithin(calendar, due, yellowDays), firstDayWithin(calendar, due, redDays), plusDays(due, 1)]
}

export const light: LightRule = { of: lightOf, turns: lightTurns }
