// Parent rows above their children: known by codes, indents or outline numbers, proved by their sums.
import { isNumberClass } from './cellClass.ts'
import { addNumber, exactValue, newSum, tiesToCent, type ExactSum } from './exactSum.ts'
import { textOf } from './grid.ts'
import { cellKind, cellValue, type Region } from './region.ts'
import { decimalOf } from './amount.ts'
import { addDecimal } from './exactSum.ts'
import type { SeenColumn } from './columnTypes.ts'
import { foldLabel } from './words.ts'

export interface Hierarchy {
  /** k → level, 0 at the top; only rows that have one. */
  readonly levels: ReadonlyMap<number, number>
  /** k of rows whose amounts are the sum of the rows below them: not to be added again. */
  readonly parents: ReadonlySet<number>
  /** k of `其中` rows: parts of the row before, not to be added again. */
  readonly parts: ReadonlySet<number>
}

const none: Hierarchy = { levels: new Map(), parents: new Set(), parts: new Set() }

/** 一、 0 · （一） 1 · 1. 2 · (1) 3 */
function outlineLevel(text: string): number | undefined {
  if (/^[一二三四五六七八九十]+[、.．]/.test(text)) return 0
  if (/^[（(][一二三四五六七八九十]+[)）]/.test(text)) return 1
  if (/^\d{1,2}[、.．](?!\d)/.test(text)) return 2
  return /^[（(]\d{1,2}[)）]/.test(text) ? 3 : undefined
}

function indentOf(region: Region, k: number, column: number): number {
  const value = cellValue(region, k, column)
  const text = typeof value === 'string' ? value : ''
  let spaces = 0
  for (const character of text) {
    if (character === '\u3000') spaces += 2
    else if (character === ' ' || character === '\u00a0') spaces++
    else if (character === '\t') spaces += 4
    else break
  }
  const style = region.grid.rows[region.position[k] ?? -1]?.styles?.[column]
  return spaces + 2 * (style === undefined ? 0 : (region.grid.styles[style]?.indent ?? 0))
}

type Levels = readonly (number | undefined)[]

/** Codes of which the longer ones begin with the shorter: 501, 50101. */
function codeLevels(region: Region, column: SeenColumn, rows: readonly number[]): Levels | undefined {
  const codes = rows.map((k) => textOf(cellValue(region, k, column.index)).trim())
  const stack: string[] = []
  let nested = 0
  const levels = codes.map((code) => {
    if (!/^[\dA-Za-z][\dA-Za-z.-]*$/.test(code)) return undefined
    while (stack.length > 0 && !(code.startsWith(stack[stack.length - 1] ?? ' ') && code !== stack[stack.length - 1]))
      stack.pop()
    if (stack.length > 0) nested++
    stack.push(code)
    return stack.length - 1
  })
  return nested * 4 >= rows.length && nested >= 2 ? levels : undefined
}

function labelLevels(region: Region, column: SeenColumn, rows: readonly number[]): Levels | undefined {
  const texts = rows.map((k) =>
    textOf(cellValue(region, k, column.index))
      .trim()
      .slice(0, 20),
  )
  const outlines = texts.map(outlineLevel)
  if (new Set(outlines.filter((level) => level !== undefined)).size >= 2) {
    let last = 0
    return outlines.map((level) => {
      if (level !== undefined) last = level
      return level ?? last + 1
    })
  }
  const indents = rows.map((k) => indentOf(region, k, column.index))
  const steps = [...new Set(indents)].sort((a, b) => a - b)
  const deep = indents.filter((indent) => indent > (steps[0] ?? 0)).length
  return deep * 5 >= rows.length && steps.length >= 2 && steps.length <= 6
    ? indents.map((indent) => steps.indexOf(indent))
    : undefined
}

/** 一 above 1, 2; 1 above 1.1, 1.2: levels written in the first column. */
function serialLevels(region: Region, column: SeenColumn | undefined, rows: readonly number[]): Levels | undefined {
  if (!column) return undefined
  const levels = rows.map((k) => {
    const text = textOf(cellValue(region, k, column.index)).trim()
    if (text.length > 12 || text === '') return undefined
    if (/^[一二三四五六七八九十]+[、.．]?$/.test(text)) return 0
    if (/^[（(][一二三四五六七八九十]+[)）]$/.test(text)) return 1
    const dots = /^\d{1,3}((?:[.．-]\d{1,3})*)[、.．]?$/.exec(text)?.[1]
    return dots === undefined ? undefined : 2 + (dots.match(/[.．-]/g)?.length ?? 0)
  })
  const deep = new Set(levels.filter((level) => level !== undefined)).size
  return deep >= 2 && deep <= 6 && levels.filter((level) => level === undefined).length * 4 < rows.length
    ? levels
    : undefined
}

/** Rows whose every amount is the sum of their children's (rows one level deeper until the next of their own). */
function provedParents(
  region: Region,
  columns: readonly SeenColumn[],
  { rows, levels, byCode }: { readonly rows: readonly number[]; readonly levels: Levels; readonly byCode: boolean },
): Set<number> {
  const amounts = columns.filter((column) => column.additive)
  const parents = new Set<number>()
  const open: {
    readonly k: number
    readonly level: number
    readonly sums: ExactSum[]
    children: number
    childLevel: number
  }[] = []
  const close = (level: number): void => {
    while (open.length > 0 && (open[open.length - 1]?.level ?? 0) >= level) {
      const parent = open.pop()
      if (!parent || parent.children === 0) continue
      let ties = 0
      let breaks = 0
      amounts.forEach((column, i) => {
        const own = decimalOf(cellValue(region, parent.k, column.index))
        const sum = parent.sums[i]
        if (!own || !sum || own.digits === 0n) return
        const exact = newSum()
        addDecimal(exact, own)
        if (tiesToCent(exactValue(exact), exactValue(sum))) ties++
        else breaks++
      })
      if (ties > 0 && breaks * 3 <= ties && (parent.children >= 2 || byCode)) parents.add(parent.k)
    }
  }
  rows.forEach((k, i) => {
    const level = levels[i]
    if (level === undefined) return
    close(level)
    const parent = open[open.length - 1]
    if (parent && (parent.childLevel < 0 || parent.childLevel === level)) {
      parent.childLevel = level
      parent.children++
      amounts.forEach((column, at) => {
        const sum = parent.sums[at]
        const value = cellValue(region, k, column.index)
        if (!sum || !isNumberClass(cellKind(region, k, column.index))) return
        if (typeof value === 'number') addNumber(sum, value)
        else {
          const decimal = decimalOf(value)
          if (decimal) addDecimal(sum, decimal)
        }
      })
    }
    open.push({ k, level, sums: amounts.map(newSum), children: 0, childLevel: -1 })
  })
  close(-1)
  return parents
}

/** Rows at most that one 其中 begins. */
const mostParts = 12

/** Rows after a 其中 row that make up, together with it, the row before it: 150, 其中：100, 50. */
function partsAfter(
  region: Region,
  columns: readonly SeenColumn[],
  rows: readonly number[],
  at: number,
): readonly number[] {
  const whole = rows[at - 1]
  const amounts = columns.filter(
    (column) => column.additive && whole !== undefined && isNumberClass(cellKind(region, whole, column.index)),
  )
  if (whole === undefined || amounts.length === 0) return []
  const amountOf = (row: number, column: number): bigint => {
    const sum = newSum()
    const decimal = decimalOf(cellValue(region, row, column))
    if (decimal) addDecimal(sum, decimal)
    return exactValue(sum)
  }
  const left = amounts.map((column) => amountOf(whole, column.index) - amountOf(rows[at] ?? whole, column.index))
  const found: number[] = []
  for (const row of rows.slice(at + 1, at + mostParts)) {
    found.push(row)
    amounts.forEach((column, i) => {
      left[i] = (left[i] ?? 0n) - amountOf(row, column.index)
    })
    if (left.every((rest) => tiesToCent(rest, 0n))) return found
  }
  return []
}

/** @param rows k of the rows of data, in order */
export function findHierarchy(region: Region, columns: readonly SeenColumn[], rows: readonly number[]): Hierarchy {
  if (rows.length < 3 || rows.length > 20000) return none
  const label = columns.find(
    (column) => column.type === 'text' && !column.serial && column.facts.words * 2 > rows.length,
  )
  const code = columns
    .slice(0, 3)
    .find(
      (column) =>
        !column.serial &&
        column.facts.fractions === 0 &&
        column.facts.numbers + column.facts.numberTexts > column.facts.words,
    )
  const codes = code && columns[columns.indexOf(code) + 1]?.type === 'text' ? codeLevels(region, code, rows) : undefined
  const levels =
    codes ?? (label ? labelLevels(region, label, rows) : undefined) ?? serialLevels(region, columns[0], rows)
  const parts = new Set<number>()
  if (label) {
    rows.forEach((k, i) => {
      const value = cellValue(region, k, label.index)
      if (typeof value !== 'string' || value.length >= 80 || !foldLabel(value).startsWith('其中')) return
      // Right below a sum it begins the rows that the sum adds up.
      if (rows[i - 1] !== k - 1) return
      parts.add(k)
      for (const other of partsAfter(region, columns, rows, i)) parts.add(other)
    })
  }
  if (!levels) return { levels: new Map(), parents: new Set(), parts }
  const found = new Map<number, number>()
  rows.forEach((k, i) => {
    const level = levels[i]
    if (level !== undefined) found.set(k, level)
  })
  return {
    levels: found,
    parents: provedParents(region, columns, { rows, levels, byCode: codes !== undefined }),
    parts,
  }
}
