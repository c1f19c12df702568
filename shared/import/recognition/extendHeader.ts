// From one header row to all of them: merged parents above, sub-headers below, a row of column numbers.
import type { CellRange } from '../../workbook/raw.ts'
import { cellClass, isNumberClass, isValueClass } from './cellClass.ts'
import { mergeKey } from './grid.ts'
import { cellKind, cellText, gapBefore, positionOfRow, rowNumber, rowTexts, type Region } from './region.ts'
import { isPlaceholderRow } from './placeholders.ts'
import { unitOfLine } from './units.ts'
import { foldLabel, isHeaderWord, totalWord } from './words.ts'

export interface HeaderRows {
  /** First and last header row, as k. */
  readonly top: number
  readonly bottom: number
  /** k of a row of column numbers such as (1) (2) or 1=2+3; it is part of the header. */
  readonly numberRow: number | undefined
  /** Last row number of the header, merged blank rows included. */
  readonly lastRow: number
}

function mergesFrom(region: Region, k: number): readonly CellRange[] {
  const found: CellRange[] = []
  const row = rowNumber(region, k)
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++) {
    const merge = region.grid.merges.get(mergeKey(row, column))
    if (merge) found.push(merge)
  }
  return found
}

const columnNumber = /^[(（[]?(\d{1,3})[)）\]]?(?:=.*)?$/
const columnFormula = /^\d{1,3}=[\d+\-*/×÷()（）%]+$|^[(（]\d{1,3}[)）]=/

/** `(1) (2) (3)`, `1 2 3=1+2`, `甲 乙 1 2`, `栏次 1 2`. */
export function isNumberRow(region: Region, k: number, headerCells: number): boolean {
  const texts = rowTexts(region, k).map((text) => foldLabel(text))
  if (texts.length < 3 || texts.length * 10 < headerCells * 6) return false
  let numbers = 0
  let steps = 0
  let others = 0
  let previous: number | undefined
  let marked = false
  for (const text of texts) {
    const number = columnNumber.exec(text)?.[1]
    if (number === undefined) {
      if (/^(?:栏次|列次|行次|序号|[甲乙丙丁戊己]|[a-f])$/.test(text)) marked = true
      else others++
      continue
    }
    if (/^[(（[]/.test(text) || columnFormula.test(text)) marked = true
    numbers++
    if (previous !== undefined && Number(number) === previous + 1) steps++
    previous = Number(number)
  }
  if (others > 0 || numbers < 2) return false
  const inOrder = steps >= numbers - 1
  if (inOrder && stems.includes(texts[0] ?? '') && isNextStem(region, k + 1, texts[0] ?? '')) return false
  return inOrder && (marked || (numbers >= 4 && numbers === texts.length && texts[0] === '1'))
}

const stems = '甲乙丙丁戊己庚辛'

/** Row k begins with the stem after `stem`: both are names of data (甲 | 1 | 2, 乙 | 3 | 4), no column numbers. */
function isNextStem(region: Region, k: number, stem: string): boolean {
  const next = stems[stems.indexOf(stem) + 1]
  return stem !== '' && next !== undefined && k < region.size && rowTexts(region, k, 1)[0] === next
}

function isWordsRow(region: Region, k: number): boolean {
  const cells = region.count[k] ?? 0
  let good = 0
  for (const text of rowTexts(region, k)) if (text.length <= 60 && !/[。；;]/.test(text)) good++
  return cells > 0 && (region.words[k] ?? 0) * 10 >= cells * 8 && good === cells && !isPlaceholderRow(region, k)
}

/** Row k+1 continues the header at k: sub-headers of merged cells, or words where numbers stand below. */
function isSubHeader(region: Region, k: number, end: number): boolean {
  const next = k + 1
  if (next >= end || gapBefore(region, next) > 0 || !isWordsRow(region, next)) return false
  if (isInOtherScript(region, k)) return true
  const wide = mergesFrom(region, k).filter((merge) => merge.right > merge.left)
  let under = 0
  let contrast = 0
  let filling = 0
  let cells = 0
  for (let column = region.first[next] ?? 0; column <= (region.last[next] ?? -1); column++) {
    if (cellKind(region, next, column) === cellClass.blank) continue
    if (totalWord(cellText(region, next, column)) !== undefined && cells === 0) return false
    cells++
    if (wide.some((merge) => merge.left <= column && column <= merge.right)) under++
    if (cellKind(region, k, column) === cellClass.blank) filling++
    let values = 0
    let words = 0
    for (let below = next + 1; below < Math.min(end, next + 9); below++) {
      const kind = cellKind(region, below, column)
      if (kind === cellClass.blank) continue
      if (isValueClass(kind)) values++
      else words++
    }
    if (values > words) contrast++
  }
  if (wide.length > 0 && wide.length * 2 >= cells / 4 && under === cells && cells >= 2) return true
  if (cells < 2) return false
  return contrast * 10 >= cells * 5 && (filling > 0 || contrast >= 2) && contrast > 0
}

/** The names of the row above again, in Latin letters under Chinese ones or the other way: Date under 日期. */
function isInOtherScript(region: Region, k: number): boolean {
  const cells = region.count[k] ?? 0
  if (cells < 3 || region.count[k + 1] !== cells || region.words[k + 1] !== cells) return false
  let known = 0
  let han = 0
  let below = 0
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++) {
    const blank = cellKind(region, k, column) === cellClass.blank
    if (blank !== (cellKind(region, k + 1, column) === cellClass.blank)) return false
    if (blank) continue
    const own = cellText(region, k, column)
    const next = cellText(region, k + 1, column)
    if (/[\u4e00-\u9fff]/.test(own)) han++
    if (/[\u4e00-\u9fff]/.test(next)) below++
    if (isHeaderWord(foldLabel(next))) known++
  }
  return known * 10 >= cells * 6 && (han === cells ? below === 0 : han === 0 && below === cells)
}

/** The end of one name in the row above: (元), Salary(2), alone over numbers. @param split names run over rows already */
function isNameEnd(
  region: Region,
  k: number,
  { end, split }: { readonly end: number; readonly split: boolean },
): boolean {
  const next = k + 1
  if (next >= end || gapBefore(region, next) > 0 || region.count[next] !== 1 || region.words[next] !== 1) return false
  const column = region.first[next] ?? 0
  const text = cellText(region, next, column)
  if (column === region.left || text.length > 12 || cellKind(region, k, column) !== cellClass.text) return false
  if (totalWord(text) !== undefined || !(split || /^[（(].*[）)]$/.test(text))) return false
  let values = 0
  let words = 0
  for (let below = next + 1; below < Math.min(end, next + 9); below++) {
    const kind = cellKind(region, below, column)
    if (isValueClass(kind)) values++
    else if (kind !== cellClass.blank) words++
  }
  return values >= 2 && values > words
}

/** Words, and years over them: 2024 | | 2025 | . */
function isParentWords(region: Region, k: number): boolean {
  if (isWordsRow(region, k)) return true
  let years = 0
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++) {
    const kind = cellKind(region, k, column)
    if (kind === cellClass.blank || kind === cellClass.text) continue
    if (!/^(?:19|20)\d{2}$/.test(cellText(region, k, column))) return false
    years++
  }
  return years >= 2
}

/** Row k−1 holds parents of the columns at k: merged groups, or words over the gaps of the row below. */
function isParent(region: Region, k: number): boolean {
  const above = k - 1
  if (above < 0 || gapBefore(region, k) > 0 || !isParentWords(region, above)) return false
  const texts = rowTexts(region, above)
  if (
    texts.some((text) => /[:：].*\S|[^中][:：]\s*$/.test(text)) ||
    texts.some((text) => /^[（(]?单位[:：]/.test(text))
  )
    return false
  const merges = mergesFrom(region, above)
  const wide = merges.filter((merge) => merge.right > merge.left && merge.bottom === merge.top)
  const tall = merges.filter((merge) => merge.bottom >= rowNumber(region, k))
  const width = (region.last[k] ?? 0) - (region.first[k] ?? 0) + 1
  // One merge over (nearly) the whole width tells no columns apart: a title.
  if (wide.length === 1 && tall.length === 0) {
    const span = (wide[0]?.right ?? 0) - (wide[0]?.left ?? 0) + 1
    if (span >= width - 2 || texts.length < 2) return false
  }
  if (wide.length > 0 && (texts.length >= 2 || tall.length > 0)) return true
  if (tall.length > 0) return true
  let over = 0
  let filled = 0
  for (let column = region.first[above] ?? 0; column <= (region.last[above] ?? -1); column++) {
    if (cellKind(region, above, column) === cellClass.blank) continue
    if (cellKind(region, k, column) === cellClass.blank) filled++
    else over++
  }
  const years = (region.words[above] ?? 0) < texts.length
  if (filled === 0 && !years && isOverNames(region, above, texts)) return true
  return texts.length >= 2 && over > 0 && (years ? over * 2 <= (region.count[k] ?? 0) : filled > 0)
}

/** First halves of names (Baseline over Year, Target over 2010): short words right of the first column, no day, unit or pair. */
function isOverNames(region: Region, above: number, texts: readonly string[]): boolean {
  return (
    texts.length >= 2 &&
    (region.first[above] ?? 0) > (region.first[above + 1] ?? 0) &&
    texts.length < (region.count[above + 1] ?? 0) &&
    texts.every((text) => text.length <= 12 && !/[\d:：]/.test(text) && unitOfLine(text) === undefined)
  )
}

/** Above a row of column numbers: words that begin right of the first column are no titles but parts of the header. */
function isHeaderPart(region: Region, k: number): boolean {
  const above = k - 1
  if (above < 0 || gapBefore(region, k) > 0 || !isWordsRow(region, above)) return false
  return (region.first[above] ?? 0) > region.left && !rowTexts(region, above).some((text) => /[:：]/.test(text))
}

/** First k of the header above a row of column numbers, when the words themselves were not known for one. */
function headerAbove(region: Region, k: number): number {
  const row = rowNumber(region, k)
  let top = k
  while (top > 0 && k - top < 8) {
    const merges = mergesFrom(region, top - 1)
    const reaches = merges.some((merge) => merge.bottom === row - 1 || merge.bottom >= rowNumber(region, top))
    if (!reaches && !(gapBefore(region, top) === 0 && isWordsRow(region, top - 1) && (region.count[top - 1] ?? 0) >= 2))
      break
    top--
  }
  return top
}

/** A row of column numbers within ten rows, with only words between: all of it is header. */
function findNumberRow(region: Region, bottom: number, end: number, headerCells: number): number | undefined {
  for (let k = bottom + 1; k < Math.min(end, bottom + 10); k++) {
    if (isNumberRow(region, k, headerCells)) return k
    for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++) {
      const kind = cellKind(region, k, column)
      if (isNumberClass(kind) || kind === cellClass.date) return undefined
    }
    if (gapBefore(region, k) > 1) return undefined
  }
  return undefined
}

/** @param k the header row found @param end first k that is not to be looked at */
export function extendHeader(region: Region, k: number, end: number): HeaderRows {
  const headerCells = region.count[k] ?? 0
  if (isNumberRow(region, k, headerCells)) {
    const top = headerAbove(region, k)
    return { top, bottom: k, numberRow: k, lastRow: rowNumber(region, k) }
  }
  let top = k
  while (top > 0 && k - top < 3 && isParent(region, top)) top--

  let lastRow = rowNumber(region, k)
  for (let row = top; row <= k; row++) {
    for (const merge of mergesFrom(region, row))
      if (merge.bottom - merge.top <= 5) lastRow = Math.max(lastRow, merge.bottom)
  }
  let bottom = Math.max(k, Math.min(end, positionOfRow(region, lastRow + 1)) - 1)
  // One lonely word in the first column, beside cells merged down, is the first section, not a header.
  if (bottom === k + 1 && (region.count[bottom] ?? 0) === 1 && region.first[bottom] === region.left) {
    const flat = mergesFrom(region, k).every((merge) => merge.left === merge.right && merge.left !== region.left)
    if (flat) {
      bottom = k
      lastRow = rowNumber(region, k)
    }
  }
  const numberRow = findNumberRow(region, bottom, end, headerCells)
  if (numberRow !== undefined) {
    while (top > 0 && numberRow - top < 9 && isHeaderPart(region, top)) top--
    return { top, bottom: numberRow, numberRow, lastRow: rowNumber(region, numberRow) }
  }
  while (bottom - top < 3 && isSubHeader(region, bottom, end)) bottom++
  if (bottom - top < 3 && isNameEnd(region, bottom, { end, split: bottom > top })) bottom++
  return { top, bottom, numberRow: undefined, lastRow: Math.max(lastRow, rowNumber(region, bottom)) }
}
