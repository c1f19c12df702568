// What day it is where the server stands: one answer for grants, rules and lights.
import { plainDate, type PlainDate } from '#shared/kernel/plainDate.ts'

export function localDay(date: Date): PlainDate {
  const day = plainDate(date.getFullYear(), date.getMonth() + 1, date.getDate())
  if (day === undefined) throw new RangeError('the clock shows no day')
  return day
}
