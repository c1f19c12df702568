// When somebody is to be reminded: so many working days before the day that counts, and each working day after it.
import type { Reminder } from '../definition/eventLog.ts'
import { fromEpochDay, toEpochDay, type PlainDate } from '../kernel/plainDate.ts'
import { workingDaysBetween, type WorkingCalendar } from '../kernel/workingCalendar.ts'

/** Longer ago than this nothing is looked for. */
const farthestDays = 400

/** The newest day up to today on which a reminder was due; undefined: none yet. */
export function lastReminderDay(
  { before, overdue }: Pick<Reminder, 'before' | 'overdue'>,
  days: { readonly due: PlainDate; readonly today: PlainDate; readonly calendar: WorkingCalendar },
): PlainDate | undefined {
  const { due, today, calendar } = days
  const marks = before.map((count) => dayBefore(calendar, due, count))
  if (overdue === 'daily' && today > due) marks.push(lastWorkingDay(calendar, today, due))
  const past = marks.filter((mark): mark is PlainDate => mark !== undefined && mark <= today)
  return past.toSorted((a, b) => (a < b ? 1 : -1))[0]
}

/** The last working day on which `count` whole working days were left. */
function dayBefore(calendar: WorkingCalendar, due: PlainDate, count: number): PlainDate | undefined {
  for (let day = toEpochDay(due), tries = 0; tries < farthestDays; day -= 1, tries += 1) {
    const date = fromEpochDay(day)
    if (date !== undefined && calendar.isWorkingDay(date) && workingDaysBetween(calendar, date, due) >= count)
      return date
  }
  return undefined
}

function lastWorkingDay(calendar: WorkingCalendar, today: PlainDate, after: PlainDate): PlainDate | undefined {
  for (let day = toEpochDay(today); day > toEpochDay(after); day -= 1) {
    const date = fromEpochDay(day)
    if (date !== undefined && calendar.isWorkingDay(date)) return date
  }
  return undefined
}
