// Column type `choice`: one of the column's choices, stored as its canonical word.
import type { Choice, ColumnDefinition } from '../definition/column.ts'
import { ok } from '../kernel/result.ts'
import { foldText } from '../kernel/text.ts'
import { findNearest } from './nearest.ts'
import { cellError, isBlank, plainNumber, problem, read, showCell, showText, showWire } from './problem.ts'
import type { ValueType } from './valueType.ts'

export const choice: ValueType = {
  type: 'choice',

  parse(cell, column, context) {
    if (isBlank(cell)) return read(null)
    const broken = cellError(cell)
    if (broken !== undefined) return broken
    const written = typeof cell === 'number' ? plainNumber(cell) : showFull(cell)
    const words = spellings(column)
    const exact = words.exact.get(written)
    if (exact !== undefined) return read(exact)
    const certain = words.folded.get(foldText(written))
    if (certain === undefined) {
      const nearest = findNearest(foldText(written), words.folded)
      return problem('enum', { ...shown(written), nearest: nearest ?? '', choices: words.list })
    }
    return context.legacy
      ? read(certain, ['value/synonym'])
      : problem('enum', { ...shown(written), nearest: certain, choices: words.list }, certain)
  },

  format(value, column, locale) {
    return column.choices?.find((candidate) => candidate.value === value)?.label[locale] ?? String(value)
  },

  toCell(value) {
    return { kind: 'text', text: String(value) }
  },

  encode: String,

  decode(wire, column) {
    if (wire === null || wire === '') return ok(null)
    if (typeof wire === 'string' && column.choices?.some((candidate) => candidate.value === wire) === true)
      return ok(wire)
    const written = typeof wire === 'string' ? wire : showWire(wire)
    const words = spellings(column)
    const certain = words.folded.get(foldText(written.slice(0, 200)))
    const params = { ...shown(written), nearest: certain ?? '', choices: words.list }
    return certain === undefined ? problem('enum', params) : problem('enum', params, certain)
  },
}

/** As every place in the sentence about choices may want it. */
function shown(written: string): { readonly text: string; readonly value: string } {
  return { text: showText(written), value: showText(written) }
}

function showFull(cell: Parameters<typeof showCell>[0]): string {
  return typeof cell === 'string' ? cell.slice(0, 200) : showCell(cell)
}

interface Spellings {
  /** Value and labels as the product itself writes them. */
  readonly exact: ReadonlyMap<string, string>
  /** Those and synonyms, folded. */
  readonly folded: ReadonlyMap<string, string>
  readonly list: string
}

const compiled = new WeakMap<readonly Choice[], Spellings>()

function spellings(column: ColumnDefinition): Spellings {
  const choices = column.choices ?? []
  const known = compiled.get(choices)
  if (known !== undefined) return known
  const exact = new Map<string, string>()
  const folded = new Map<string, string>()
  const put = (map: Map<string, string>, word: string, value: string): void => {
    if (!map.has(word)) map.set(word, value)
  }
  for (const { value } of choices) put(exact, value, value)
  for (const { value, label } of choices) for (const word of Object.values(label)) put(exact, word, value)
  for (const [word, value] of exact) put(folded, foldText(word), value)
  for (const { value, synonyms } of choices) for (const word of synonyms) put(folded, foldText(word), value)
  const made = { exact, folded, list: choices.map(({ value }) => value).join('、') }
  compiled.set(choices, made)
  return made
}
