// Group keys written once for several rows: merged down, or left blank below the first.
import type { CellRange } from '../../workbook/raw.ts'
import { cellClass } from './cellClass.ts'
import type { SeenColumn } from './columnTypes.ts'
import { cellKind, cellText, rowNumber, type Region } from './region.ts'

export interface FillColumns {
  /** Columns to be filled down. */
  readonly filled: ReadonlySet<number>
  /** Filled by their blanks, not by merges: a guess. */
  readonly guessed: readonly number[]
  /** Merged down, but amounts: counted once. */
  readonly amounts: readonly number[]
  /** Merged down in a few places only: read in the first row of each. */
  readonly rare: readonly number[]
}

/** Rows of data that a column's merges cover, and how many of the merges hold something. */
function mergedRows(
  region: Region,
  column: number,
  rows: readonly number[],
): { covered: number; merges: readonly CellRange[] } {
  const first = rows[0]
  const last = rows[rows.length - 1]
  const all = region.grid.tallMerges.get(column)
  if (!all || first === undefined || last === undefined) return { covered: 0, merges: [] }
  const top = rowNumber(region, first)
  const bottom = rowNumber(region, last)
  const merges = all.filter((merge) => merge.top >= top && merge.top <= bottom)
  let covered = 0
  let at = 0
  const holding: CellRange[] = []
  for (const merge of merges) {
    while (at < rows.length && rowNumber(region, rows[at] ?? 0) < merge.top) at++
    const anchor = rows[at]
    if (anchor === undefined || rowNumber(region, anchor) !== merge.top) continue
    if (cellKind(region, anchor, column) === cellClass.blank) continue
    holding.push(merge)
    covered += Math.min(merge.bottom, bottom) - merge.top + 1
  }
  return { covered, merges: holding }
}

/** Leading column of names with blanks below each: two such groups at least, no name twice in a row, the next column full. */
function isBlankBelow(
  region: Region,
  column: SeenColumn,
  next: SeenColumn | undefined,
  rows: readonly number[],
): boolean {
  const { facts } = column
  if (!next || column.type !== 'text' || column.remark || facts.filled < 2 || rows.length < 4) return false
  if (facts.filled * 2 > rows.length || facts.words < facts.filled || next.facts.filled * 10 < rows.length * 9)
    return false
  if (facts.firstFilled !== rows[0] || next.facts.constant) return false
  let previous = ''
  let groups = 0
  let blanks = 0
  for (const k of rows) {
    if (cellKind(region, k, column.index) === cellClass.blank) {
      if (cellKind(region, k, next.index) === cellClass.blank) return false
      if (blanks === 0) groups++
      blanks++
      continue
    }
    const text = cellText(region, k, column.index)
    if (text === previous) return false
    previous = text
    blanks = 0
  }
  return groups >= 2
}

/** @param rows k of the rows of data */
export function findFillColumns(region: Region, columns: readonly SeenColumn[], rows: readonly number[]): FillColumns {
  const filled = new Set<number>()
  const guessed: number[] = []
  const amounts: number[] = []
  const rare: number[] = []
  let leading = true
  columns.forEach((column, i) => {
    const { covered } = mergedRows(region, column.index, rows)
    if (covered >= 2) {
      if (column.additive) amounts.push(column.index)
      else if (covered * 4 < rows.length) rare.push(column.index)
      else if (!column.remark) filled.add(column.index)
      if (!filled.has(column.index) && !column.serial) leading = false
      return
    }
    if (leading && !column.serial && isBlankBelow(region, column, columns[i + 1], rows)) {
      filled.add(column.index)
      guessed.push(column.index)
      return
    }
    if (!column.serial) leading = false
  })
  return { filled, guessed, amounts, rare }
}

export interface TallRecords {
  /** k of a row → k of the first row of its record. */
  readonly partOf: ReadonlyMap<number, number>
  readonly height: number
}

/**
 * Records two or more rows high: the 序号 and most columns merged over the same rows, all of one height,
 * and what stands in the single rows is no amount.
 */
export function findTallRecords(
  region: Region,
  columns: readonly SeenColumn[],
  rows: readonly number[],
): TallRecords | undefined {
  const serial = columns.find((column) => column.serial && column.header !== '')
  if (!serial || rows.length < 4) return undefined
  const { merges } = mergedRows(region, serial.index, rows)
  const first = merges[0]
  if (!first) return undefined
  const height = first.bottom - first.top + 1
  if (height < 2 || merges.some((merge) => merge.bottom - merge.top + 1 !== height)) return undefined
  if (merges.length * height < rows.length * 0.9) return undefined
  const used = columns.filter((column) => column.facts.filled > 0)
  const merged = used.filter((column) => mergedRows(region, column.index, rows).covered * 10 >= rows.length * 8)
  const loose = used.filter((column) => !merged.includes(column))
  if (merged.length * 2 < used.length || loose.some((column) => column.type === 'money' || column.type === 'number'))
    return undefined
  const partOf = new Map<number, number>()
  let at = 0
  for (const merge of merges) {
    while (at < rows.length && rowNumber(region, rows[at] ?? 0) < merge.top) at++
    const start = rows[at]
    while (at < rows.length && rowNumber(region, rows[at] ?? 0) <= merge.bottom) {
      const k = rows[at]
      if (k !== undefined && start !== undefined && k !== start) partOf.set(k, start)
      at++
    }
  }
  return { partOf, height }
}
