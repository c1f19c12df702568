// Our workbooks as a person edits them, and as somebody forges them: for tests that drop them on a server.
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import type { WorkbookState } from '#shared/sync/state/base.ts'
import { decodeState } from '#shared/sync/state/decodeState.ts'
import { encodeState } from '#shared/sync/state/encodeState.ts'
import { idHeader, type CellEdit, type WorkbookEdit } from '#shared/workbook/port.ts'
import type { RawSheet } from '#shared/workbook/raw.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'

type Workbook = ReturnType<typeof openFileWorkbook>

async function change(workbook: Workbook, edits: readonly WorkbookEdit[]): Promise<Uint8Array> {
  const applied = await workbook.apply(edits)
  if (!applied.ok) throw new Error(`${applied.error.code} ${applied.error.detail}`)
  return workbook.toBytes()
}

/** @param sheet place among the visible ones */
export function readVisible(bytes: Uint8Array, sheet = 0): RawSheet {
  const raw = openFileWorkbook(bytes, nodeZipPorts).read()
  const found = raw.ok ? raw.value.sheets.filter(({ visibility }) => visibility === 'visible')[sheet] : undefined
  if (!found) throw new Error('no such sheet')
  return found
}

export function columnOf({ rows }: RawSheet, header: string): number {
  const found = rows.map(({ cells }) => cells.findIndex((cell) => typeof cell === 'string' && cell.startsWith(header)))
  return found.find((index) => index >= 0) ?? -1
}

/** Rows that carry an id, by it; cells by column. */
export function rowsById(sheet: RawSheet): ReadonlyMap<string, RawSheet['rows'][number]> {
  const column = columnOf(sheet, idHeader)
  return new Map(
    sheet.rows.flatMap((row) => {
      const id = row.cells[column]
      return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? [[id, row] as const] : []
    }),
  )
}

export interface Typed {
  readonly row: number
  /** Begins so. */
  readonly header: string
  readonly value: string | number | null
}

export async function typeInto(bytes: Uint8Array, typed: readonly Typed[], sheet = 0): Promise<Uint8Array> {
  const raw = readVisible(bytes, sheet)
  const cells = typed.map(({ row, header, value }): CellEdit => {
    const column = columnOf(raw, header)
    if (column < 0) throw new Error(`no column ${header}`)
    if (value === null) return { row, column, value: null }
    const written =
      typeof value === 'number'
        ? { kind: 'number' as const, decimal: String(value) }
        : { kind: 'text' as const, text: value }
    return { row, column, value: written }
  })
  return change(openFileWorkbook(bytes, nodeZipPorts), [{ type: 'setCells', sheet: raw.name, cells }])
}

export async function readBase(bytes: Uint8Array): Promise<WorkbookState> {
  const rows = await openFileWorkbook(bytes, nodeZipPorts).readState()
  const state = decodeState(rows.ok ? rows.value : null)
  if (!state.ok) throw new Error(state.error)
  return state.value
}

/** With a right checksum, as somebody would who knows how. */
export async function forgeBase(
  bytes: Uint8Array,
  forge: (state: WorkbookState) => WorkbookState,
): Promise<Uint8Array> {
  const rows = encodeState(forge(await readBase(bytes)))
  return change(openFileWorkbook(bytes, nodeZipPorts), [{ type: 'setState', rows }])
}

/** As a program or a person leaves it who touches the hidden sheet. */
export async function damageBase(
  bytes: Uint8Array,
  damage: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[],
): Promise<Uint8Array> {
  const workbook = openFileWorkbook(bytes, nodeZipPorts)
  const rows = await workbook.readState()
  if (!rows.ok || rows.value === null) throw new Error('no base')
  return change(workbook, [{ type: 'setState', rows: damage(rows.value) }])
}
