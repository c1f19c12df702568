// Calendar days without time or zone.
import type { Brand } from './brand.ts'

/** `YYYY-MM-DD`, a day that exists, 0001…9999. */
export type PlainDate = Brand<string, 'PlainDate'>

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (days[month - 1] ?? 0)
}

/** The day, or undefined when there is none such (2024-02-30). */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate
}

export function parsePlainDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? plainDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** Days since 1970-01-01 (proleptic Gregorian). */
export function toEpochDay(date: PlainDate): number {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number]
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yoe = year - era * 400
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468
}

export function fromEpochDay(epochDay: number): PlainDate | undefined {
  const z = epochDay + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return plainDate(yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1)
}

/**
 * An Excel serial as a day. 1900 system: 1 = 1900-01-01, 60 is the day that never was (undefined).
 * A fraction (time of day) is dropped by the caller, not here: serial must be a whole number.
 */
export function fromSerial(serial: number, epoch: 1900 | 1904): PlainDate | undefined {
  if (!Number.isInteger(serial) || serial < 0) return undefined
  if (epoch === 1904) return fromEpochDay(serial - 24107)
  if (serial === 60 || serial === 0) return undefined
  return fromEpochDay(serial - (serial < 60 ? 25568 : 25569))
}

export function toSerial(date: PlainDate, epoch: 1900 | 1904): number {
  const day = toEpochDay(date)
  if (epoch === 1904) return day + 24107
  const serial = day + 25569
  return serial <= 60 ? serial - 1 : serial
}

/** Whole days from `a` to `b`; negative when b is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return toEpochDay(b) - toEpochDay(a)
}

/** The day so many days later, earlier when negative; the day itself where the calendar ends (years 1 to 9999). */
export function plusDays(day: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(day) + days) ?? day
}
