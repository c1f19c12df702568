// Column type `deadline`: a day, or one of the standing words.
import { plainDate } from '../kernel/plainDate.ts'
import { ok, type Result } from '../kernel/result.ts'
import { foldText } from '../kernel/text.ts'
import { date, inRange, isPlainSpelling, readCertainDay } from './date.ts'
import { readDateText } from './dateText.ts'
import { isBlank, plainNumber, problem, read, showCell, showText, showWire } from './problem.ts'
import type { ReadingContext, ReadValue, ValueProblem, ValueType } from './valueType.ts'

/** Deadlines that are no single day. */
export const standingDeadlines: readonly string[] = ['长期', '每月末', '每季度末', '每年末', '立行立改']

const spoken: readonly (readonly [RegExp, string])[] = [
  [/^(?:长期|长期坚持|持续|持续推进|常态化|长期推进|常年|全程|长期有效)$/, '长期'],
  [/^(?:每月|按月|每月末|每月底|每个月|每月底前|月月)$/, '每月末'],
  [/^(?:每季|每季度|按季|按季度|每季度末|每季度底|每季末|每季度末前|每季度底前)$/, '每季度末'],
  [/^(?:每年|按年|每年末|每年底|每年年底|每年年末|每年底前)$/, '每年末'],
  [/^(?:立行立改|立即|马上|即知即改|立即整改|立即办理|即时|即办|立即完成)$/, '立行立改'],
]

export const deadline: ValueType = {
  type: 'deadline',

  parse(cell, column, context) {
    if (isBlank(cell)) return read(null)
    if (typeof cell === 'number' && /^(?:19|20)\d{2}(?:\.\d{1,2}|\d{2})?$/.test(plainNumber(cell)))
      return fromText(plainNumber(cell), context)
    const certain = readCertainDay(cell, context)
    if (certain !== undefined) return certain
    if (typeof cell !== 'string') return problem('deadline.format', { text: showCell(cell) })
    if (standingDeadlines.includes(cell.trim())) return read(cell.trim())
    if (isPlainSpelling(cell)) return date.parse(cell, column, context)
    const folded = foldText(cell.slice(0, 60))
    const standing = spoken.find(([pattern]) => pattern.test(folded))?.[1]
    if (standing === undefined) return fromText(cell, context)
    return context.legacy
      ? read(standing, ['value/synonym'])
      : problem('deadline.format', { text: showText(cell) }, standing)
  },

  format: String,

  toCell(value) {
    return standingDeadlines.includes(String(value))
      ? { kind: 'text', text: String(value) }
      : { kind: 'date', day: String(value) }
  },

  encode: String,

  decode(wire, column) {
    if (typeof wire === 'string' && standingDeadlines.includes(wire)) return ok(wire)
    const day = date.decode(wire, column)
    return day.ok || day.error.code === 'date.range' ? day : problem('deadline.format', { text: showWire(wire) })
  },
}

/** A period counts to its last day: 6月底前 → 30 June of the year. */
function fromText(text: string, context: ReadingContext): Result<ReadValue, ValueProblem> {
  if (context.legacy && /^(?:[-—–_/\\]+|无)$/.test(text.trim())) return read(null, ['value/blank-mark'])
  const yearEnd = /^年底前?$|^年末前?$|^年内$/.test(foldText(text)) ? plainDate(context.year, 12, 31) : undefined
  const reading =
    yearEnd === undefined
      ? readDateText(text, context.year)
      : { first: yearEnd, last: yearEnd, precision: 'day' as const, notes: ['value/period', 'value/year-assumed'] }
  if (reading === 'date.format') return problem('deadline.format', { text: showText(text) })
  if (typeof reading === 'string') return problem(reading, { text: showText(text) })
  if (!inRange(reading.last))
    return problem('date.range', { text: showText(text), earliest: '1900-01-01', latest: '2099-12-31' })
  return context.legacy
    ? read(reading.last, reading.notes)
    : problem('deadline.format', { text: showText(text) }, reading.last)
}
