// How often one person may push, pull and export; a disk that fills up; what is said of both.
import { afterEach, describe, expect, it } from 'vitest'
import { isTooFull, leastSpace, readFreeSpace } from '#server/edge/freeSpace.ts'
import { createRates, officeRates } from '#server/request/rates.ts'
import { createApp } from '#server/app.ts'
import { pushBody } from '../pushBody.ts'
import { openServerWorld, type ServerWorld } from '../serverWorld.ts'

let world: ServerWorld | undefined
afterEach(() => world?.close())

const minute = 60_000

describe('rates', () => {
  it('§2.3: a bucket empties, says when, and fills again with time; each person and each kind has its own', () => {
    let now = 0
    const rates = createRates(officeRates, () => new Date(now))
    const takeAll = (route: string, who: string): number => {
      let taken = 0
      while (taken < 1000 && rates.take(route, who).ok) taken += 1
      return taken
    }
    expect([
      takeAll('push', 'a'),
      takeAll('push', 'b'),
      takeAll('pull', 'a'),
      takeAll('downloadWorkbook', 'a'),
    ]).toEqual([60, 60, 120, 30])
    expect(rates.take('undo', 'a')).toMatchObject({
      ok: false,
      error: { refused: 'too-many-requests', params: { seconds: 3 } },
    })
    expect(rates.take('listRecords', 'a').ok).toBe(true)
    // steps and entries of the log are writes, a report on paper is an export, the desk and the check read whole tables
    const writes = [
      'move',
      'proceed',
      'delegate',
      'revokeDelegation',
      'declareExemption',
      'revokeExemption',
      'setPersons',
    ]
    expect([...writes, 'reportWorkbook', 'desk', 'verifyChain'].map((route) => takeAll(route, 'a'))).toEqual(
      Array(10).fill(0),
    )
    now += minute
    expect([takeAll('publishWorkbook', 'a'), takeAll('vouch', 'a'), takeAll('downloadWorkbook', 'a')]).toEqual([
      20, 60, 0,
    ])
    now -= 10 * minute
    expect(rates.take('push', 'a').ok).toBe(false)
    now += 2000 * minute
    expect(takeAll('push', 'a')).toBe(60)
    const free = createRates(null, () => new Date(0))
    expect(Array.from({ length: 500 }, () => free.take('push', 'a').ok)).not.toContain(false)
  })

  it('§2.3: over HTTP it is a 429 with Retry-After; nothing was written, and the push goes through later', async () => {
    const limited = await openServerWorld({ environment: { RATE_LIMITS: 'on' } })
    world = limited
    const { token } = await limited.signIn('finance')
    const push = (body: object) => limited.call('push', { token, body })
    for (let n = 0; n < 60; n += 1) await push({ spoilt: n })
    const body = pushBody()
    const refused = await push(body)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3'])
    expect(((await refused.json()) as { code: string }).code).toBe('too-many-requests')
    limited.advance(minute)
    expect((await push(body)).status).toBe(200)
  })
})

describe('the disk', () => {
  it('§4: too little room and the server says it is not ready', async () => {
    expect(isTooFull(undefined)).toBe(false)
    expect(isTooFull({ bytes: leastSpace.bytes - 1, share: 0.5 })).toBe(true)
    expect(isTooFull({ bytes: 1e12, share: 0.04 })).toBe(true)
    expect(isTooFull({ bytes: leastSpace.bytes, share: 0.05 })).toBe(false)
    const here = await readFreeSpace('.')
    expect(here?.bytes).toBeGreaterThan(0)
    expect(here?.share).toBeLessThanOrEqual(1)
    expect(await readFreeSpace('/no/such/folder')).toBeUndefined()
    world = await openServerWorld()
    const { deps } = world.composed
    const full = createApp({
      ...deps,
      edge: { ...deps.edge, readFreeSpace: async () => Promise.resolve({ bytes: 1, share: 0.5 }) },
    })
    const answer = await full.request('http://localhost:3000/readyz')
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([503, 'storage-low'])
    expect((await full.request('http://localhost:3000/livez')).status).toBe(200)
  })
})
