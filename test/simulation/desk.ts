// One workbook on one desk: a memory workbook whose writes may be cut short at any point, and what its person has typed.
import { idHeader, type WorkbookEdit, type WorkbookPort } from '#shared/workbook/port.ts'
import { createMemoryWorkbook, type MemoryWorkbook } from '#shared/workbook/memoryWorkbook.ts'
import type { MemoryGrid } from '#shared/workbook/memoryGrid.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import type { Conflict } from '#shared/sync/merge/change.ts'
import { encodeState } from '#shared/sync/state/encodeState.ts'
import { toNewState, type Recovery } from '#shared/sync/session/session.ts'
import { purseBinding, shownColumns } from './purse.ts'

export class PaneClosed extends Error {}

export interface CutShort {
  /** Edits and cells still to be written before the pane closes. */
  left: number
  /** The state sheet itself may be half written. */
  readonly tearState: boolean
}

export interface Desk {
  readonly name: string
  /** Index into the world's people. */
  readonly person: number
  workbook: MemoryWorkbook
  cut: CutShort | undefined
  /** The pane was closed in the middle of a write and has not been opened since. */
  halfWritten: boolean
  /** Conflicts whose answer the person still owes, as last shown. */
  shown: readonly Conflict[]
  lastCsn: number
  /** Commit numbers of receipts that were handed over. */
  receipts: { readonly pushId: string; readonly csn: number; readonly h: string }[]
}

export const sheetName = purseBinding.sheetName
export const idColumn = shownColumns.length
export const columnOf = (key: (typeof shownColumns)[number]): number => shownColumns.indexOf(key)

export const recovery: Recovery = {
  workbookId: 'w',
  issue: { server: '', epoch: '', user: '', at: '' },
  bindings: [purseBinding],
}

/** Title, header, and a total row that is never data. */
export async function makeDesk(name: string, person: number): Promise<Desk> {
  const header: RawValue[] = shownColumns.map((key) => purseBinding.headers[key] ?? '')
  const workbook = createMemoryWorkbook([
    { name: sheetName, cells: [['钱袋'], [...header, idHeader], ['合计', null, 0]] },
  ])
  await workbook.apply([{ type: 'setState', rows: encodeState(toNewState({ ...recovery, workbookId: name })) }])
  return { name, person, workbook, cut: undefined, halfWritten: false, shown: [], lastCsn: 0, receipts: [] }
}

/** Inserts a row of values before row `at` (1-based). */
export function setRow(desk: Desk, at: number, values: Readonly<Record<string, string | number | null>>): void {
  desk.workbook.edit(sheetName, (grid): MemoryGrid => {
    const cells = Object.entries(values).flatMap(([key, value]) => {
      const column = shownColumns.findIndex((other) => other === key)
      return value === null ? [] : [[column, { value }] as const]
    })
    const moved = [...grid].map(([row, found]) => [row >= at ? row + 1 : row, found] as const)
    return new Map([...moved, [at, new Map(cells)]])
  })
}

/** The file as it lies on the disk. */
export interface Copy {
  readonly grid: MemoryGrid
  readonly state: readonly (readonly string[])[]
}

export async function copyOf({ workbook }: Desk): Promise<Copy> {
  let grid: MemoryGrid = new Map()
  workbook.edit(sheetName, (now) => (grid = now))
  const state = await workbook.readState()
  return { grid, state: state.ok ? (state.value ?? []) : [] }
}

export async function pasteCopy(desk: Desk, { grid, state }: Copy): Promise<void> {
  desk.workbook = createMemoryWorkbook([{ name: sheetName, cells: [] }])
  desk.workbook.edit(sheetName, () => grid)
  await desk.workbook.apply([{ type: 'setState', rows: state }])
}

export function makePort(desk: Desk, bend?: (edits: readonly WorkbookEdit[]) => readonly WorkbookEdit[]): WorkbookPort {
  return {
    readState: () => desk.workbook.readState(),
    readTable: (binding) => desk.workbook.readTable(binding),
    apply: async (given) => {
      const edits = bend ? bend(given) : given
      const { cut } = desk
      if (!cut) return desk.workbook.apply(edits)
      for (const edit of edits) await applyCut(desk, edit, cut)
      return { ok: true, value: undefined }
    },
  }
}

/** Cell by cell, so that a row may be written in part. */
async function applyCut(desk: Desk, edit: WorkbookEdit, cut: CutShort): Promise<void> {
  const { workbook } = desk
  if (edit.type === 'setCells') {
    for (const cell of edit.cells) {
      spend(desk, cut)
      await workbook.apply([{ ...edit, cells: [cell] }])
    }
    return
  }
  if (edit.type === 'setState' && cut.left <= 0 && cut.tearState) {
    const old = await workbook.readState()
    const before = old.ok ? (old.value ?? []) : []
    const half = edit.rows.map((row, index) => (index % 2 === 0 ? row : (before[index] ?? row)))
    await workbook.apply([{ type: 'setState', rows: half }])
  }
  spend(desk, cut)
  await workbook.apply([edit])
}

function spend(desk: Desk, cut: CutShort): void {
  if (cut.left <= 0) {
    desk.cut = undefined
    throw new PaneClosed()
  }
  cut.left -= 1
}
