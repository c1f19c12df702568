// The State Council's arrangements as a calendar, and arrangements that are loaded.
import { describe, expect, it } from 'vitest'
import { isWeekend, addWorkingDays, workingDaysBetween } from '#shared/kernel/workingCalendar.ts'
import { makeCalendar } from '#shared/policy/calendar.ts'
import { decodeHolidayYear } from '#shared/policy/holidayFile.ts'
import { shippedHolidays } from '#shared/policy/holidays.ts'
import { knownDay as day } from '#shared/policy/knownDay.ts'

const calendar = makeCalendar(shippedHolidays)

describe('the working calendar', () => {
  it('knows holidays and worked weekends', () => {
    const works = (text: string) => calendar.isWorkingDay(day(text))
    expect(['2026-02-13', '2026-02-14', '2026-02-15', '2026-02-23', '2026-02-24', '2026-02-28'].map(works)).toEqual([
      true, true, false, false, true, true,
    ]) // prettier-ignore
    expect([2023, 2024, 2026, 2027].map((year) => calendar.isKnown(year))).toEqual([false, true, true, false])
    expect(calendar.isWorkingDay(day('2027-01-01'))).toBe(true)
  })

  it('counts five working days of notice over the Spring Festival', () => {
    expect(addWorkingDays(calendar, day('2026-02-12'), 5)).toBe('2026-02-26')
    expect(workingDaysBetween(calendar, day('2026-02-12'), day('2026-02-26'))).toBe(5)
  })

  it('holds arrangements that are sound by their own file form, and each year’s days as the law counts them', () => {
    for (const arrangement of shippedHolidays) {
      expect(decodeHolidayYear(JSON.parse(JSON.stringify(arrangement)))).toEqual({ ok: true, value: arrangement })
      expect(arrangement.work.every(isWeekend)).toBe(true)
    }
    // 全国年节及纪念日放假办法: 11 days off until 2024, 13 from 2025; worked weekends make up for the rest
    const workingDays = (year: number) => workingDaysBetween(calendar, day(`${year - 1}-12-31`), day(`${year}-12-31`))
    const weekdays = (year: number) => {
      const plain = makeCalendar([])
      return workingDaysBetween(plain, day(`${year - 1}-12-31`), day(`${year}-12-31`))
    }
    expect(weekdays(2025) - workingDays(2025)).toBe(13)
    expect(weekdays(2026) - workingDays(2026)).toBe(13)
    expect(weekdays(2024) - workingDays(2024)).toBe(11)
  })

  it('replaces an arrangement by a later one of the same year, and says what is wrong with a file', () => {
    const other = { ...shippedHolidays[2]!, off: [], work: [] }
    expect(makeCalendar([...shippedHolidays, other]).isWorkingDay(day('2026-02-16'))).toBe(true)
    const read = decodeHolidayYear({
      year: 2027,
      documentNo: '',
      certainty: 'house',
      off: [],
      work: ['2027-01-04', '2026-x'],
    })
    expect(read.ok ? [] : read.error.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'calendar.not-weekend work[0]',
      'pack.day work[1]',
    ])
    const early = decodeHolidayYear({ ...other, year: 2028, work: ['2026-02-14'] })
    expect(early.ok ? [] : early.error.map(({ code }) => code)).toEqual(['calendar.other-year'])
  })
})
