// Is a task done, overdue, or due soon: worked out from the row and the day, never stored.
import type { RuleContext } from '../../definition/rule.ts'
import type { Light } from '../../definition/sheet.ts'
import { daysBetween, parsePlainDate, type PlainDate } from '../../kernel/plainDate.ts'
import type { Values } from '../../kernel/value.ts'

/** 黄 from this many days before the day it is due. */
export const yellowDays = 3
/** 红 from this many days before. */
export const redDays = 1

export function dayOf(row: Values, column: string): PlainDate | undefined {
  const value = row[column]
  return typeof value === 'string' ? parsePlainDate(value) : undefined
}

export function isDone(row: Values): boolean {
  return row['status'] === '已办结' || (row['doneDate'] ?? null) !== null || row['closing'] === '同意办结'
}

/** Handled for good or without end: no deadline presses. */
export function isOpen(row: Values): boolean {
  return !isDone(row) && row['status'] !== '已中止'
}

/** The day that counts: an extension counts only when it was filed by the day first set (延期须在到期前申请). */
export function dueDay(row: Values): PlainDate | undefined {
  const due = dayOf(row, 'due')
  const extended = dayOf(row, 'extendedTo')
  const filed = dayOf(row, 'extensionFiled')
  return due !== undefined && extended !== undefined && filed !== undefined && filed <= due ? extended : due
}

/** Days left; negative when overdue; undefined when done, stopped, or without a day (长期, 每月末 …). */
export function daysLeft(row: Values, today: PlainDate): number | undefined {
  const due = dueDay(row)
  return due === undefined || !isOpen(row) ? undefined : daysBetween(today, due)
}

export function lightOf(row: Values, { today }: RuleContext): Light | null {
  if (!isOpen(row)) return null
  const left = daysLeft(row, today)
  if (left === undefined) return (row['due'] ?? null) === null ? null : 'green'
  return left <= redDays ? 'red' : left <= yellowDays ? 'yellow' : 'green'
}
