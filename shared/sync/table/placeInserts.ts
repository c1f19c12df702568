// Where new rows go in a sheet: in their section, after the last row that comes before them, before any total.
import { meetsCondition } from '../../definition/condition.ts'
import type { Section } from '../../definition/layout.ts'
import type { SheetDefinition } from '../../definition/sheet.ts'
import type { RecordId, Value, Values } from '../../kernel/value.ts'
import type { BoundTable } from '../../workbook/port.ts'
import type { SheetReading, SheetRow } from './sheetRow.ts'
import { findRowRole, toRowLabels } from './sheetRowRole.ts'

export interface NewRow {
  readonly id: RecordId
  readonly values: Values
}

/** Places come in sheet order. */
export interface SheetPlace {
  readonly insert: NewRow
  /** 1-based, as numbered once everything is inserted. */
  readonly row: number
  /** Inserted before this row, as numbered after the deletions and before any insertion. */
  readonly before: number
  /** Formatted like this row, in the same numbering. */
  readonly like: number
}

export function placeInserts(
  table: BoundTable,
  sheet: { readonly reading: SheetReading; readonly deletes: readonly number[]; readonly inserts: readonly NewRow[] },
  definition: SheetDefinition,
): readonly SheetPlace[] {
  const gone = new Set(sheet.deletes)
  const shift = makeShift(sheet.deletes)
  const data = sheet.reading.rows.filter((row) => !gone.has(row.row) && !row.blank)
  const held = new Set(table.rows.map(({ raw }) => raw.index))
  const headings = findHeadings(table, definition)
  const lastData = data[data.length - 1]?.row
  const finders = new Map<Section | undefined, FindAnchor>()
  const findPlace = (insert: NewRow): Omit<SheetPlace, 'row'> => {
    const section = definition.layout.sections.find(({ where }) => meetsCondition(where, insert.values))
    let find = finders.get(section)
    if (!find) {
      const peers = section === undefined ? data : data.filter((row) => belongs(row, section))
      finders.set(section, (find = makeFindAnchor(peers, definition.naturalKey)))
    }
    const anchor = find(insert.values)
    if (anchor) return { insert, before: shift(anchor.before), like: shift(anchor.like) }
    const after = (section && headings.get(section.key)) ?? lastData ?? table.binding.headerRow
    // A blank row that follows is ruled as rows of the table are; what lies below a heading may be a total.
    const like = held.has(after + 1) ? (lastData ?? after) : after + 1
    return { insert, before: shift(after + 1), like: shift(like) }
  }
  const sorted = sheet.inserts.toSorted((a, b) => compareKeys(a.values, b.values, definition.naturalKey))
  const places = sorted.map(findPlace).toSorted((a, b) => a.before - b.before)
  return places.map((place, index) => ({ ...place, row: place.before + index }))
}

/** Row numbers once the ascending `deletes` are gone; for a deleted row, that of the row that takes its place. */
function makeShift(deletes: readonly number[]): (row: number) => number {
  return (row) => {
    let low = 0
    let high = deletes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((deletes[middle] ?? row) < row) low = middle + 1
      else high = middle
    }
    return row - low
  }
}

function findHeadings(table: BoundTable, definition: SheetDefinition): ReadonlyMap<string, number> {
  const labels = toRowLabels(definition, table)
  const headings = new Map<string, number>()
  for (const { raw, id } of table.rows) {
    const role = id === '' ? findRowRole(labels, raw.cells) : undefined
    if (role?.role === 'section' && !headings.has(role.section)) headings.set(role.section, raw.index)
  }
  return headings
}

function belongs(row: SheetRow, section: Section): boolean {
  return row.section === undefined ? meetsCondition(section.where, row.values) : row.section === section.key
}

/** Undefined: no peers. */
type FindAnchor = (values: Values) => { readonly before: number; readonly like: number } | undefined

/** After the last peer whose key is not greater (before the first if there is none); where the peers are in no order, last. */
function makeFindAnchor(peers: readonly SheetRow[], key: readonly string[]): FindAnchor {
  const ascending = peers.every((row, index) => {
    const before = peers[index - 1]
    return before === undefined || compareKeys(before.values, row.values, key) <= 0
  })
  const first = peers[0]
  const last = peers[peers.length - 1]
  if (!first || !last) return () => undefined
  if (!ascending || key.length === 0) return () => ({ before: last.row + 1, like: last.row })
  return (values) => {
    let low = 0
    let high = peers.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareKeys(peers[middle]?.values ?? values, values, key) <= 0) low = middle + 1
      else high = middle
    }
    const anchor = peers[low - 1]
    return anchor ? { before: anchor.row + 1, like: anchor.row } : { before: first.row, like: first.row }
  }
}

function compareKeys(a: Values, b: Values, key: readonly string[]): number {
  for (const column of key) {
    const order = compareValues(a[column] ?? null, b[column] ?? null)
    if (order !== 0) return order
  }
  return 0
}

function compareValues(a: Value, b: Value): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
