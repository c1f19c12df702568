// reliability.md §3.6 B over the app: each bad input gets its code, nothing is written, nothing is a 500.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordList } from '#shared/contract/resources.ts'
import type { PushResult } from '#shared/sync/record.ts'
import { createOp, freshId, pushBody } from '../pushBody.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

let world: ServerWorld
let user: SignedIn
beforeAll(async () => {
  world = await openServerWorld()
  user = await world.signIn('finance')
})
afterAll(() => world.close())

const push = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  world.call('push', { token: user.token, body, headers })

async function outcome(response: Response): Promise<readonly [number, string]> {
  const problem = (await response.json()) as { readonly code?: string }
  return [response.status, problem.code ?? '']
}

async function head(): Promise<number> {
  return (await world.composed.store.head()).csn
}

const text = (value: unknown): string => JSON.stringify(value)
const utf16 = (value: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${value}`, 'utf16le'))
const nested = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`

interface BadCase {
  readonly id: string
  readonly what: string
  readonly body: () => unknown
  readonly answer: readonly [number, string]
}

const bad = (id: string, what: string, answer: readonly [number, string], body: () => unknown): BadCase => ({
  id,
  what,
  body,
  answer,
})
const withOp = (op: unknown) => ({ ...pushBody(), groups: [{ g: 1, ops: [op] }] })
const shape = [400, 'json.shape'] as const
const key = [400, 'json.key'] as const
const invalid = [400, 'json.invalid'] as const

const cases: readonly BadCase[] = [
  bad('B1', 'no body', shape, () => ''),
  bad('B1', 'spaces', shape, () => '  \n'),
  ...['null', '[]', '"x"', 'true', '1'].map((body) => bad('B1', body, shape, () => body)),
  bad('B1', 'half an object', [400, 'json.syntax'], () => text(pushBody()).slice(0, -5)),
  bad('B2', 'invalid UTF-8', [400, 'json.encoding'], () => new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])),
  bad('B2', 'UTF-16 with mark', [400, 'json.encoding'], () => utf16('{}')),
  bad('B2', 'UTF-16 without mark', [400, 'json.encoding'], () => utf16('{}').slice(2)),
  bad('B3', '6 MB', [413, 'body.too-large'], () => `{"a":"${'x'.repeat(6_000_000)}"}`),
  bad('B4', '200,000 nested arrays', [400, 'json.depth'], () => nested(200_000)),
  bad('B4', '21 levels', [400, 'json.depth'], () => nested(20)),
  bad('B4', '201 keys', [400, 'json.keys'], () =>
    Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`k${i}`, 1])),
  ),
  bad('B5', 'duplicate key', [400, 'json.duplicate-key'], () => '{"set":{"fen":"1","fen":"999999"}}'),
  bad('B5', 'duplicate key, once escaped', [400, 'json.duplicate-key'], () => '{"set":{"fen":"1","\\u0066en":"2"}}'),
  bad('B6', '__proto__ at the top', key, () => '{"__proto__":{"isAdmin":true}}'),
  bad('B6', '__proto__ deep down', key, () => text(pushBody()).replace('"values":{', '"values":{"__proto__":{"x":1},')),
  bad('B6', 'constructor.prototype', key, () => '{"constructor":{"prototype":{"isAdmin":true}}}'),
  bad('B6', '__proto__ escaped', key, () => '{"\\u005f_proto__":{"isAdmin":true}}'),
  bad('B7', 'unknown field of the envelope', [400, 'json.unknown-field'], () => pushBody(undefined, { role: 'admin' })),
  bad('B7', 'unknown field of an op', [400, 'json.unknown-field'], () => withOp({ ...createOp(), role: 'admin' })),
  bad('B7', 'unknown column', [400, 'json.unknown-field'], () => withOp(createOp({ role: 'admin' }))),
  bad('B7', 'unknown column in an update', [400, 'json.unknown-field'], () =>
    withOp({ op: 'update', id: freshId(), rv: `1-${'0'.repeat(16)}`, base: { role: null }, set: { role: 'admin' } }),
  ),
  bad('B8', 'number where money is text', [400, 'money.string'], () => withOp(createOp({ budget: 123456 }))),
  bad('B8', 'object where money is text', invalid, () => withOp(createOp({ budget: { fen: '1' } }))),
  bad('B13', 'no op', [400, 'push.ops'], () => pushBody([])),
  bad('B13', '5,001 ops', [400, 'push.ops'], () => pushBody(Array.from({ length: 5001 }, () => createOp()))),
  bad('B13', '5,001 rows in columns', [400, 'push.ops'], () => ({
    ...pushBody(),
    groups: [
      { g: 1, p: 'u1/budget/2026', columns: ['project'], rows: Array.from({ length: 5001 }, () => [freshId(), 'x']) },
    ],
  })),
  bad('B15', 'a group number used again', [400, 'push.group-order'], () => ({
    ...pushBody(),
    groups: [1, 2, 1].map((g) => ({ g, ops: [createOp()] })),
  })),
  bad('B15', 'an empty group', [400, 'push.group-order'], () => ({ ...pushBody(), groups: [{ g: 1, ops: [] }] })),
  bad('B16', 'empty push id', [400, 'push.id'], () => pushBody(undefined, { pushId: '' })),
  bad('B16', 'push id of 10 kB', [400, 'push.id'], () => pushBody(undefined, { pushId: 'a'.repeat(10_000) })),
  ...['../1', "'; DROP TABLE record;--", 'x'.repeat(1000), 7, null].map((id) =>
    bad('B18', `record id ${text(id).slice(0, 30)}`, [400, 'id.format'], () => withOp({ ...createOp(), id })),
  ),
  bad('B21', 'malformed revision', [400, 'rv.format'], () => withOp({ op: 'delete', id: freshId(), rv: '1' })),
  bad('B25', 'schema -1', [400, 'schema.format'], () => pushBody(undefined, { schema: { budget: -1 } })),
  bad('B25', 'schema as text', [400, 'schema.format'], () => pushBody(undefined, { schema: { budget: '12' } })),
  bad('B25', 'schema 999', [409, 'schema-too-new'], () => pushBody(undefined, { schema: { budget: 999 } })),
  bad('B25', 'a kind that schema does not name', [400, 'push.kind'], () =>
    pushBody(undefined, { schema: { task: 1 } }),
  ),
  bad('B20', 'partition that is none', [400, 'partition.format'], () => withOp({ ...createOp(), p: 'u1/budget' })),
]

describe('bad JSON', () => {
  it.each(cases)('$id: $what → $answer', async ({ body, answer }) => {
    const before = await head()
    expect(await outcome(await push(body()))).toEqual(answer)
    expect(await head()).toBe(before)
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
  })

  it('B2: a byte order mark is accepted', async () => {
    const answer = await push(`\uFEFF${text(pushBody())}`)
    expect(answer.status).toBe(200)
  })

  it('B18: upper and lower case of one id are one record', async () => {
    const id = 'ABCDEF00-0000-7000-8000-0000000000AB'
    const first = (await (await push(pushBody([createOp({ project: '大写' }, id)]))).json()) as PushResult
    expect(first.counts.created).toBe(1)
    const again = (await (await push(pushBody([createOp({ project: '小写' }, id.toLowerCase())]))).json()) as PushResult
    expect(again.results[0]).toMatchObject({ s: 'conflict', code: 'id-exists' })
  })
})

describe('amounts', () => {
  const pushAmount = async (budget: string): Promise<PushResult> =>
    (await (await push(pushBody([createOp({ budget })]))).json()) as PushResult

  it.each(['1e5', '0x10', ' 12 ', '１２', '+5', '-0', '00012', '', '1,234', '12.5'])(
    'B9: "%s" is the finding money.format',
    async (amount) => {
      const result = await pushAmount(amount)
      expect(result.point).toBeNull()
      expect(result.results[0]).toMatchObject({ s: 'rejected', code: 'invalid', findings: [{ code: 'money.format' }] })
    },
  )

  it.each(['9007199254740993', '99999999999999999999', '9'.repeat(10_000), '-1000000000000001'])(
    'B10 B11: "%.24s…" is out of range',
    async (amount) => {
      const result = await pushAmount(amount)
      expect(result.results[0]).toMatchObject({ s: 'rejected', code: 'invalid', findings: [{ code: 'money.range' }] })
    },
  )

  it('B10: the largest amount comes back digit for digit', async () => {
    const id = freshId()
    const result = (await (
      await push(pushBody([createOp({ budget: '1000000000000000' }, id)], { dryRun: true }))
    ).json()) as PushResult
    expect(result.totals.find(({ column }) => column === 'budget')?.after).toBeGreaterThanOrEqual(1e15)
  })

  it('B12: sums that pass what a number holds are refused as a finding', async () => {
    const ops = Array.from({ length: 12 }, () => createOp({ budget: '1000000000000000' }))
    const result = (await (await push(pushBody(ops, { mode: 'all' }))).json()) as PushResult
    expect(result.point).toBeNull()
    const codes = JSON.stringify([result.results, result.findings])
    expect(codes).toContain('money.sum-range')
  })
})

describe('records and pushes twice', () => {
  it('B14: one record twice in a group is duplicate-record; in two groups the second decides on the first', async () => {
    const id = freshId()
    const twice = { ...pushBody(), groups: [{ g: 1, ops: [createOp({}, id), createOp({}, id)] }] }
    const first = (await (await push(twice)).json()) as PushResult
    expect(first.point).toBeNull()
    expect(JSON.stringify(first.results)).toContain('duplicate-record')
    const op = createOp({}, id)
    const apart = (await (await push(pushBody([op, op]))).json()) as PushResult
    expect(apart.results.map(({ s }) => s)).toEqual(['applied', 'noop'])
  })

  it('B16: a push id of another user, or with another body, is 422', async () => {
    const other = await world.signIn('finance')
    const body = pushBody()
    expect((await push(body)).status).toBe(200)
    expect(await outcome(await world.call('push', { token: other.token, body }))).toEqual([422, 'push-id-reused'])
    expect(await outcome(await push({ ...body, groups: pushBody().groups }))).toEqual([422, 'push-id-reused'])
  })

  it('N4, W7: a resent push may carry other witnesses, wherever they stand in it; nothing else may differ', async () => {
    const body = pushBody()
    const first = (await (await push(body)).json()) as PushResult
    const witness = [first.point]
    const again = async (resent: unknown) => (await (await push(resent)).json()) as PushResult
    expect(await again({ ...body, witness })).toEqual({ ...first, replay: true })
    const spaced = text(body).replace('"witness":[]', '"witness" : [ ]')
    expect(await again(spaced)).toMatchObject({ replay: true })
    // the same word elsewhere is content like any other
    expect(await outcome(await push({ ...body, witness, workbook: 'witness' }))).toEqual([422, 'push-id-reused'])
  })

  it('B17: the same push 50 times at once: one applied, 49 replays, one commit', async () => {
    const before = await head()
    const body = text(pushBody())
    const results = await Promise.all(
      Array.from({ length: 50 }, async () => (await (await push(body)).json()) as PushResult),
    )
    expect(results.filter(({ replay }) => !replay)).toHaveLength(1)
    expect(new Set(results.map(({ receipt }) => receipt)).size).toBe(1)
    expect(await head()).toBe(before + 1)
  })
})

describe('others’ records', () => {
  it('B19: a record of a unit one may not see answers as one that does not exist', async () => {
    const { token } = await world.admin()
    const unit = (await (
      await world.call('createUnit', { token, body: { name: '别的工会', kind: 'primary', parentId: null } })
    ).json()) as { id: string }
    const stranger = await world.signIn('finance', { unitId: unit.id })
    const id = freshId()
    await push(pushBody([createOp({}, id)]))
    const list = (await (
      await world.call('listRecords', { token: user.token, params: { unit: 'u1', kind: 'budget', year: '2026' } })
    ).json()) as RecordList
    const rv = list.rows.find((row) => row.id === id)?.rv ?? ''
    const rvs = new Set<string>()
    for (const target of [id, freshId()]) {
      const body = pushBody([{ op: 'delete', id: target, rv }], { confirmedDeletes: 1 })
      const result = (await (await world.call('push', { token: stranger.token, body })).json()) as PushResult
      rvs.add(JSON.stringify(result.results).replaceAll(target, 'ID'))
    }
    expect(rvs.size).toBe(1)
    expect([...rvs][0]).toContain('"unknown"')
  })

  it('B19, B20: whoever may not create learns nothing from an id that is taken', async () => {
    const reader = await world.signIn('department', { department: '别的部门' })
    const id = freshId()
    await push(pushBody([createOp({}, id)]))
    const answers = new Set<string>()
    for (const target of [id, freshId()]) {
      const body = pushBody([createOp({}, target)])
      const result = (await (await world.call('push', { token: reader.token, body })).json()) as PushResult
      answers.add(JSON.stringify(result.results).replaceAll(target, 'ID'))
    }
    expect(answers.size).toBe(1)
    expect([...answers][0]).toContain('"forbidden"')
  })

  it('B20: creating in another unit is forbidden', async () => {
    const result = (await (await push(pushBody([{ ...createOp(), p: 'u99/budget/2026' }]))).json()) as PushResult
    expect(result.results[0]).toMatchObject({ s: 'rejected', code: 'forbidden' })
  })
})

describe('pulls', () => {
  const pull = (more: Readonly<Record<string, unknown>>) => {
    const page = { token: null, maxRows: 100, maxBytes: 100_000 }
    const body = {
      api: 1,
      schema: { budget: 1 },
      workbook: 'w',
      cursor: null,
      witness: [],
      history: [],
      held: [],
      page,
      ...more,
    }
    return world.call('pull', { token: user.token, body })
  }
  const h = '0'.repeat(32)

  it.each([{ csn: -1, h }, { csn: '1', h }, { csn: 1.5, h }, { csn: 2 ** 63, h }, { csn: 1 }, 'x'])(
    'B22: cursor %j is 400',
    async (cursor) => {
      expect(await outcome(await pull({ cursor }))).toEqual([400, 'point.format'])
    },
  )

  it('B22: a right number with a wrong hash resets', async () => {
    const answer = await pull({ cursor: { csn: 1, h } })
    expect((await answer.text()).split('\n')[0]).toContain('"mode":"reset"')
  })

  it.each(['x', 'a.b', 'x'.repeat(3000)])('B23: page token %.10s… is refused', async (token) => {
    expect(await outcome(await pull({ page: { token, maxRows: 100, maxBytes: 1000 } }))).toEqual([400, 'page-token'])
  })

  it.each([0, 1e9])('B24: maxRows %d is clamped', async (maxRows) => {
    const answer = await pull({ page: { token: null, maxRows, maxBytes: 100_000 } })
    expect(answer.status).toBe(200)
    const lines = (await answer.text()).trim().split('\n')
    expect(lines.length).toBeGreaterThan(2)
    if (maxRows === 0) expect(lines.length).toBe(3)
  })
})
