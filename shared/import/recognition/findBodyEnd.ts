// Where the rows of one table end: at the next table, or at the end of the region.
import { foldText } from '../../kernel/text.ts'
import { cellClass } from './cellClass.ts'
import { headerOverlap, isRepeatedHeader, type HeaderLabels } from './headerLabels.ts'
import { rateHeader } from './rateHeader.ts'
import { cellKind, cellText, gapBefore, rowTexts, type Region } from './region.ts'
import { isSignatureRow, typicalCells } from './tail.ts'
import { totalWord } from './words.ts'

/** A gap of more blank rows than this ends a table. */
const farAway = 200

export interface BodyEnd {
  /** First k that is not of this table; its title lines are with the next one. */
  readonly end: number
  /** Rows that say the title of this table again, at the top of another page. */
  readonly pageTitles: readonly number[]
}

/** Lines of a title: one or two cells of words. */
function isThin(region: Region, k: number): boolean {
  const cells = region.count[k] ?? 0
  return cells <= 2 && (region.words[k] ?? 0) === cells
}

function titleKey(region: Region, k: number): string {
  return foldText(rowTexts(region, k).join('').slice(0, 200)).replace(/[\d一二三四五六七八九十]+(?=页)|\d+/g, '')
}

/** Could row k head another table? Only after a gap, a lonely line or a total, so that data is not looked at twice. */
function mayStart(region: Region, k: number, typical: number): boolean {
  if ((region.count[k] ?? 0) < 2) return false
  if (gapBefore(region, k) > 0) return true
  const before = k - 1
  const cells = region.count[before] ?? 0
  if (cells <= 2 && cells < typical && (region.words[before] ?? 0) > 0) return true
  const first = region.first[before] ?? 0
  if (cellKind(region, before, first) !== cellClass.text) return false
  let texts = 0
  for (let column = first; texts < 2 && column <= (region.last[before] ?? -1); column++) {
    if (cellKind(region, before, column) === cellClass.blank) continue
    if (totalWord(cellText(region, before, column)) !== undefined) return true
    texts++
  }
  return false
}

function isDistinct(region: Region, k: number): boolean {
  const texts = rowTexts(region, k)
  return new Set(texts).size === texts.length
}

/** Begins or ends in other columns than the row of data above it. */
function isWider(region: Region, k: number): boolean {
  const above = k - 1
  return (region.last[k] ?? 0) > (region.last[above] ?? 0) || (region.first[k] ?? 0) < (region.first[above] ?? 0)
}

/** 续表1, （续上表）: above the header of a further page. */
const continued = /^[（(]?续(?:上?表|上页|前表)/

/** 二 beside a word: a numbered line of the table, no header. */
const numeral = /^[（(]?[一二三四五六七八九十]{1,3}[)）、.．]?$/

/** @param titled a line of title stands right above */
function isNewHeader(
  region: Region,
  k: number,
  { end, titled }: { readonly end: number; readonly titled: boolean },
): boolean {
  const cells = region.count[k] ?? 0
  if ((region.words[k] ?? 0) * 2 < cells && cells < 4) return false
  const first = cellText(region, k, region.first[k] ?? 0)
  if (totalWord(first) !== undefined || numeral.test(first) || isSignatureRow(region, k)) return false
  const rating = rateHeader(region, k, end)
  return (
    rating.labels >= 0.9 &&
    rating.fill >= 0.5 &&
    rating.pairs === 0 &&
    rating.alike === 0 &&
    rating.repeats === 0 &&
    isDistinct(region, k) &&
    ((rating.contrast >= 0.5 && (rating.hits >= 1 || rating.bold || titled || isWider(region, k))) ||
      (rating.contrast >= 0.2 && rating.hits >= 1) ||
      (rating.hits >= 2 && rating.hits * 2 >= cells) ||
      rating.ordinals >= 3)
  )
}

/** First row of the title lines that stand right above k, or k itself. */
function titleStart(region: Region, k: number, from: number): number {
  let start = k
  const isTitle = (row: number): boolean =>
    isThin(region, row) && ((region.count[row] ?? 0) === 1 || gapBefore(region, row) > 0)
  while (start - 1 > from && isTitle(start - 1) && gapBefore(region, start) <= 1 && k - start < 4) {
    const text = rowTexts(region, start - 1)[0] ?? ''
    if (totalWord(text) !== undefined) break
    start--
    if (gapBefore(region, start) > 1) break
  }
  return start
}

/** A sum of all at row k, and no wider one below: what follows under another title is another table. */
function closesTable(region: Region, k: number, body: { readonly from: number; readonly end: number }): boolean {
  if (k <= body.from || totalWord(cellText(region, k, region.first[k] ?? 0)) !== 'total') return false
  for (let below = body.end - 1; below > k; below--) {
    const label = foldText(cellText(region, below, region.first[below] ?? 0).slice(0, 20))
    if (/^总|^全部|^grand/.test(label) && totalWord(label) === 'total') return false
  }
  return true
}

/** @param titles k of the rows above the header */
export function findBodyEnd(
  region: Region,
  body: { readonly from: number; readonly end: number },
  head: { readonly labels: HeaderLabels; readonly titles: readonly number[] },
): BodyEnd {
  const known = new Set(head.titles.map((k) => titleKey(region, k)))
  const typical = typicalCells(region, body.from, body.end)
  const pageTitles: number[] = []
  for (let k = body.from; k < body.end; k++) {
    if (k > 0 && gapBefore(region, k) > farAway) return { end: k, pageTitles }
    const again = (region.count[k] ?? 0) >= 3 && head.labels.written.has(cellText(region, k, region.first[k] ?? 0))
    if (k === body.from || !(again || mayStart(region, k, typical))) continue
    if (isRepeatedHeader(headerOverlap(region, k, head.labels))) {
      const start = titleStart(region, k, body.from)
      if (start === k) continue
      const repeated = Array.from({ length: k - start }, (_, i) => start + i).filter(
        (row) => known.has(titleKey(region, row)) || continued.test(rowTexts(region, row)[0] ?? ''),
      )
      if (repeated.length > 0) for (let row = start; row < k; row++) pageTitles.push(row)
      else if (gapBefore(region, start) > 0 || closesTable(region, start - 1, body)) return { end: start, pageTitles }
      continue
    }
    const start = titleStart(region, k, body.from)
    if (isNewHeader(region, k, { end: body.end, titled: start < k })) return { end: start, pageTitles }
  }
  return { end: body.end, pageTitles }
}
