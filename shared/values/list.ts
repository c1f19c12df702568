// Column type `list`: several names in one cell, canonically joined by 、.
import { ok } from '../kernel/result.ts'
import { findForbiddenCharacter, normalizeName } from '../kernel/text.ts'
import { cellError, isBlank, problem, read, showCell, showWire, tooLong } from './problem.ts'
import type { ValueType } from './valueType.ts'

export const list: ValueType = {
  type: 'list',

  parse(cell, _column, context) {
    if (isBlank(cell)) return read(null)
    const broken = cellError(cell)
    if (broken !== undefined) return broken
    if (typeof cell !== 'string') return problem('list.format', { text: showCell(cell) })
    const long = tooLong(cell)
    if (long !== undefined) return long
    const written = context.legacy ? cell.replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, '') : cell
    const forbidden = findForbiddenCharacter(written.replace(/[\r\n\t]/g, ''), 'name')
    if (forbidden !== undefined) return problem('text.char', { ...forbidden })
    const names = splitNames(written)
    if (names.length === 0) return read(null)
    const unique = [...new Set(names)]
    const joined = unique.join('、')
    if (unique.length < names.length) return read(joined, ['value/list-repeated'])
    return read(joined, joined === cell.trim() ? [] : ['value/list-separator'])
  },

  format: String,

  toCell(value) {
    return { kind: 'text', text: String(value) }
  },

  encode: String,

  decode(wire) {
    if (wire === null || wire === '') return ok(null)
    if (typeof wire !== 'string') return problem('list.format', { text: showWire(wire) })
    const long = tooLong(wire)
    if (long !== undefined) return long
    const forbidden = findForbiddenCharacter(wire, 'name')
    if (forbidden !== undefined) return problem('text.char', { ...forbidden })
    const names = [...new Set(splitNames(wire))]
    return ok(names.length === 0 ? null : names.join('、'))
  },
}

/**
 * The names of a cell, in order, repetitions kept. Separators: 、 ， , ; ； / 换行; spaces too, where every part is a word of
 * two characters or more (so that 张 三 stays one name).
 */
export function splitNames(text: string): readonly string[] {
  const parts = text.split(/[、,，;；/／|\r\n\t]+/)
  const bySpace = parts.length === 1 ? (parts[0] ?? '').trim().split(/[\s\u3000]+/) : []
  const words = bySpace.length > 1 && bySpace.every((word) => /^\p{Script=Han}{2,}$/u.test(word)) ? bySpace : parts
  return words.map((part) => normalizeName(part)).filter((part) => part !== '')
}
