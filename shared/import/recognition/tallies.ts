// Exact sums of the rows of data, and what the file's own total rows say of them.
import { isNumberClass } from './cellClass.ts'
import type { BodyRow } from './bodyRoles.ts'
import type { SeenColumn } from './columnTypes.ts'
import { addDecimal, addNumber, exactDecimal, exactValue, newSum, tiesToCent, type ExactSum } from './exactSum.ts'
import { decimalOf, plainNumberOf } from './amount.ts'
import { readTextTotals } from './textTotals.ts'
import { cellFormula, cellKind, cellValue, type Region } from './region.ts'

/** × 10^20, one per summed column; undefined where the row says nothing. */
export type Amounts = readonly (bigint | undefined)[]

/** One total row, compared. */
export interface Declared {
  readonly k: number
  readonly row: BodyRow
  readonly declared: Amounts
  /** What the rows it speaks of add up to. */
  readonly computed: readonly bigint[]
  readonly ties: readonly (boolean | undefined)[]
  /** It speaks of all rows of data. */
  readonly ofAll: boolean
}

export interface Tallies {
  readonly columns: readonly SeenColumn[]
  readonly sums: readonly bigint[]
  readonly numericCells: readonly number[]
  readonly textCells: readonly number[]
  readonly declared: readonly Declared[]
}

interface Mark {
  /** Index into `marks` order: rows seen so far. */
  readonly before: readonly bigint[]
  readonly rows: number
}

/** Not a sum: the formula divides, multiplies or looks elsewhere. */
function isOtherFormula(formula: string | undefined): boolean {
  return formula !== undefined && !/SUM|SUBTOTAL|\+|AGGREGATE/i.test(formula)
}

function declaredAmounts(region: Region, k: number, columns: readonly SeenColumn[]): Amounts {
  return columns.map((column) => {
    const decimal = decimalOf(cellValue(region, k, column.index))
    if (!decimal || isOtherFormula(cellFormula(region, k, column.index))) return undefined
    return exactDecimal(decimal)
  })
}

const minus = (a: readonly bigint[], b: readonly bigint[]): bigint[] => a.map((value, i) => value - (b[i] ?? 0n))

function countTies(declared: Amounts, computed: readonly bigint[]): number {
  let ties = 0
  declared.forEach((amount, i) => {
    if (amount !== undefined && tiesToCent(amount, computed[i] ?? 0n)) ties++
  })
  return ties
}

/** Adds a row of data to the running sums. */
function addRow(region: Region, k: number, columns: readonly SeenColumn[], counting: Counting): void {
  for (let i = 0; i < columns.length; i++) {
    const index = columns[i]?.index ?? 0
    const kind = cellKind(region, k, index)
    if (kind === 0) continue
    const value = cellValue(region, k, index)
    const sum = counting.sums[i]
    if (!sum) continue
    const number = plainNumberOf(value)
    if (number !== undefined) {
      if (addNumber(sum, number)) counting.numeric[i] = (counting.numeric[i] ?? 0) + 1
      else counting.text[i] = (counting.text[i] ?? 0) + 1
      continue
    }
    const decimal = isNumberClass(kind) || typeof value === 'string' ? decimalOf(value) : undefined
    if (decimal) {
      addDecimal(sum, decimal)
      counting.numeric[i] = (counting.numeric[i] ?? 0) + 1
    } else counting.text[i] = (counting.text[i] ?? 0) + 1
  }
}

interface Counting {
  readonly sums: ExactSum[]
  readonly numeric: number[]
  readonly text: number[]
}

interface Total {
  readonly k: number
  readonly row: BodyRow
  readonly at: Mark
  /** Starts of the groups it may close, best first. */
  readonly starts: readonly Mark[]
}

/**
 * @param rows roles from k = `from` on
 * @param skip k of rows of data that are in another row's amount already (parents, 其中)
 */
export function tallyRows(
  region: Region,
  body: { readonly from: number; readonly rows: readonly BodyRow[]; readonly skip: (k: number) => boolean },
  columns: readonly SeenColumn[],
): Tallies {
  const counting: Counting = {
    sums: columns.map(newSum),
    numeric: columns.map(() => 0),
    text: columns.map(() => 0),
  }
  let seen = 0
  const mark = (): Mark => ({ before: counting.sums.map(exactValue), rows: seen })
  const start = mark()
  let group = start
  let section = start
  let page = start
  const totals: Total[] = []
  const marks: Mark[] = [start]
  for (let i = 0; i < body.rows.length; i++) {
    const row = body.rows[i]
    const k = body.from + i
    if (!row || row.role === 'data') {
      if (!body.skip(k)) addRow(region, k, columns, counting)
      seen++
    } else if (row.role === 'section' || row.role === 'repeated-header') {
      const here = mark()
      if (row.role === 'section') section = here
      group = here
      marks.push(here)
    } else if (row.role === 'subtotal' || row.role === 'total') {
      const here = mark()
      const wide = row.role === 'total'
      totals.push({ k, row, at: here, starts: wide ? [start, page, section, group] : [group, section, page, start] })
      marks.push(here)
      group = here
      if (wide) page = here
    }
  }
  const last = mark()
  marks.push(last)
  const serialRange = (label: string): readonly bigint[] | undefined => sumOfSerials(region, body, columns, label)
  const declared = totals.map((total, i) =>
    compareTotal(region, total, { columns, totals, last, nth: i, start, serialRange }),
  )
  return {
    columns,
    sums: last.before,
    numericCells: counting.numeric,
    textCells: counting.text,
    declared: withBalances(declared),
  }
}

/** `2-17小计`: the rows whose 序号 (first column) is from 2 to 17. */
function sumOfSerials(
  region: Region,
  body: { readonly from: number; readonly rows: readonly BodyRow[] },
  columns: readonly SeenColumn[],
  label: string,
): readonly bigint[] | undefined {
  const match = /^(\d{1,5})\s*[-–—~～至到]\s*(\d{1,5})/.exec(label)
  if (!match) return undefined
  const counting: Counting = { sums: columns.map(newSum), numeric: columns.map(() => 0), text: columns.map(() => 0) }
  body.rows.forEach((row, i) => {
    const serial = Number(cellValue(region, body.from + i, region.left))
    if (row.role === 'data' && serial >= Number(match[1]) && serial <= Number(match[2]))
      addRow(region, body.from + i, columns, counting)
  })
  return counting.sums.map(exactValue)
}

function compareTotal(
  region: Region,
  total: Total,
  all: {
    readonly columns: readonly SeenColumn[]
    readonly totals: readonly Total[]
    readonly last: Mark
    readonly nth: number
    readonly start: Mark
    readonly serialRange: (label: string) => readonly bigint[] | undefined
  },
): Declared {
  const inCells = declaredAmounts(region, total.k, all.columns)
  const before = minus(total.at.before, all.start.before)
  const inWords = inCells.every((amount) => amount === undefined)
    ? readTextTotals(region, total.k, { columns: all.columns, computed: before })
    : undefined
  const declared = inWords?.declared ?? inCells
  const candidates: { readonly computed: readonly bigint[]; readonly ofAll: boolean }[] = []
  for (const from of total.starts)
    if (from.rows < total.at.rows)
      candidates.push({
        computed: minus(total.at.before, from.before),
        ofAll: from === all.start && total.at.rows === all.last.rows,
      })
  const ranged = all.serialRange(total.row.label ?? '')
  if (ranged) candidates.unshift({ computed: ranged, ofAll: false })
  // A sum that stands above its rows.
  const next = all.totals[all.nth + 1]?.at ?? all.last
  if (next.rows > total.at.rows)
    candidates.push({
      computed: minus(next.before, total.at.before),
      ofAll: total.at.rows === all.start.rows && next.rows === all.last.rows,
    })
  if (all.last.rows > total.at.rows)
    candidates.push({ computed: minus(all.last.before, total.at.before), ofAll: total.at.rows === all.start.rows })
  let best = candidates[0] ?? { computed: all.columns.map(() => 0n), ofAll: true }
  let bestTies = -1
  for (const candidate of candidates) {
    const ties = countTies(declared, candidate.computed)
    if (ties > bestTies) {
      best = candidate
      bestTies = ties
    }
  }
  const ties = declared.map((amount, i) =>
    amount === undefined ? undefined : tiesToCent(amount, best.computed[i] ?? 0n),
  )
  return { k: total.k, row: total.row, declared, computed: best.computed, ties, ofAll: best.ofAll }
}

/** 结余, 净利润: the difference of two sums before it, or nothing that can be checked here. */
function withBalances(declared: readonly Declared[]): readonly Declared[] {
  return declared.map((total, i) => {
    if (total.row.total !== 'balance') return total
    const before = declared.slice(Math.max(0, i - 6), i)
    for (const a of before) {
      for (const b of before) {
        if (a === b) continue
        const computed = a.declared.map((amount, at) => (amount ?? 0n) - (b.declared[at] ?? 0n))
        const said = total.declared.filter((amount) => amount !== undefined).length
        if (said > 0 && countTies(total.declared, computed) === said)
          return { ...total, computed, ties: total.declared.map((amount) => (amount === undefined ? undefined : true)) }
      }
    }
    return { ...total, ties: total.declared.map(() => undefined) }
  })
}
