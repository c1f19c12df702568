// Arrangements of holidays → a working calendar; years without one have weekends only.
import { fromEpochDay, toEpochDay, type PlainDate } from '../kernel/plainDate.ts'
import { isWeekend, type WorkingCalendar } from '../kernel/workingCalendar.ts'
import type { HolidayYear } from './holidays.ts'

/** A later arrangement of the same year replaces an earlier one in the list. */
export function makeCalendar(arrangements: readonly HolidayYear[]): WorkingCalendar {
  const years = new Map(arrangements.map((arrangement) => [arrangement.year, arrangement]))
  const off = new Set<string>()
  const work = new Set<string>()
  for (const arrangement of years.values()) {
    for (const { from, to } of arrangement.off) for (const day of daysFrom(from, to)) off.add(day)
    for (const day of arrangement.work) work.add(day)
  }
  return {
    isWorkingDay: (date) => work.has(date) || (!isWeekend(date) && !off.has(date)),
    isKnown: (year) => years.has(year),
  }
}

function daysFrom(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const first = toEpochDay(from)
  return Array.from({ length: toEpochDay(to) - first + 1 }, (_, index) => fromEpochDay(first + index) ?? from)
}
