// Working days: weekends, public holidays and the weekends worked instead (调休). The year's arrangement is data.
import { fromEpochDay, plusDays, toEpochDay, type PlainDate } from './plainDate.ts'

export interface WorkingCalendar {
  isWorkingDay(date: PlainDate): boolean
  /** The State Council's arrangement of the year is known; else only weekends are counted as days off. */
  isKnown(year: number): boolean
}

/** 1970-01-01 was a Thursday. */
export function isWeekend(date: PlainDate): boolean {
  const day = (((toEpochDay(date) + 4) % 7) + 7) % 7
  return day === 0 || day === 6
}

/** Weekends only: where no arrangement is known. */
export const plainCalendar: WorkingCalendar = { isWorkingDay: (date) => !isWeekend(date), isKnown: () => false }

/**
 * The day on which `count` whole working days after `from` have passed: the day itself does not count (5 working days of
 * notice from a Monday end on the next Monday). @param count 0…1000; 0 is `from`
 */
export function addWorkingDays(calendar: WorkingCalendar, from: PlainDate, count: number): PlainDate {
  let day = toEpochDay(from)
  for (let left = count; left > 0;) {
    day += 1
    if (calendar.isWorkingDay(dayAt(day))) left -= 1
  }
  return dayAt(day)
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number {
  let count = 0
  for (let day = toEpochDay(from) + 1; day <= toEpochDay(to); day++) if (calendar.isWorkingDay(dayAt(day))) count += 1
  return count
}

/** The first day from which at most `count` working days lead up to `to` (as workingDaysBetween counts them). */
export function firstDayWithin(calendar: WorkingCalendar, to: PlainDate, count: number): PlainDate {
  let first = to
  for (let left = count; ;) {
    if (calendar.isWorkingDay(first)) left -= 1
    const earlier = plusDays(first, -1)
    if (left < 0 || earlier === first) return first
    first = earlier
  }
}

function dayAt(epochDay: number): PlainDate {
  const date = fromEpochDay(epochDay)
  if (date === undefined) throw new RangeError(`no day ${epochDay}`)
  return date
}
