// Accounts, sessions and the endpoints on PostgreSQL: the queries of auth/ are their own, not the store's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordList, SessionInfo } from '#shared/contract/resources.ts'
import type { PushResult } from '#shared/sync/record.ts'
import { startPostgres } from '../harness/pg.ts'
import { createOp, pushBody } from './pushBody.ts'
import { openServerWorld, testPassword, type ServerWorld } from './serverWorld.ts'

let postgres: Awaited<ReturnType<typeof startPostgres>>
let world: ServerWorld
beforeAll(async () => {
  postgres = await startPostgres()
  world = await openServerWorld({ environment: { DATABASE_URL: postgres.url } })
})
afterAll(async () => {
  await world.close()
  await postgres.stop()
})

describe('the server on PostgreSQL', () => {
  it('sets up, signs in, throttles, ends sessions at once', async () => {
    expect(world.composed.store.engine).toBe('postgres')
    expect(world.composed.heads.current()).toBeUndefined()
    const user = await world.signIn('finance', { name: 'wang' })
    const signIn = (password: string) => world.call('signIn', { body: { name: 'WANG', password } })
    const second = (await (await signIn(testPassword)).json()) as SessionInfo
    for (let i = 0; i < 11; i++) expect((await signIn('wrong')).status).toBe(401)
    expect((await signIn(testPassword)).status).toBe(429)
    const list = (await (await world.call('listSessions', { token: user.token })).json()) as {
      readonly id: string
      readonly current: boolean
    }[]
    const other = list.find(({ current }) => !current)?.id ?? ''
    expect((await world.call('endSession', { token: user.token, params: { id: other } })).status).toBe(204)
    expect((await world.call('whoAmI', { token: second.token ?? '' })).status).toBe(401)
    expect((await world.call('whoAmI', { token: user.token })).status).toBe(200)
  })

  it('pushes, lists, says that nothing is new, and takes one name once even when asked twice at once', async () => {
    const user = await world.signIn('finance')
    const pushed = (await (
      await world.call('push', { token: user.token, body: pushBody([createOp(), createOp()]) })
    ).json()) as PushResult
    expect(pushed.counts.created).toBe(2)
    const list = (await (
      await world.call('listRecords', { token: user.token, params: { unit: 'u1', kind: 'budget', year: '2026' } })
    ).json()) as RecordList
    expect(list.rows).toHaveLength(2)
    const tag = `"${list.point.csn}-${list.point.h}"`
    expect((await world.call('head', { token: user.token, headers: { 'If-None-Match': tag } })).status).toBe(304)
    const { token } = await world.admin()
    const create = () =>
      world.call('createUser', { token, body: { name: 'twin', displayName: 't', password: testPassword, grants: [] } })
    const statuses = (await Promise.all([create(), create(), create()])).map(({ status }) => status)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409, 409])
  })
})
