// What a person answers to cards, and what the server refuses (rules K, P-5).
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordId } from '#shared/kernel/value.ts'
import { publishSession } from '#shared/sync/session/publishSession.ts'
import { refreshSession } from '#shared/sync/session/refreshSession.ts'
import type { Resolution } from '#shared/sync/merge/resolveRows.ts'
import { must, open, preview, publish, readSheet, rowOf, typeCell, typeRow } from '#test/simulation/calm.ts'
import { idColumn, makeDesk, sheetName, type Desk } from '#test/simulation/desk.ts'
import { openWorld, type World } from '#test/simulation/world.ts'

let world: World
let a: Desk
let b: Desk

beforeEach(async () => {
  world = await openWorld()
  ;[a, b] = [await makeDesk('a', 0), await makeDesk('b', 1)]
  typeRow(a, { code: 'K1', title: '一', amount: 10 })
  typeRow(a, { code: 'K2', title: '二', amount: 20 })
  await publish(await open(world, a))
  await publish(await open(world, b))
})
afterEach(() => world.store.close())

const idOf = (desk: Desk, code: string): RecordId => rowOf(desk, code).cells.get(idColumn)?.value as RecordId

function removeRow(desk: Desk, code: string): void {
  const { at } = rowOf(desk, code)
  desk.workbook.edit(sheetName, (grid) => new Map([...grid].filter(([row]) => row !== at)))
}

async function answerWith(desk: Desk, choice: Resolution['choice'], confirmedDeletes: readonly RecordId[] = []) {
  const { sheets } = await preview(await open(world, desk))
  const resolutions = (sheets[0]?.conflicts ?? []).map((conflict) => ({
    id: conflict.id,
    column: conflict.kind === 'field' ? conflict.column : null,
    choice,
  }))
  return publish(await open(world, desk), { resolutions, confirmedDeletes })
}

describe('conflicts and refusals', () => {
  const collide = async (): Promise<void> => {
    typeCell(a, 'K1', { amount: 13, title: '我的' })
    typeCell(b, 'K1', { amount: 25, title: '别人的' })
    await publish(await open(world, b))
  }

  it.each([
    ['theirs', 25],
    ['mine', 13],
    ['base', 10],
    ['both', 28],
  ] as const)('an amount changed by both can end as %s (K2 P-5)', async (choice, amount) => {
    await collide()
    const { sheets } = await preview(await open(world, a))
    const resolutions: Resolution[] = [
      { id: idOf(a, 'K1'), column: 'amount', choice: { choice } },
      { id: idOf(a, 'K1'), column: 'title', choice: { choice: 'value', value: '第三种' } },
    ]
    expect(sheets[0]?.conflicts).toHaveLength(2)
    await publish(await open(world, a), { resolutions })
    must(await refreshSession(await open(world, b)))
    expect([readSheet(a, 'amount')['K1'], readSheet(b, 'amount')['K1'], readSheet(b, 'title')['K1']]).toEqual([
      amount,
      amount,
      '第三种',
    ])
  })

  it('an answer to a card that has changed meanwhile does not count (K1 K2)', async () => {
    await collide()
    const session = (await preview(await open(world, a))).session
    typeCell(b, 'K1', { amount: 26 })
    await publish(await open(world, b))
    const resolutions = [{ id: idOf(a, 'K1'), column: 'amount', choice: { choice: 'mine' as const } }]
    const shown = { ...(await open(world, a)), shown: session.shown }
    const options = { resolutions, confirmedDeletes: [], dryRun: false, mode: 'groups' as const }
    const published = must(await publishSession(shown, options))
    expect(published.stale).toMatchObject([{ problem: 'stale' }])
    expect(published.outcomes).toEqual([])
  })

  it.each([
    ['theirs', { K2: '二' }],
    ['mine', { K1: '我的', K2: '二' }],
  ] as const)('a row edited here and deleted there ends as %s; again means a new id (K3)', async (choice, titles) => {
    const old = idOf(a, 'K1')
    typeCell(a, 'K1', { title: '我的' })
    removeRow(b, 'K1')
    await publish(await open(world, b), { confirmedDeletes: [old] })
    await answerWith(a, { choice })
    expect(readSheet(a, 'title')).toEqual(titles)
    if (choice === 'mine') expect(idOf(a, 'K1')).not.toBe(old)
  })

  it.each([
    ['theirs', { K1: '别人的', K2: '二' }],
    ['mine', { K2: '二' }],
  ] as const)('a row deleted here and edited there ends as %s (K4)', async (choice, titles) => {
    removeRow(a, 'K1')
    typeCell(b, 'K1', { title: '别人的' })
    await publish(await open(world, b))
    const looked = await publish(await open(world, a), { confirmedDeletes: [idOf(b, 'K1')] })
    expect([looked.outcomes, looked.sheets[0]?.conflicts]).toMatchObject([[], [{ code: 'delete-edited' }]])
    await answerWith(a, { choice })
    expect(readSheet(a, 'title')).toEqual(titles)
  })

  it('deleted by both is nothing to do (K5)', async () => {
    const id = idOf(a, 'K1')
    removeRow(a, 'K1')
    removeRow(b, 'K1')
    await publish(await open(world, b), { confirmedDeletes: [id] })
    const published = await publish(await open(world, a), { confirmedDeletes: [id] })
    expect([published.outcomes, published.sheets[0]?.conflicts]).toEqual([[], []])
  })

  it('a create whose id is taken by a tombstone is asked about, and gets a new id (K6)', async () => {
    const id = idOf(a, 'K1')
    const copy = rowOf(a, 'K1').cells
    removeRow(a, 'K1')
    await publish(await open(world, a), { confirmedDeletes: [id] })
    a.workbook.edit(sheetName, (grid) => new Map([...grid, [9, copy]]))
    const refused = await publish(await open(world, a))
    expect(refused.session.shown).toMatchObject([{ kind: 'row', code: 'id-exists', id }])
    const resolutions = [{ id, column: null, choice: { choice: 'mine' as const } }]
    const options = { resolutions, confirmedDeletes: [], dryRun: false, mode: 'groups' as const }
    must(await publishSession(refused.session, options))
    expect(readSheet(a, 'title')).toEqual({ K1: '一', K2: '二' })
    expect(idOf(a, 'K1')).not.toBe(id)
  })

  it('a group goes whole or waits whole (K7 I8)', async () => {
    await collide()
    typeCell(a, 'K2', { amount: 17 })
    const session = await open(world, a)
    const grouped = { ...session, deps: { ...session.deps, groupOf: () => 'together' } }
    const published = await publish(grouped)
    expect([published.outcomes, published.heldBack]).toEqual([[], [idOf(a, 'K2')]])
  })

  it('a rejected op leaves the edit in the sheet, and the finding with the person (K8)', async () => {
    typeRow(a, { code: 'K2', title: '编码重复' })
    const published = await publish(await open(world, a))
    expect(published.outcomes[0]?.result.results).toMatchObject([{ s: 'conflict', code: 'key-taken' }])
    expect(published.sheets[0]?.mine).toMatchObject([{ change: 'add', values: { title: '编码重复' } }])
  })
})
