// One table's place in a region: head lines, header, body, tail; before anything is said of its rows.
import { isValueClass } from './cellClass.ts'
import type { Doubts } from './doubt.ts'
import { rowList, say } from './doubt.ts'
import { extendHeader, type HeaderRows } from './extendHeader.ts'
import { findBodyEnd } from './findBodyEnd.ts'
import { findHeader } from './findHeader.ts'
import { readHeadLines, type HeadLines } from './headLines.ts'
import { headerLabels, type HeaderLabels } from './headerLabels.ts'
import type { HeaderRating } from './rateHeader.ts'
import { cellKind, gapBefore, rowNumber, rowTexts, type Region } from './region.ts'
import { findTail, typicalCells } from './tail.ts'
import { foldLabel, isHeaderWord } from './words.ts'

export interface Layout {
  readonly region: Region
  /** First k of the table's lines, title included. */
  readonly from: number
  /** First k after it. */
  readonly end: number
  readonly head: HeadLines
  readonly header: HeaderRows | undefined
  readonly rating: HeaderRating | undefined
  /** The header is sure, a guess, or there is none. */
  readonly certainty: 'sure' | 'guess' | 'none'
  readonly labels: HeaderLabels
  readonly bodyFrom: number
  /** First k of the tail, `end` when there is none. */
  readonly tailFrom: number
  readonly typical: number
  readonly pageTitles: ReadonlySet<number>
}

/** The next table from row k on; undefined when nothing further is a table. */
export function findLayout(region: Region, from: number, end: number): Layout | undefined {
  const search = findHeader(region, from, end)
  if (search.type === 'none') return undefined
  const header = search.type === 'header' ? extendHeader(region, search.k, end) : undefined
  const headEnd = header?.top ?? search.k
  const head = readHeadLines(region, from, headEnd, region.grid.sheet.name)
  const labels = headerLabels(region, header)
  const bodyFrom = header ? header.bottom + 1 : search.k
  const above = [...head.titles, ...head.metas].sort((a, b) => a - b)
  const body = findBodyEnd(region, { from: bodyFrom, end }, { labels, titles: above })
  const typical = typicalCells(region, bodyFrom, body.end)
  const tailFrom = findTail(region, bodyFrom, body.end, typical)
  return {
    region,
    from,
    end: body.end,
    head,
    header,
    rating: search.type === 'header' ? search.rating : undefined,
    certainty: search.type === 'headerless' ? 'none' : search.sure ? 'sure' : 'guess',
    labels,
    bodyFrom,
    tailFrom,
    typical,
    pageTitles: new Set(body.pageTitles),
  }
}

/**
 * Pairs of a label and its value (单位 | 财务部 | 日期 | 1月2日), taken for a small table: they belong to the table below.
 * Labels stand in the odd places only; a header has its words in the even ones too.
 */
export function isPairBlock(layout: Layout): boolean {
  const { region, header } = layout
  if (!header || header.bottom > header.top || layout.end - layout.from > 12 || layout.head.titles.length > 1)
    return false
  let labels = 0
  let places = 0
  for (let k = header.top; k < layout.end; k++) {
    const texts = rowTexts(region, k)
    if (texts.length > 8) return false
    places += Math.ceil(texts.length / 2)
    for (let i = 0; i < texts.length; i++) {
      const folded = foldLabel(texts[i] ?? '')
      const known = isHeaderWord(folded.replace(/:$/, ''))
      if (i % 2 === 0 && (folded.length > 12 || /^[\d.,]+$/.test(folded))) return false
      if (i % 2 === 0 && known) labels++
      if (i % 2 === 1 && known && k === header.top) return false
    }
  }
  return labels > 0 && labels * 3 >= places
}

/** The table with the lines of the block above it as its head lines. */
export function withHeadFrom(layout: Layout, from: number): Layout {
  const end = layout.header?.top ?? layout.bodyFrom
  return { ...layout, from, head: readHeadLines(layout.region, from, end, layout.region.grid.sheet.name) }
}

/** A block of words below a table that is only the key to its codes: its header's words or values stand in the table. */
export function isLegend(main: Layout, below: Layout): boolean {
  const { region } = below
  if (below.end - below.from > 15 || gapBefore(region, below.from) === 0) return false
  for (let k = below.from; k < below.end; k++) {
    const cells = region.count[k] ?? 0
    if (cells > 3 || cells * 2 > main.labels.columns.size || (region.words[k] ?? 0) !== cells) return false
  }
  return true
}

/** Rows above the header that are nearly as full as it: rows of data, perhaps, of a table without a header. */
function fullRowsAbove(layout: Layout): readonly number[] {
  const { region, header, head } = layout
  if (!header) return []
  const cells = region.count[header.bottom] ?? 0
  return [...head.titles, ...head.metas]
    .filter((k) => (region.count[k] ?? 0) >= 2 && (region.count[k] ?? 0) * 2 >= cells)
    .sort((a, b) => a - b)
}

function valuesIn(region: Region, k: number): number {
  let values = 0
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++)
    if (isValueClass(cellKind(region, k, column))) values++
  return values
}

/** What the layout itself leaves in doubt. */
export function sayLayout(layout: Layout, doubts: Doubts): void {
  const { region, header, certainty, tailFrom, end } = layout
  if (certainty === 'none')
    say(
      doubts,
      { code: 'import/no-header', severity: 'warning' },
      {
        location: { row: rowNumber(region, layout.bodyFrom) },
        params: { row: rowNumber(region, layout.bodyFrom) },
      },
    )
  if (certainty === 'guess' && header)
    say(
      doubts,
      { code: 'import/header-guess', severity: 'warning' },
      {
        location: { row: rowNumber(region, header.top) },
        params: { row: rowNumber(region, header.top) },
      },
    )
  if (isPairBlock(layout))
    say(
      doubts,
      { code: 'import/form', severity: 'warning' },
      { location: { row: rowNumber(region, layout.from) }, params: { row: rowNumber(region, layout.from) } },
    )
  const above = fullRowsAbove(layout)
  if (above.length >= 2 || above.some((k) => valuesIn(region, k) >= 2))
    say(
      doubts,
      { code: 'import/rows-above', severity: 'warning' },
      {
        location: { row: rowNumber(region, above[0] ?? 0) },
        params: { rows: rowList(above.map((k) => rowNumber(region, k))) },
      },
    )
  if (tailFrom < end && gapBefore(region, tailFrom) === 0 && tailFrom > layout.bodyFrom)
    say(
      doubts,
      { code: 'import/tail-adjoins', severity: 'hint' },
      {
        location: { row: rowNumber(region, tailFrom) },
        params: { from: rowNumber(region, tailFrom), to: rowNumber(region, end - 1) },
      },
    )
}
