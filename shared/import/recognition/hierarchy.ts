// Parent rows above their children: known by codes, indents or outline numbers, proved by their sums.
import { isNumberClass } from './cellClass.ts'
import { addNumber, exactValue, newSum, tiesToCent, type ExactSum } from './exactSum.ts'
import { codeLevels, labelLevels, serialLevels, type Levels } from './levels.ts'
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

/**
 * Parents without any mark: rows that each equal the sum of the rows up to the next one, and so on to the last row.
 * A coincidence in a few rows proves nothing: whoever asks must know that the parents alone make up the file's own total.
 */
export function findFlatParents(
  region: Region,
  columns: readonly SeenColumn[],
  rows: readonly number[],
): ReadonlySet<number> | undefined {
  const amounts = columns.filter((column) => column.additive)
  if (amounts.length === 0 || rows.length < 4 || rows.length > 20000) return undefined
  const amountsOf = (k: number): readonly bigint[] =>
    amounts.map((column) => {
      const sum = newSum()
      const decimal = decimalOf(cellValue(region, k, column.index))
      if (decimal) addDecimal(sum, decimal)
      return exactValue(sum)
    })
  const parents = new Set<number>()
  let several = 0
  for (let i = 0; i < rows.length;) {
    let left = amountsOf(rows[i] ?? 0)
    if (left.every((amount) => amount === 0n)) return undefined
    let end = i + 1
    while (end < rows.length && !(end > i + 1 && left.every((rest) => tiesToCent(rest, 0n)))) {
      const child = amountsOf(rows[end] ?? 0)
      left = left.map((rest, at) => rest - (child[at] ?? 0n))
      end++
    }
    if (!left.every((rest) => tiesToCent(rest, 0n))) return undefined
    parents.add(rows[i] ?? 0)
    if (end > i + 2) several++
    i = end
  }
  return several > 0 && parents.size >= 2 ? parents : undefined
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
