// 看全: one value, for a reason, in the chain before it is answered; refused as V8 with its road (domain.md §5.4, §6.1, ADR 0034).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HistoryEntry } from '#shared/contract/resources.ts'
import type { Problem } from '#shared/contract/problem.ts'
import { roles, type Role } from '#shared/definition/role.ts'
import { createRates, officeRates } from '#server/request/rates.ts'
import { startPostgres } from '../../harness/pg.ts'
import { idOf, kindOf, maskedKinds, mayEdit, mayRead, placeOf, plant, type Planted } from '../masking.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

const reason = '联系本人补签领取单'

describe.each(['SQLite', 'PostgreSQL'])('reveal on %s', (engine) => {
  let world: ServerWorld
  let stop = async (): Promise<void> => {}
  const people = new Map<Role, SignedIn>()
  const rows = new Map<string, readonly Planted[]>()
  beforeAll(async () => {
    if (engine === 'PostgreSQL') {
      const postgres = await startPostgres()
      stop = () => postgres.stop()
      world = await openServerWorld({ environment: { DATABASE_URL: postgres.url } })
    } else world = await openServerWorld()
    for (const role of roles)
      people.set(role, await world.signIn(role, role === 'department' ? { department: '甲部' } : {}))
    for (const definition of maskedKinds)
      rows.set(definition.kind, await plant(world, people.get('finance')!, definition))
  }, 60_000)
  afterAll(async () => {
    await world.close()
    await stop()
  })

  const ask = (role: Role, kind: string, { id, column }: Planted, why = reason) =>
    world.call('reveal', {
      token: people.get(role)!.token,
      params: placeOf(kindOf(kind)),
      body: { record: id, column, reason: why },
    })
  const noted = () =>
    world.composed.store.db.selectFrom('proceeding').selectAll().where('type', '=', 'reveal').orderBy('seq').execute()

  it.each(maskedKinds.map(({ kind }) => kind))(
    'V8 %s: role × state × column, exactly as the permission table says',
    async (kind) => {
      const definition = kindOf(kind)
      let allowed = 0
      for (const role of roles)
        for (const planted of rows.get(kind) ?? []) {
          const { id, state, column, value } = planted
          const at = `${role} ${state} ${column}`
          const before = (await noted()).length
          const answer = await ask(role, kind, planted)
          const text = await answer.text()
          const grew = (await noted()).length - before
          const holds = definition.workflow.permissions.some(
            ({ role: whose, states, actions }) =>
              whose === role && states.includes(state) && actions.includes('reveal'),
          )
          if (!mayRead(definition, role, { state, owns: true })) {
            expect([answer.status, grew], at).toEqual([404, 0])
          } else if (mayEdit(definition, role, { state, column, owns: true })) {
            expect([answer.status, JSON.parse(text), grew], at).toEqual([200, { value, logged: false }, 0])
          } else if (holds) {
            allowed++
            expect([answer.status, JSON.parse(text), grew], at).toEqual([200, { value, logged: true }, 1])
            const [last] = (await noted()).slice(-1)
            expect(last).toMatchObject({ p: idOf(definition), record_id: id, body: JSON.stringify({ column, reason }) })
          } else {
            expect([answer.status, grew], at).toEqual([403, 0])
            const { code, findings } = JSON.parse(text) as Problem
            expect(code).toBe('denied')
            expect(findings).toMatchObject([{ code: 'review/reveal-denied', location: { id, column } }])
            expect(text).not.toContain(value)
          }
        }
      expect(allowed).toBeGreaterThan(3)
    },
    60_000,
  )

  it('stands in the history of its cell for whoever may read the row, and never the value; the chain holds', async () => {
    const planted = rows.get('member')!.find(({ state }) => state === 'confirmed')!
    await ask('auditor', 'member', planted)
    const read = async (query: string) => {
      const answer = await world.call('recordHistory', {
        token: people.get('chair')!.token,
        params: { id: planted.id },
        query,
      })
      const text = await answer.text()
      expect(text).not.toContain(planted.value)
      return JSON.parse(text) as readonly HistoryEntry[]
    }
    const [newest] = await read('field=phone')
    expect(newest).toMatchObject({ kind: 'reveal', field: 'phone', reason, was: null, now: null, pushId: '' })
    expect(newest?.by).toContain('auditor')
    expect((await read('field=name')).map(({ kind }) => kind)).toEqual(['create'])
    expect((await read('')).map(({ kind }) => kind)).toContain('reveal')
    expect((await world.composed.store.verifyChain({ tables: false })).intact).toBe(true)
    const bodies = (await noted()).map(({ body }) => body).join()
    for (const { value } of [...rows.values()].flat()) {
      expect(bodies).not.toContain(value)
      expect(world.log.join()).not.toContain(value)
    }
  })

  it('asks why; knows masked columns only; shows nothing of another unit', async () => {
    const planted = rows.get('member')!.find(({ state }) => state === 'confirmed')!
    const before = (await noted()).length
    const silent = await ask('auditor', 'member', planted, '  ')
    expect([silent.status, ((await silent.json()) as Problem).findings?.[0]?.code]).toEqual([
      403,
      'review/lacks-reason',
    ])
    expect((await ask('auditor', 'member', { ...planted, column: 'name' })).status).toBe(404)
    expect((await ask('auditor', 'member', { ...planted, column: 'constructor' })).status).toBe(404)
    expect((await ask('auditor', 'signoff', planted)).status).toBe(404)
    expect((await noted()).length).toBe(before)
  })
})

it('a person is shown so many an hour, and then waits', () => {
  let now = 0
  const rates = createRates(officeRates, () => new Date(now))
  for (let n = 0; n < officeRates.reveal.burst; n++) expect(rates.take('reveal', 'a').ok).toBe(true)
  expect(rates.take('reveal', 'a')).toMatchObject({ ok: false, error: { refused: 'too-many-requests' } })
  expect(rates.take('reveal', 'b').ok).toBe(true)
  expect(rates.take('push', 'a').ok).toBe(true)
  now += 3_600_000 / officeRates.reveal.refill
  expect(rates.take('reveal', 'a').ok).toBe(true)
})
