// What a column holds in the rows of data, counted in one pass.
import type { RawValue } from '../../workbook/raw.ts'
import { readAmountText } from './amount.ts'
import { cellClass, isPlainNumber, unwrapText, type CellClass } from './cellClass.ts'
import type { HeaderColumn } from './headerPaths.ts'
import type { Region } from './region.ts'

export interface ColumnFacts {
  readonly index: number
  readonly filled: number
  readonly words: number
  /** Of the words, those that only say that there is nothing: -, —, /. */
  readonly nils: number
  /** Of the first 200 words, those that are a number with a unit: 198件, 1.2万元, CNY 5.00. */
  readonly measures: number
  /** Words that were looked at for `measures`. */
  readonly measured: number
  /** The unit that all of these have; undefined when they differ or there are none. */
  readonly measureUnit: string | undefined
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
  /** Whole numbers that read as a day: 20250301. */
  readonly dayNumbers: number
  /** Numbers that read as a month: 2019.5, 2018.08. */
  readonly monthNumbers: number
  /** Number texts with a percent sign. */
  readonly percents: number
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

/** Running counts of one column; what its classes tell is counted apart, by `classes[kind]`. */
interface Counting {
  readonly classes: Int32Array
  nils: number
  measures: number
  measured: number
  measureUnit: string | undefined
  formulas: number
  fractions: number
  codes: number
  dayNumbers: number
  monthNumbers: number
  percents: number
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
    classes: new Int32Array(8),
    nils: 0,
    measures: 0,
    measured: 0,
    measureUnit: undefined,
    formulas: 0,
    fractions: 0,
    codes: 0,
    dayNumbers: 0,
    monthNumbers: 0,
    percents: 0,
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

const isDay = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
const isMonth = /^(?:19|20)\d{2}\.(?:0?[1-9]|1[0-2])$/

function countNumber(counting: Counting, value: number, k: number): void {
  if (!Number.isInteger(value)) {
    counting.fractions++
    if (value > 1900 && value < 2100 && isMonth.test(String(value))) counting.monthNumbers++
    return
  }
  if (value > 19e6 && value < 21e6 && isDay.test(String(value))) counting.dayNumbers++
  if (value === counting.previous + 1) counting.steps++
  counting.previous = value
  if (value >= 1e15 || value <= -1e15) {
    counting.tooLong++
    if (counting.firstTooLong < 0) counting.firstTooLong = k
  }
}

function countNumberText(counting: Counting, text: string): void {
  if (text.length >= 12 && text.charCodeAt(0) !== 48 && !text.includes('.') && isPlainNumber(text, 0)) {
    counting.codes++
    return
  }
  const plain = unwrapText(text.trim())
  if (plain.endsWith('%') || plain.endsWith('％')) counting.percents++
  if (/^0\d/.test(plain) || /^\d{12,}$/.test(plain)) counting.codes++
  else if (/^\d{1,6}$/.test(plain)) {
    const value = Number(plain)
    if (value === counting.previous + 1) counting.steps++
    counting.previous = value
  } else if (isDay.test(plain)) counting.dayNumbers++
  else if (plain.includes('.')) {
    counting.fractions++
    if (isMonth.test(plain)) counting.monthNumbers++
  }
}

const nil = /^[-—–／/\s]+$/

function countWord(counting: Counting, text: string, k: number): void {
  const code = text.charCodeAt(0)
  const mayBeNil = code <= 47 || code === 0x2014 || code === 0x2013 || code === 0xff0f || code === 0x3000
  if (mayBeNil && text.length < 200 && nil.test(text)) {
    counting.nils++
    return
  }
  if (counting.firstWord < 0) counting.firstWord = k
  if (counting.measured < 200) countMeasure(counting, text)
}

function countMeasure(counting: Counting, text: string): void {
  counting.measured++
  if (text.length > 24 || !/\d/.test(text)) return
  const amount = readAmountText(text)
  if (!amount) return
  if (counting.measures === 0) counting.measureUnit = amount.unit
  else if (counting.measureUnit !== amount.unit) counting.measureUnit = undefined
  counting.measures++
}

/** @param rows which k to count; all rows of data */
export function countColumns(
  region: Region,
  columns: readonly HeaderColumn[],
  rows: readonly number[],
): readonly ColumnFacts[] {
  const countings = columns.map(newCounting)
  const { grid } = region
  const hasFormulas = grid.rows.some((row) => row.formulas !== undefined)
  const indexes = columns.map((column) => column.index)
  for (const k of rows) {
    const at = region.position[k] ?? 0
    const start = grid.offsets[at] ?? 0
    const row = grid.rows[at]
    if (!row) continue
    const { cells, formulas } = row
    for (let i = 0; i < indexes.length; i++) {
      const index = indexes[i] ?? 0
      const value = cells[index]
      if (value === null || value === undefined) continue
      const kind = grid.classes[start + index] ?? 0
      const counting = countings[i]
      if (kind === cellClass.blank || !counting) continue
      counting.classes[kind] = (counting.classes[kind] ?? 0) + 1
      if (counting.constant) {
        if (counting.firstFilled < 0) {
          counting.firstFilled = k
          counting.firstValue = value
        } else counting.constant = value === counting.firstValue
      }
      if (typeof value === 'number') countNumber(counting, value, k)
      else if (kind === cellClass.text) countWord(counting, value as string, k)
      else if (kind === cellClass.numberText) countNumberText(counting, value as string)
      else if (kind === cellClass.error && counting.firstError < 0) counting.firstError = k
      if (hasFormulas && formulas?.[index] !== undefined) counting.formulas++
    }
  }
  return countings.map((counting, i) => factsOf(counting, indexes[i] ?? 0))
}

function factsOf(counting: Counting, index: number): ColumnFacts {
  const { classes, firstValue: _, previous: __, ...rest } = counting
  const of = (kind: CellClass): number => classes[kind] ?? 0
  return {
    ...rest,
    index,
    filled: classes.reduce((sum, count) => sum + count, 0),
    words: of(cellClass.text),
    numbers: of(cellClass.number),
    numberTexts: of(cellClass.numberText),
    dates: of(cellClass.date),
    dateTexts: of(cellClass.dateText),
    booleans: of(cellClass.boolean),
    errors: of(cellClass.error),
  }
}
