// Names of columns set over two rows without merges: halves above, an end below, the same names in another script.
import { cellClass, isValueClass } from './cellClass.ts'
import { cellKind, cellText, gapBefore, type Region } from './region.ts'
import { unitOfLine } from './units.ts'
import { foldLabel, isHeaderWord, totalWord } from './words.ts'

/** The names of the row above again, in Latin letters under Chinese ones or the other way: Date under 日期. */
export function isInOtherScript(region: Region, k: number): boolean {
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
export function isNameEnd(
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

/** 基本信息 | | 经费信息: what groups of columns are called, each over columns of its own. */
function areGroupNames(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length && texts.every((text) => /^\D{1,6}(?:信息|情况|部分|指标)$/.test(text))
}

/** First halves of names (Baseline over Year, Target over 2010): short words right of the first column, no day, unit or pair. */
export function isOverNames(region: Region, above: number, texts: readonly string[]): boolean {
  return (
    texts.length >= 2 &&
    ((region.first[above] ?? 0) > (region.first[above + 1] ?? 0) || areGroupNames(texts)) &&
    texts.length < (region.count[above + 1] ?? 0) &&
    texts.every((text) => text.length <= 12 && !/[\d:：]/.test(text) && unitOfLine(text) === undefined)
  )
}
