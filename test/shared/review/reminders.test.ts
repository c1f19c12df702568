// 催办 is due three and one working days before, and on each working day after: holidays and worked weekends counted.
import { describe, expect, it } from 'vitest'
import { fromEpochDay, parsePlainDate, toEpochDay, type PlainDate } from '#shared/kernel/plainDate.ts'
import { plainCalendar, type WorkingCalendar } from '#shared/kernel/workingCalendar.ts'
import { lastReminderDay } from '#shared/review/reminders.ts'
import { urging } from '#shared/sheets/task/urging.ts'

const day = (text: string): PlainDate => parsePlainDate(text)!
/** 1 to 7 October off, Saturday the 10th worked. */
const calendar: WorkingCalendar = {
  isKnown: () => true,
  isWorkingDay: (date) =>
    (date < '2026-10-01' || date > '2026-10-07') && (plainCalendar.isWorkingDay(date) || date === '2026-10-10'),
}

/** Days on which a new reminder falls due, one after another. */
function daysOf(due: string, from: string, to: string): readonly string[] {
  const days = new Set<string>()
  for (let at = toEpochDay(day(from)); at <= toEpochDay(day(to)); at += 1) {
    const last = lastReminderDay(urging.reminder!, { due: day(due), today: fromEpochDay(at)!, calendar })
    if (last !== undefined && last >= from) days.add(last)
  }
  return [...days]
}

describe('reminders of a task', () => {
  it('fall due at T-3, T-1 and daily when overdue, by working days', () => {
    expect(daysOf('2026-09-17', '2026-09-01', '2026-09-22')).toEqual([
      '2026-09-14',
      '2026-09-16',
      // the 19th and 20th are a weekend
      '2026-09-18',
      '2026-09-21',
      '2026-09-22',
    ])
  })

  it('reach over a holiday, and count the Saturday that is worked for it', () => {
    expect(daysOf('2026-10-09', '2026-09-20', '2026-10-13')).toEqual([
      '2026-09-29',
      '2026-10-08',
      '2026-10-10',
      '2026-10-12',
      '2026-10-13',
    ])
  })

  it('are silent before, and for what is done', () => {
    expect(
      lastReminderDay(urging.reminder!, { due: day('2026-09-17'), today: day('2026-09-11'), calendar }),
    ).toBeUndefined()
    const row = { due: '2026-09-17' }
    const context = { today: day('2026-09-18'), calendar } as never // the day and calendar are not asked
    expect(urging.reminder?.due(row, context)).toBe('2026-09-17')
    expect(urging.reminder?.due({ ...row, status: '已办结' }, context)).toBeUndefined()
  })
})
