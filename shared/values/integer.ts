// Column type `integer`: whole numbers.
import { ok } from '../kernel/result.ts'
import { groupThousands, parseDecimal, scaleDecimal } from './decimal.ts'
import { cellError, isBlank, problem, read, showCell, showText, showWire } from './problem.ts'
import type { ValueType } from './valueType.ts'

export const integer: ValueType = {
  type: 'integer',

  parse(cell, _column, context) {
    if (isBlank(cell)) return read(null)
    const broken = cellError(cell)
    if (broken !== undefined) return broken
    if (typeof cell === 'number')
      return Number.isSafeInteger(cell)
        ? read(cell === 0 ? 0 : cell)
        : problem('integer.format', { text: showCell(cell) })
    if (typeof cell !== 'string') return problem('integer.format', { text: showCell(cell) })
    const exact = parseWhole(cell.trim())
    if (exact !== undefined) return read(exact, ['value/text-number'])
    const narrow = cell.normalize('NFKC').replace(/\s+/g, '')
    if (/^(?:[-—–_/\\]+|无)$/.test(narrow))
      return context.legacy
        ? read(null, ['value/blank-mark'])
        : problem('integer.format', { text: showText(cell) }, null)
    const loose = narrow
      .slice(0, 40)
      .replace(/^(?:第|共|约)/, '')
      .replace(/(?:人次|人|次|个|份|名|户|件|项|期)$/, '')
    const value = parseWhole(loose)
    if (value === undefined) return problem('integer.format', { text: showText(cell) })
    return context.legacy
      ? read(value, ['value/unit-in-cell'])
      : problem('integer.format', { text: showText(cell) }, value)
  },

  format(value) {
    return groupThousands(String(value))
  },

  toCell(value) {
    return { kind: 'number', decimal: String(value) }
  },

  encode(value) {
    return Number(value)
  },

  decode(wire) {
    if (wire === null) return ok(null)
    return typeof wire === 'number' && Number.isSafeInteger(wire)
      ? ok(wire === 0 ? 0 : wire)
      : problem('integer.format', { text: showWire(wire) })
  },
}

/** Digits, with thousands and `.0` allowed. */
function parseWhole(text: string): number | undefined {
  const decimal = parseDecimal(text)
  if (decimal === undefined) return undefined
  const { whole, remainder } = scaleDecimal(decimal, 1)
  const value = Number(whole)
  return remainder === 0n && Number.isSafeInteger(value) ? value : undefined
}
