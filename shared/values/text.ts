// Column type `text`: free text, kept exactly (NFC).
import type { ColumnDefinition } from '../definition/column.ts'
import { ok } from '../kernel/result.ts'
import { findForbiddenCharacter, normalizeName, removeForbiddenCharacters } from '../kernel/text.ts'
import { cellError, isBlank, plainNumber, problem, read, showWire } from './problem.ts'
import type { ValueType } from './valueType.ts'

export const text: ValueType = {
  type: 'text',

  parse(cell, column, context) {
    if (isBlank(cell)) return read(null)
    const broken = cellError(cell)
    if (broken !== undefined) return broken
    if (typeof cell === 'number') return read(plainNumber(cell), ['value/number-as-text'])
    if (typeof cell === 'boolean') return read(cell ? 'TRUE' : 'FALSE', ['value/number-as-text'])
    if (typeof cell !== 'string') return read(cell?.kind === 'date' ? cell.text : null, ['value/date-as-text'])
    const value = cell.normalize('NFC')
    const forbidden = findForbiddenCharacter(value, 'note')
    if (forbidden === undefined) {
      const seen = column.isIndented === true ? value.trim() : value
      const kept = tidy(seen, column)
      return read(kept, kept === seen ? [] : ['value/spaces'])
    }
    const clean = removeForbiddenCharacters(value, 'note')
    const { codePoint, position } = forbidden
    if (context.legacy && removeInvisible(value) === clean && clean.trim() !== '')
      return read(tidy(clean, column), ['value/invisible-removed'])
    // What U+FFFD stood for is lost; leaving it out would be a guess.
    return value.includes('\ufffd')
      ? problem('text.char', { codePoint, position })
      : problem('text.char', { codePoint, position }, clean === '' ? null : clean)
  },

  format: String,

  toCell(value) {
    return { kind: 'text', text: String(value) }
  },

  encode: String,

  decode(wire, column) {
    if (wire === null || wire === '') return ok(null)
    if (typeof wire !== 'string') return problem('text.format', { text: showWire(wire) })
    const value = wire.normalize('NFC')
    if (value.trim() === '') return ok(null)
    const forbidden = findForbiddenCharacter(value, 'note')
    if (forbidden === undefined) return ok(tidy(value, column))
    return problem('text.char', { ...forbidden })
  },
}

function tidy(text: string, { isName, isIndented }: ColumnDefinition): string {
  if (isName === true) return normalizeName(text)
  return isIndented === true ? text.trim() : text
}

/** Zero-width marks that web pages and converters leave behind: harmless to drop in old files. */
function removeInvisible(value: string): string {
  return value.replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, '')
}
