// Column type `percent`: 1/100 of a percent point (12.5 % = 1250).
import { ok } from '../kernel/result.ts'
import { formatScaled, parseDecimal, scaleDecimal, type Decimal } from './decimal.ts'
import { cellError, isBlank, plainNumber, problem, read, showCell, showText, showWire } from './problem.ts'
import type { ReadingContext, ValueType } from './valueType.ts'

/** ±1,000,000 %. */
const limit = 1e8

export const percent: ValueType = {
  type: 'percent',

  parse(cell, column, readingContext) {
    const context = column.isFactor === true ? { ...readingContext, percentPoints: false } : readingContext
    if (isBlank(cell)) return read(null)
    const broken = cellError(cell)
    if (broken !== undefined) return broken
    if (typeof cell === 'number') return fromNumber(cell, context)
    if (typeof cell !== 'string') return problem('percent.format', { text: showCell(cell) })
    const written = cell.trim()
    const exact = written.endsWith('%') ? parseDecimal(written.slice(0, -1)) : undefined
    if (exact !== undefined) return fromPoints(exact, written, ['value/text-number'])
    const narrow = written.normalize('NFKC').replace(/\s+/g, '').slice(0, 60)
    if (/^(?:[-—–_/\\]+|无)$/.test(narrow))
      return context.legacy
        ? read(null, ['value/blank-mark'])
        : problem('percent.format', { text: showText(cell) }, null)
    const signed = narrow.replace(/^约/, '').replace(/^百分之(.+)$/, '$1%')
    const loose = signed.endsWith('%') ? parseDecimal(signed.slice(0, -1)) : undefined
    if (loose !== undefined) {
      const value = fromPoints(loose, written, ['value/full-width'])
      return context.legacy || !value.ok
        ? value
        : problem('percent.format', { text: showText(cell) }, value.value.value)
    }
    const bare = parseDecimal(signed)
    if (bare === undefined || !context.legacy) return problem('percent.format', { text: showText(cell) })
    return fromNumber(Number(signed.replaceAll(',', '')), context)
  },

  format(value, column) {
    if (column.isFactor === true) return formatScaled(Number(value), { divisor: 10_000, keep: 0 })
    return `${formatScaled(Number(value), { divisor: 100, keep: 0 })}%`
  },

  toCell(value) {
    return { kind: 'number', decimal: formatScaled(Number(value), { divisor: 10_000, keep: 0 }) }
  },

  encode(value) {
    return Number(value)
  },

  decode(wire) {
    if (wire === null) return ok(null)
    return typeof wire === 'number' && Number.isSafeInteger(wire) && Math.abs(wire) <= limit
      ? ok(wire === 0 ? 0 : wire)
      : problem('percent.format', { text: showWire(wire) })
  },
}

/**
 * A bare number: 0.125 means 12.5 %, as spreadsheets keep it; in old files a column may hold percent points instead
 * (`percentPoints`, or numbers of 10 and more). Between 1 and 10 nobody can tell.
 */
function fromNumber(value: number, context: ReadingContext): ReturnType<ValueType['parse']> {
  if (!Number.isFinite(value)) return problem('percent.format', { text: String(value) })
  const decimal = parseDecimal(plainNumber(Number(value.toPrecision(12))))
  if (decimal === undefined) return problem('percent.format', { text: plainNumber(value) })
  const asFraction = { digits: decimal.digits * 100n, scale: decimal.scale }
  if (!context.legacy) return fromPoints(asFraction, plainNumber(value), [])
  if (context.percentPoints === true) return fromPoints(decimal, plainNumber(value), ['value/percent-points'])
  if (context.percentPoints === false || Math.abs(value) <= 1) return fromPoints(asFraction, plainNumber(value), [])
  if (Math.abs(value) >= 10) return fromPoints(decimal, plainNumber(value), ['value/percent-points'])
  return problem('percent.ambiguous', { text: plainNumber(value) })
}

/** Percent points → stored form, half away from zero at the second decimal, with a note when anything was dropped. */
function fromPoints(points: Decimal, written: string, notes: readonly string[]): ReturnType<ValueType['parse']> {
  const { whole, remainder } = scaleDecimal(points, 100)
  const half = 10n ** BigInt(points.scale)
  const up = (remainder < 0n ? -remainder : remainder) * 2n >= half && remainder !== 0n
  const value = Number(whole) + (up ? (remainder < 0n ? -1 : 1) : 0)
  if (Math.abs(value) > limit) return problem('percent.range', { text: showText(written) })
  return read(value === 0 ? 0 : value, remainder === 0n ? notes : [...notes, 'value/rounded'])
}
