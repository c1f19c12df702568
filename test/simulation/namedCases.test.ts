// Histories that once failed, cut down to their smallest form: each names what it cost.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refreshSession } from '#shared/sync/session/refreshSession.ts'
import { must, open, preview, publish, readSheet, rowOf, silence, typeCell, typeRow } from './calm.ts'
import { columnOf, copyOf, idColumn, makeDesk, PaneClosed, pasteCopy, sheetName, type Desk } from './desk.ts'
import { readRows, setCell } from './person.ts'
import { openWorld, type World } from './world.ts'

let world: World
let a: Desk
let b: Desk

beforeEach(async () => {
  world = await openWorld()
  ;[a, b] = [await makeDesk('a', 0), await makeDesk('b', 1)]
  typeRow(a, { code: 'K1', amount: 10 })
  typeRow(a, { code: 'K2', amount: 20 })
  await publish(await open(world, a))
  await publish(await open(world, b))
})
afterEach(() => world.store.close())

/** Closes the pane at the `left`-th write; says whether it came to that. */
async function closeAt(left: number, work: () => Promise<unknown>): Promise<boolean> {
  a.cut = { left, tearState: false }
  const problem = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  a.cut = undefined
  if (problem !== undefined && !(problem instanceof PaneClosed)) throw problem
  return problem instanceof PaneClosed
}

async function answerAll(choice: 'both' | 'theirs' | 'mine'): Promise<void> {
  const session = await open(world, a)
  const { sheets } = await preview(session)
  const resolutions = (sheets[0]?.conflicts ?? []).map((conflict) => ({
    id: conflict.id,
    column: conflict.kind === 'field' ? conflict.column : null,
    choice: { choice: conflict.kind === 'field' && conflict.baseUnknown ? ('mine' as const) : choice },
  }))
  await publish(session, { resolutions })
}

describe('a pane closed', () => {
  it('while "both" was being written does not add up twice', async () => {
    for (let left = 0; left < 6; left += 1) {
      const before = Number(readSheet(b, 'amount')['K1'])
      typeCell(a, 'K1', { amount: before + 3 })
      typeCell(b, 'K1', { amount: before + 5 })
      await publish(await open(world, b))
      must(await refreshSession(await open(world, a)))
      await closeAt(left, () => answerAll('both'))
      await answerAll('both')
      must(await refreshSession(await open(world, b)))
      expect(readSheet(b, 'amount')['K1'], `cut at ${left}`).toBe(before + 8)
    }
  })

  it('while a row was being inserted does not make a new record of the half row', async () => {
    typeRow(b, { code: 'K3', title: '三', amount: 30, note: '附注' })
    await publish(await open(world, b))
    let left = 0
    while (await closeAt(left, async () => must(await refreshSession(await open(world, a))))) left += 1
    expect(left).toBeGreaterThan(3)
    const { sheets } = await preview(await open(world, a))
    expect(sheets[0]).toMatchObject({ mine: [], conflicts: [] })
    expect(readSheet(a, 'note')).toEqual({ K1: null, K2: null, K3: '附注' })
  })

  it('while a row came back does not ask about it again', async () => {
    for (let left = 0; left < 8; left += 1) {
      const { at } = rowOf(a, 'K1')
      a.workbook.edit(sheetName, (grid) => new Map([...grid].filter(([row]) => row !== at)))
      const amount = 100 + left
      typeCell(b, 'K1', { amount })
      await publish(await open(world, b))
      must(await refreshSession(await open(world, a)))
      await closeAt(left, () => answerAll('theirs'))
      await answerAll('theirs')
      expect([readSheet(a, 'amount')['K1'], readSheet(b, 'amount')['K1']], `cut at ${left}`).toEqual([amount, amount])
      expect((await preview(await open(world, a))).sheets[0]).toMatchObject({ mine: [], conflicts: [] })
    }
  })

  it('and a figure typed into the half written sheet: nobody knows from which value, so "both" is not offered', async () => {
    typeCell(b, 'K1', { amount: 50 })
    await publish(await open(world, b))
    expect(await closeAt(2, async () => must(await refreshSession(await open(world, a))))).toBe(true)
    typeCell(a, 'K1', { amount: 55 })
    const { sheets } = await preview(await open(world, a))
    expect(sheets[0]?.conflicts).toMatchObject([{ column: 'amount', theirs: 5000, mine: 5500, baseUnknown: true }])
  })
})

describe('ids', () => {
  it('are not lost where rows were typed before the first pull', async () => {
    const fresh = await makeDesk('c', 0)
    typeRow(fresh, { code: 'K9', title: '先填' })
    const published = await publish(await open(world, fresh))
    expect(published.outcomes[0]?.result.counts.created).toBe(1)
    expect(readSheet(fresh, 'title')).toEqual({ K9: '先填', K1: null, K2: null })
  })

  it('are not lost where all known rows were deleted and others typed', async () => {
    for (const code of ['K1', 'K2']) {
      const { at } = rowOf(a, code)
      a.workbook.edit(sheetName, (grid) => new Map([...grid].filter(([row]) => row !== at)))
    }
    typeRow(a, { code: 'K7', title: '另起' })
    const { sheets } = await preview(await open(world, a))
    expect(sheets[0]?.counts).toMatchObject({ added: 1, deleted: 2 })
  })

  it('of a row cleared of everything else: the row is missing, and comes back where it was', async () => {
    const { at } = rowOf(a, 'K1')
    for (const key of ['code', 'title', 'amount'] as const) setCell(a, [at, columnOf(key)], null)
    const session = await open(world, a)
    const { sheets } = await preview(session)
    expect(sheets[0]?.mine).toMatchObject([{ change: 'remove' }])
    await publish(session, { restoredRows: sheets[0]!.mine.map(({ id }) => id) })
    expect([rowOf(a, 'K1').at, readRows(a).length]).toEqual([at, 2])
    expect(rowOf(a, 'K1').cells.get(idColumn)?.value).toBe(sheets[0]?.mine[0]?.id)
  })
})

describe('what others merged into my own push', () => {
  it('is theirs, not an edit of mine that takes it back', async () => {
    typeCell(a, 'K1', { note: '我的' })
    typeCell(b, 'K1', { title: '别人的' })
    const session = await open(world, a, (real) => ({
      push: async (envelope) => {
        await publish(await open(world, b))
        return real.push(envelope)
      },
    }))
    const published = await publish(session)
    expect(published.outcomes[0]?.result.results).toMatchObject([{ s: 'merged' }])
    expect(published.sheets[0]).toMatchObject({ mine: [], conflicts: [] })
    expect([readSheet(a, 'title')['K1'], readSheet(a, 'note')['K1']]).toEqual(['别人的', '我的'])
  })
})

describe("a copy of another's workbook, taken while its push was on the way", () => {
  it('typed back to what it was before that push: an amount is asked about, not overwritten (W9, seed 105538)', async () => {
    typeCell(a, 'K1', { amount: 1 })
    const cutOff = await open(world, a, (real) => ({ push: (envelope) => real.push(envelope).then(() => silence) }))
    expect((await publish(cutOff)).waiting).toBe(true)
    await pasteCopy(b, await copyOf(a))
    typeCell(b, 'K1', { amount: 10 })
    const { sheets } = await preview(await open(world, b))
    expect(sheets[0]?.conflicts).toMatchObject([{ column: 'amount', theirs: 100, mine: 1000, baseUnknown: true }])
    expect(readSheet(b, 'amount')['K1']).toBe(10)
  })
})
