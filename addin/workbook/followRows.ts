// Between reading a table and writing to it a person may sort, insert or delete: writes follow their row ids, or are refused.
import type { BoundTable, CellEdit, WorkbookEdit } from '#shared/workbook/port.ts'
import { OfficeRefusal } from './officeFailure.ts'
import { readGrid, type Grid } from './readGrid.ts'
import type { Exchange } from './exchange.ts'

/** Where the rows of a table stood when it was read. */
export interface SeenRows {
  readonly sheet: string
  /** 0-based. */
  readonly idColumn: number
  /** 1-based. */
  readonly headerRow: number
  /** 1-based row → id, '' for rows without one. */
  readonly ids: ReadonlyMap<number, string>
}

/** Undefined without an id column: rows cannot be told apart. */
export function toSeenRows({ binding, idColumn, rows }: BoundTable): SeenRows | undefined {
  if (idColumn === undefined) return undefined
  const ids = new Map(rows.map(({ raw, id }) => [raw.index, id]))
  return { sheet: binding.sheetName, idColumn, headerRow: binding.headerRow, ids }
}

/** Whether the rows still stand where they were seen once these edits are done. */
export function staySeen(seen: SeenRows, edits: readonly WorkbookEdit[]): boolean {
  return edits.every(
    (edit) =>
      edit.type === 'setState' ||
      (edit.type === 'setCells' && edit.cells.every(({ column }) => column !== seen.idColumn)) ||
      (edit.type !== 'setCells' && edit.sheet !== seen.sheet),
  )
}

/**
 * The edits with the rows where their ids stand now. Throws `busy` when rows moved and it cannot be told where to: rows
 * without an id, ids that are gone or there twice, insertions and deletions planned for rows as they were.
 */
export async function followRows(
  exchange: Exchange,
  seen: SeenRows,
  edits: readonly WorkbookEdit[],
): Promise<readonly WorkbookEdit[]> {
  const touches = edits.filter((edit) => edit.type !== 'setState' && isSheet(edit.sheet, seen))
  if (touches.length === 0 || seen.ids.size === 0) return edits
  const sheet = exchange.context.workbook.worksheets.getItemOrNullObject(seen.sheet)
  const used = sheet.getUsedRangeOrNullObject(true)
  used.load('rowIndex,rowCount')
  used.untrack()
  await exchange.sync()
  if (sheet.isNullObject || used.isNullObject) return edits
  const last = used.rowIndex + used.rowCount
  if (await areInPlace(exchange, sheet, { seen, touches, last })) return edits
  const block = { top: 0, left: seen.idColumn, rows: last, columns: 1 }
  const column = await readGrid(exchange, sheet, { block, member: 'values' })
  if ([...seen.ids].every(([row, id]) => idAt(column, row) === id)) return edits
  const places = findPlaces(column, seen)
  return edits.map((edit) => {
    if (edit.type === 'setState' || !isSheet(edit.sheet, seen)) return edit
    if (edit.type === 'insertRows' || edit.type === 'deleteRows') throw moved(seen)
    return edit.type === 'setCells' ? { ...edit, cells: edit.cells.map((cell) => follow(cell, seen, places)) } : edit
  })
}

/** Where cells of few rows are written, only the ids of these rows and those between them are looked at. */
async function areInPlace(
  exchange: Exchange,
  sheet: Excel.Worksheet,
  {
    seen,
    touches,
    last,
  }: { readonly seen: SeenRows; readonly touches: readonly WorkbookEdit[]; readonly last: number },
): Promise<boolean> {
  let [top, bottom] = [Infinity, 0]
  for (const edit of touches) {
    if (edit.type === 'addColumn' || edit.type === 'setState') continue
    if (edit.type !== 'setCells') return false
    for (const { row, like } of edit.cells) {
      for (const at of like ? [row, like.row] : [row]) {
        top = Math.min(top, at)
        bottom = Math.max(bottom, at)
      }
    }
  }
  if (bottom === 0 || bottom > last) return false
  const block = { top: top - 1, left: seen.idColumn, rows: bottom - top + 1, columns: 1 }
  const column = await readGrid(exchange, sheet, { block, member: 'values' })
  for (let row = top; row <= bottom; row++) {
    const id = seen.ids.get(row)
    if (id !== undefined && idAt(column, row - top + 1) !== id) return false
  }
  return true
}

function isSheet(name: string, seen: SeenRows): boolean {
  return name.toLowerCase() === seen.sheet.toLowerCase()
}

function idAt(column: Grid, row: number): string {
  return String(column[row - 1]?.[0] ?? '').trim()
}

function moved(seen: SeenRows): OfficeRefusal {
  return new OfficeRefusal('busy', `rows of ${seen.sheet} moved since they were read`)
}

/** id → row as it stands now; ids that are there twice are left out. */
function findPlaces(column: Grid, { headerRow }: SeenRows): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  for (let row = headerRow + 1; row <= column.length; row++) {
    const id = idAt(column, row)
    if (id === '') continue
    if (places.has(id)) twice.add(id)
    places.set(id, row)
  }
  for (const id of twice) places.delete(id)
  return places
}

function follow(cell: CellEdit, seen: SeenRows, places: ReadonlyMap<string, number>): CellEdit {
  const to = (row: number): number => {
    const id = seen.ids.get(row) ?? ''
    const place = id === '' ? undefined : places.get(id)
    if (place === undefined) throw moved(seen)
    return place
  }
  const own = { ...cell, row: to(cell.row) }
  return cell.like ? { ...own, like: { ...cell.like, row: to(cell.like.row) } } : own
}
