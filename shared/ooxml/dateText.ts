// A serial number as the day or time it means.
import { fromSerial, parsePlainDate, toSerial } from '../kernel/plainDate.ts'
import type { RawDate } from '../workbook/raw.ts'
import type { TimeFormat } from './numberFormat.ts'

const secondsPerDay = 86_400

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
  const date = fromSerial(day, epoch)
  if (date === undefined) return ''
  return seconds === 0 ? date : `${date} ${clockText(seconds)}`
}

function clockText(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
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
