// From a sheet as read to the tables in it: where each begins, what every row is, what the columns hold and add up to.
import type { RawSheet, RawStyle } from '../workbook/raw.ts'
import type { RecognisedTable } from './plan.ts'
import { buildTable } from './recognition/buildTable.ts'
import { cellClass } from './recognition/cellClass.ts'
import { findColumnGroups, type ColumnGroup, type GroupHead } from './recognition/columnGroups.ts'
import { newDoubts, say, type Doubts } from './recognition/doubt.ts'
import { extendHeader } from './recognition/extendHeader.ts'
import { findHeader } from './recognition/findHeader.ts'
import { buildGrid, type Grid } from './recognition/grid.ts'
import { headerColumns } from './recognition/headerPaths.ts'
import { headerLabels } from './recognition/headerLabels.ts'
import { findLayout, isLegend, isPairBlock, sayLayout, withHeadFrom, type Layout } from './recognition/layout.ts'
import { readBody, type BodySource, type ReadBody } from './recognition/readBody.ts'
import { buildRegion, cellKind, cellText, positionOfRow, rowNumber, type Region } from './recognition/region.ts'
import { sayBody } from './recognition/sayBody.ts'
import { findTwins, type ColumnSpan } from './recognition/twins.ts'
import { totalWord } from './recognition/words.ts'
import { columnName } from '../workbook/raw.ts'

/** What of the workbook recognition uses beside the sheet. */
export interface WorkbookFacts {
  readonly styles: readonly RawStyle[]
}

/** Rows in which every cell is looked at to see which columns hold something. */
const sampleRows = 2000

function filledColumns(region: Region, from: number, end: number): ReadonlySet<number> {
  const filled = new Set<number>()
  const { grid } = region
  for (let k = from; k < Math.min(end, from + sampleRows); k++) {
    const start = grid.offsets[region.position[k] ?? 0] ?? 0
    for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++)
      if (grid.classes[start + column] !== cellClass.blank) filled.add(column)
  }
  // Far down, only the columns that were blank so far are looked at.
  const blank: number[] = []
  for (let column = region.left; column <= region.right; column++) if (!filled.has(column)) blank.push(column)
  for (let k = from + sampleRows; k < end && blank.length > 0 && blank.length < 400; k++) {
    for (let i = blank.length - 1; i >= 0; i--) {
      const column = blank[i] ?? 0
      if (cellKind(region, k, column) === cellClass.blank) continue
      filled.add(column)
      blank.splice(i, 1)
    }
  }
  return filled
}

function sourceOf(layout: Layout): BodySource {
  const { region, bodyFrom, tailFrom } = layout
  const filled = filledColumns(region, bodyFrom, tailFrom)
  return {
    from: bodyFrom,
    end: tailFrom,
    header: headerColumns(region, layout.header, (column) => filled.has(column)),
    labels: layout.labels,
    headerCells: layout.header ? (region.count[layout.header.bottom] ?? 0) : 0,
    typical: layout.typical,
    pageTitles: layout.pageTitles,
  }
}

/** One half of a table whose columns come twice, read on its own. */
function readTwin(
  layout: Layout,
  source: BodySource,
  span: ColumnSpan,
  doubts: Doubts,
): { region: Region; body: ReadBody } {
  const whole = layout.region
  const from = whole.position[layout.bodyFrom] ?? 0
  const to = layout.tailFrom > layout.bodyFrom ? (whole.position[layout.tailFrom - 1] ?? from) : from - 1
  const region = buildRegion(whole.grid, { ...span, from, to })
  const header = source.header.filter((column) => column.index >= span.left && column.index <= span.right)
  const body = readBody(
    region,
    {
      ...source,
      from: 0,
      end: region.size,
      header,
      headerCells: header.length,
      typical: Math.min(header.length, Math.ceil(layout.typical / 2)),
      pageTitles: new Set([...layout.pageTitles].map((k) => positionOfRow(region, rowNumber(whole, k)))),
    },
    doubts,
  )
  return { region, body }
}

function tablesOf(layout: Layout, block: number): readonly RecognisedTable[] {
  const { region } = layout
  const source = sourceOf(layout)
  const doubts = newDoubts(region.grid.sheet.name)
  const body = readBody(region, source, doubts)
  const twins = layout.header ? findTwins(body.columns) : undefined
  if (!twins) {
    sayLayout(layout, doubts)
    sayBody(region, body, doubts)
    const first = source.header[0]?.index ?? region.left
    const span = { left: first, right: source.header[source.header.length - 1]?.index ?? region.right }
    return [buildTable(layout, { region, body, span, block }, doubts)]
  }
  return twins.map((span, i) => {
    const own = newDoubts(region.grid.sheet.name)
    const twin = readTwin(layout, source, span, own)
    say(
      own,
      { code: 'import/side-by-side', severity: 'hint' },
      {
        params: { from: columnName(span.left), to: columnName(span.right), count: twins.length },
      },
    )
    if (i === 0) sayLayout(layout, own)
    sayBody(twin.region, twin.body, own)
    return buildTable(layout, { ...twin, span, block }, own)
  })
}

/** Layouts of one group of columns, top to bottom; a legend below goes to the tail of its table. */
function layoutsOf(region: Region): readonly Layout[] {
  const layouts: Layout[] = []
  let from = 0
  while (from < region.size) {
    const layout = findLayout(region, from, region.size)
    if (!layout || layout.end <= from) break
    const previous = layouts[layouts.length - 1]
    if (previous && isLegend(previous, layout)) layouts[layouts.length - 1] = { ...previous, end: layout.end }
    else if (previous && isPairBlock(previous) && layout.header)
      layouts[layouts.length - 1] = withHeadFrom(layout, previous.from)
    else layouts.push(layout)
    from = layout.end
  }
  return layouts
}

/** The header that a group of columns has when taken alone, with words in it and in what stands below. */
function headOf(grid: Grid, group: ColumnGroup): GroupHead | undefined {
  const region = buildRegion(grid, { ...group, from: 0, to: grid.rows.length - 1 })
  const search = findHeader(region, 0, region.size)
  if (search.type !== 'header' || !search.sure) return undefined
  const header = extendHeader(region, search.k, region.size)
  let words = false
  for (let k = header.bottom + 1; k < Math.min(region.size, header.bottom + 20) && !words; k++)
    words = (region.words[k] ?? 0) > 0
  if (!words) return undefined
  let total = false
  for (let k = region.size - 1; k > Math.max(header.bottom, region.size - 8) && !total; k--)
    total = totalWord(cellText(region, k, region.first[k] ?? 0)) !== undefined
  return { row: rowNumber(region, search.k), labels: [...headerLabels(region, header).columns.keys()], total }
}

function sayStrays(grid: Grid, strays: readonly ColumnGroup[], doubts: Doubts): void {
  for (const stray of strays) {
    const region = buildRegion(grid, { ...stray, from: 0, to: grid.rows.length - 1 })
    say(
      doubts,
      { code: 'import/stray-cells', severity: 'warning' },
      {
        location: { row: rowNumber(region, 0) },
        params: {
          columns:
            stray.left === stray.right
              ? columnName(stray.left)
              : `${columnName(stray.left)}–${columnName(stray.right)}`,
          row: rowNumber(region, 0),
          text: cellText(region, 0, region.first[0] ?? 0).slice(0, 40),
        },
      },
    )
  }
}

/** Tables that share rows carry one number. */
function numberBlocks(tables: readonly RecognisedTable[]): readonly RecognisedTable[] {
  let block = -1
  let bottom = 0
  return [...tables]
    .sort((a, b) => a.range.top - b.range.top || a.range.left - b.range.left)
    .map((table) => {
      if (table.range.top > bottom) block++
      bottom = Math.max(bottom, table.range.bottom)
      return { ...table, block: Math.max(0, block) }
    })
}

/** A table beside another takes title, year and unit from it when it has none of its own. */
function shareHeads(tables: readonly RecognisedTable[]): readonly RecognisedTable[] {
  return tables.map((table) => {
    const twin = tables.find((other) => other !== table && other.block === table.block && other.title !== '')
    if (!twin || table.title !== '') return table
    return {
      ...table,
      title: twin.title,
      year: table.year ?? twin.year,
      unit: table.unit ?? twin.unit,
      unitName: table.unitName ?? twin.unitName,
    }
  })
}

/**
 * The tables of a sheet, top to bottom and left to right; none for a sheet without rows of its own kind.
 * Linear in the cells of the sheet; nothing is evaluated. Every row of a table's range has exactly one role.
 */
export function recogniseSheet(sheet: RawSheet, facts: WorkbookFacts): readonly RecognisedTable[] {
  const grid = buildGrid(sheet, facts.styles)
  const { groups, strays } = findColumnGroups(grid, (group) => headOf(grid, group))
  const tables: RecognisedTable[] = []
  for (const group of groups) {
    const region = buildRegion(grid, { ...group, from: 0, to: grid.rows.length - 1 })
    for (const layout of layoutsOf(region)) tables.push(...tablesOf(layout, 0))
  }
  const numbered = shareHeads(numberBlocks(tables))
  const first = numbered[0]
  if (!first || strays.length === 0) return numbered
  const doubts = newDoubts(sheet.name)
  sayStrays(grid, strays, doubts)
  return [{ ...first, findings: [...first.findings, ...doubts.findings] }, ...numbered.slice(1)]
}
