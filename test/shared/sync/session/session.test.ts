// One workbook against the real server: order of writes, lost answers, copies, resets (rules W, H, P, N4, N6, K).
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '#shared/kernel/result.ts'
import type { WorkbookState } from '#shared/sync/state/base.ts'
import { decodeState } from '#shared/sync/state/decodeState.ts'
import { encodeState } from '#shared/sync/state/encodeState.ts'
import type { PullPage, PushEnvelope } from '#shared/sync/record.ts'
import { publishSession } from '#shared/sync/session/publishSession.ts'
import { openSession, refreshSession } from '#shared/sync/session/refreshSession.ts'
import { calmDeps, must, open, preview, publish, readSheet, silence, typeCell, typeRow } from '#test/simulation/calm.ts'
import { copyOf, makeDesk, makePort, PaneClosed, pasteCopy, type Desk } from '#test/simulation/desk.ts'
import { openWorld, type World } from '#test/simulation/world.ts'

let world: World
let a: Desk
let b: Desk

beforeEach(async () => {
  world = await openWorld()
  ;[a, b] = [await makeDesk('a', 0), await makeDesk('b', 1)]
  typeRow(a, { code: 'K1', title: '一', amount: 10, note: '旧' })
  typeRow(a, { code: 'K2', title: '二', amount: 20 })
  await publish(await open(world, a))
  await publish(await open(world, b))
})
afterEach(() => world.store.close())

async function stateOf(desk: Desk): Promise<WorkbookState> {
  return must(decodeState(must(await desk.workbook.readState())))
}

const csn = async (): Promise<number> => (await world.store.head()).csn

describe('the order of writes', () => {
  it('saves the envelope before the first byte is sent, under a random id (W1 P-10)', async () => {
    typeCell(a, 'K1', { title: '改' })
    const seen: (string | undefined)[] = []
    const session = await open(world, a, (real) => ({
      push: async (envelope) => {
        seen.push((await stateOf(a)).pending?.pushId, envelope.pushId)
        return real.push(envelope)
      },
    }))
    await publish(session)
    expect(seen[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(seen[0]).toBe(seen[1])
    expect((await stateOf(a)).pending).toBeNull()
  })

  it('reads a sheet once to show, once before it sends and once after, and lets others come in between (G19)', async () => {
    typeCell(a, 'K1', { title: '改' })
    const session = await open(world, a)
    let reads = 0
    let pauses = 0
    const port: typeof session.port = {
      ...session.port,
      readTable: (...asked) => ((reads += 1), session.port.readTable(...asked)),
    }
    const pause = () => ((pauses += 1), Promise.resolve())
    const published = await publish({ ...session, port, deps: { ...session.deps, pause } })
    expect(published.outcomes.map(({ result }) => result.counts.updated)).toEqual([1])
    expect(published.sheets.map(({ mine, conflicts }) => [mine, conflicts])).toEqual([[[], []]])
    expect(reads).toBe(3)
    expect(pauses).toBeGreaterThan(20)
    expect(readSheet(a, 'title')).toEqual({ K1: '改', K2: '二' })
  })

  it('resolves what is pending before it applies any pull (W2 H1 H12)', async () => {
    typeCell(a, 'K1', { title: '改' })
    const lost = await publish(await open(world, a, () => ({ push: () => Promise.resolve(silence) })))
    expect([lost.waiting, lost.outcomes]).toEqual([true, []])
    const pending = (await stateOf(a)).pending
    expect(pending).not.toBeNull()
    const calls: string[] = []
    const session = await open(world, a, (real) => ({
      receipt: (id) => (calls.push('receipt'), real.receipt(id)),
      push: (envelope) => (calls.push(`push ${envelope.pushId === pending?.pushId}`), real.push(envelope)),
      pull: (request) => (calls.push('pull'), real.pull(request)),
    }))
    must(await refreshSession(session))
    expect(calls).toEqual(['receipt', 'push true', 'pull'])
    expect([await csn(), readSheet(a, 'title')]).toEqual([2, { K1: '改', K2: '二' }])
  })

  it('marks the sheet torn before rows are written, and goes on from any cut (W3 H5)', async () => {
    typeCell(b, 'K1', { title: '别人改' })
    typeRow(b, { code: 'K3', title: '三' })
    await publish(await open(world, b))
    const copy = await copyOf(a)
    for (let left = 0; left < 8; left += 1) {
      await pasteCopy(a, copy)
      const session = await open(world, a)
      a.cut = { left, tearState: false }
      const cut = await refreshSession(session).catch((problem: unknown) => problem)
      a.cut = undefined
      const state = await stateOf(a)
      if (cut instanceof PaneClosed && left > 0) expect(state.torn, `after ${left}`).not.toBeNull()
      const again = await open(world, a)
      expect((await stateOf(a)).torn).toBeNull()
      must(await refreshSession(again))
      expect(readSheet(a, 'title'), `after ${left}`).toEqual({ K1: '别人改', K2: '二', K3: '三' })
      expect((await preview(await open(world, a))).sheets[0]).toMatchObject({ mine: [], conflicts: [] })
    }
  })

  it('applies pages only when the last one has come, and drops them when the server changes under them (W4)', async () => {
    for (let n = 3; n < 9; n += 1) {
      typeRow(b, { code: `K${n}`, title: '多' })
      await publish(await open(world, b))
    }
    const before = await copyOf(a)
    let page = 0
    const small = await open(world, a, (real) => ({
      pull: async (request) => {
        page += 1
        if (page === 3) return silence
        return real.pull({ ...request, page: { ...request.page, maxRows: 1 } })
      },
    }))
    expect((await refreshSession(small)).ok).toBe(false)
    expect(await copyOf(a)).toEqual(before)
    let first = true
    const jumpy = await open(world, a, (real) => ({
      pull: async (request) => {
        const answer = await real.pull({ ...request, page: { ...request.page, maxRows: 1 } })
        if (!answer.ok || !first || answer.value.more) return answer
        first = false
        return ok<PullPage>({ ...answer.value, mode: 'reset', ancestor: null })
      },
    }))
    must(await refreshSession(jumpy))
    expect(Object.keys(readSheet(a, 'title'))).toHaveLength(8)
  })

  it('fetches a partition again whose checksum does not tie (W4 N5)', async () => {
    typeCell(b, 'K1', { amount: 11 })
    await publish(await open(world, b))
    let requests = 0
    const session = await open(world, a, (real) => ({
      pull: async (request) => {
        requests += 1
        const answer = await real.pull(request)
        return answer.ok && requests === 1 ? ok({ ...answer.value, put: [] }) : answer
      },
    }))
    must(await refreshSession(session))
    expect([requests, readSheet(a, 'amount')]).toEqual([2, { K1: 11, K2: 20 }])
  })

  it('keeps every point it was told until a complete apply passes it (W7)', async () => {
    typeCell(a, 'K1', { title: '改' })
    const session = await open(world, a, (real) => {
      let pulls = 0
      return { pull: (request) => ((pulls += 1) > 2 ? Promise.resolve(silence) : real.pull(request)) }
    })
    const published = await publish(session)
    const point = published.outcomes[0]?.result.point
    expect([published.current, (await stateOf(a)).witness]).toEqual([false, [point]])
    const asked: unknown[] = []
    const next = await open(world, a, (real) => ({
      pull: (request) => (asked.push(...request.witness), real.pull(request)),
    }))
    must(await refreshSession(next))
    expect(asked).toEqual([point])
    expect(await stateOf(a)).toMatchObject({ witness: [], cursor: point })
  })

  it('forgets what is not held: base, ancestors and journal of a dropped partition, and sends nothing of its sheet (W6 H9)', async () => {
    typeCell(b, 'K2', { title: '别人的' })
    await publish(await open(world, b))
    typeCell(a, 'K1', { title: '改' })
    expect((await stateOf(a)).journal).toHaveLength(1)
    const session = await open(world, a, (real) => ({
      pull: async (request) => {
        const answer = await real.pull(request)
        return answer.ok ? ok({ ...answer.value, put: [], parts: [], drop: ['u1/purse/2026'] }) : answer
      },
    }))
    const refreshed = must(await refreshSession(session))
    expect(refreshed.dropped).toEqual(['u1/purse/2026'])
    const state = await stateOf(a)
    expect([state.base.size, state.ancestors?.size, state.held, state.journal]).toEqual([0, 0, [], []])
    const offline = await open(world, a, () => ({ pull: () => Promise.resolve(silence) }))
    expect((await preview(offline)).sheets).toEqual([])
  })

  it('does not trust a torn state sheet: every difference is shown, nothing is overwritten (W8)', async () => {
    typeCell(a, 'K1', { title: '我的' })
    typeCell(b, 'K2', { title: '别人的' })
    await publish(await open(world, b))
    const rows = must(await a.workbook.readState()) ?? []
    await a.workbook.apply([{ type: 'setState', rows: rows.slice(0, -1) }])
    expect(await openSession(makePort(a), calmDeps(world, a))).toMatchObject({ error: { code: 'state.damaged' } })
    const session = await open(world, a)
    const { sheets } = await preview(session)
    expect(sheets[0]?.mine).toEqual([])
    expect(sheets[0]?.conflicts).toMatchObject([
      { column: 'title', mine: '我的', theirs: '一', base: null, baseUnknown: true },
      { column: 'title', mine: '二', theirs: '别人的', base: null, baseUnknown: true },
    ])
    must(await refreshSession(session))
    expect(readSheet(a, 'title')).toEqual({ K1: '我的', K2: '二' })
    expect(readSheet(b, 'title')).toEqual({ K1: '一', K2: '别人的' })
  })

  it('remembers a conflict through closing, neither pushing nor overwriting it (W9 K1)', async () => {
    typeCell(a, 'K1', { title: '我的', note: '新' })
    typeCell(b, 'K1', { title: '别人的' })
    await publish(await open(world, b))
    const published = await publish(await open(world, a))
    expect(published.outcomes[0]?.envelope.groups[0]?.ops).toMatchObject([{ op: 'update', set: { note: '新' } }])
    for (let times = 0; times < 2; times += 1) {
      const { sheets } = await preview(await open(world, a))
      expect(sheets[0]?.conflicts).toMatchObject([{ column: 'title', base: '一', theirs: '别人的', mine: '我的' }])
      expect(readSheet(a, 'title')['K1']).toBe('我的')
    }
  })
})

describe('rounds', () => {
  it('ask one question when nothing is new (P-9)', async () => {
    let pulls = 0
    const session = await open(world, a, (real) => ({ pull: (request) => ((pulls += 1), real.pull(request)) }))
    expect(must(await refreshSession(session)).unchanged).toBe(true)
    expect(pulls).toBe(0)
  })

  it('rehearse without a trace (P-6)', async () => {
    typeCell(a, 'K1', { title: '改', amount: 15 })
    const before = await copyOf(a)
    const session = (await preview(await open(world, a))).session
    const options = { resolutions: [], confirmedDeletes: [], dryRun: true, mode: 'groups' as const }
    const tried = must(await publishSession(session, options))
    expect(tried.outcomes[0]?.result).toMatchObject({ point: null, counts: { updated: 1 } })
    expect(tried.outcomes[0]?.result.totals).toContainEqual({
      p: 'u1/purse/2026',
      column: 'amount',
      before: 3000,
      after: 3500,
    })
    expect([await copyOf(a), await csn()]).toEqual([before, 1])
  })

  it('give receipts whose totals conserve, and previews that foresee them (P-3)', async () => {
    typeCell(a, 'K1', { amount: 15 })
    typeRow(a, { code: 'K5', amount: 7 })
    const session = await open(world, a)
    const foreseen = (await preview(session)).sheets[0]?.totals.find(({ column }) => column === 'amount')
    const { outcomes } = await publish(session)
    const told = outcomes[0]?.result.totals.find(({ column }) => column === 'amount')
    expect(told).toEqual({ p: 'u1/purse/2026', column: 'amount', before: 3000, after: 4200 })
    expect(foreseen).toEqual(told)
  })

  it('carry base values, so that the server merges fields and lists them (P-4 M8)', async () => {
    typeCell(a, 'K1', { note: '我的附注' })
    typeCell(b, 'K1', { title: '别人的名' })
    const stale = await open(world, a)
    const cut = (await preview(stale)).session
    await publish(await open(world, b))
    let bent = false
    const late = await open(world, a, (real) => ({
      push: (envelope) => {
        // The other push slips in between our pull and our push.
        bent = true
        const groups = envelope.groups.map((group) => ({
          ...group,
          ops: group.ops.map((op) => (op.op === 'update' ? { ...op, rv: cut.state.base.get(op.id)!.rv } : op)),
        }))
        return real.push({ ...envelope, groups })
      },
    }))
    const { outcomes } = await publish(late)
    expect(bent).toBe(true)
    expect(outcomes[0]?.result.results).toMatchObject([{ s: 'merged', merged: ['note'] }])
    expect([readSheet(a, 'title')['K1'], readSheet(a, 'note')['K1']]).toEqual(['别人的名', '我的附注'])
  })

  it('never put sensitive fields into the workbook (M5)', async () => {
    expect(JSON.stringify(encodeState(await stateOf(a)))).not.toContain('secret')
    const sent: PushEnvelope[] = []
    typeCell(a, 'K1', { title: '改' })
    await publish(await open(world, a, (real) => ({ push: (envelope) => (sent.push(envelope), real.push(envelope)) })))
    expect(JSON.stringify(sent)).not.toContain('secret')
  })
})
