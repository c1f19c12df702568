// Working days without any arrangement: Monday to Friday.
import { describe, expect, it } from 'vitest'
import { parsePlainDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { addWorkingDays, isWeekend, plainCalendar, workingDaysBetween } from '#shared/kernel/workingCalendar.ts'

const day = (text: string): PlainDate => parsePlainDate(text)!

describe('working days', () => {
  it('knows weekends', () => {
    expect(
      ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09', '1969-12-28'].map((text) => isWeekend(day(text))),
    ).toEqual([false, true, true, false, true])
  })

  it('counts whole days after the first', () => {
    expect(addWorkingDays(plainCalendar, day('2026-03-02'), 5)).toBe('2026-03-09')
    expect(addWorkingDays(plainCalendar, day('2026-03-07'), 1)).toBe('2026-03-09')
    expect(addWorkingDays(plainCalendar, day('2026-03-07'), 0)).toBe('2026-03-07')
    expect(workingDaysBetween(plainCalendar, day('2026-03-02'), day('2026-03-09'))).toBe(5)
    expect(workingDaysBetween(plainCalendar, day('2026-03-09'), day('2026-03-02'))).toBe(0)
  })
})
