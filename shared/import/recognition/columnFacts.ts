// What a column holds in the rows of data, counted in one pass.
import type { RawValue } from '../../workbook/raw.ts'
import { cellClass } from './cellClass.ts'
import type { HeaderColumn } from './headerPaths.ts'
import { cellFormula, type Region } from './region.ts'

export interface ColumnFacts {
  readonly index: number
  readonly filled: number
  readonly words: number
  /** Of the words, those that only say that there is nothing: -, —, /. */
  readonly nils: number
  readonly numbers: number
  readonly numberTexts: number
  readonly dates: number
  readonly dateTexts: number
  readonly booleans: number
  readonly errors: number
  readonly formulas: number
  /** Numbers that are not whole. */
  readonly fractions: number
  /** Number texts that begin with 0 and have another digit next, or have 12 digits or more: names, not numbers. */
  readonly codes: number
  /** Doubles of 16 digits or more: an identifier that has lost its end. */
  readonly tooLong: number
  /** Whole numbers that are one more than the whole number before. */
  readonly steps: number
  /** All cells that hold something hold the same. */
  readonly constant: boolean
  /** k of the first row that holds something; −1 when none does. */
  readonly firstFilled: number
  /** k of the first cell by class, for messages. */
  readonly firstError: number
  readonly firstTooLong: number
  readonly firstWord: number
}

interface Counting {
  filled: number
  words: number
  nils: number
  numbers: number
  numberTexts: number
  dates: number
  dateTexts: number
  booleans: number
  errors: number
  formulas: number
  fractions: number
  codes: number
  tooLong: number
  steps: number
  constant: boolean
  firstFilled: number
  firstError: number
  firstTooLong: number
  firstWord: number
  firstValue: RawValue
  previous: number
}

function newCounting(): Counting {
  return {
    filled: 0,
    words: 0,
    nils: 0,
    numbers: 0,
    numberTexts: 0,
    dates: 0,
    dateTexts: 0,
    booleans: 0,
    errors: 0,
    formulas: 0,
    fractions: 0,
    codes: 0,
    tooLong: 0,
    steps: 0,
    constant: true,
    firstFilled: -1,
    firstError: -1,
    firstTooLong: -1,
    firstWord: -1,
    firstValue: null,
    previous: Number.NaN,
  }
}

function isCode(text: string): boolean {
  const plain = text.trim().replace(/^="|"$/g, '')
  return /^0\d/.test(plain) || /^\d{12,}$/.test(plain)
}

function countNumber(counting: Counting, value: number, k: number): void {
  counting.numbers++
  if (!Number.isInteger(value)) counting.fractions++
  else {
    if (value === counting.previous + 1) counting.steps++
    counting.previous = value
    if (Math.abs(value) >= 1e15) {
      counting.tooLong++
      if (counting.firstTooLong < 0) counting.firstTooLong = k
    }
  }
}

function countText(counting: Counting, text: string, kind: number, k: number): void {
  if (kind === cellClass.numberText) {
    counting.numberTexts++
    const plain = text.trim()
    if (isCode(plain)) counting.codes++
    else if (/^\d{1,6}$/.test(plain)) {
      const value = Number(plain)
      if (value === counting.previous + 1) counting.steps++
      counting.previous = value
    } else if (plain.includes('.')) counting.fractions++
  } else if (kind === cellClass.dateText) counting.dateTexts++
  else {
    counting.words++
    if (text.length < 12 && /^[-—–／/\s]+$/.test(text)) counting.nils++
    else if (counting.firstWord < 0) counting.firstWord = k
  }
}

/** @param rows which k to count; all rows of data */
export function countColumns(
  region: Region,
  columns: readonly HeaderColumn[],
  rows: Iterable<number>,
): readonly ColumnFacts[] {
  const countings = columns.map(newCounting)
  const { grid } = region
  const hasFormulas = grid.rows.some((row) => row.formulas !== undefined)
  for (const k of rows) {
    const at = region.position[k] ?? 0
    const start = grid.offsets[at] ?? 0
    const width = (grid.offsets[at + 1] ?? start) - start
    const cells = grid.rows[at]?.cells ?? []
    for (let i = 0; i < columns.length; i++) {
      const index = columns[i]?.index ?? 0
      if (index >= width) continue
      const kind = grid.classes[start + index]
      if (kind === cellClass.blank || kind === undefined) continue
      const counting = countings[i]
      const value = cells[index] ?? null
      if (!counting) continue
      counting.filled++
      if (counting.firstFilled < 0) {
        counting.firstFilled = k
        counting.firstValue = value
      } else if (counting.constant && value !== counting.firstValue) counting.constant = false
      if (typeof value === 'number') countNumber(counting, value, k)
      else if (typeof value === 'string') countText(counting, value, kind, k)
      else if (kind === cellClass.date) counting.dates++
      else if (kind === cellClass.boolean) counting.booleans++
      else {
        counting.errors++
        if (counting.firstError < 0) counting.firstError = k
      }
      if (hasFormulas && cellFormula(region, k, index) !== undefined) counting.formulas++
    }
  }
  return countings.map((counting, i) => ({ ...counting, index: columns[i]?.index ?? 0 }))
}
