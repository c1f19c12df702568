// How much one row looks like the header of what stands below it.
import { cellClass, isNumberClass, isValueClass } from './cellClass.ts'
import { isBold } from './grid.ts'
import { cellKind, cellText, cellValue, gapBefore, rowNumber, rowTexts, type Region } from './region.ts'
import { foldLabel, isHeaderWord } from './words.ts'

/** Rows below that are looked at. */
const ahead = 14

export interface HeaderRating {
  readonly cells: number
  /** Share of cells that are labels: short words, or years and months in order. */
  readonly labels: number
  /** Cells against the width of what stands below, 0–1. */
  readonly fill: number
  /** Share of labels under which stand numbers or days. */
  readonly contrast: number
  /** Labels that headers are known to use. */
  readonly hits: number
  /** Labels that come again below in their own column: a sign of data. */
  readonly repeats: number
  /** Share of cells that hold the same kind of value as those below: a sign of data. */
  readonly alike: number
  /** Share of cells like `名称：值`. */
  readonly pairs: number
  /** Rows below are much thinner: what follows is no body of this row. */
  readonly thinBelow: boolean
  readonly bold: boolean
  readonly ordinals: number
}

/** A year, month or day as it stands over a column: 2024, 2024年, 93年6月, 1月, Q1. */
function isOrdinal(region: Region, k: number, column: number): boolean {
  const kind = cellKind(region, k, column)
  const value = cellValue(region, k, column)
  if (kind === cellClass.number)
    return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2200
  if (kind === cellClass.date) return true
  const text = foldLabel(cellText(region, k, column))
  if (kind === cellClass.numberText) return /^(?:19|20)\d{2}$|^\d{1,2}$/.test(text)
  return kind === cellClass.dateText && /^\d{2,4}[年\-/.]\d{1,2}月?$/.test(text)
}

function ordinalColumns(region: Region, k: number): readonly number[] {
  const found: number[] = []
  let previous = Number.NEGATIVE_INFINITY
  let ascending = true
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++) {
    if (!isValueClass(cellKind(region, k, column))) continue
    if (!isOrdinal(region, k, column)) return []
    const value = cellValue(region, k, column)
    const rank =
      typeof value === 'number'
        ? value
        : typeof value === 'object' && value?.kind === 'date'
          ? value.serial
          : Number.NaN
    if (!Number.isNaN(rank)) {
      ascending &&= rank > previous
      previous = rank
    }
    found.push(column)
  }
  const numbers = found.filter((column) => isNumberClass(cellKind(region, k, column)))
  const years = numbers.every((column) => Number(cellText(region, k, column)) >= 1900)
  const days = numbers.length >= 5 && numbers.every((column, i) => Number(cellText(region, k, column)) === i + 1)
  return ascending && (years || days) && found.length >= 2 ? found : []
}

function isLabel(text: string): boolean {
  return text.length <= 60 && !/[。；;！!]/.test(text) && !/^https?:/.test(text)
}

/** Row `below` says words of row k: the header again, in the same or in another order. */
function comesAgain(region: Region, below: number, labels: ReadonlySet<string>): boolean {
  const cells = region.count[below] ?? 0
  if (cells < 2 || (region.words[below] ?? 0) < cells) return false
  let same = 0
  for (let column = region.first[below] ?? 0; column <= (region.last[below] ?? -1); column++)
    if (cellKind(region, below, column) === cellClass.text && labels.has(cellText(region, below, column))) same++
  return cells === 2 ? same === 2 : same >= 2 && same * 5 >= cells * 2
}

/** `名称：值`, or `名称：` waiting for one. */
const pivotField = /^(?:求和|计数|平均值|最大值|最小值|乘积|方差)项?\s*[:：]/

function isPair(text: string): boolean {
  if (pivotField.test(text)) return false
  return /[:：]\s*$/.test(text) ? text.length <= 12 : /[:：].*\S/.test(text) && !/[（(].*[:：].*[)）]/.test(text)
}

/** @param end first k that is not to be looked at */
export function rateHeader(region: Region, k: number, end: number): HeaderRating {
  const ordinals = new Set(ordinalColumns(region, k))
  const stop = Math.min(end, k + 1 + ahead)
  let widest = 0
  let second = 0
  let rowsBelow = 0
  const body: number[] = []
  const own = new Set(rowTexts(region, k))
  for (let below = k + 1; below < stop; below++) {
    if (gapBefore(region, below) > 50) break
    rowsBelow++
    if (!comesAgain(region, below, own)) body.push(below)
    const cells = region.count[below] ?? 0
    if (cells > widest) {
      second = widest
      widest = cells
    } else if (cells > second) second = cells
  }
  const width = rowsBelow >= 3 ? second : widest
  const cells = region.count[k] ?? 0

  let labels = 0
  let contrast = 0
  let hits = 0
  let repeats = 0
  let alike = 0
  let pairs = 0
  let bold = 0
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++) {
    const kind = cellKind(region, k, column)
    if (kind === cellClass.blank) continue
    if (isBold(region.grid, region.position[k] ?? 0, column)) bold++
    const text = kind === cellClass.text || ordinals.has(column) ? cellText(region, k, column) : ''
    const label = text !== '' && isLabel(text)
    if (label) {
      labels++
      if (isPair(text)) pairs++
      else if (isHeaderWord(foldLabel(text))) hits++
    }
    let values = 0
    let texts = 0
    let again = false
    let same = 0
    for (const below of body) {
      const kindBelow = cellKind(region, below, column)
      if (kindBelow === cellClass.blank) continue
      if (isValueClass(kindBelow)) values++
      else texts++
      if (kindBelow === kind || (isNumberClass(kindBelow) && isNumberClass(kind))) same++
      if (label && kindBelow === cellClass.text && !again) again = cellText(region, below, column) === text
    }
    if (label && values > 0 && values >= texts) contrast++
    if (again) repeats++
    if (!ordinals.has(column) && isValueClass(kind) && same > 0 && same * 2 >= values + texts) alike++
  }
  return {
    cells,
    labels: cells === 0 ? 0 : labels / cells,
    fill: width === 0 ? 1 : Math.min(1, cells / width),
    contrast: labels === 0 ? 0 : contrast / labels,
    hits,
    repeats,
    alike: cells === 0 ? 0 : alike / cells,
    pairs: cells === 0 ? 0 : pairs / cells,
    thinBelow: rowsBelow > 0 && cells >= 3 && widest * 3 < cells,
    bold: bold * 5 >= cells * 4,
    ordinals: ordinals.size,
  }
}

/** Two rows hold the same kinds of cells in most columns, values among them: rows of data. */
export function alikeRows(region: Region, a: number, b: number): boolean {
  let same = 0
  let values = 0
  let all = 0
  const from = Math.min(region.first[a] ?? 0, region.first[b] ?? 0)
  const to = Math.max(region.last[a] ?? -1, region.last[b] ?? -1)
  for (let column = from; column <= to; column++) {
    const one = cellKind(region, a, column)
    const two = cellKind(region, b, column)
    if (one === cellClass.blank && two === cellClass.blank) continue
    all++
    if (one !== two && !(isNumberClass(one) && isNumberClass(two))) continue
    same++
    if (isValueClass(one)) values++
  }
  return all >= 2 && values > 0 && same * 10 >= all * 6 && rowNumber(region, b) - rowNumber(region, a) <= 3
}
