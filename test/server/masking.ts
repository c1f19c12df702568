// Rows of every kind with masked columns, one for each state, on a whole server: what each role may get to see of them.
import type { RecordList } from '#shared/contract/resources.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Role } from '#shared/definition/role.ts'
import type { PushResult } from '#shared/sync/record.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import { maskedColumns } from '#shared/definition/mask.ts'
import { sheets } from '#shared/sheets/index.ts'
import { sql } from 'kysely'
import { freshId, pushBody } from './pushBody.ts'
import type { ServerWorld, SignedIn } from './serverWorld.ts'

export const maskedKinds: readonly SheetDefinition[] = sheets.filter((sheet) => maskedColumns(sheet).size > 0)

export const kindOf = (kind: string): SheetDefinition => {
  const found = maskedKinds.find((definition) => definition.kind === kind)
  if (!found) throw new Error(`${kind} masks nothing`)
  return found
}

/** Stands in every masked column and in no other; what a mask leaves of it holds none of `secret`. */
export interface Planted {
  readonly id: RecordId
  readonly state: string
  readonly column: string
  readonly value: string
  readonly secret: string
}

const soundRows: Readonly<Record<string, (n: number) => Values>> = {
  member: (n) => ({
    name: `甲${n}`,
    memberNo: `HY-${1000 + n}`,
    sex: '男',
    department: '甲部',
    joinedOn: '2020-01-01',
  }),
  signoff: (n) => ({
    issue: '2026年春节',
    occasion: '春节',
    department: '甲部',
    name: `甲${n}`,
    item: '大米',
    means: '实物',
    quantity: 1,
    unitPrice: '100',
    amount: '100',
    purpose: '节日慰问',
  }),
  hardship: (n) => ({
    recordType: '建档',
    fileNo: `2026${1000 + n}`,
    department: '甲部',
    name: `甲${n}`,
    hardshipClass: '深度困难',
    filedOn: '2025-06-10',
    updatedOn: '2025-12-20',
  }),
}

export const placeOf = ({ kind }: SheetDefinition) => ({ unit: 'u1', kind, year: '2026' })
export const idOf = ({ kind }: SheetDefinition): string => `u1/${kind}/2026`

let planted = 0

/** One row of department 甲部 per state. */
export async function plant(
  world: ServerWorld,
  by: SignedIn,
  definition: SheetDefinition,
): Promise<readonly Planted[]> {
  const sound = soundRows[definition.kind]
  if (!sound) throw new Error(`no sound row of ${definition.kind}`)
  const all: Planted[] = []
  const ops = definition.workflow.states.map(({ name: state }) => {
    const id = freshId() as RecordId
    const n = ++planted
    const values: Record<string, unknown> = { ...sound(n) }
    for (const column of maskedColumns(definition).keys()) {
      const secret = String(7000 + n)
      const value = column === 'phone' ? `138${secret}5678` : `某街道 ${secret} 号${column}`
      values[column] = value
      all.push({ id, state, column, value, secret })
    }
    return { op: 'create', id, p: idOf(definition), values }
  })
  const pushed = await world.call('push', {
    token: by.token,
    body: pushBody(ops, { schema: { [definition.kind]: definition.version } }),
  })
  const result = (await pushed.json()) as PushResult
  if (result.counts.created !== ops.length) throw new Error(JSON.stringify(result))
  // as if each had gone its way: only what is shown is looked at here
  await world.composed.store.db.transaction().execute(async (trx) => {
    if (world.composed.store.engine === 'postgres') await sql`set local tongbiao.commit = '1'`.execute(trx)
    for (const { id, state } of all) await trx.updateTable('record').set({ state }).where('id', '=', id).execute()
  })
  return all
}

/** Read off the permission table alone, without the product's decisions. */
export function mayEdit(definition: SheetDefinition, role: Role, on: { state: string; column: string; owns: boolean }) {
  const { states, permissions } = definition.workflow
  if (states.some(({ name, locked }) => name === on.state && locked)) return false
  return permissions.some(
    (permission) =>
      permission.role === role &&
      permission.actions.includes('update') &&
      permission.states.includes(on.state) &&
      (permission.columns === undefined || permission.columns.includes(on.column)) &&
      (permission.reach !== 'own' || on.owns),
  )
}

export function mayRead(definition: SheetDefinition, role: Role, on: { state: string; owns: boolean }): boolean {
  return definition.workflow.permissions.some(
    ({ role: whose, actions, states, reach }) =>
      whose === role && actions.includes('read') && states.includes(on.state) && (reach !== 'own' || on.owns),
  )
}

export async function listOf(world: ServerWorld, who: SignedIn, definition: SheetDefinition): Promise<RecordList> {
  const answer = await world.call('listRecords', { token: who.token, params: placeOf(definition) })
  if (answer.status !== 200) throw new Error(await answer.text())
  return (await answer.json()) as RecordList
}

export const pullBody = (definition: SheetDefinition, more: object = {}) => ({
  api: 1,
  schema: { [definition.kind]: definition.version },
  workbook: 'test',
  cursor: null,
  witness: [],
  history: [],
  held: [],
  want: [idOf(definition)],
  page: { token: null, maxRows: 2000, maxBytes: 1_500_000 },
  ...more,
})
