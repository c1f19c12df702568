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
import { tiesToCent } from './exactSum.ts'
import { findFlatParents, findHierarchy, type Hierarchy } from './hierarchy.ts'
import { cellText, rowNumber, type Region } from './region.ts'
import { closeTail, raiseLastSubtotal, raiseWholeSums } from './lastSums.ts'
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
  let hierarchy = findHierarchy(region, columns, data)
  const summed = columns.filter(
    (column) =>
      !column.serial &&
      (column.type === 'number' || column.type === 'money') &&
      !(column.facts.fractions === 0 && isCalendarHeader(foldLabel(column.header))),
  )
  const tally = (): Tallies =>
    tallyRows(region, { from, rows, skip: (k) => hierarchy.parents.has(k) || hierarchy.parts.has(k) }, summed)
  let tallies = tally()
  const flat = hierarchy.parents.size > 0 ? undefined : findFlatParents(region, twiceDeclared(tallies), data)
  if (flat) {
    hierarchy = { ...hierarchy, parents: flat }
    tallies = tally()
  }
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

/** The columns of the total of all, when every amount of it is half of what the rows add up to: each is in there twice. */
function twiceDeclared(tallies: Tallies): readonly SeenColumn[] {
  const whole = tallies.declared.find((total) => total.ofAll && total.row.role === 'total')
  const told = tallies.columns.filter((column, i) => column.additive && whole?.declared[i] !== undefined)
  const isTwice = (column: SeenColumn): boolean => {
    const i = tallies.columns.indexOf(column)
    return tiesToCent((whole?.declared[i] ?? 0n) * 2n, whole?.computed[i] ?? 0n)
  }
  return told.every(isTwice) ? told : []
}

/** Where a cell of a column stands, for a finding. */
export function cellOf(region: Region, k: number, column: number): string {
  return cellName(rowNumber(region, k), column)
}
