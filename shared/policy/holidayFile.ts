// The file form of a year's arrangement of holidays: JSON, every fault with its path.
import * as z from 'zod'
import { daysBetween, parsePlainDate, type PlainDate } from '../kernel/plainDate.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { isWeekend } from '../kernel/workingCalendar.ts'
import type { HolidayYear } from './holidays.ts'
import { toFaults, type PackFault } from './packFault.ts'

const fault = (code: PackFault['code']) => ({ error: code })
const day = z.string(fault('pack.day')).transform((written, context): PlainDate => {
  const date = parsePlainDate(written)
  if (date !== undefined) return date
  context.addIssue({ code: 'custom', message: 'pack.day', params: { written } })
  return z.NEVER
})

const arrangement = z
  .strictObject({
    year: z.int(fault('pack.number')).min(1990, fault('pack.number')).max(2099, fault('pack.number')),
    documentNo: z.string(fault('pack.text')).max(60, fault('pack.text')),
    certainty: z.enum(['sourced', 'secondary', 'memory-high', 'memory-medium', 'house'], fault('pack.choice')),
    off: z
      .array(
        z
          .strictObject({
            name: z.string(fault('pack.text')).min(1, fault('pack.text')).max(20, fault('pack.text')),
            from: day,
            to: day,
          })
          .refine(({ from, to }) => from <= to && daysBetween(from, to) <= 30, {
            error: 'pack.days-order',
            path: ['to'],
          }),
        fault('pack.list'),
      )
      .max(30, fault('pack.list')),
    work: z.array(day.refine(isWeekend, fault('calendar.not-weekend')), fault('pack.list')).max(30, fault('pack.list')),
  })
  .refine(
    ({ year, off, work }) =>
      [...off.flatMap(({ from, to }) => [from, to]), ...work].every((date) =>
        [String(year - 1), String(year)].includes(date.slice(0, 4)),
      ),
    { error: 'calendar.other-year', path: ['year'] },
  ) satisfies z.ZodType<HolidayYear>

export function decodeHolidayYear(json: unknown): Result<HolidayYear, readonly PackFault[]> {
  const read = arrangement.safeParse(json, { reportInput: true })
  return read.success ? ok(read.data) : err(read.error.issues.flatMap(toFaults))
}
