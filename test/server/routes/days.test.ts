// Days of a right are those of the place where the server stands, on every route that looks at them itself.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SessionInfo } from '#shared/contract/resources.ts'
import { openServerWorld, testPassword, type ServerWorld } from '../serverWorld.ts'

let world: ServerWorld
beforeEach(async () => {
  vi.stubEnv('TZ', 'Asia/Shanghai')
  world = await openServerWorld()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await world.close()
})

it('a right ends with its last day here, not eight hours later', async () => {
  const { token: root } = await world.admin()
  const grant = { role: 'director', unitId: 'u1', kinds: [], department: null, from: null, to: '2026-11-20' }
  const body = { name: '期满', displayName: '期满', password: testPassword, grants: [grant] }
  expect((await world.call('createUser', { token: root, body })).status).toBe(201)
  const asked = async () => {
    const { token } = (await (
      await world.call('signIn', { body: { name: '期满', password: testPassword } })
    ).json()) as SessionInfo
    const signed = { token: token ?? '' }
    const form = { ...signed, params: { kind: 'budget' }, query: 'unit=u1&year=2026' }
    return [(await world.call('verifyChain', signed)).status, (await world.call('template', form)).status]
  }
  // 20 November, ten in the morning in Beijing
  expect(await asked()).toEqual([200, 200])
  // one in the morning of the 21st, five in the evening of the 20th in UTC
  world.advance(15 * 3_600_000)
  expect(await asked()).toEqual([403, 400])
})
