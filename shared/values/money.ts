// Column type `money`: integer 分.
import { decodeFen, encodeFen, fen, fenFromNumber, formatYuan, maxFen } from '../kernel/money.ts'
import { ok } from '../kernel/result.ts'
import { formatScaled, parseDecimal, scaleDecimal } from './decimal.ts'
import { readMoneyText } from './moneyText.ts'
import { cellError, isBlank, problem, read, showCell, showText, showWire } from './problem.ts'
import type { ValueType } from './valueType.ts'

export const money: ValueType = {
  type: 'money',

  parse(cell, _column, context) {
    if (isBlank(cell)) return read(null)
    const broken = cellError(cell)
    if (broken !== undefined) return broken
    if (typeof cell === 'number') {
      const amount = fenFromNumber(cell, context.unitFen)
      return amount.ok ? read(amount.value) : problem(amount.error, { text: showCell(cell) })
    }
    if (typeof cell !== 'string') return problem('money.format', { text: showCell(cell) })
    const exact = parseDecimal(cell.trim())
    if (exact !== undefined) {
      const { whole, remainder } = scaleDecimal(exact, context.unitFen)
      if (whole > BigInt(maxFen) || whole < -BigInt(maxFen)) return problem('money.range', { text: showText(cell) })
      if (remainder !== 0n) return problem('amount-precision', { text: showText(cell) })
      return read(Number(whole), ['value/text-number'])
    }
    const reading = readMoneyText(cell, context.unitFen)
    if (reading.kind === 'problem') return problem(reading.code, { text: showText(cell) })
    if (context.legacy) {
      return reading.kind === 'blank' ? read(null, ['value/blank-mark']) : read(reading.fen, reading.notes)
    }
    return problem('money.format', { text: showText(cell) }, reading.kind === 'blank' ? null : reading.fen)
  },

  format(value) {
    return typeof value === 'number' ? formatYuan(fen(value)) : String(value)
  },

  toCell(value, _column, context) {
    return { kind: 'number', decimal: formatScaled(Number(value), { divisor: context.unitFen, keep: 2 }) }
  },

  encode(value) {
    return encodeFen(fen(Number(value)))
  },

  decode(wire) {
    if (wire === null) return ok(null)
    if (typeof wire !== 'string') return problem('money.string', { text: showWire(wire) })
    const amount = decodeFen(wire)
    if (amount.ok) return ok(amount.value)
    const narrow = wire.normalize('NFKC')
    const suggested = narrow === wire || wire.length > 40 ? undefined : decodeFen(narrow)
    return suggested?.ok === true
      ? problem(amount.error, { text: showText(wire) }, suggested.value)
      : problem(amount.error, { text: showText(wire) })
  },
}
