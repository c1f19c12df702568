// From one header row to all of them: merged parents above, sub-headers below, a row of column numbers.
import type { CellRange } from '../../workbook/raw.ts'
import { cellClass, isValueClass } from './cellClass.ts'
import { mergeKey } from './grid.ts'
import { cellKind, cellText, gapBefore, positionOfRow, rowNumber, rowTexts, type Region } from './region.ts'
import { findNumberRow, isNumberRow } from './numberRow.ts'
import { isPlaceholderRow } from './placeholders.ts'
import { isInOtherScript, isNameEnd, isOverNames } from './splitNames.ts'
import { totalWord } from './words.ts'

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
    texts.some((text) => /[:：].*\S/.test(text)) ||
    texts.filter((text) => /[^中][:：]\s*$/.test(text)).length * 2 >= texts.length ||
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
