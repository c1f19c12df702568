// Accounts: the first administrator, signing in and out, sessions, passwords, throttling (reliability.md §2.1–2.4).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenSession, SessionInfo } from '#shared/contract/resources.ts'
import { issueSetupCode } from '#server/auth/setupCode.ts'
import { openServerWorld, testPassword, type ServerWorld } from '../serverWorld.ts'

async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as { code: string }).code
}

describe('the first administrator', () => {
  let world: ServerWorld
  beforeAll(async () => {
    world = await openServerWorld()
  })
  afterAll(() => world.close())

  const body = {
    name: 'boss',
    displayName: '王主任',
    password: testPassword,
    unitName: '某某工会',
    unitKind: 'primary',
  }

  it('answers 503 not-initialised to everything but set-up, health and hello', async () => {
    for (const name of ['livez', 'readyz', 'hello', 'setupStatus', 'openApi'] as const)
      expect((await world.call(name)).status).toBe(200)
    for (const name of ['whoAmI', 'listPartitions', 'signIn'] as const) {
      const answer = await world.call(name, name === 'signIn' ? { body: { name: 'a', password: 'b' } } : {})
      expect([answer.status, await codeOf(answer)]).toEqual([503, 'not-initialised'])
    }
  })

  it('takes the code once, whatever its case and dashes, and refuses wrong, old and used ones', async () => {
    const { db } = world.composed.store
    expect(await codeOf(await world.call('setup', { body: { ...body, code: 'AAAAA-BBBBB' } }))).toBe('setup.code')
    const old = await issueSetupCode(db, world.composed.deps)
    world.advance(25 * 3600_000)
    expect(await codeOf(await world.call('setup', { body: { ...body, code: old } }))).toBe('setup.code')
    const replaced = await issueSetupCode(db, world.composed.deps)
    const code = await issueSetupCode(db, world.composed.deps)
    expect(await codeOf(await world.call('setup', { body: { ...body, code: replaced } }))).toBe('setup.code')
    expect(await codeOf(await world.call('setup', { body: { ...body, code, password: 'short' } }))).toBe(
      'password.short',
    )
    const made = await world.call('setup', { body: { ...body, code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` } })
    expect(made.status).toBe(201)
    const session = (await made.json()) as SessionInfo
    expect(session.token).toMatch(/^tus_[\w-]{43}$/)
    expect(session.user.grants).toMatchObject([{ role: 'admin', unitName: '某某工会' }])
    expect(await codeOf(await world.call('setup', { body: { ...body, code } }))).toBe('already-initialised')
  })

  it('stores neither the code nor a token nor a password', async () => {
    const { db } = world.composed.store
    const rows = JSON.stringify([
      await db.selectFrom('session').selectAll().execute(),
      await db.selectFrom('user_account').selectAll().execute(),
      await db.selectFrom('setting').selectAll().execute(),
    ])
    expect(rows).not.toMatch(/tus_/)
    expect(rows).not.toContain(testPassword)
    expect(rows).toContain('$scrypt$ln=4,r=8,p=1$')
  })
})

describe('sessions', () => {
  let world: ServerWorld
  beforeAll(async () => {
    world = await openServerWorld()
    await world.admin()
  })
  afterAll(() => world.close())

  const signIn = async (name: string, password = testPassword) => world.call('signIn', { body: { name, password } })

  it('D1: answers the same 401 for no, garbled, unknown and ended tokens', async () => {
    const user = await world.signIn('finance')
    await world.call('signOut', { token: user.token })
    const bodies = new Set<string>()
    for (const headers of [
      {},
      { Authorization: 'Bearer x' },
      { Authorization: `Bearer tus_${'A'.repeat(43)}` },
      { Authorization: `Bearer ${user.token}` },
      { Cookie: `token=${user.token}` },
    ]) {
      const answer = await world.call('whoAmI', { headers })
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="tongbiao"')
      const { requestId: _, ...problem } = (await answer.json()) as { requestId: string }
      bodies.add(JSON.stringify(problem))
    }
    expect(bodies.size).toBe(1)
  })

  it('D2: a token in the address is no token, and does not get into the log', async () => {
    const user = await world.signIn('finance')
    expect((await world.call('whoAmI', { query: `token=${user.token}` })).status).toBe(401)
    expect(world.log.join('')).not.toContain(user.token)
  })

  it('end after 30 idle minutes and after 12 hours, used or not', async () => {
    const user = await world.signIn('finance')
    const isIn = async () => (await world.call('whoAmI', { token: user.token })).status
    world.advance(29 * 60_000)
    expect(await isIn()).toBe(200)
    world.advance(31 * 60_000)
    expect(await isIn()).toBe(401)
    const busy = await world.signIn('finance')
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      world.advance(20 * 60_000)
      expect((await world.call('whoAmI', { token: busy.token })).status).toBe(200)
    }
    world.advance(21 * 60_000)
    expect((await world.call('whoAmI', { token: busy.token })).status).toBe(401)
  })

  it('are at most five a person; the oldest ends', async () => {
    const user = await world.signIn('finance')
    for (let i = 0; i < 5; i++) expect((await signIn(user.name)).status).toBe(201)
    expect((await world.call('whoAmI', { token: user.token })).status).toBe(401)
  })

  it('are listed and ended by their owner alone', async () => {
    const user = await world.signIn('finance')
    const other = await world.signIn('finance')
    const second = (await (await signIn(user.name)).json()) as SessionInfo
    const list = (await (await world.call('listSessions', { token: user.token })).json()) as OpenSession[]
    expect(list.map(({ current }) => current).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true])
    const id = list.find(({ current }) => !current)?.id ?? ''
    expect((await world.call('endSession', { token: other.token, params: { id } })).status).toBe(404)
    expect((await world.call('endSession', { token: user.token, params: { id } })).status).toBe(204)
    expect((await world.call('whoAmI', { token: second.token ?? '' })).status).toBe(401)
    expect((await world.call('whoAmI', { token: user.token })).status).toBe(200)
  })

  it('a changed password ends the others, needs the old one, and keeps this one', async () => {
    const user = await world.signIn('finance')
    const second = (await (await signIn(user.name)).json()) as SessionInfo
    const change = (current: string, next: string) =>
      world.call('changePassword', { token: user.token, body: { current, next } })
    expect(await codeOf(await change('not it', '另一个足够长的密码'))).toBe('password.current')
    expect(await codeOf(await change(testPassword, 'Password1'))).toBe('password.common')
    expect((await change(testPassword, '另一个足够长的密码')).status).toBe(204)
    expect((await world.call('whoAmI', { token: second.token ?? '' })).status).toBe(401)
    expect((await world.call('whoAmI', { token: user.token })).status).toBe(200)
    expect((await signIn(user.name)).status).toBe(401)
    expect((await signIn(user.name, '另一个足够长的密码')).status).toBe(201)
  })

  it('a disabled user is out at once, and his sign-in says what a wrong password says', async () => {
    const user = await world.signIn('finance')
    const { token } = await world.admin()
    expect((await world.call('disableUser', { token, params: { id: user.userId } })).status).toBe(204)
    expect((await world.call('whoAmI', { token: user.token })).status).toBe(401)
    expect(await codeOf(await signIn(user.name))).toBe('sign-in.failed')
    expect(await codeOf(await signIn('nobody'))).toBe('sign-in.failed')
  })

  it('D3: the eleventh wrong password delays, with growing delays, and then the right one is taken', async () => {
    const user = await world.signIn('finance')
    for (let i = 0; i < 11; i++) expect(await codeOf(await signIn(user.name, 'wrong one'))).toBe('sign-in.failed')
    const delayed = await signIn(user.name)
    expect([delayed.status, delayed.headers.get('retry-after')]).toEqual([429, '1'])
    world.advance(1100)
    expect(await codeOf(await signIn(user.name, 'wrong one'))).toBe('sign-in.failed')
    expect((await signIn(user.name)).headers.get('retry-after')).toBe('2')
    world.advance(2100)
    expect((await signIn(user.name)).status).toBe(201)
  })

  it('D3: whoever holds a session may not try passwords by changing them without end', async () => {
    const { token } = await world.signIn('finance', { name: 'guessed' })
    const change = (current: string) =>
      world.call('changePassword', { token, body: { current, next: '另一个足够长的密码 7' } })
    const codes: string[] = []
    for (let i = 0; i < 12; i++) codes.push(await codeOf(await change(`不是 ${i}`)))
    expect(codes.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => 'password.current'))
    expect(codes[11]).toBe('sign-in.throttled')
    expect(await codeOf(await change(testPassword))).toBe('sign-in.throttled')
    world.advance(20_000)
    expect((await change(testPassword)).status).toBe(204)
  })

  it('D4: long passwords are refused before hashing; spaces, NUL and other forms are compared as they come', async () => {
    const { token } = await world.admin()
    const grants: unknown[] = []
    const create = (name: string, password: string) =>
      world.call('createUser', { token, body: { name, displayName: name, password, grants } })
    expect((await world.call('signIn', { body: { name: 'a', password: 'x'.repeat(1_000_000) } })).status).toBe(413)
    expect(await codeOf(await create('long', 'x1y'.repeat(100)))).toBe('password.long')
    expect((await create('spaces', '        ')).status).toBe(422)
    expect((await create('nul', 'abc\u0000def ghi')).status).toBe(201)
    expect((await signIn('nul', 'abc\u0000def ghi')).status).toBe(201)
    expect((await signIn('nul', 'abcdef ghi')).status).toBe(401)
    expect((await create('ＫＡＴＥ', testPassword)).status).toBe(201)
    expect(await codeOf(await create('kate', testPassword))).toBe('name.taken')
    expect((await signIn('Kate')).status).toBe(201)
    expect(await codeOf(await create('a\u202Eb', testPassword))).toBe('name.char')
  })
})
