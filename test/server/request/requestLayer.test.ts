// Headers, methods, addresses and origins (reliability.md §3.5, §3.6 B26–B36) over the app.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPushId, pushBody } from '../pushBody.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

let world: ServerWorld
let user: SignedIn
beforeAll(async () => {
  world = await openServerWorld()
  user = await world.signIn('finance')
})
afterAll(() => world.close())

const text = (value: unknown): string => JSON.stringify(value)
const push = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  world.call('push', { token: user.token, body, headers })

async function outcome(response: Response): Promise<readonly [number, string]> {
  const problem = (await response.json()) as { readonly code?: string }
  return [response.status, problem.code ?? '']
}

describe('headers, methods and addresses', () => {
  it.each(['text/plain', 'multipart/form-data', '', 'application/json; charset=gbk'])(
    'B26: content type "%s" is 415',
    async (type) => {
      expect(await outcome(await push(text(pushBody()), { 'Content-Type': type }))).toEqual([415, 'content-type'])
    },
  )

  it('B29: override headers are ignored, other methods are 405 with Allow', async () => {
    const answer = await world.call('whoAmI', { token: user.token, headers: { 'X-HTTP-Method-Override': 'DELETE' } })
    expect(answer.status).toBe(200)
    const wrong = await world.app.request('/api/v1/hello', { method: 'DELETE' })
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    const asked = await world.app.request('/api/v1/session', { method: 'OPTIONS' })
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, 'POST, GET, DELETE, HEAD, OPTIONS'])
    expect((await world.app.request('/', { method: 'POST' })).status).toBe(405)
  })

  it.each([
    '//api',
    '/api/../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/%00',
    '/%c0%ae%c0%ae/',
    '/..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
  ])('B30: %s finds nothing', async (path) => {
    const answer = await world.app.request(path)
    expect([400, 404]).toContain(answer.status)
  })

  it.each([
    ['sort=record.fen;drop', 'query.unknown'],
    ['p=u1/budget/2026&p=u2/budget/2026', 'query.repeated'],
    ['limit=9999', 'query.invalid'],
    ['p=x', 'query.invalid'],
  ])('B31: ?%s is 400 %s', async (query, code) => {
    expect(await outcome(await world.call('listPushes', { token: user.token, query }))).toEqual([400, code])
  })

  it('B33: a compressed body is 415', async () => {
    expect(await outcome(await push(text(pushBody()), { 'Content-Encoding': 'gzip' }))).toEqual([
      415,
      'content-encoding',
    ])
  })

  it('B34: X-Forwarded-For of a peer that is no trusted proxy is ignored', async () => {
    for (let i = 0; i < 3; i++)
      await world.call('signIn', {
        body: { name: 'nobody', password: 'x' },
        headers: { 'X-Forwarded-For': '127.0.0.1' },
      })
    const keys = await world.composed.store.db
      .selectFrom('throttle')
      .select('k')
      .where('k', 'like', 'address:%')
      .execute()
    expect(keys).toHaveLength(1)
  })

  it.each([{ Origin: 'https://evil.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }])(
    'B35: %j with a valid token is 403 on writes, and reads go on',
    async (headers) => {
      expect(await outcome(await push(pushBody(), headers))).toEqual([403, 'origin'])
      expect((await world.call('whoAmI', { token: user.token, headers })).status).toBe(200)
    },
  )

  it('B35: our own origin may write', async () => {
    expect((await push(pushBody(), { Origin: 'http://localhost:3000' })).status).toBe(200)
  })

  it('B36: a harmless request id is kept, any other is replaced by ours', async () => {
    const kept = await world.call('livez', { headers: { 'X-Request-Id': 'abc-DEF_123' } })
    expect(kept.headers.get('x-request-id')).toBe('abc-DEF_123')
    const replaced = await world.call('livez', { headers: { 'X-Request-Id': 'a; Set-Cookie: x=1' } })
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('answers 406 where only other types are wanted', async () => {
    expect(await outcome(await world.call('hello', { headers: { Accept: 'text/csv' } }))).toEqual([
      406,
      'request.accept',
    ])
    expect((await world.call('hello', { headers: { Accept: 'text/html, */*;q=0.1' } })).status).toBe(200)
  })

  it('keeps push ids for nothing that was refused whole', async () => {
    const body = pushBody(undefined, { schema: { budget: 999 } })
    expect((await push(body)).status).toBe(409)
    expect((await push({ ...body, schema: { budget: 1 } })).status).toBe(200)
    expect((await world.call('receipt', { token: user.token, params: { pushId: freshPushId() } })).status).toBe(404)
  })
})
