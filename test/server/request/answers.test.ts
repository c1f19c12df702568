// What goes out: security headers of every kind of answer, problems in three languages, logs without anybody's data,
// the contract as OpenAPI, and real answers held against it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answers, type AnswerName } from '#shared/contract/answers.ts'
import { buildOpenApi, creates } from '#shared/contract/openApi.ts'
import { problemTitles, problemWords } from '#shared/contract/problemWords.ts'
import { routes, type Route, type RouteName } from '#shared/contract/routes.ts'
import { fillPlaces, locales } from '#shared/kernel/words.ts'
import { plainBudget } from '../../fixtures/legacy/budget.ts'
import { buildFixture } from '../../fixtures/legacy/sheetDescription.ts'
import { expectGolden } from '../../harness/golden.ts'
import { createOp, pushBody } from '../pushBody.ts'
import { openServerWorld, testPassword, type ServerWorld, type SignedIn, type TestRequest } from '../serverWorld.ts'

let world: ServerWorld
let user: SignedIn
beforeAll(async () => {
  world = await openServerWorld()
  user = await world.signIn('finance', { name: '王会计' })
})
afterAll(() => world.close())

describe('security headers', () => {
  it('are as the golden table says, on answers, problems, files and pages', async () => {
    const asked: readonly (readonly [string, () => Promise<Response>])[] = [
      ['json', () => world.call('hello')],
      ['problem', () => world.call('whoAmI')],
      ['nothing', () => world.call('endSession', { token: user.token, params: { id: 'x' } })],
      ['file', () => world.call('template', { token: user.token, params: { kind: 'task' }, query: 'year=2026' })],
      ['stream', () => world.call('pull', { token: user.token, body: pullBody })],
      ['not found', async () => world.app.request('/nope')],
      ['method', async () => world.app.request('/api/v1/hello', { method: 'DELETE' })],
    ]
    const text: string[] = []
    const changing = new Set(['x-request-id', 'content-length', 'etag'])
    for (const [name, ask] of asked) {
      const response = await ask()
      await response.arrayBuffer()
      text.push(`${name} ${response.status}`)
      for (const [header, value] of [...response.headers].toSorted(([a], [b]) => a.localeCompare(b)))
        text.push(`  ${header}: ${changing.has(header) ? '…' : value}`)
    }
    expectGolden('test/golden/headers.txt', `${text.join('\n')}\n`)
  })

  it('never set a cookie and never allow another origin', async () => {
    for (const name of ['hello', 'whoAmI', 'listKinds'] as const) {
      const { headers } = await world.call(name, {
        token: user.token,
        headers: { Origin: 'https://evil.example', Cookie: 'a=b' },
      })
      expect([headers.get('set-cookie'), headers.get('access-control-allow-origin')]).toEqual([null, null])
    }
  })
})

const pullBody = {
  api: 1,
  schema: { budget: 1 },
  workbook: 'w',
  cursor: null,
  witness: [],
  history: [],
  held: [],
  page: { token: null, maxRows: 10, maxBytes: 10_000 },
}

describe('problems', () => {
  it('speak 简体, 繁體 and English by Accept-Language, 简体 when nothing fits', async () => {
    const titleFor = async (language: string) => {
      const answer = await world.call('whoAmI', { headers: { 'Accept-Language': language } })
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      return ((await answer.json()) as { readonly title: string }).title
    }
    expect(await titleFor('zh-CN,zh;q=0.9')).toBe('需要登录')
    expect(await titleFor('zh-TW')).toBe('需要登入')
    expect(await titleFor('zh-HK;q=0.5, en;q=0.4')).toBe('需要登入')
    expect(await titleFor('en-GB, zh;q=0.8')).toBe('Sign in needed')
    expect(await titleFor('de, en;q=0')).toBe('需要登录')
    expect(await titleFor('x'.repeat(10_000))).toBe('需要登录')
  })

  it('have words in every language, a title for every status, and the same places in all three', () => {
    for (const [code, { status, words }] of Object.entries(problemWords)) {
      expect([code, problemTitles[status]?.en]).not.toEqual([code, undefined])
      const places = locales.map((locale) =>
        [...words[locale].matchAll(/\{(\w+)\}/g)]
          .map((match) => match[1])
          .toSorted((a = '', b = '') => a.localeCompare(b))
          .join(),
      )
      expect([code, new Set(places).size]).toEqual([code, 1])
      for (const locale of locales) expect(fillPlaces(words[locale], {}).length).toBeGreaterThan(5)
    }
  })
})

describe('the log', () => {
  it('holds route, status and ids, and nothing that anybody typed, on any path', async () => {
    const mark = 'MARK王小明13800138000'
    const marked = encodeURIComponent(mark)
    world.log.length = 0
    const requests: readonly (readonly [RouteName, TestRequest])[] = [
      ['signIn', { body: { name: mark.slice(0, 20), password: mark } }],
      ['signIn', { body: `{"name":"${mark}"` }],
      ['push', { token: user.token, body: pushBody([createOp({ remark: mark, budget: mark })]) }],
      ['push', { token: user.token, body: pushBody([createOp({ [mark]: mark })]) }],
      ['uploadImport', { token: user.token, query: `name=${marked}.xlsx`, body: await buildFixture(plainBudget) }],
      ['uploadImport', { token: user.token, query: `name=${marked}.xlsx`, body: new TextEncoder().encode(mark) }],
      ['listPushes', { token: user.token, query: `p=${marked}` }],
      ['listPushes', { token: user.token, query: `${marked}=1` }],
      ['recordHistory', { token: user.token, params: { id: mark } }],
      ['whoAmI', { headers: { Authorization: `Bearer ${marked}` } }],
      ['whoAmI', { token: user.token, headers: { 'User-Agent': 'MARK', 'X-Request-Id': 'MARK MARK' } }],
      ['changePassword', { token: user.token, body: { current: mark, next: mark } }],
    ]
    for (const [name, request] of requests) await world.call(name, request)
    const { store } = world.composed
    const broken = store.db.selectFrom('setting').select('k').where('k', '=', mark)
    await broken.execute()
    await world.app.request(`/${marked}`)
    const text = world.log.join('')
    expect(text).not.toMatch(/MARK|王小明|13800138000|tus_|王会计|127\.0\.0\.1/)
    const allowed = new Set([
      'level',
      'time',
      'event',
      'requestId',
      'userId',
      'route',
      'method',
      'status',
      'code',
      'durationMs',
      'bytes',
      'count',
      'error',
    ])
    for (const line of world.log)
      for (const key of Object.keys(JSON.parse(line) as object)) expect(allowed.has(key)).toBe(true)
    expect(world.log.filter((line) => line.includes('"event":"request"'))).toHaveLength(requests.length)
  })

  it('names a bug by class and place, never by its message, and the answer says only its number', async () => {
    const { store } = world.composed
    const broken = await openServerWorld()
    await broken.admin()
    const { token } = await broken.signIn('finance')
    await broken.composed.store.db.schema.dropTable('profile').execute()
    broken.log.length = 0
    const answer = await broken.call('uploadImport', {
      token,
      query: 'name=a.xlsx',
      body: await buildFixture(plainBudget),
    })
    const problem = (await answer.json()) as { readonly detail: string; readonly requestId: string }
    expect(answer.status).toBe(500)
    expect(problem.detail).toContain(problem.requestId)
    expect(JSON.stringify(problem)).not.toMatch(/profile|sql|at /i)
    const [line] = broken.log.filter((text) => text.includes('"code":"internal"'))
    expect(line).toContain('"name":"SqliteError"')
    expect(line).not.toContain('no such table')
    await broken.close()
    expect(store.engine).toBe('sqlite')
  })
})

describe('OpenAPI', () => {
  it('is the golden document, with every route in it', () => {
    const document = buildOpenApi()
    expectGolden('test/golden/openapi.json', `${JSON.stringify(document, null, 2)}\n`)
    const paths = document['paths'] as Record<string, Record<string, { readonly operationId: string }>>
    const operations = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(operations.toSorted((a, b) => a.localeCompare(b))).toEqual(
      routes.map(({ name }): string => name).toSorted((a, b) => a.localeCompare(b)),
    )
  })

  it('names only schemas that it holds', () => {
    const text = JSON.stringify(buildOpenApi())
    const schemas = (buildOpenApi()['components'] as { readonly schemas: object }).schemas
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(Object.keys(schemas)).toContain(name)
  })

  it('is what the routes really answer', async () => {
    const file = await buildFixture(plainBudget)
    const place = { unit: 'u1', kind: 'budget', year: '2026' }
    const body = pushBody()
    await world.call('push', { token: user.token, body })
    const admin = await world.admin()
    const asked: readonly (readonly [RouteName, TestRequest])[] = [
      ['livez', {}],
      ['readyz', {}],
      ['openApi', {}],
      ['hello', {}],
      ['setupStatus', {}],
      ['signIn', { body: { name: user.name, password: testPassword } }],
      ['whoAmI', { token: user.token }],
      ['listSessions', { token: user.token }],
      ['listUnits', { token: user.token }],
      ['createUnit', { token: admin.token, body: { name: '分会', kind: 'primary', parentId: 'u1' } }],
      ['listUsers', { token: admin.token }],
      [
        'createUser',
        { token: admin.token, body: { name: 'new', displayName: 'n', password: testPassword, grants: [] } },
      ],
      [
        'setGrants',
        {
          token: admin.token,
          params: { id: user.userId },
          body: {
            grants: [
              { role: 'finance', unitId: 'u1', kinds: ['budget'], department: null, from: '2026-01-01', to: null },
            ],
          },
        },
      ],
      ['listKinds', { token: user.token }],
      ['listPartitions', { token: user.token }],
      ['listRecords', { token: user.token, params: place }],
      ['head', { token: user.token }],
      ['push', { token: user.token, body: pushBody() }],
      ['receipt', { token: user.token, params: { pushId: body.pushId } }],
      ['listPushes', { token: user.token }],
      ['undo', { token: user.token, params: { pushId: body.pushId }, body: { dryRun: true, force: [] } }],
      ['uploadImport', { token: user.token, query: 'name=a.xlsx', body: file }],
    ]
    for (const [name, request] of asked) {
      const route: Route | undefined = routes.find((known) => known.name === name)
      const answer = await world.call(name, request)
      const value: unknown = await answer.json()
      expect([name, answer.status]).toEqual([name, creates.has(name) ? 201 : 200])
      const checked = answers[route?.answer as AnswerName].safeParse(value)
      expect([name, checked.error?.issues ?? []]).toEqual([name, []])
    }
  })
})
