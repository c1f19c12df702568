// What people do in a spreadsheet: edit, paste, insert, delete, sort, move money; and what they answer to cards.
import type { GridCell, MemoryGrid } from '#shared/workbook/memoryGrid.ts'
import type { Change, Choice3, Conflict } from '#shared/sync/merge/change.ts'
import type { Resolution } from '#shared/sync/merge/resolveRows.ts'
import type { Chance } from './chance.ts'
import { columnOf, idColumn, sheetName, type Desk } from './desk.ts'

/** Everything typed so far; texts are unique, so that each can be looked for at the end. */
export interface Pen {
  readonly chance: Chance
  readonly movesOnly: boolean
  /** Copied rows keep their id, as they do in a spreadsheet. */
  readonly copiesIds: boolean
  count: number
}

interface Row {
  readonly at: number
  readonly cells: ReadonlyMap<number, GridCell>
}

const headerRow = 2

/** Data rows of the sheet, in order. */
export function readRows({ workbook }: Desk): readonly Row[] {
  let rows: Row[] = []
  workbook.edit(sheetName, (grid) => {
    rows = [...grid]
      .filter(([at, cells]) => at > headerRow && cells.get(0)?.value !== '合计' && cells.size > 0)
      .map(([at, cells]) => ({ at, cells }))
      .toSorted((a, b) => a.at - b.at)
    return grid
  })
  return rows
}

export function setCell(desk: Desk, at: readonly [row: number, column: number], value: GridCell['value']): void {
  const [row, column] = at
  desk.workbook.edit(sheetName, (grid) => {
    const cells = new Map(grid.get(row) ?? [])
    if (value === null) cells.delete(column)
    else cells.set(column, { value })
    return new Map([...grid, [row, cells]])
  })
}

export function editSheet(desk: Desk, pen: Pen): void {
  const { chance } = pen
  const rows = readRows(desk)
  const tricks: readonly ((rows: readonly Row[]) => void)[] = [
    (found) => typeText(desk, pen, chance.pick(found)),
    (found) => typeText(desk, pen, chance.pick(found)),
    (found) => typePayee(desk, pen, chance.pick(found)),
    (found) => moveMoney(desk, pen, found),
    (found) => moveMoney(desk, pen, found),
    () => addRow(desk, pen),
    (found) => deleteRow(desk, pen, chance.pick(found)),
    (found) => sortRows(desk, chance, found),
    (found) => copyRow(desk, pen, chance.pick(found)),
  ]
  if (rows.length < 2) addRow(desk, pen)
  else chance.pick(tricks)(rows)
}

function typeText(desk: Desk, pen: Pen, { at }: Row): void {
  const column = pen.chance.pick(['title', 'note'] as const)
  setCell(desk, [at, columnOf(column)], pen.chance.happens(0.1) ? null : `文${++pen.count}`)
}

function typePayee(desk: Desk, pen: Pen, { at }: Row): void {
  const column = pen.chance.pick(['payee', 'account'] as const)
  setCell(desk, [at, columnOf(column)], `号${pen.chance.below(4)}`)
  if (!pen.movesOnly) setCell(desk, [at, columnOf('spare')], pen.chance.below(5))
}

function yuan({ cells }: Row): number {
  const value = cells.get(columnOf('amount'))?.value
  return typeof value === 'number' ? value : 0
}

/** Not in a half written sheet: whether a figure typed there is the person's or the server's can be anybody's guess. */
function moveMoney(desk: Desk, pen: Pen, rows: readonly Row[]): void {
  const { chance } = pen
  if (pen.movesOnly && desk.halfWritten) return
  const from = chance.pick(rows)
  if (!pen.movesOnly) {
    setCell(desk, [from.at, columnOf('amount')], chance.below(50))
    return
  }
  const to = chance.pick(rows.filter((row) => row !== from))
  const moved = 1 + chance.below(9)
  setCell(desk, [from.at, columnOf('amount')], yuan(from) - moved)
  setCell(desk, [to.at, columnOf('amount')], yuan(to) + moved)
}

function addRow(desk: Desk, pen: Pen): void {
  const last = readRows(desk).at(-1)?.at ?? headerRow
  insertBlank(desk, last + 1)
  const n = ++pen.count
  setCell(desk, [last + 1, columnOf('code')], `C${n}`)
  setCell(desk, [last + 1, columnOf('title')], `新${n}`)
  if (!pen.movesOnly && pen.chance.happens(0.5)) setCell(desk, [last + 1, columnOf('amount')], pen.chance.below(50))
}

function insertBlank(desk: Desk, before: number): void {
  desk.workbook.edit(
    sheetName,
    (grid): MemoryGrid => new Map([...grid].map(([row, cells]) => [row >= before ? row + 1 : row, cells])),
  )
}

function deleteRow(desk: Desk, pen: Pen, row: Row): void {
  // Where sums must be exact, a row that ever held money stays.
  if (pen.movesOnly && row.cells.has(columnOf('amount'))) return
  desk.workbook.edit(
    sheetName,
    (grid): MemoryGrid =>
      new Map([...grid].filter(([at]) => at !== row.at).map(([at, cells]) => [at > row.at ? at - 1 : at, cells])),
  )
}

/** Not while a copied row stands beside its original: the first of the two keeps the id (D3). */
function sortRows(desk: Desk, chance: Chance, rows: readonly Row[]): void {
  const ids = rows.map(({ cells }) => cells.get(idColumn)?.value).filter((id) => id !== undefined)
  if (new Set(ids).size < ids.length) return
  const shuffled = rows.map((row) => ({ row, key: chance.next() })).toSorted((a, b) => a.key - b.key)
  desk.workbook.edit(sheetName, (grid): MemoryGrid => {
    const sorted = new Map(grid)
    rows.forEach(({ at }, index) => sorted.set(at, shuffled[index]?.row.cells ?? new Map()))
    return sorted
  })
}

/** Under a new code; the money is not copied. */
function copyRow(desk: Desk, pen: Pen, { cells }: Row): void {
  const last = readRows(desk).at(-1)?.at ?? headerRow
  insertBlank(desk, last + 1)
  desk.workbook.edit(sheetName, (grid) => {
    const copy = new Map(cells)
    const keepsCode = !pen.movesOnly && pen.chance.happens(0.2)
    if (!keepsCode) copy.set(columnOf('code'), { value: `C${++pen.count}` })
    for (const key of ['title', 'note'] as const) copy.set(columnOf(key), { value: `抄${++pen.count}` })
    if (pen.movesOnly) copy.delete(columnOf('amount'))
    if (!pen.copiesIds) copy.delete(idColumn)
    return new Map([...grid, [last + 1, copy]])
  })
}

export interface Reply {
  readonly resolutions: readonly Resolution[]
  readonly confirmedDeletes: Change['id'][]
  readonly restoredRows: Change['id'][]
}

/** @param all answer everything; otherwise some cards are left for later */
export function answer(
  { chance, movesOnly }: Pen,
  shown: { readonly conflicts: readonly Conflict[]; readonly mine: readonly Change[] },
  all: boolean,
): Reply {
  const reply: Reply = { resolutions: [], confirmedDeletes: [], restoredRows: [] }
  const resolutions = shown.conflicts.flatMap((conflict): readonly Resolution[] => {
    if (!all && chance.happens(0.4)) return []
    const choice = choose(conflict, chance, movesOnly)
    return [{ id: conflict.id, column: conflict.kind === 'field' ? conflict.column : null, choice }]
  })
  for (const change of shown.mine) {
    if (change.change !== 'remove') continue
    const blank = (change.base['amount'] ?? null) === null
    const gone = movesOnly ? blank : chance.happens(0.7)
    if (gone) reply.confirmedDeletes.push(change.id)
    else if (all || chance.happens(0.5)) reply.restoredRows.push(change.id)
  }
  return { ...reply, resolutions }
}

function choose(conflict: Conflict, chance: Chance, movesOnly: boolean): Choice3 {
  const mine: Choice3 = { choice: 'mine' }
  const theirs: Choice3 = { choice: 'theirs' }
  if (conflict.kind === 'field') {
    if (conflict.baseUnknown) return chance.pick([mine, theirs])
    if (conflict.column === 'amount' && movesOnly) return { choice: 'both' }
    if (conflict.column === 'amount') return { choice: chance.pick(['mine', 'theirs', 'both', 'base'] as const) }
    return chance.pick([mine, theirs])
  }
  if (!movesOnly) return chance.pick([mine, theirs])
  // Money must neither vanish with a row nor appear with one.
  return conflict.code === 'delete-edited' ? theirs : mine
}

/** A code that is taken, or whatever else the server will not have: the person types another code. */
export function mendRow(desk: Desk, pen: Pen, id: string): void {
  const row = readRows(desk).find(({ cells }) => cells.get(idColumn)?.value === id)
  if (row) setCell(desk, [row.at, columnOf('code')], `C${++pen.count}`)
}
