// The lines below a table that are no rows of it: notes, signatures, legends.
import { foldText } from '../../kernel/text.ts'
import { cellClass, isNumberClass } from './cellClass.ts'
import { mergeKey } from './grid.ts'
import { cellKind, cellText, gapBefore, rowNumber, rowTexts, type Region } from './region.ts'
import { isNoteLine, isNoteName, isSigner, isSignatureLine, isSignaturePlace, totalWord } from './words.ts'

function isWide(region: Region, k: number): boolean {
  const merge = region.grid.merges.get(mergeKey(rowNumber(region, k), region.first[k] ?? 0))
  return merge !== undefined && (merge.right - merge.left + 1) * 2 > region.right - region.left + 1
}

function hasNumbers(region: Region, k: number): boolean {
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++)
    if (isNumberClass(cellKind(region, k, column))) return true
  return false
}

/** `第1页 共2页`, `2024年3月5日`, `-- 完 --`. */
function isPageLine(text: string): boolean {
  return /^#{0,3}[-=—－_*·.]{3,}.{0,16}[-=—－_*·.]{3,}$|^第\d+页|^共\d+页|^(?:page|页码)\d*|^\d{4}年\d{1,2}月(?:\d{1,2}日)?$|^[-=—－_*·.\s]{3,}.{0,12}[-=—－_*·.\s]{3,}$/.test(
    foldText(text),
  )
}

/** Places for signatures in most cells (主席：| 会计：), in every one without a colon (主席签字 | 会计签字), or signers and their names in turn. */
export function isSignatureRow(region: Region, k: number): boolean {
  const cells = region.count[k] ?? 0
  const words = region.words[k] ?? 0
  if (words * 2 <= cells || hasNumbers(region, k)) return false
  const folded = rowTexts(region, k).map((text) => foldText(text.slice(0, 200)))
  return (
    folded.filter(isSignatureLine).length * 2 >= words ||
    (cells >= 4 && cells % 2 === 0 && folded.every((text, i) => i % 2 === 1 || isSigner(text))) ||
    (cells >= 2 && words === cells && folded.every(isSignaturePlace))
  )
}

/** Nothing but the day on which the sheet was made, below a wider table. */
function isDayRow(region: Region, k: number, typical: number): boolean {
  if ((region.count[k] ?? 0) !== 1 || typical < 3) return false
  const text = cellText(region, k, region.first[k] ?? 0)
  const kind = cellKind(region, k, region.first[k] ?? 0)
  return kind === cellClass.date || (kind === cellClass.dateText && /^\d{4}\s*年.*[月日]$/.test(text))
}

/** A note, a signature or a long sentence: no row of data whatever stands around it. */
export function isNoteRow(region: Region, k: number): boolean {
  if (isSignatureRow(region, k)) return true
  const texts = rowTexts(region, k)
  const first = texts[0] ?? ''
  const folded = foldText(first.slice(0, 200))
  if (isNoteLine(folded)) return true
  const cells = region.count[k] ?? 0
  const words = region.words[k] ?? 0
  if (cells === 2 && words === 2 && isNoteName(folded)) return true
  if (cells !== 1 || words !== 1) return false
  if (isPageLine(first) || first.startsWith('#')) return true
  return first.length > 40 || /[。；;]/.test(first.slice(0, 400)) || (isWide(region, k) && first.length > 20)
}

/** `名称：值` in every cell: what is known of the whole, not a row of it. */
function isPairRow(region: Region, k: number): boolean {
  const texts = rowTexts(region, k)
  return (
    (region.words[k] ?? 0) === texts.length && texts.every((text) => /^[^:：]{1,12}[:：]\s*\S/.test(text.slice(0, 60)))
  )
}

function followsTotal(region: Region, k: number): boolean {
  return k > 0 && totalWord(cellText(region, k - 1, region.first[k - 1] ?? 0)) !== undefined
}

/** A few narrow rows of words under a wide table: an explanation of its codes. */
function legendStart(region: Region, from: number, end: number, typical: number): number {
  let start = end
  while (start > from && end - start <= 15) {
    const k = start - 1
    const cells = region.count[k] ?? 0
    if (cells > 3 || cells * 2 > typical || (region.words[k] ?? 0) !== cells) return end
    if (totalWord(cellText(region, k, region.first[k] ?? 0)) !== undefined) return end
    start = k
    if (gapBefore(region, start) > 0) return start
  }
  return end
}

/**
 * @param typical cells of a usual row of data
 * @returns first k of the tail; `end` when there is none
 */
export function findTail(region: Region, from: number, end: number, typical: number): number {
  let start = end
  let far = false
  while (start > from) {
    const k = start - 1
    const cells = region.count[k] ?? 0
    const single = cells === 1 && (region.words[k] ?? 0) === 1 && typical >= 2
    const apart = gapBefore(region, k) > 0 || far
    const text = cellText(region, k, region.first[k] ?? 0)
    const isTotal = totalWord(text) !== undefined
    if (
      !isTotal &&
      (isNoteRow(region, k) ||
        isDayRow(region, k, typical) ||
        (typical >= 3 && (cells * 2 <= typical || followsTotal(region, k)) && isPairRow(region, k)))
    ) {
      start = k
      far = true
      continue
    }
    if (single && !isTotal && (apart || isWide(region, k))) {
      // One word in the first column right below data stays data; after a gap, or merged over the table, it closes it.
      start = k
      far ||= gapBefore(region, k) > 0
      continue
    }
    const legend = legendStart(region, from, start, typical)
    if (legend < start) {
      start = legend
      far = true
      continue
    }
    break
  }
  return start
}

/** Median of the cells of up to 200 rows spread over the body, lines of one cell apart. */
export function typicalCells(region: Region, from: number, end: number): number {
  const step = Math.max(1, Math.floor((end - from) / 200))
  const all: number[] = []
  for (let k = from; k < end; k += step) all.push(region.count[k] ?? 0)
  // Many closing lines under a few rows of data say nothing of the data.
  const wider = all.filter((cells) => cells >= 2)
  const counts = wider.length * 3 >= all.length ? wider : all
  counts.sort((a, b) => a - b)
  return counts[Math.floor(counts.length / 2)] ?? 0
}

/** A row that holds nothing but words in its first column. */
export function isLonelyWord(region: Region, k: number): boolean {
  return (region.count[k] ?? 0) === 1 && cellKind(region, k, region.first[k] ?? 0) === cellClass.text
}
