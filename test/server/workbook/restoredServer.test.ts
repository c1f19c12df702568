// A server that was restored from a backup, and a workbook that remembers more: what it knows again by its seals comes back,
// what was forged or is another's is asked about (H8, H13); another server is told from a restored one (H14).
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodePush } from '#shared/contract/encodePush.ts'
import type { PushReport, RecordList, SessionInfo, Vouched, WorkbookPreview } from '#shared/contract/resources.ts'
import { matchKeyOf } from '#shared/definition/naturalKey.ts'
import type { WorkbookState } from '#shared/sync/state/base.ts'
import type { Op } from '#shared/sync/record.ts'
import { definitions } from '#server/composition.ts'
import { damageBase, forgeBase, readBase, readVisible, rowsById, typeInto } from '../editFile.ts'
import { createOp, pushBody } from '../pushBody.ts'
import { openServerWorld, testPassword, type ServerWorld } from '../serverWorld.ts'

const place = { unit: 'u1', kind: 'budget', year: '2026' }
const folder = mkdtempSync(join(tmpdir(), 'tongbiao-restored-'))
const file = join(folder, 'data.db')
let world: ServerWorld
let ann: string
let ben: string
/** Published, and then lost with the commits after the backup. */
let remembered: Uint8Array
let lostPush: string

const open = async (): Promise<void> => {
  world = await openServerWorld({ environment: { DATABASE_URL: file } })
}
const signIn = async (name: string): Promise<string> => {
  const answer = await world.call('signIn', { body: { name, password: testPassword } })
  return ((await answer.json()) as SessionInfo).token ?? ''
}
const restore = async (): Promise<void> => {
  await world.close()
  copyFileSync(`${file}.backup`, file)
  await open()
  ;[ann, ben] = [await signIn('ann'), await signIn('ben')]
}
async function read<T>(answer: Response, status: number): Promise<T> {
  const text = await answer.text()
  expect(answer.status, text).toBe(status)
  return JSON.parse(text) as T
}
const drop = async (bytes: Uint8Array, who = ann, compare = ''): Promise<WorkbookPreview> =>
  read(await world.call('uploadWorkbook', { token: who, query: `name=x.xlsx${compare}`, body: bytes }), 201)
const publish = async (id: string, more: object = {}, who = ann): Promise<PushReport> => {
  const body = { dryRun: false, resolutions: [], confirmedDeletes: [], ...more }
  return read(await world.call('publishWorkbook', { token: who, params: { id }, body }), 200)
}
const download = async (who = ann): Promise<Uint8Array> =>
  new Uint8Array(await (await world.call('downloadWorkbook', { token: who, params: place })).arrayBuffer())
const budgets = async (): Promise<readonly unknown[]> => {
  const list = await world.call('listRecords', { token: ann, params: place })
  return (await read<RecordList>(list, 200)).rows.map(({ values }) => values['budget'])
}

beforeAll(async () => {
  await open()
  await world.signIn('finance', { name: 'ann' })
  await world.signIn('finance', { name: 'ben' })
  ann = await signIn('ann')
  await world.call('push', { token: ann, body: pushBody([createOp(), createOp(), createOp()]) })
  const issued = await download()
  await world.close()
  copyFileSync(file, `${file}.backup`)
  await open()
  ann = await signIn('ann')
  const [first] = rowsById(readVisible(issued)).values()
  const preview = await drop(await typeInto(issued, [{ row: first?.index ?? 0, header: '本年预算', value: 7000 }]))
  const report = await publish(preview.uploadId)
  lostPush = report.result.pushId
  const done = await world.call('publishedWorkbook', { token: ann, params: { id: preview.uploadId } })
  remembered = new Uint8Array(await done.arrayBuffer())
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const codes = ({ findings }: WorkbookPreview): readonly string[] => findings.map(({ code }) => code)

describe('a server restored from its backup', () => {
  it('H8 H13: knows its own seal again, in process and over HTTP; the push comes back under its old id', async () => {
    await restore()
    expect(await budgets()).toEqual([123456, 123456, 123456])
    const preview = await drop(remembered)
    expect(preview.findings).toMatchObject([{ code: 'sync/offered-again', params: { count: 1 } }])
    const [entry] = (await readBase(remembered)).journal
    const claim = { push: encodePush(entry!.envelope, definitions), point: entry?.point, seal: entry?.seal }
    const vouch = async (body: object, who = ann): Promise<readonly string[]> =>
      (await read<Vouched>(await world.call('vouch', { token: who, body }), 200)).pushIds
    expect(await vouch({ pushes: [claim] })).toEqual([lostPush])
    expect(await vouch({ pushes: [claim] }, ben)).toEqual([])
    for (const forged of [
      { ...claim, point: { ...entry!.point!, csn: 9 } },
      { ...claim, seal: '' },
      { ...claim, push: { ...claim.push, confirmedDeletes: 1 } },
    ]) {
      expect(await vouch({ pushes: [forged] })).toEqual([])
    }
    const report = await publish(preview.uploadId)
    expect(report.result.pushId).toBe(lostPush)
    expect(await budgets()).toEqual([700000, 123456, 123456])
  })

  it('H13: asks about what was altered, and about what another person sent; nothing of it is sent by itself', async () => {
    await restore()
    const alter = (state: WorkbookState): WorkbookState => ({
      ...state,
      journal: state.journal.map((entry) => ({
        ...entry,
        envelope: {
          ...entry.envelope,
          groups: entry.envelope.groups.map((group) => ({
            ...group,
            ops: group.ops.map((op): Op => (op.op === 'update' ? { ...op, set: { budget: 1 } } : op)),
          })),
        },
      })),
    })
    for (const [bytes, who] of [
      [await forgeBase(remembered, alter), ann],
      [remembered, ben],
    ] as const) {
      const preview = await drop(bytes, who)
      expect(preview.findings).toMatchObject([{ code: 'sync/push-doubted', params: { count: 1 } }])
      const [card] = preview.sheets[0]?.conflicts ?? []
      expect(card).toMatchObject({ column: 'budget', theirs: 123456, mine: 700000, baseUnknown: true })
      await publish(preview.uploadId, {}, who)
      expect(await budgets()).toEqual([123456, 123456, 123456])
    }
    // A person who looked at the card may say so.
    const again = await drop(remembered, ben)
    const [card] = again.sheets[0]?.conflicts ?? []
    await publish(again.uploadId, { resolutions: [{ id: card?.id, column: 'budget', choice: 'mine' }] }, ben)
    expect(await budgets()).toEqual([700000, 123456, 123456])
  })

  it('H13: a new key knows what older ones sealed, unless they are to be forgotten', async () => {
    for (const [forget, code] of [
      ['none', 'sync/offered-again'],
      ['older', 'sync/push-doubted'],
    ] as const) {
      await restore()
      await world.composed.store.renewSeals(forget)
      await world.close()
      await open()
      ann = await signIn('ann')
      expect(codes(await drop(remembered))).toEqual([code])
    }
  })
})

describe('a base that is of no use', () => {
  it('W8: a damaged one is compared by value, every difference is a card, and the file is sound again afterwards', async () => {
    await restore()
    const issued = await download()
    const [first, second] = [...rowsById(readVisible(issued)).values()]
    const typed = await typeInto(issued, [
      { row: first?.index ?? 0, header: '本年预算', value: 50 },
      { row: second?.index ?? 0, header: '项目', value: '改名' },
    ])
    const damaged = await damageBase(typed, (rows) => rows.filter(([tag]) => tag !== 'base'))
    const preview = await drop(damaged)
    expect(codes(preview)).toEqual(['sync/base-lost'])
    const [sheet] = preview.sheets
    expect(sheet?.mine).toEqual([])
    expect(sheet?.conflicts.map((card) => card.kind === 'field' && [card.column, card.baseUnknown])).toEqual([
      ['budget', true],
      ['project', true],
    ])
    await publish(preview.uploadId)
    expect(await budgets()).toEqual([123456, 123456, 123456])
    const [money] = sheet?.conflicts ?? []
    const report = await publish(preview.uploadId, {
      resolutions: [{ id: money?.id, column: 'budget', choice: 'mine' }],
    })
    expect(report.result.counts).toMatchObject({ updated: 1 })
    const done = await world.call('publishedWorkbook', { token: ann, params: { id: preview.uploadId } })
    const after = await drop(new Uint8Array(await done.arrayBuffer()))
    expect(codes(after)).toEqual([])
    expect(after.sheets[0]?.conflicts).toMatchObject([{ column: 'project', mine: '改名' }])
  })

  it('H14: a workbook of another server is refused with its own sentence; by value its rows are found by key', async () => {
    const other = await openServerWorld()
    const cat = await other.signIn('finance')
    // The same items with other ids, one of them with another amount, and one more.
    const list = await read<RecordList>(await world.call('listRecords', { token: ann, params: place }), 200)
    const ops = list.rows.map(({ values }, index) =>
      createOp({ project: values['project'], budget: index === 0 ? '100' : '123456' }),
    )
    await other.call('push', {
      token: cat.token,
      body: pushBody([...ops, createOp({ project: '别处的', budget: '5' })]),
    })
    const answer = await other.call('downloadWorkbook', { token: cat.token, params: place })
    const strange = new Uint8Array(await answer.arrayBuffer())
    await other.close()
    expect((await readBase(strange)).issue.server).not.toBe(world.composed.store.serverId)
    const refused = await world.call('uploadWorkbook', { token: ann, query: 'name=x.xlsx', body: strange })
    expect(await read<{ code: string }>(refused, 409)).toMatchObject({ code: 'workbook.other-server' })
    const odd = await world.call('uploadWorkbook', { token: ann, query: 'name=x.xlsx&compare=yes', body: strange })
    expect(odd.status).toBe(400)

    const before = await budgets()
    const preview = await drop(strange, ann, '&compare=value')
    expect(codes(preview)).toEqual(['sync/other-server'])
    const { naturalKey } = definitions.get('budget')!
    const keys = new Set(list.rows.map(({ values }) => matchKeyOf(naturalKey, values)))
    expect(preview.sheets[0]?.matches).toHaveLength(keys.size)
    await publish(preview.uploadId)
    expect(await budgets()).toEqual(before)
    const found = await publish(preview.uploadId, { acceptMatches: true })
    const [sheet] = found.sheets ?? []
    expect(sheet?.conflicts.filter((card) => card.kind === 'field').every((card) => card.baseUnknown)).toBe(true)
    expect(sheet?.conflicts.length).toBeGreaterThan(0)
    const card = sheet?.conflicts.find((each) => each.kind === 'field' && each.column === 'budget' && each.mine === 100)
    await publish(preview.uploadId, { resolutions: [{ id: card?.id, column: 'budget', choice: 'mine' }] })
    expect(await budgets()).toContain(100)
  })
})
