// The calendar day of a moment where the person sits.
import { plainDate, type PlainDate } from '#shared/kernel/plainDate.ts'

/** Throws RangeError for a moment that is none. */
export function dayOf(moment: Date): PlainDate {
  const day = plainDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate())
  if (day === undefined) throw new RangeError('no such moment')
  return day
}
