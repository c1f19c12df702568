// Two desks whose workbooks hold three partitions each, of two years and two units: for tests of more than one partition.
import type { Grant, Principal } from '#server/auth/principal.ts'
import type { WorkbookState } from '#shared/sync/state/base.ts'
import { decodeState } from '#shared/sync/state/decodeState.ts'
import { encodeState } from '#shared/sync/state/encodeState.ts'
import { openSession, refreshSession } from '#shared/sync/session/refreshSession.ts'
import { toNewState, type Session } from '#shared/sync/session/session.ts'
import { createMemoryWorkbook } from '#shared/workbook/memoryWorkbook.ts'
import { idHeader, type CellInput, type TableBinding } from '#shared/workbook/port.ts'
import { calmDeps, must, publish } from './calm.ts'
import { idColumn, makePort, recovery, type Desk } from './desk.ts'
import { purseBinding, shownColumns } from './purse.ts'
import { openWorld, type World } from './world.ts'

export const places = { 今年: 'u1/purse/2026', 去年: 'u1/purse/2025', 别家: 'u9/purse/2026' } as const
export type Sheet = keyof typeof places

export const bindings: readonly TableBinding[] = Object.entries(places).map(([sheet, partition]) => ({
  ...purseBinding,
  partition,
  sheetName: sheet,
}))

export type Typed = Readonly<Record<string, string | number>>

export interface ThreeSheets {
  readonly a: Desk
  readonly b: Desk
  /** As the grants are now. */
  person(): Principal
  world(): World
  /** From now on the person is finance of these units and of no others. */
  grant(units: readonly string[]): Promise<void>
  open(desk: Desk): Promise<Session>
  close(): Promise<void>
}

/** Two rows in each sheet, known to both desks. */
export async function openThreeSheets(): Promise<ThreeSheets> {
  let world = await openWorld()
  let person: Principal = { userId: 'p1', name: 'p1同志', sessionId: null, grants: [] }
  const grant = async (units: readonly string[]): Promise<void> => {
    const { db } = world.store
    await db.deleteFrom('access_grant').where('user_id', '=', 'p1').execute()
    for (const unit_id of units) {
      const row = { id: `p1-${unit_id}`, user_id: 'p1', role: 'finance', unit_id, kinds: '[]' }
      const always = { department: null, valid_from: null, valid_to: null }
      await db
        .insertInto('access_grant')
        .values({ ...row, ...always })
        .execute()
    }
    const grants = units.map((unitId): Grant => {
      return { role: 'finance', unitId, kinds: [], department: null, from: null, to: null }
    })
    person = { ...person, grants }
    world = { ...world, people: [person], stormy: false, failAt: undefined }
  }
  await grant(['u1', 'u9'])
  const open = async (desk: Desk): Promise<Session> => must(await openSession(makePort(desk), calmDeps(world, desk)))
  const [a, b] = [await makeDesk('a'), await makeDesk('b')]
  for (const [sheet, code] of [
    ['今年', 'N'],
    ['去年', 'V'],
    ['别家', 'B'],
  ] as const) {
    await typeRow(a, sheet, { code: `${code}1`, amount: 10 })
    await typeRow(a, sheet, { code: `${code}2`, amount: 20 })
  }
  await publish(await open(a))
  must(await refreshSession(await open(b)))
  return { a, b, person: () => person, world: () => world, grant, open, close: () => world.store.close() }
}

/** Title, header and total row in each sheet. */
export async function makeDesk(name: string): Promise<Desk> {
  const header = shownColumns.map((key) => purseBinding.headers[key] ?? '')
  const workbook = createMemoryWorkbook(
    Object.keys(places).map((sheet) => ({ name: sheet, cells: [['钱袋'], [...header, idHeader], ['合计', null, 0]] })),
  )
  const state = toNewState({ ...recovery, workbookId: name, bindings })
  await workbook.apply([{ type: 'setState', rows: encodeState(state) }])
  return { name, person: 0, workbook, cut: undefined, halfWritten: false, shown: [], lastCsn: 0, receipts: [] }
}

export async function stateOf(desk: Desk): Promise<WorkbookState> {
  return must(decodeState(must(await desk.workbook.readState())))
}

function toInput(value: string | number): CellInput {
  return typeof value === 'number' ? { kind: 'number', decimal: String(value) } : { kind: 'text', text: value }
}

/** Below the last row. */
export async function typeRow(desk: Desk, sheet: Sheet, values: Typed): Promise<void> {
  const at = readSheet(desk, sheet).length + 3
  must(await desk.workbook.apply([{ type: 'insertRows', sheet, before: at, count: 1, like: 2 }]))
  await typeCells(desk, { sheet, row: at }, values)
}

export async function typeCells(
  desk: Desk,
  { sheet, row }: { readonly sheet: Sheet; readonly row: number },
  values: Typed,
): Promise<void> {
  const cells = Object.entries(values).map(([key, value]) => {
    return { row, column: shownColumns.findIndex((column) => column === key), value: toInput(value) }
  })
  must(await desk.workbook.apply([{ type: 'setCells', sheet, cells }]))
}

/** The id cell of a row, '' where there is none. */
export function idAt(desk: Desk, sheet: Sheet, row: number): string {
  const rows = desk.workbook.sheets().find(({ name }) => name === sheet)?.rows ?? []
  const cell = rows.find(({ index }) => index === row)?.cells[idColumn]
  return typeof cell === 'string' ? cell : ''
}

export async function writeId(
  desk: Desk,
  { sheet, row }: { readonly sheet: Sheet; readonly row: number },
  id: string,
): Promise<void> {
  const cells = [{ row, column: idColumn, value: { kind: 'text' as const, text: id } }]
  must(await desk.workbook.apply([{ type: 'setCells', sheet, cells }]))
}

/** Code and amount of the data rows, top to bottom. */
export function readSheet(desk: Desk, sheet: Sheet): readonly (readonly [unknown, unknown])[] {
  const rows = desk.workbook.sheets().find(({ name }) => name === sheet)?.rows ?? []
  return rows
    .filter(({ index, cells }) => index > 2 && cells[0] !== '合计' && cells.some((cell) => cell !== null))
    .map(({ cells }) => [cells[0], cells[shownColumns.indexOf('amount')]] as const)
}
