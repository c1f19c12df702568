// Finds the A1 references in a formula; everything else is left as it stands.
import { columnIndex } from './raw.ts'

/** A reference to cells, as written. `first`/`last` are offsets in the formula. */
export interface FormulaReference {
  readonly start: number
  readonly end: number
  /** Sheet as named before `!`, unquoted; undefined: the formula's own sheet. */
  readonly sheet: string | undefined
  /** `cells` A1, A1:B2 · `rows` 3:5 · columns A:C are not reported, as no row moves them. */
  readonly type: 'cells' | 'rows'
  readonly corners: readonly [Corner] | readonly [Corner, Corner]
}

export interface Corner {
  /** 0-based; -1 for whole rows. */
  readonly column: number
  readonly columnAbsolute: boolean
  /** 1-based. */
  readonly row: number
  readonly rowAbsolute: boolean
}

const stringText = /"(?:[^"]|"")*"/y
const bareSheet = /([\p{L}_\\][\p{L}\p{N}_.\\?]*(?::[\p{L}_\\][\p{L}\p{N}_.\\?]*)?)!/uy
const cell = /(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})(?![\p{L}\p{N}_.\\?!([])/uy
const columns = /\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.\\?!([])/uy
const rows = /(\$?)([0-9]{1,7}):(\$?)([0-9]{1,7})(?![\p{L}\p{N}_.\\?])/uy
const word = /[\p{L}\p{N}_.\\?$]+/uy
const errorText = /#[A-Z0-9/_]+[!?]?/y

/** In order. `formula` without `=`. External (`[1]Sheet!A1`) and three-dimensional (`甲:丙!A1`) ones are not reported. */
export function findReferences(formula: string): readonly FormulaReference[] {
  const found: FormulaReference[] = []
  let at = 0
  while (at < formula.length) {
    const first = formula[at]
    if (first === '"') at = skip(stringText, formula, at)
    else if (first === '#') at = skip(errorText, formula, at)
    else if (first === '[') at = skipBrackets(formula, at)
    else {
      const start = at
      const sheet = first === "'" ? readQuotedSheet(formula, at) : readBareSheet(formula, at)
      if (sheet !== undefined) at = sheet.end
      const { name } = sheet ?? {}
      if (first === "'" && name === undefined) continue
      // After `]` the name belongs to another workbook; `:` and `[` in a sheet's name are not possible.
      const foreign = name !== undefined && (/[:[\]]/.test(name) || formula[start - 1] === ']')
      const reference = readReference(formula, at, { start, sheet: name })
      if (reference) {
        if (!foreign && reference !== 'columns') found.push(reference)
        at = reference === 'columns' ? skip(columns, formula, at) : reference.end
      } else if (sheet === undefined) at = skip(word, formula, at)
    }
  }
  return found
}

/** `name` is undefined where the quotes name no sheet; `end` is past them, or past `!`. Reads each character once. */
function readQuotedSheet(formula: string, at: number): { readonly name: string | undefined; readonly end: number } {
  let close = at + 1
  for (;;) {
    close = formula.indexOf("'", close)
    if (close < 0) return { name: undefined, end: formula.length }
    if (formula[close + 1] !== "'") break
    close += 2
  }
  if (formula[close + 1] !== '!') return { name: undefined, end: close + 1 }
  return { name: formula.slice(at + 1, close).replaceAll("''", "'"), end: close + 2 }
}

function readBareSheet(formula: string, at: number): { readonly name: string; readonly end: number } | undefined {
  const found = match(bareSheet, formula, at)
  return found && { name: found[1] ?? '', end: at + found[0].length }
}

type Place = Pick<FormulaReference, 'start' | 'sheet'>

function readReference(formula: string, at: number, place: Place): FormulaReference | 'columns' | undefined {
  const whole = match(rows, formula, at)
  if (whole) {
    const corner = (sign: string | undefined, row: string | undefined): Corner => ({
      column: -1,
      columnAbsolute: false,
      row: Number(row),
      rowAbsolute: sign === '$',
    })
    const corners = [corner(whole[1], whole[2]), corner(whole[3], whole[4])] as const
    return { ...place, type: 'rows', end: at + whole[0].length, corners }
  }
  const one = match(cell, formula, at)
  const first = one && toCorner(one)
  if (!one || !first) return match(columns, formula, at) ? 'columns' : undefined
  const end = at + one[0].length
  const two = formula[end] === ':' ? match(cell, formula, end + 1) : undefined
  const second = two && toCorner(two)
  if (!two || !second) return { ...place, type: 'cells', end, corners: [first] }
  return { ...place, type: 'cells', end: end + 1 + two[0].length, corners: [first, second] }
}

function toCorner(parts: RegExpExecArray): Corner | undefined {
  const column = columnIndex((parts[2] ?? '').toUpperCase())
  const row = Number(parts[4])
  if (column === undefined || row < 1 || row > 1_048_576) return undefined
  return { column, columnAbsolute: parts[1] === '$', row, rowAbsolute: parts[3] === '$' }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** Past what the pattern matches; one character when it matches nothing. */
function skip(pattern: RegExp, text: string, at: number): number {
  const length = match(pattern, text, at)?.[0].length ?? 0
  return at + Math.max(1, length)
}

/** Past `[…]` of structured and external references; `'` takes the next character literally. */
function skipBrackets(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const c = text[at]
    if (c === "'") at++
    else if (c === '[') depth++
    else if (c === ']' && --depth === 0) return at + 1
  }
  return text.length
}
