// Formulas that sum rows of the table, with the values they will show.
import { meetsCondition } from '../definition/condition.ts'
import type { TotalLine } from '../definition/layout.ts'
import type { Condition, ConditionPart } from '../definition/condition.ts'
import type { Line } from './planLines.ts'

/** Where things stand, so that formulas can be spelled. */
export interface SumPlaces {
  readonly lines: readonly Line[]
  /** 1-based row of lines[0]. */
  readonly firstRow: number
  /** Letters of a column by its key; undefined for those the sheet does not show. */
  readonly lettersOf: (key: string) => string | undefined
}

export interface SummedColumn {
  readonly key: string
  readonly letters: string
}

export interface Sum {
  /** Without `=`; null when there is nothing to sum. */
  readonly formula: string | null
  /** As stored: 分 or whole numbers. */
  readonly value: number
}

/** Arguments of one SUM: Excel takes 255. */
const maxArguments = 200

/** Of the records below a parent, which stands at `index`. */
export function sumChildren(places: SumPlaces, index: number, column: SummedColumn): Sum {
  const line = places.lines[index]
  if (line?.type !== 'parent' || line.last === index) return { formula: null, value: 0 }
  const block = { first: index + 1, last: line.last }
  let value = 0
  for (let i = block.first; i <= block.last; i++) value += amountOf(places.lines[i], column.key)
  return { formula: blockFormula(places, block, column), value }
}

/** Of one total line. @param done total lines above it, with their rows */
export function sumTotal(
  places: SumPlaces,
  total: TotalLine,
  of: { readonly column: SummedColumn; readonly done: readonly DoneTotal[] },
): Sum {
  let formula = ''
  let value = 0
  for (const { where, times } of total.terms) {
    const term = conditionFormula(places, where, of)
    for (const line of places.lines) {
      if (line.type === 'data' && meetsCondition(where, line.values)) value += times * amountOf(line, of.column.key)
    }
    const factor = Math.abs(times) === 1 ? '' : `${Math.abs(times)}*`
    const isPlain = !/[+-]/.test(term) || (times === 1 && formula === '')
    formula += `${times < 0 ? '-' : formula === '' ? '' : '+'}${factor}${isPlain ? term : `(${term})`}`
  }
  return { formula: formula === '' ? null : formula, value: value === 0 ? 0 : value }
}

export interface DoneTotal {
  readonly total: TotalLine
  readonly row: number
}

interface Block {
  /** Indexes into lines. */
  readonly first: number
  readonly last: number
}

/**
 * Rows that people add to a section must count without anyone touching the formula: so a section is summed as a whole, its
 * parents taken off again, and a further condition is looked up in its own column.
 */
function conditionFormula(
  places: SumPlaces,
  where: Condition,
  of: { readonly column: SummedColumn; readonly done: readonly DoneTotal[] },
): string {
  const section = findSection(places.lines, where)
  if (!section) return runsFormula(places, where, of.column)
  const whole = doneFormula(section.where, of) ?? blockFormula(places, section.block, of.column)
  const [rest, ...more] = section.rest
  if (!rest) return whole
  const listed = more.length === 0 ? listedValues(rest) : undefined
  const letters = places.lettersOf(rest.column)
  if (!listed || letters === undefined) return runsFormula(places, where, of.column)
  const [top, bottom] = rowsOf(places, section.block)
  const sums = listed.values.map(
    (text) =>
      `SUMIF($${letters}$${top}:$${letters}$${bottom},"${text}",${of.column.letters}$${top}:${of.column.letters}$${bottom})`,
  )
  if (listed.isExcluded) return `${whole}-${sums.join('-')}`
  return sums.join('+')
}

/** The section all of whose conditions are in `where`, what else `where` asks, and the section's rows. */
function findSection(lines: readonly Line[], where: Condition) {
  for (const [index, line] of lines.entries()) {
    if (line.type !== 'section') continue
    const own = new Set(line.section.where.map((part) => JSON.stringify(part)))
    const rest = where.filter((part) => !own.delete(JSON.stringify(part)))
    if (own.size > 0) continue
    let last = index
    while (isBlockLine(lines[last + 1])) last++
    // An empty section is summed over its heading, whose amounts are blank.
    const block: Block = { first: last === index ? index : index + 1, last }
    return { where: line.section.where, rest, block }
  }
  const isWhole = where.length === 0 && lines.every((line) => line.type !== 'section')
  const last = lines.findLastIndex(isBlockLine)
  return isWhole && last >= 0 ? { where, rest: [], block: { first: 0, last } } : undefined
}

function isBlockLine(line: Line | undefined): boolean {
  return line?.type === 'data' || line?.type === 'parent' || line?.type === 'spare'
}

/** Texts that can be looked up by SUMIF as they are; undefined for anything else. */
function listedValues(
  part: ConditionPart,
): { readonly values: readonly string[]; readonly isExcluded: boolean } | undefined {
  const values = 'in' in part ? part.in : 'notIn' in part ? part.notIn : undefined
  const texts = values?.filter((value) => typeof value === 'string' && !/["*?~<>=]/.test(value))
  return texts && texts.length > 0 && texts.length === values?.length
    ? { values: texts as readonly string[], isExcluded: 'notIn' in part }
    : undefined
}

/** A total above that says exactly this. */
function doneFormula(
  where: Condition,
  { column, done }: { readonly column: SummedColumn; readonly done: readonly DoneTotal[] },
): string | undefined {
  const same = done.find(({ total }) => {
    const [term] = total.terms
    const isAlone = total.terms.length === 1 && term?.times === 1 && total.columns.includes(column.key)
    return isAlone && JSON.stringify(term.where) === JSON.stringify(where)
  })
  return same && `${column.letters}${same.row}`
}

/** `SUM(D7:D40)-SUM(D7,D13)`: everything, less the parents that say their children again. */
function blockFormula(places: SumPlaces, block: Block, { letters }: SummedColumn): string {
  const [top, bottom] = rowsOf(places, block)
  const parents: string[] = []
  for (let i = block.first; i <= block.last; i++) {
    if (places.lines[i]?.type === 'parent') parents.push(`${letters}${places.firstRow + i}`)
  }
  return [`SUM(${letters}${top}:${letters}${bottom})`, ...sumsOf(parents)].join('-')
}

/** `SUM(D7:D9,D12)`: the records that meet the condition now, row by row. */
function runsFormula(places: SumPlaces, where: Condition, { letters }: SummedColumn): string {
  const runs: string[] = []
  const isIn = (i: number): boolean => {
    const line = places.lines[i]
    return line?.type === 'data' && meetsCondition(where, line.values)
  }
  for (let i = 0; i < places.lines.length; i++) {
    if (!isIn(i)) continue
    const from = i
    while (isIn(i + 1)) i++
    const [first, last] = [`${letters}${places.firstRow + from}`, `${letters}${places.firstRow + i}`]
    runs.push(first === last ? first : `${first}:${last}`)
  }
  return runs.length === 0 ? '0' : sumsOf(runs).join('+')
}

function sumsOf(parts: readonly string[]): readonly string[] {
  const sums: string[] = []
  for (let i = 0; i < parts.length; i += maxArguments) sums.push(`SUM(${parts.slice(i, i + maxArguments).join(',')})`)
  return sums
}

function rowsOf({ firstRow }: SumPlaces, { first, last }: Block): readonly [top: number, bottom: number] {
  return [firstRow + first, firstRow + last]
}

function amountOf(line: Line | undefined, key: string): number {
  const value = line?.type === 'data' ? line.values[key] : undefined
  return typeof value === 'number' ? value : 0
}
