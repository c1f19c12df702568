// A dropped workbook that somebody else has tampered with: nothing in it acts under the name of whoever drops it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PushReport, RecordList, WorkbookPreview } from '#shared/contract/resources.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import type { JournalEntry, WorkbookState } from '#shared/sync/state/base.ts'
import { decodeState } from '#shared/sync/state/decodeState.ts'
import { encodeState } from '#shared/sync/state/encodeState.ts'
import type { Op, PushEnvelope, PushId, RecordRevision } from '#shared/sync/record.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { createOp, freshPushId, pushBody } from '../pushBody.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

const place = { unit: 'u1', kind: 'budget', year: '2026' }
const noCounts = { created: 0, updated: 0, deleted: 0, merged: 0, noop: 0, conflicts: 0, rejected: 0, skipped: 0 }

let world: ServerWorld
let victim: SignedIn
let file: Uint8Array
beforeAll(async () => {
  world = await openServerWorld()
  victim = await world.signIn('finance')
})
beforeEach(async () => {
  await world.call('push', { token: victim.token, body: pushBody([createOp(), createOp()]) })
  const answer = await world.call('downloadWorkbook', { token: victim.token, params: place })
  file = new Uint8Array(await answer.arrayBuffer())
})
afterAll(() => world.close())

async function forge(change: (state: WorkbookState) => WorkbookState): Promise<Uint8Array> {
  const workbook = openFileWorkbook(file, nodeZipPorts)
  const rows = await workbook.readState()
  const state = decodeState(rows.ok ? rows.value : null)
  if (!state.ok) throw new Error(state.error)
  const applied = await workbook.apply([{ type: 'setState', rows: encodeState(change(state.value)) }])
  if (!applied.ok) throw new Error(applied.error.code)
  return workbook.toBytes()
}

const list = async (): Promise<RecordList> =>
  (await (await world.call('listRecords', { token: victim.token, params: place })).json()) as RecordList
const toEnvelope = (ops: readonly Op[]): PushEnvelope => ({
  pushId: freshPushId() as PushId,
  api: 1,
  schema: { budget: 1 },
  workbook: '',
  witness: [],
  mode: 'groups',
  dryRun: false,
  confirmedDeletes: ops.length,
  groups: ops.map((op, index) => ({ g: index + 1, ops: [op] })),
})
const toEntry = (envelope: PushEnvelope, seal: string): JournalEntry => {
  const receipt = { receipt: 'R998', at: '2026-11-20T00:00:00.000Z', counts: noCounts, totals: [] }
  return { envelope, point: { csn: 998, h: 'b'.repeat(32) }, receipt, seal }
}
async function removeFirst(): Promise<PushEnvelope> {
  const [row] = (await list()).rows
  if (row === undefined) throw new Error('no row')
  return toEnvelope([{ op: 'delete', id: row.id as RecordId, rv: row.rv as RecordRevision }])
}
async function changeFirst(): Promise<PushEnvelope> {
  const [row] = (await list()).rows
  if (row === undefined) throw new Error('no row')
  const base = { budget: row.values['budget'] ?? null }
  return toEnvelope([{ op: 'update', id: row.id as RecordId, rv: row.rv as RecordRevision, base, set: { budget: 1 } }])
}
const drop = async (bytes: Uint8Array): Promise<WorkbookPreview> => {
  const answer = await world.call('uploadWorkbook', { token: victim.token, query: 'name=x.xlsx', body: bytes })
  expect(answer.status).toBe(201)
  return (await answer.json()) as WorkbookPreview
}
const publish = async (id: string): Promise<PushReport> => {
  const body = { dryRun: false, resolutions: [], confirmedDeletes: [] }
  const answer = await world.call('publishWorkbook', { token: victim.token, params: { id }, body })
  expect(answer.status).toBe(200)
  return (await answer.json()) as PushReport
}

describe('a dropped workbook that was tampered with', () => {
  it('W10: a forged pending envelope is sent neither by dropping the file nor by publishing it', async () => {
    const before = await list()
    for (const pending of [await removeFirst(), await changeFirst()]) {
      const torn = before.point
      for (const more of [{}, { torn }]) {
        const preview = await drop(await forge((state) => ({ ...state, ...more, pending })))
        expect(await list()).toEqual(before)
        await publish(preview.uploadId)
        expect(await list()).toEqual(before)
      }
    }
  })

  it('H13: forged pushes are not offered again, not even where the server is said to have lost commits', async () => {
    const before = await list()
    const forged = [await removeFirst(), await changeFirst(), toEnvelope([createOp() as Op])]
    const seals = ['', `${'0'.repeat(8)}-${'0'.repeat(32)}`]
    for (const entry of forged.flatMap((envelope) => seals.map((seal) => toEntry(envelope, seal)))) {
      for (const change of [
        (state: WorkbookState) => ({ ...state, redo: [entry] }),
        (state: WorkbookState) => ({ ...state, journal: [entry], witness: [{ csn: 999, h: 'a'.repeat(32) }] }),
      ]) {
        const preview = await drop(await forge(change))
        expect(preview.findings).toMatchObject([{ code: 'sync/push-doubted', params: { count: 1 } }])
        // The sheet shows what the server has: there is nothing to decide, and nothing is sent.
        expect(preview.sheets).toMatchObject([{ mine: [], conflicts: [] }])
        await publish(preview.uploadId)
        expect(await list()).toEqual(before)
      }
    }
    expect((await drop(file)).findings).toEqual([])
  })

  it('W8: a binding that would read every amount as nothing is damage, not a change', async () => {
    const before = await list()
    const bytes = await forge((state) => ({
      ...state,
      bindings: state.bindings.map((binding) => ({ ...binding, unitFen: 0 })),
    }))
    const answer = await world.call('uploadWorkbook', { token: victim.token, query: 'name=x.xlsx', body: bytes })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'workbook.damaged'])
    expect(await list()).toEqual(before)
  })
})
