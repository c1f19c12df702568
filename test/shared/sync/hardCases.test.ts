// The hard cases one by one: late and repeated answers, copies, old files, lost commits, limits (rules H, N).
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { err } from '#shared/kernel/result.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { WorkbookState } from '#shared/sync/state/base.ts'
import { canonicalContent, contentHash, isRevision } from '#shared/sync/contentHash.ts'
import { cutGroups } from '#shared/sync/push/cutEnvelopes.ts'
import { decodeState } from '#shared/sync/state/decodeState.ts'
import { encodeState } from '#shared/sync/state/encodeState.ts'
import type { PushEnvelope } from '#shared/sync/record.ts'
import { refreshSession } from '#shared/sync/session/refreshSession.ts'
import { calmDeps, must, open, publish, readSheet, silence, typeCell, typeRow } from '#test/simulation/calm.ts'
import { copyOf, makeDesk, pasteCopy, type Desk } from '#test/simulation/desk.ts'
import { pursePartition } from '#test/simulation/purse.ts'
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

const stateOf = async (desk: Desk): Promise<WorkbookState> => must(decodeState(must(await desk.workbook.readState())))
const csn = async (): Promise<number> => (await world.store.head()).csn

describe('answers that come late, twice or never', () => {
  it('a second delivery of the same bytes is answered from the record (H1 H3 N4)', async () => {
    typeCell(a, 'K1', { title: '改' })
    const answers: boolean[] = []
    const session = await open(world, a, (real) => ({
      push: async (envelope) => {
        await real.push(envelope)
        const again = await real.push(envelope)
        if (again.ok) answers.push(again.value.replay)
        return again
      },
    }))
    const { outcomes } = await publish(session)
    expect([answers, await csn(), outcomes[0]?.result.replay]).toEqual([[true], 2, true])
  })

  it('an answer after the pane gave up is dropped, the receipt is asked for instead (H1 H2)', async () => {
    typeCell(a, 'K1', { title: '改' })
    const session = await open(world, a, (real) => ({
      push: async (envelope) => {
        await real.push(envelope)
        return silence
      },
    }))
    expect((await publish(session)).waiting).toBe(true)
    const { outcomes } = must(await refreshSession(await open(world, a)))
    expect(outcomes).toMatchObject([{ result: { replay: true, counts: { updated: 1 } } }])
    expect([await csn(), (await stateOf(a)).journal]).toMatchObject([2, [{}, { receipt: { receipt: 'R2' } }]])
  })

  it('a push that a proxy held back decides by its base, not by its time (H3 K1)', async () => {
    typeCell(b, 'K1', { title: '迟到的' })
    let held: PushEnvelope | undefined
    const slow = await open(world, b, () => ({ push: (envelope) => ((held = envelope), Promise.resolve(silence)) }))
    await publish(slow)
    typeCell(a, 'K1', { title: '先到的' })
    await publish(await open(world, a))
    const late = await calmDeps(world, b).transport.push(held!)
    expect(late).toMatchObject({ value: { point: null, results: [{ s: 'conflict', code: 'edit-edit' }] } })
    must(await refreshSession(await open(world, b)))
    expect([readSheet(a, 'title')['K1'], readSheet(b, 'title')['K1']]).toEqual(['先到的', '迟到的'])
  })

  it('a crash at any statement of the server leaves nothing, and the resent push applies (H4)', async () => {
    for (let n = 1; n < 40; n += 1) {
      typeCell(a, 'K1', { title: `第${n}次` })
      const before = await csn()
      const session = await open(world, a, (real) => ({
        push: (envelope) => {
          world.failAt = { n, full: false }
          return real.push(envelope)
        },
      }))
      const { waiting } = await publish(session)
      if (waiting) expect(await csn()).toBe(before)
      must(await refreshSession(await open(world, a)))
      expect([await csn(), (await stateOf(a)).pending]).toEqual([before + 1, null])
    }
    expect((await world.store.verifyChain({ tables: true })).intact).toBe(true)
  })

  it('a full disk uses up no push id: the envelope waits and is sent again (H11)', async () => {
    typeCell(a, 'K1', { title: '改' })
    const session = await open(world, a, (real) => ({
      push: (envelope) => {
        world.failAt = { n: 6, full: true }
        return real.push(envelope)
      },
    }))
    expect((await publish(session)).waiting).toBe(true)
    const pending = (await stateOf(a)).pending?.pushId
    const { outcomes } = must(await refreshSession(await open(world, a)))
    expect(outcomes).toMatchObject([{ result: { pushId: pending, counts: { updated: 1 } } }])
  })
})

describe('copies', () => {
  it('a copied envelope of the same person replays; of another it is cut again and meets what is there (H6 N4)', async () => {
    typeCell(a, 'K1', { amount: 15 })
    typeRow(a, { code: 'K3', title: '三' })
    const lost = await open(world, a, (real) => ({ push: async (envelope) => (await real.push(envelope), silence) }))
    await publish(lost)
    const copy = await copyOf(a)
    const mine = await makeDesk('c', 0)
    await pasteCopy(mine, copy)
    const replayed = must(await refreshSession(await open(world, mine)))
    expect(replayed.outcomes).toMatchObject([{ result: { replay: true } }])
    await pasteCopy(b, copy)
    const other = await publish(await open(world, b))
    // Whether the amount is the copy's own push or another's is for a person to say; nothing else is asked.
    expect(other.sheets[0]?.conflicts).toMatchObject([
      { column: 'amount', mine: 1500, theirs: 1500, baseUnknown: true },
    ])
    expect(other.sheets[0]?.mine).toEqual([])
    must(await refreshSession(await open(world, a)))
    expect([await csn(), readSheet(a, 'amount'), readSheet(b, 'amount')]).toEqual([
      2,
      { K1: 15, K2: 20, K3: null },
      { K1: 15, K2: 20, K3: null },
    ])
  })

  it('an old copy pulls the long way and meets conflicts, it overwrites nothing (H7 N6)', async () => {
    const old = await copyOf(a)
    for (const title of ['二月', '三月', '四月']) {
      typeCell(a, 'K1', { title })
      await publish(await open(world, a))
    }
    await pasteCopy(b, old)
    typeCell(b, 'K1', { title: '旧文件里改' })
    typeCell(b, 'K2', { title: '也改' })
    const published = await publish(await open(world, b))
    expect(published.outcomes[0]?.result.counts.updated).toBe(1)
    expect(published.sheets[0]?.conflicts).toMatchObject([{ base: '一', theirs: '四月', mine: '旧文件里改' }])
    must(await refreshSession(await open(world, a)))
    expect(readSheet(a, 'title')).toEqual({ K1: '四月', K2: '也改' })
  })
})

describe('commits the server lost', () => {
  it('come back from the journal under their old ids, and the cursor goes only after that (W5 W7 H8)', async () => {
    typeCell(a, 'K1', { title: '会丢的' })
    typeRow(a, { code: 'K3', title: '也会丢' })
    const kept = await publish(await open(world, a))
    const lostId = kept.outcomes[0]?.envelope.pushId
    const backup = await openWorld()
    const twin = await makeDesk('t', 0)
    typeRow(twin, { code: 'K1', title: '一', amount: 10 })
    typeRow(twin, { code: 'K2', title: '二', amount: 20 })
    // The restored server: same records as before the lost push.
    const first = (await stateOf(a)).journal[0]!.envelope
    must(await calmDeps(backup, twin).transport.push({ ...first, witness: [] }))
    const states: WorkbookState[] = []
    const session = await open(backup, a, (real) => ({
      push: async (envelope) => (states.push(await stateOf(a)), real.push(envelope)),
    }))
    const refreshed = must(await refreshSession(session))
    expect(refreshed.wasReset).toBe(true)
    // The one that the server still knows is answered from the record, not done again.
    expect(refreshed.outcomes.map(({ envelope, result }) => [envelope.pushId, result.replay])).toEqual([
      [first.pushId, true],
      [lostId, false],
    ])
    // Saved as waiting before the first of them is sent.
    expect(states[0]?.redo.map(({ envelope }) => envelope.pushId)).toEqual([first.pushId, lostId])
    expect(readSheet(a, 'title')).toEqual({ K1: '会丢的', K2: '二', K3: '也会丢' })
    expect((await stateOf(a)).redo).toEqual([])
    await backup.store.close()
  })
})

describe('limits and names', () => {
  it('a push over the limits is split between groups, never inside one (H10)', async () => {
    for (let n = 3; n < 12; n += 1) typeRow(a, { code: `K${n}`, title: '多' })
    const session = await open(world, a)
    const small = { ...session, deps: { ...session.deps, limits: { maxOps: 4, maxPushBytes: 1_000_000 } } }
    const { outcomes } = await publish(small)
    expect(outcomes.map(({ envelope }) => envelope.groups.length)).toEqual([4, 4, 1])
    expect(new Set(outcomes.map(({ envelope }) => envelope.pushId)).size).toBe(3)
    const changes = Array.from({ length: 6 }, (_, n) => ({
      change: 'add' as const,
      id: `01950000-0000-7000-8000-00000000000${n}` as RecordId,
      values: {},
      row: n,
    }))
    const limits = { maxOps: 4, maxPushBytes: 1_000_000 }
    const context = { p: () => pursePartition, limits, mode: 'groups' as const }
    const threes = cutGroups(changes, {
      ...context,
      groupOf: ({ id }) => (id < '01950000-0000-7000-8000-000000000003' ? 'x' : 'y'),
    })
    expect(must(threes).map((groups) => groups.map(({ ops }) => ops.length))).toEqual([[3], [3]])
    expect(cutGroups(changes, { ...context, groupOf: () => 'one' })).toEqual(
      err({ code: 'sync/group-too-large', ops: 6, limit: 4 }),
    )
  })

  it('a revision is the commit number and a hash of the content (N2)', async () => {
    const [record] = [...(await stateOf(a)).base.values()]
    expect(isRevision(record?.rv ?? '')).toBe(true)
    expect([isRevision('1-xyz'), isRevision('01-0123456789abcdef'), isRevision('')]).toEqual([false, false, false])
  })

  it('equal content has equal bytes: blanks left out, keys sorted (N3)', () => {
    const content = { p: 'u1/purse/2026', state: 'draft' }
    const one = canonicalContent({ ...content, values: { b: 1, a: 'x', c: null } })
    expect(one).toBe('["u1/purse/2026","draft",[["a","x"],["b",1]]]')
    expect(canonicalContent({ ...content, values: { a: 'x', b: 1 } })).toBe(one)
    expect(contentHash({ ...content, values: {} }, (text) => `#${text}`)).toBe('#["u1/purse/2026","draft",[]]')
  })

  it('two workbooks of the same id and name do no harm to each other (N6 P-2)', async () => {
    const state = await stateOf(b)
    await b.workbook.apply([{ type: 'setState', rows: encodeState({ ...state, workbookId: 'a' }) }])
    typeCell(a, 'K1', { title: '甲改' })
    typeCell(b, 'K2', { title: '乙改' })
    await publish(await open(world, a))
    await publish(await open(world, b))
    must(await refreshSession(await open(world, a)))
    expect(readSheet(a, 'title')).toEqual({ K1: '甲改', K2: '乙改' })
  })
})
