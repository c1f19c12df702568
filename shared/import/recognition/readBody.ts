// The rows of one body, read: roles by words and by sums, columns, group keys, empty rows, records, totals.
import { cellName } from '../../workbook/raw.ts'
import { findArithmeticTotals } from './arithmeticTotals.ts'
import { classifyBody, type BodyRow } from './bodyRoles.ts'
import { countColumns } from './columnFacts.ts'
import { seeColumns, type SeenColumn } from './columnTypes.ts'
import { rowList, say, type Doubts } from './doubt.ts'
import { findEmptyRows, type EmptyRows } from './emptyRows.ts'
import { findFillColumns, findTallRecords, type FillColumns, type TallRecords } from './fillColumns.ts'
import type { HeaderColumn } from './headerPaths.ts'
import type { HeaderLabels } from './headerLabels.ts'
import { findHierarchy, type Hierarchy } from './hierarchy.ts'
import { cellText, rowNumber, type Region } from './region.ts'
import { isCalendarHeader, isSerialHeader, foldLabel } from './words.ts'
import { tallyRows, type Tallies } from './tallies.ts'

export interface ReadBody {
  readonly from: number
  readonly rows: readonly BodyRow[]
  readonly columns: readonly SeenColumn[]
  readonly fill: FillColumns
  readonly tall: TallRecords | undefined
  readonly empty: EmptyRows
  readonly hierarchy: Hierarchy
  readonly tallies: Tallies
}

export interface BodySource {
  readonly from: number
  readonly end: number
  readonly header: readonly HeaderColumn[]
  readonly labels: HeaderLabels
  readonly headerCells: number
  readonly typical: number
  readonly pageTitles: ReadonlySet<number>
}

function dataRows(from: number, rows: readonly BodyRow[]): number[] {
  const found: number[] = []
  rows.forEach((row, i) => {
    if (row.role === 'data') found.push(from + i)
  })
  return found
}

/** Hidden rows around a hidden repetition of the header are what is left of an older table: no records. */
function setHiddenRemnants(region: Region, from: number, rows: BodyRow[]): readonly number[] {
  const hidden = region.grid.sheet.hiddenRows
  if (hidden.size === 0) return []
  const isHidden = (i: number): boolean => hidden.has(rowNumber(region, from + i))
  const remnants: number[] = []
  rows.forEach((row, i) => {
    if (row.role !== 'repeated-header' || !isHidden(i)) return
    for (const step of [-1, 1]) {
      for (let at = i + step; at >= 0 && at < rows.length && isHidden(at) && rows[at]?.role === 'data'; at += step) {
        rows[at] = { role: 'note' }
        remnants.push(from + at)
      }
    }
  })
  return remnants.sort((a, b) => a - b)
}

/** After the sum of all, a few thinner rows are no data any more; what is like the sum itself is a sum too. */
function closeTail(
  region: Region,
  from: number,
  rows: BodyRow[],
  typical: number,
): { notes: number[]; sums: number[] } {
  const notes: number[] = []
  const sums: number[] = []
  let last = -1
  rows.forEach((row, i) => {
    if (row.role === 'total' || row.role === 'subtotal') last = i
  })
  let dataAfter = 0
  for (let i = last + 1; i < rows.length; i++) if (rows[i]?.role === 'data') dataAfter++
  if (last >= 0 && dataAfter > 0 && dataAfter <= 3 && dataAfter * 4 < rows.length && rows[last]?.role === 'total') {
    for (let i = last + 1; i < rows.length; i++) {
      if (rows[i]?.role !== 'data' || (region.count[from + i] ?? 0) >= Math.max(2, typical)) continue
      rows[i] = { role: 'footer' }
      notes.push(from + i)
    }
  }
  // Rows between two sums at the end, shaped like a sum: 税前利润, 本年结余.
  const usualWords = medianWords(region, from, rows)
  let firstSum = rows.length
  for (let i = rows.length - 1; i >= 0; i--) {
    const role = rows[i]?.role
    if (role === 'total' || role === 'subtotal') firstSum = i
    else if (role === 'data' && !isLikeSum(region, from + i, { rows, from, usualWords })) break
  }
  for (let i = firstSum + 1; i < rows.length; i++) {
    if (rows[i]?.role !== 'data' || !isLikeSum(region, from + i, { rows, from, usualWords })) continue
    rows[i] = { role: 'total', total: 'balance', label: cellText(region, from + i, region.first[from + i] ?? 0) }
    sums.push(from + i)
  }
  return { notes, sums }
}

function medianWords(region: Region, from: number, rows: readonly BodyRow[]): number {
  const step = Math.max(1, Math.floor(rows.length / 200))
  const words: number[] = []
  for (let i = 0; i < rows.length; i += step) if (rows[i]?.role === 'data') words.push(region.words[from + i] ?? 0)
  words.sort((a, b) => a - b)
  return words[Math.floor(words.length / 2)] ?? 0
}

/** Words in the same first column as the nearest sum above, no more cells than it, and fewer words than data has. */
function isLikeSum(
  region: Region,
  k: number,
  { rows, from, usualWords }: { readonly rows: readonly BodyRow[]; readonly from: number; readonly usualWords: number },
): boolean {
  if ((region.words[k] ?? 0) >= usualWords) return false
  for (let i = k - from - 1; i >= 0 && i >= k - from - 4; i--) {
    const role = rows[i]?.role
    if (role === 'data') continue
    if (role !== 'total' && role !== 'subtotal') return false
    const sum = from + i
    const own = cellText(region, k, region.first[k] ?? 0)
    return (
      region.first[sum] === region.first[k] &&
      (region.words[k] ?? 0) > 0 &&
      (region.words[k] ?? 0) <= (region.words[sum] ?? 0) &&
      (region.count[k] ?? 0) <= (region.count[sum] ?? 0) &&
      !/^\d/.test(own)
    )
  }
  return false
}

/** `X合计` closes the table when no rows of data and no wider sum stand below it. */
function raiseLastSubtotal(rows: BodyRow[]): void {
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i]
    if (row?.role === 'data' || row?.role === 'total') return
    if (row?.role !== 'subtotal') continue
    if (!/小计|本页|sub/.test(foldLabel(row.label ?? ''))) rows[i] = { ...row, role: 'total', total: 'total' }
    return
  }
}

/** `X合计` above or below all rows, equal to their sum, is the total. */
function raiseWholeSums(from: number, rows: BodyRow[], tallies: Tallies): void {
  if (rows.some((row) => row.role === 'total' && row.total === 'total')) return
  for (const sum of tallies.declared) {
    const row = rows[sum.k - from]
    if (row?.role !== 'subtotal' || !sum.ofAll || !sum.ties.includes(true) || sum.ties.includes(false)) continue
    if (/合计|总计|共计/.test(foldLabel(row.label ?? '')) && !/小计|本页/.test(foldLabel(row.label ?? '')))
      rows[sum.k - from] = { ...row, role: 'total', total: 'total' }
  }
}

function serialColumns(header: readonly HeaderColumn[]): ReadonlySet<number> {
  return new Set(header.filter((column) => isSerialHeader(foldLabel(column.header))).map((column) => column.index))
}

export function readBody(region: Region, source: BodySource, doubts: Doubts): ReadBody {
  const { from } = source
  const rows = [...classifyBody(region, { ...source, serials: serialColumns(source.header) })]
  const remnants = setHiddenRemnants(region, from, rows)
  if (remnants.length > 0)
    say(
      doubts,
      { code: 'import/hidden-remnant', severity: 'warning' },
      {
        location: { row: rowNumber(region, remnants[0] ?? 0) },
        params: { rows: rowList(remnants.map((k) => rowNumber(region, k))) },
      },
    )
  let columns = seeColumns(region, source.header, countColumns(region, source.header, dataRows(from, rows)))
  const sums = findArithmeticTotals(region, { from, rows }, columns)
  for (const [k, how] of sums.found) {
    const label = cellText(region, k, region.first[k] ?? 0)
    rows[k - from] = { role: 'subtotal', total: 'subtotal', label: /^[\d.,]*$/.test(label) ? '' : label }
    say(
      doubts,
      { code: how === 'formula' ? 'import/total-by-formula' : 'import/total-by-sum', severity: 'warning' },
      {
        location: { row: rowNumber(region, k) },
        params: { row: rowNumber(region, k), label },
      },
    )
  }
  for (const k of sums.possible.slice(0, 5))
    say(
      doubts,
      { code: 'import/possible-total', severity: 'hint' },
      {
        location: { row: rowNumber(region, k) },
        params: { row: rowNumber(region, k) },
      },
    )
  const closed = closeTail(region, from, rows, source.typical)
  if (closed.notes.length > 0)
    say(
      doubts,
      { code: 'import/after-total', severity: 'warning' },
      {
        location: { row: rowNumber(region, closed.notes[0] ?? 0) },
        params: { rows: rowList(closed.notes.map((k) => rowNumber(region, k))) },
      },
    )
  if (closed.sums.length > 0)
    say(
      doubts,
      { code: 'import/total-by-place', severity: 'warning' },
      {
        location: { row: rowNumber(region, closed.sums[0] ?? 0) },
        params: { rows: rowList(closed.sums.map((k) => rowNumber(region, k))) },
      },
    )
  raiseLastSubtotal(rows)

  const data = dataRows(from, rows)
  if (sums.found.size + closed.notes.length + closed.sums.length > 0)
    columns = seeColumns(region, source.header, countColumns(region, source.header, data))
  const fill = findFillColumns(region, columns, data)
  const hierarchy = findHierarchy(region, columns, data)
  const summed = columns.filter(
    (column) =>
      !column.serial &&
      (column.type === 'number' || column.type === 'money') &&
      !(column.facts.fractions === 0 && isCalendarHeader(foldLabel(column.header))),
  )
  const tallies = tallyRows(
    region,
    { from, rows, skip: (k) => hierarchy.parents.has(k) || hierarchy.parts.has(k) },
    summed,
  )
  raiseWholeSums(from, rows, tallies)
  return {
    from,
    rows,
    columns,
    fill,
    tall: findTallRecords(region, columns, data),
    empty: findEmptyRows(region, columns, { rows: data, fill }),
    hierarchy,
    tallies,
  }
}

/** Where a cell of a column stands, for a finding. */
export function cellOf(region: Region, k: number, column: number): string {
  return cellName(rowNumber(region, k), column)
}
