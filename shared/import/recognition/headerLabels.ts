// The words of a header, to know it again further down.
import { cellClass } from './cellClass.ts'
import type { HeaderRows } from './extendHeader.ts'
import { cellKind, cellText, type Region } from './region.ts'
import { foldLabel } from './words.ts'

export interface HeaderLabels {
  /** Folded label → its column. */
  readonly columns: ReadonlyMap<string, number>
  /** As written, trimmed: a quick first look. */
  readonly written: ReadonlySet<string>
}

export function headerLabels(region: Region, header: HeaderRows | undefined): HeaderLabels {
  const columns = new Map<string, number>()
  const written = new Set<string>()
  if (!header) return { columns, written }
  for (let k = header.top; k <= header.bottom; k++) {
    if (k === header.numberRow) continue
    for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++) {
      if (cellKind(region, k, column) === cellClass.blank) continue
      const text = cellText(region, k, column)
      const folded = foldLabel(text)
      if (folded === '') continue
      written.add(text)
      if (!columns.has(folded)) columns.set(folded, column)
    }
  }
  return { columns, written }
}

export interface HeaderOverlap {
  readonly cells: number
  readonly matches: number
  /** Of the matches, those of two characters or more: an A or a 高 may stand in data too. */
  readonly telling: number
  /** Of the matches, how many stand in the column where the header has them. */
  readonly inPlace: number
}

const none: HeaderOverlap = { cells: 0, matches: 0, telling: 0, inPlace: 0 }

/** How much of row k are words of the header. */
export function headerOverlap(region: Region, k: number, labels: HeaderLabels): HeaderOverlap {
  const cells = region.count[k] ?? 0
  if (labels.columns.size === 0 || cells < 2) return none
  const first = region.first[k] ?? 0
  if ((region.words[k] ?? 0) < cells && !labels.written.has(cellText(region, k, first))) return none
  let seen = 0
  for (let column = first; column <= (region.last[k] ?? -1); column++) {
    if (cellKind(region, k, column) === cellClass.blank) continue
    if (labels.written.has(cellText(region, k, column))) seen++
    else if (seen === 0 && column - first > 40) return none
  }
  if (seen === 0) return none
  let matches = 0
  let telling = 0
  let inPlace = 0
  for (let column = first; column <= (region.last[k] ?? -1); column++) {
    if (cellKind(region, k, column) === cellClass.blank) continue
    const folded = foldLabel(cellText(region, k, column))
    const at = labels.columns.get(folded)
    if (at === undefined) continue
    matches++
    if (folded.length >= 2) telling++
    if (at === column) inPlace++
  }
  return { cells, matches, telling, inPlace }
}

/** The header again, in the same or in another order. */
export function isRepeatedHeader(overlap: HeaderOverlap): boolean {
  if (overlap.telling < 2 && overlap.inPlace < overlap.cells) return false
  return overlap.cells === 2 ? overlap.matches === 2 : overlap.matches >= 2 && overlap.matches * 2 >= overlap.cells
}
