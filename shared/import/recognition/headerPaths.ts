// What each column is called: from merged parents down to its own words.
import type { CellRange } from '../../workbook/raw.ts'
import { cellClass } from './cellClass.ts'
import type { HeaderRows } from './extendHeader.ts'
import { mergeKey } from './grid.ts'
import { cellKind, cellText, rowNumber, type Region } from './region.ts'

export interface HeaderColumn {
  readonly index: number
  readonly header: string
  readonly path: readonly string[]
}

/** Line breaks and runs of spaces become one space, or nothing between Chinese characters. */
export function cleanHeader(text: string): string {
  return text
    .slice(0, 400)
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s*[\r\n]+\s*/g, (found, at: number, whole: string) => {
      const before = whole[at - 1] ?? ''
      const after = whole[at + found.length] ?? ''
      return /[\u2e80-\u9fff\uff00-\uffef（）]/.test(before + after) ? '' : ' '
    })
    .replace(/[\t\u00a0 ]+/g, ' ')
    .trim()
}

interface Span {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly text: string
}

/** Labels of one header row with the columns they cover. */
function spansOf(region: Region, k: number): readonly Span[] {
  const row = rowNumber(region, k)
  const spans: Span[] = []
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++) {
    if (cellKind(region, k, column) === cellClass.blank) continue
    const merge: CellRange | undefined = region.grid.merges.get(mergeKey(row, column))
    spans.push({
      left: column,
      right: merge ? Math.min(merge.right, region.right) : column,
      bottom: merge ? merge.bottom : row,
      text: cleanHeader(cellText(region, k, column)),
    })
  }
  return spans
}

/**
 * @param filled whether a column holds anything in the body
 * @returns columns that have a header of their own or hold something, in order
 */
export function headerColumns(
  region: Region,
  header: HeaderRows | undefined,
  filled: (column: number) => boolean,
): readonly HeaderColumn[] {
  const paths = new Map<number, string[]>()
  const own = new Set<number>()
  if (header) {
    const last = header.numberRow ?? header.bottom + 1
    for (let k = header.top; k < last; k++) {
      const spans = spansOf(region, k)
      spans.forEach((span, i) => {
        own.add(span.left)
        let right = span.right
        // A parent without merge reaches over the blank cells to its right, where the next row has words of its own.
        if (k + 1 < last && span.left === span.right && span.bottom === rowNumber(region, k)) {
          const limit = spans[i + 1]?.left ?? region.right + 1
          const parent = cellKind(region, k + 1, span.left) !== cellClass.blank
          while (parent && right + 1 < limit && cellKind(region, k + 1, right + 1) !== cellClass.blank) right++
        }
        for (let column = span.left; column <= right; column++) {
          const path = paths.get(column)
          if (!path) paths.set(column, [span.text])
          else if (/^[（(].*[）)]$/.test(span.text))
            path[path.length - 1] = `${path[path.length - 1] ?? ''}${span.text}`
          else if (path[path.length - 1] !== span.text) path.push(span.text)
        }
      })
    }
  }
  const columns: HeaderColumn[] = []
  for (let column = region.left; column <= region.right; column++) {
    if (!own.has(column) && !filled(column)) continue
    const path = paths.get(column) ?? []
    columns.push({ index: column, header: path[path.length - 1] ?? '', path })
  }
  return columns
}
