// T3: a push of each shape fails at its first, second, … last statement; nothing is kept, and the resent push applies.
import {
  addPerson,
  addUnits,
  context,
  create,
  envelope,
  openWorldStore,
  p1,
  push,
  remove,
  row,
  rvAt,
  update,
} from '#test/conformance/storeWorld.ts'
import type { Principal } from '#server/auth/principal.ts'
import type { RecordStore } from '#server/store/recordStore.ts'
import { startPostgres, type TestPostgres } from '#test/harness/pg.ts'
import type { PushEnvelope, PushResult } from '#shared/sync/record.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

class Fault extends Error {
  readonly code: string
  constructor(code: string) {
    super('fault')
    this.code = code
  }
}

interface Armed {
  /** Statement of the transaction that fails; 0: none. */
  at: number
  code: string
  /** Statements seen of the last transaction. */
  seen: number
  /** How often it fails. */
  times: number
}

interface Faulty {
  readonly store: RecordStore
  readonly ann: Principal
  readonly armed: Armed
}

async function openFaulty(url: string): Promise<Faulty> {
  const armed: Armed = { at: 0, code: 'FAULT', seen: 0, times: 0 }
  const fault = (_: string, n: number): void => {
    armed.seen = n
    if (n !== armed.at || armed.times === 0) return
    armed.times--
    throw new Fault(armed.code)
  }
  const store = await openWorldStore(url, { fault })
  await addUnits(store)
  const ann = await addPerson(store, { id: 'ann', role: 'finance', unitId: 'u1' })
  return { store, ann, armed }
}

/** Three records to work on, then one push of the shape. */
const shapes: Readonly<Record<string, (made: PushResult, ids: readonly ReturnType<typeof create>[]) => PushEnvelope>> =
  {
    creates: () => envelope([create(row('11')), [create(row('12', { payee: '甲' })), create(row('13'))]]),
    updates: (made, ops) =>
      envelope(
        ops.map((op, i) =>
          update(op.id, rvAt(made, i), [
            { amount: 100, code: `${i}` },
            { amount: 7, code: `${i + 5}` },
          ]),
        ),
      ),
    deletes: (made, ops) => envelope(ops.map((op, i) => remove(op.id, rvAt(made, i)))),
    mixed: (made, [a, b, c]) =>
      envelope([
        [create(row('21')), update(a?.id as never, rvAt(made, 0), [{ note: '备注' }, { note: null }])],
        remove(b?.id as never, rvAt(made, 1)),
        [create(row('22', { name: null })), remove(c?.id as never, rvAt(made, 2))],
        create(row('2')),
      ]),
    'nothing to do': (_, ops) => envelope([create(row('0'), { id: ops[0]?.id as never })]),
  }

const picture = async ({ store, ann }: Faulty): Promise<string> =>
  JSON.stringify([
    await store.head().then(({ csn }) => csn),
    (await store.listRecords(p1, ann))?.rows.map(({ values, state }) => [state, values]),
    (await store.listPartitions(ann)).map(({ rows, totals }) => [rows, totals]),
  ])

async function exhaust(faulty: Faulty, sent: PushEnvelope, before: string): Promise<number> {
  const { store, ann, armed } = faulty
  for (let at = 1; ; at++) {
    Object.assign(armed, { at, times: 1, code: 'FAULT' })
    const failed = await store.push(sent, ann, context).then(
      (answer) => answer,
      (error: unknown) => error,
    )
    armed.at = 0
    if (!(failed instanceof Fault)) {
      expect(failed).toMatchObject({ ok: true, value: { replay: false } })
      return at - 1
    }
    expect(await store.receipt(sent.pushId, ann)).toBeNull()
    expect(await picture(faulty)).toBe(before)
  }
}

async function start(
  faulty: Faulty,
): Promise<{ readonly made: PushResult; readonly ops: readonly ReturnType<typeof create>[] }> {
  const ops = [create(row('0')), create(row('1')), create(row('2'))]
  return { made: await push(faulty.store, faulty.ann, ops), ops }
}

describe.each(Object.keys(shapes))('T3, H4: a push of %s', (name) => {
  it('fails at any statement without a trace and applies when it is sent again', async () => {
    const faulty = await openFaulty(':memory:')
    const { made, ops } = await start(faulty)
    const sent = shapes[name]?.(made, ops) as PushEnvelope
    const statements = await exhaust(faulty, sent, await picture(faulty))
    expect(statements).toBeGreaterThan(6)
    expect(await faulty.store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    expect(await faulty.store.push(sent, faulty.ann, context)).toMatchObject({ ok: true, value: { replay: true } })
    await faulty.store.close()
  })
})

describe('T3, H11: a push whose natural key is taken is decided a second time', () => {
  it.each([
    ['SQLITE_FULL', 'storage-full'],
    ['SQLITE_BUSY', 'busy'],
  ])('and says so when %s meets any statement of the second time', async (code, refusal) => {
    const sent = envelope([create(row('1')), create(row('7'))])
    let begins = 0
    let n = 0
    let at = Number.POSITIVE_INFINITY
    const fault = (sql: string): void => {
      if (sql === 'begin immediate') begins++
      if (begins === 2 && ++n === at) throw new Fault(code)
    }
    const store = await openWorldStore(':memory:', { fault })
    await addUnits(store)
    const ann = await addPerson(store, { id: 'ann', role: 'finance', unitId: 'u1' })
    await push(store, ann, [create(row('1'))])
    const before = await store.head()
    for (at = 1; ; at++) {
      begins = 0
      n = 0
      const answer = await store.push(sent, ann, context)
      if (answer.ok) break
      expect(answer.error.code).toBe(refusal)
      expect(await store.head()).toEqual(before)
    }
    expect(begins).toBe(2)
    expect(at).toBeGreaterThan(8)
    expect(await store.receipt(sent.pushId, ann)).toMatchObject({
      results: [{ s: 'conflict', code: 'key-taken' }, { s: 'applied' }],
    })
    await store.close()
  })
})

describe('T3 on PostgreSQL', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  it('H4: a mixed push fails at any statement without a trace', async () => {
    const faulty = await openFaulty(await server.createDatabase())
    const { made, ops } = await start(faulty)
    const sent = shapes['mixed']?.(made, ops) as PushEnvelope
    expect(await exhaust(faulty, sent, await picture(faulty))).toBeGreaterThan(10)
    expect(await faulty.store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    await faulty.store.close()
  })

  it.each(['40001', '40P01', '55P03', '57P01', '08006'])(
    'a transaction that meets %s at any statement runs again and is applied once',
    async (code) => {
      const faulty = await openFaulty(await server.createDatabase())
      const { store, ann, armed } = faulty
      const { made, ops } = await start(faulty)
      const sent = shapes['updates']?.(made, ops) as PushEnvelope
      for (const at of [1, 3, 8, armed.seen]) {
        Object.assign(armed, { at, code, times: 2 })
        const again = { ...sent, pushId: `${at}`.padStart(32, 'b') as PushEnvelope['pushId'] }
        expect(await store.push(again, ann, context)).toMatchObject({ ok: true, value: { replay: false } })
      }
      Object.assign(armed, { at: 2, code, times: 99 })
      expect(await store.push(envelope([create(row('99'))]), ann, context)).toMatchObject({
        ok: false,
        error: { code: 'busy' },
      })
      armed.at = 0
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
      await store.close()
    },
  )
})
