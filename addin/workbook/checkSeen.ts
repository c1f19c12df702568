// Before cells are written over: do they still hold what was read? An edit that Excel did not tell of must not be lost.
import type { CellEdit, WorkbookEdit } from '#shared/workbook/port.ts'
import type { RawRow, RawValue } from '#shared/workbook/raw.ts'
import { createBreath } from './breathe.ts'
import { findRuns } from './cellRuns.ts'
import type { Exchange } from './exchange.ts'
import { OfficeRefusal } from './officeFailure.ts'
import { readGrids, type GridCell } from './readGrid.ts'
import type { ReadSheet } from './readSheet.ts'

/** @param planned for rows as they were read; @param placed the same edits where these rows stand now */
export interface SeenEdits {
  readonly planned: readonly WorkbookEdit[]
  readonly placed: readonly WorkbookEdit[]
}

/** Throws `busy` when a cell holds something else. Only up to the first edit that moves rows: below that, places mean others. */
export async function checkSeen(exchange: Exchange, sheet: ReadSheet, { planned, placed }: SeenEdits): Promise<void> {
  const isOurs = (edit: WorkbookEdit): boolean =>
    edit.type !== 'setState' && edit.sheet.toLowerCase() === sheet.name.toLowerCase()
  const firstMove = planned.findIndex(
    (edit) => isOurs(edit) && (edit.type === 'insertRows' || edit.type === 'deleteRows'),
  )
  const breathe = createBreath()
  const expected = new Map<number, RawValue>()
  const cells: CellEdit[] = []
  const rows = pickRows(sheet, planned)
  await breathe()
  for (const [at, edit] of planned.slice(0, firstMove < 0 ? undefined : firstMove).entries()) {
    const own = placed[at]
    if (!isOurs(edit) || edit.type !== 'setCells' || own?.type !== 'setCells') continue
    for (const [n, { row, column }] of edit.cells.entries()) {
      const there = own.cells[n]
      if (!there || expected.has(keyOf(there))) continue
      expected.set(keyOf(there), valueAt(rows.get(row), column))
      cells.push(there)
    }
  }
  if (cells.length === 0) return
  await breathe()
  const runs = findRuns(cells)
  const blocks = runs.map(({ top, left, bottom, right }) => ({
    top,
    left,
    rows: bottom - top + 1,
    columns: right - left + 1,
  }))
  const object = exchange.context.workbook.worksheets.getItem(sheet.id)
  const grids = await readGrids(exchange, object, { blocks, member: 'values' })
  await breathe()
  runs.forEach((run, at) => {
    run.cells.forEach((line, down) => {
      line.forEach((edit, across) => {
        if (!edit) return
        const now = grids[at]?.[down]?.[across] ?? ''
        if (!isSame(expected.get(keyOf(edit)) ?? null, now))
          throw new OfficeRefusal('busy', `${sheet.name} row ${edit.row} was edited meanwhile`)
      })
    })
  })
}

/** Columns of a sheet at most. */
const mostColumns = 16_384

function keyOf({ row, column }: { readonly row: number; readonly column: number }): number {
  return row * mostColumns + column
}

/** The rows that are to be written into, of a sheet that may have many more. */
function pickRows(sheet: ReadSheet, edits: readonly WorkbookEdit[]): ReadonlyMap<number, RawRow> {
  const wanted = new Set<number>()
  for (const edit of edits) if (edit.type === 'setCells') for (const { row } of edit.cells) wanted.add(row)
  const rows = new Map<number, RawRow>()
  for (const row of wanted.size > 0 ? sheet.rows : []) if (wanted.has(row.index)) rows.set(row.index, row)
  return rows
}

function valueAt(row: RawRow | undefined, column: number): RawValue {
  return row?.cells[column] ?? null
}

function isSame(read: RawValue, now: GridCell): boolean {
  if (read === null) return now === '' || now === null
  if (typeof read !== 'object') return read === now
  return read.kind === 'date' ? read.serial === now : read.code === now
}
