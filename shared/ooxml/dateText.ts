// A serial number as the day or time it means.
import { parsePlainDate, toSerial } from '../kernel/plainDate.ts'
import type { RawDate } from '../workbook/raw.ts'
import type { TimeFormat } from './numberFormat.ts'

const secondsPerDay = 86_400
const two = Array.from({ length: 100 }, (_, n) => (n < 10 ? `0${n}` : String(n)))

/** @returns text '' where the serial is no day: negative, 1900-02-29, past 9999 */
export function rawDate(serial: number, format: TimeFormat, epoch: 1900 | 1904): RawDate {
  return { kind: 'date', serial, text: dateText(serial, format, epoch) }
}

function dateText(serial: number, format: TimeFormat, epoch: 1900 | 1904): string {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return ''
  let day = Math.floor(serial)
  let seconds = Math.round((serial - day) * secondsPerDay)
  if (seconds === secondsPerDay) {
    day += 1
    seconds = 0
  }
  if (format === 'elapsed') return clockText(day * secondsPerDay + seconds)
  if (day === 0 && format === 'time') return clockText(seconds)
  if (day === 0 && epoch === 1900) return seconds > 0 ? clockText(seconds) : ''
  if (day === 60 && epoch === 1900) return ''
  const date = dayText(day, epoch)
  return seconds === 0 ? date : `${date} ${clockText(seconds)}`
}

/**
 * `fromSerial` of the kernel for serials known to be good, without its checks: a column of days is mostly days never met
 * before, and their text is the dearest part of reading it. Held against the kernel's in the tests.
 */
export function dayText(serial: number, epoch: 1900 | 1904): string {
  const shifted = epoch === 1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  // Days since 0000-03-01, in 400-year eras (Howard Hinnant's civil_from_days).
  const days = shifted + 693_899
  const era = (days / 146_097) | 0
  const dayOfEra = days - era * 146_097
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0))
  const month = ((5 * dayOfYear + 2) / 153) | 0
  const dayOfMonth = dayOfYear - (((153 * month + 2) / 5) | 0) + 1
  const year = yearOfEra + era * 400 + (month > 9 ? 1 : 0)
  return year + '-' + two[month > 9 ? month - 9 : month + 3] + '-' + two[dayOfMonth]
}

function clockText(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  return `${two[hours] ?? String(hours)}:${two[Math.floor(seconds / 60) % 60]}:${two[seconds % 60]}`
}

/** An ISO date of a cell `t="d"`: `2024-05-01`, `2024-05-01T08:30:00Z`, `08:30:00`; undefined when it is none. */
export function fromIsoDate(text: string, epoch: 1900 | 1904): RawDate | undefined {
  const match =
    /^(?:(\d{4}-\d{2}-\d{2})(?:T|$))?(?:T?(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(
      text.slice(0, 40),
    )
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined
  const date = match[1] === undefined ? undefined : parsePlainDate(match[1])
  if (match[1] !== undefined && date === undefined) return undefined
  const [hours, minutes, seconds] = [match[2], match[3], match[4]].map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
  ]
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined
  const time = (hours * 3600 + minutes * 60 + seconds + Number(`0.${match[5] ?? '0'}`)) / secondsPerDay
  const serial = (date === undefined ? 0 : toSerial(date, epoch)) + time
  return rawDate(serial, date === undefined ? 'time' : time === 0 ? 'date' : 'datetime', epoch)
}
