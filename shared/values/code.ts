// Column type `code`: identifiers, text always, NFKC, no inner spaces.
import type { ColumnDefinition } from '../definition/column.ts'
import { ok, type Result } from '../kernel/result.ts'
import { findForbiddenCharacter } from '../kernel/text.ts'
import { checkIdentifier } from './identifier.ts'
import { cellError, isBlank, plainNumber, problem, read, showCell, showText, showWire, tooLong } from './problem.ts'
import type { ReadValue, ValueProblem, ValueType } from './valueType.ts'

/** From here on a double no longer holds every digit that was typed. */
const firstLossyNumber = 1e15

export const code: ValueType = {
  type: 'code',

  parse(cell, column, context) {
    if (isBlank(cell)) return read(null)
    const broken = cellError(cell)
    if (broken !== undefined) return broken
    if (typeof cell === 'number') {
      if (Math.abs(cell) >= firstLossyNumber) return problem(lossCode(column), { text: plainNumber(cell) })
      return fromText(plainNumber(cell), column, ['value/number-as-text'])
    }
    if (typeof cell !== 'string') return problem('key.format', { text: showCell(cell) })
    const long = tooLong(cell)
    if (long !== undefined) return long
    if (/^\d(?:\.\d+)?[eE]\+?\d{2}$/.test(cell.trim())) return problem(lossCode(column), { text: showText(cell) })
    const narrow = cell.normalize('NFKC').replace(/[\s\u200b\u200e\u200f\u2060\ufeff]+/g, '')
    const bare = context.legacy ? narrow.replace(/^'/, '') : narrow
    const widthChanged = cell.normalize('NFC').replace(/\s+/g, '') !== bare
    const notes = widthChanged ? ['value/full-width'] : /\S\s+\S/.test(cell) ? ['value/spaces'] : []
    return bare === '' ? read(null, ['value/invisible-removed']) : fromText(bare, column, notes)
  },

  format: String,

  toCell(value) {
    return { kind: 'text', text: String(value) }
  },

  encode: String,

  decode(wire, column) {
    if (wire === null || wire === '') return ok(null)
    if (typeof wire !== 'string') return problem('key.format', { text: showWire(wire) })
    const long = tooLong(wire)
    if (long !== undefined) return long
    const narrow = wire.normalize('NFKC').replace(/\s+/g, '')
    if (narrow === '') return ok(null)
    const value = fromText(narrow, column, [])
    return value.ok ? ok(value.value.value) : value
  },
}

function lossCode(column: ColumnDefinition): string {
  if (column.format === 'idcard' || column.format === 'bankcard') return `${column.format}.float`
  return 'key.float'
}

function fromText(value: string, column: ColumnDefinition, notes: readonly string[]): Result<ReadValue, ValueProblem> {
  const forbidden = findForbiddenCharacter(value, 'name')
  if (forbidden !== undefined) return problem('text.char', { ...forbidden })
  const checked = checkIdentifier(value, column.format ?? 'any')
  if (!checked.ok) return checked
  return read(checked.value, checked.value === value ? notes : [...notes, 'value/upper-cased'])
}
