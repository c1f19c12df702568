// Which row of a region is the header: the first that looks like one, never one of the data.
import { isValueClass } from './cellClass.ts'
import { isNumberRow } from './numberRow.ts'
import { isPlaceholderRow } from './placeholders.ts'
import { isBold } from './grid.ts'
import { alikeRows, rateHeader, type HeaderRating } from './rateHeader.ts'
import { cellKind, cellText, gapBefore, rowTexts, type Region } from './region.ts'
import { foldLabel, isHeaderWord, totalWord } from './words.ts'

/** Rows held for preamble at most. */
const window = 150

export type HeaderSearch =
  /** `sure`: numbers below words, known words, or years; else only that it is the first full row of words. */
  | { readonly type: 'header'; readonly k: number; readonly sure: boolean; readonly rating: HeaderRating }
  /** Rows of data from k on, without a header. */
  | { readonly type: 'headerless'; readonly k: number }
  | { readonly type: 'none' }

function mayBeHeader(rating: HeaderRating): boolean {
  return (
    rating.cells >= 2 &&
    rating.labels >= (rating.cells < 8 ? 0.85 : 0.75) &&
    rating.fill >= 0.5 &&
    rating.pairs < 0.34 &&
    rating.alike < 0.3 &&
    rating.repeats * 3 <= rating.cells
  )
}

function isSure(rating: HeaderRating): boolean {
  if (rating.thinBelow) return rating.hits * 10 >= rating.cells * 6
  return (
    (rating.contrast >= 0.2 && rating.repeats === 0) ||
    (rating.hits >= 2 && rating.hits * 10 >= rating.cells * 3) ||
    rating.ordinals >= 3
  )
}

/** One column: a list; its first row is a header when it is a word and the rest are values, or it alone is bold. */
function findListHeader(region: Region, from: number, end: number): HeaderSearch {
  const rating = rateHeader(region, from, end)
  const column = region.first[from] ?? 0
  const boldOnly =
    isBold(region.grid, region.position[from] ?? 0, column) &&
    !isBold(region.grid, region.position[from + 1] ?? 0, column)
  if (
    end - from >= 2 &&
    rating.labels === 1 &&
    rating.pairs === 0 &&
    (rating.contrast > 0 || rating.hits > 0 || boldOnly)
  )
    return { type: 'header', k: from, sure: rating.contrast > 0, rating }
  return rating.labels === 1 ? { type: 'none' } : { type: 'headerless', k: from }
}

/** Two numbers or days at least: a row of data. */
function isValueRow(region: Region, k: number): boolean {
  let values = 0
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++)
    if (isValueClass(cellKind(region, k, column))) values++
  return values >= 2
}

/** Right below a row that would do stands one with half as many cells again that would do too: the header itself. */
function fullerBelow(
  region: Region,
  k: number,
  end: number,
): { readonly k: number; readonly rating: HeaderRating } | undefined {
  const cells = region.count[k] ?? 0
  for (let below = k + 1; below < Math.min(end, k + 4); below++) {
    if (gapBefore(region, below) > 1) return undefined
    if ((region.count[below] ?? 0) * 2 < cells * 3) {
      if (isValueRow(region, below)) return undefined
      continue
    }
    const rating = rateHeader(region, below, end)
    if (mayBeHeader(rating) && isSure(rating)) return { k: below, rating }
  }
  return undefined
}

/** 申请部门 | 办公室 | 经办人 | 张三: names and their values in turn. */
function isPairsLine(region: Region, k: number): boolean {
  const texts = rowTexts(region, k, 9)
  if (texts.length < 2 || texts.length > 8 || texts.length % 2 === 1) return false
  let names = 0
  for (let i = 0; i < texts.length; i++) {
    const folded = foldLabel(texts[i] ?? '')
    const known = isHeaderWord(folded.replace(/:$/, ''))
    if (i % 2 === 1 && known) return false
    if (i % 2 === 0 && (folded.length > 12 || /^[\d.,]+$/.test(folded))) return false
    if (i % 2 === 0 && known) names++
  }
  return names * 4 >= texts.length
}

/** Right below a line of pairs, the header that has its numbers under it. */
function headerBelowPairs(
  region: Region,
  k: number,
  end: number,
): { readonly k: number; readonly rating: HeaderRating } | undefined {
  if (!isPairsLine(region, k)) return undefined
  for (let below = k + 1; below < Math.min(end, k + 5); below++) {
    if (gapBefore(region, below) > 1) return undefined
    if (isPairsLine(region, below)) continue
    const rating = rateHeader(region, below, end)
    return mayBeHeader(rating) &&
      rating.hits * 5 >= rating.cells * 4 &&
      rating.contrast >= 0.2 &&
      rating.cells >= (region.count[k] ?? 0)
      ? { k: below, rating }
      : undefined
  }
  return undefined
}

/** @param end first k that does not belong to the search */
export function findHeader(region: Region, from: number, end: number): HeaderSearch {
  if (from >= end) return { type: 'none' }
  let widest = 0
  for (let k = from; k < Math.min(end, from + window); k++) widest = Math.max(widest, region.count[k] ?? 0)
  if (widest === 1) return findListHeader(region, from, end)

  let guess: { readonly k: number; readonly rating: HeaderRating } | undefined
  for (let k = from; k < Math.min(end, from + window); k++) {
    if ((region.count[k] ?? 0) < 2 || isPlaceholderRow(region, k)) continue
    const rating = rateHeader(region, k, end)
    if (k > from && !guess && isNumberRow(region, k, widest)) return { type: 'header', k, sure: true, rating }
    if (mayBeHeader(rating) && totalWord(cellText(region, k, region.first[k] ?? 0)) === undefined) {
      if (isSure(rating)) {
        // A full row of words just above may be the true header, unless this one is as wide and surer.
        if (guess && !guess.rating.thinBelow && k - guess.k > 3 && guess.rating.cells >= rating.cells)
          return { type: 'header', k: guess.k, sure: false, rating: guess.rating }
        const fuller = headerBelowPairs(region, k, end) ?? fullerBelow(region, k, end)
        if (fuller) return { type: 'header', k: fuller.k, sure: true, rating: fuller.rating }
        return { type: 'header', k, sure: true, rating }
      }
      if (!guess && rating.repeats * 6 <= rating.cells) guess = { k, rating }
    } else if (rating.fill >= 0.5 && rating.alike >= 0.3 && rating.ordinals === 0) {
      const twice = k + 1 < end && alikeRows(region, k, k + 1)
      const thrice = k + 2 >= end || alikeRows(region, k + 1, k + 2) || alikeRows(region, k, k + 2)
      if (twice && thrice) {
        if (guess && !guess.rating.thinBelow) break
        return { type: 'headerless', k }
      }
    }
  }
  if (guess) return { type: 'header', k: guess.k, sure: false, rating: guess.rating }
  return { type: 'none' }
}
