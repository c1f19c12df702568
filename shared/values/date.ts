// Column type `date`: a calendar day.
import { fromSerial, parsePlainDate, plainDate, type PlainDate } from '../kernel/plainDate.ts'
import { ok, type Result } from '../kernel/result.ts'
import type { RawValue } from '../workbook/raw.ts'
import { readDateText } from './dateText.ts'
import { cellError, isBlank, plainNumber, problem, read, showCell, showText, showWire } from './problem.ts'
import type { ReadingContext, ReadValue, ValueProblem, ValueType } from './valueType.ts'

const earliest = '1900-01-01'
const latest = '2099-12-31'

export const date: ValueType = {
  type: 'date',

  parse(cell, column, context) {
    if (isBlank(cell)) return read(null)
    const month = column.monthSuffices === true ? readMonthNumber(cell, context) : undefined
    if (month !== undefined) return month
    const certain = readCertainDay(cell, context)
    if (certain !== undefined) return certain
    if (typeof cell !== 'string') return problem('date.format', { text: showCell(cell) })
    if (context.legacy && /^(?:[-—–_/\\]+|无)$/.test(cell.trim())) return read(null, ['value/blank-mark'])
    const reading = readDateText(cell, context.year)
    if (typeof reading === 'string') return problem(reading, { text: showText(cell) })
    const isMonth = reading.first.slice(0, 7) === reading.last.slice(0, 7)
    if (reading.precision === 'period' && !(column.monthSuffices === true && isMonth))
      return problem('date.partial', { text: showText(cell), first: reading.first, last: reading.last })
    if (!inRange(reading.first)) return problem('date.range', { text: showText(cell), earliest, latest })
    return context.legacy || isPlainSpelling(cell)
      ? read(reading.first, reading.notes)
      : problem('date.format', { text: showText(cell) }, reading.first)
  },

  format: String,

  toCell(value) {
    return { kind: 'date', day: String(value) }
  },

  encode: String,

  decode(wire) {
    if (wire === null || wire === '') return ok(null)
    const day = typeof wire === 'string' ? parsePlainDate(wire) : undefined
    if (day === undefined) return problem('date.format', { text: showWire(wire) })
    return inRange(day) ? ok(day) : problem('date.range', { text: day, earliest, latest })
  },
}

export function inRange(day: string): boolean {
  return day >= earliest && day <= latest
}

/** Four-digit year, month, day: `2024-3-1`, `2024/03/01`, `2024.3.1`, `2024年3月1日`; read anywhere without doubt. */
export function isPlainSpelling(text: string): boolean {
  return /^\s*\d{4}(?:-\d{1,2}-|\/\d{1,2}\/|\.\d{1,2}\.|年\d{1,2}月)\d{1,2}日?\s*$/.test(text)
}

/** Cells that need no guess (date cells, ISO text) and cells that can be no day at all; undefined: read the text. */
export function readCertainDay(cell: RawValue, context: ReadingContext): Result<ReadValue, ValueProblem> | undefined {
  const broken = cellError(cell)
  if (broken !== undefined) return broken
  if (typeof cell === 'number') return fromNumber(cell, context)
  if (typeof cell === 'string') {
    const day = parsePlainDate(cell.trim())
    if (day === undefined) return undefined
    return inRange(day) ? read(day) : problem('date.range', { text: day, earliest, latest })
  }
  if (typeof cell !== 'object' || cell === null || cell.kind !== 'date') return undefined
  const day = parsePlainDate(cell.text.slice(0, 10))
  if (day === undefined)
    return problem('date.serial', { text: cell.text === '' ? plainNumber(cell.serial) : cell.text })
  if (!inRange(day)) return problem('date.range', { text: day, earliest, latest })
  if (cell.text.length === 10) return read(day)
  return context.legacy ? read(day, ['value/time-dropped']) : problem('date.time', { text: cell.text }, day)
}

/** `1985.03` of a column in which people write months: the number says it without doubt, save that 1985.1 may be October. */
function readMonthNumber(cell: RawValue, context: ReadingContext): Result<ReadValue, ValueProblem> | undefined {
  const match = typeof cell === 'number' ? /^((?:19|20)\d{2})\.(0[2-9]|1[12])$/.exec(plainNumber(cell)) : null
  const day = match === null ? undefined : plainDate(Number(match[1]), Number(match[2]), 1)
  return day === undefined ? undefined : offer(day, 'value/month-only', context)
}

/** Bare numbers: 20230501, 202305, a serial that lost its format, or `2023.1` that was a text. */
function fromNumber(value: number, context: ReadingContext): Result<ReadValue, ValueProblem> {
  const text = plainNumber(value)
  if (/^(?:19|20)\d{6}$/.test(text)) {
    const day = plainDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))
    if (day !== undefined && inRange(day)) return offer(day, 'value/date-spelling', context)
    return problem('date.none', { text })
  }
  if (/^(?:19|20)\d{2}(?:\.\d{1,2}|0[1-9]|1[0-2])?$/.test(text)) {
    if (text.endsWith('.1')) return problem('date.ambiguous', { text })
    const reading = readDateText(text, context.year)
    return typeof reading === 'string'
      ? problem(reading, { text })
      : problem('date.partial', { text, first: reading.first, last: reading.last })
  }
  // Serials of 1949-10-01 … 2099-12-31; below, a number in a date column is more likely something else.
  if (value < 18172 || value > 73050) return problem('date.serial', { text })
  const day = fromSerial(Math.floor(value), context.epoch ?? 1900)
  if (day === undefined || !inRange(day)) return problem('date.serial', { text })
  return offer(day, Number.isInteger(value) ? 'value/date-serial' : 'value/time-dropped', context)
}

function offer(day: PlainDate, note: string, context: ReadingContext): Result<ReadValue, ValueProblem> {
  if (context.legacy) return read(day, [note])
  return problem(note === 'value/time-dropped' ? 'date.time' : 'date.number', { text: day }, day)
}
