// Units, users, grants: incompatible duties, the last administrator, own rights (domain.md §5.1, reliability.md §2.5).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GrantInfo, PartitionInfo, UnitInfo, UserInfo } from '#shared/contract/resources.ts'
import { roles } from '#shared/definition/role.ts'
import { findIncompatible, incompatiblePairs } from '#server/auth/incompatible.ts'
import { createOp, pushBody } from '../pushBody.ts'
import { openServerWorld, testPassword, type ServerWorld, type SignedIn } from '../serverWorld.ts'

type Wish = Omit<GrantInfo, 'unitName'>
const grant = (role: GrantInfo['role'], unitId = 'u1', more: Partial<Wish> = {}): Wish => ({
  role,
  unitId,
  kinds: [],
  department: null,
  from: null,
  to: null,
  ...more,
})

describe('incompatible duties', () => {
  it('sod-auditor, sod-admin: 经审 and administrators hold nothing else; finance and chair are apart', () => {
    const held = (a: GrantInfo['role'], b: GrantInfo['role']) =>
      findIncompatible([a, b].map((role) => ({ role, unitId: 'u1', above: [], days: null }))) !== undefined
    const apart = roles.flatMap((a, i) => roles.slice(i + 1).flatMap((b) => (held(a, b) ? [`${a} ${b}`] : []))).sort()
    expect(apart).toEqual(
      [
        'auditor admin', 'chair admin', 'chair auditor', 'department admin', 'director admin', 'director auditor',
        'finance admin', 'finance auditor', 'finance chair', 'auditor department',
        // 会计法 art. 35: the cashier keeps no books, audits nothing, approves nothing
        'finance cashier', 'cashier chair', 'cashier auditor', 'cashier admin', 'secretary admin', 'secretary auditor',
      ].sort(),
    ) // prettier-ignore
    for (const { citation } of incompatiblePairs) expect(citation.source.length).toBeGreaterThan(3)
  })

  it('counts along the tree for duties of one line, anywhere for administrators', () => {
    const duty = (role: GrantInfo['role'], unitId: string, above: readonly string[] = []) => ({
      role,
      unitId,
      above,
      days: null,
    })
    expect(findIncompatible([duty('finance', 'u2', ['u1']), duty('auditor', 'u1')])).toBeDefined()
    expect(findIncompatible([duty('finance', 'u2', ['u1']), duty('auditor', 'u3', ['u1'])])).toBeUndefined()
    expect(findIncompatible([duty('finance', 'u2'), duty('admin', 'u3')])).toBeDefined()
  })
})

describe('administration', () => {
  let world: ServerWorld
  let admin: SignedIn
  beforeAll(async () => {
    world = await openServerWorld()
    admin = await world.admin()
  })
  afterAll(() => world.close())

  const codeOf = async (response: Response): Promise<string> =>
    ((await response.json()) as { readonly code: string }).code
  const createUser = (name: string, grants: readonly Wish[], headers = {}) =>
    world.call('createUser', {
      token: admin.token,
      headers,
      body: { name, displayName: name, password: testPassword, grants },
    })
  const idOf = async (response: Response): Promise<string> => ((await response.json()) as UserInfo).id

  it('builds a tree of units with names unique among brothers', async () => {
    const create = (name: string, parentId: string | null) =>
      world.call('createUnit', { token: admin.token, body: { name, kind: 'primary', parentId } })
    const child = (await (await create('一分会', 'u1')).json()) as UnitInfo
    expect(child).toMatchObject({ id: 'u2', parentId: 'u1' })
    expect(await codeOf(await create('一分会', 'u1'))).toBe('unit.taken')
    expect((await create('一分会', 'u2')).status).toBe(201)
    expect(await codeOf(await create('二分会', 'u99'))).toBe('unit.unknown')
    const person = await world.signIn('finance', { unitId: 'u2' })
    const seen = (await (await world.call('listUnits', { token: person.token })).json()) as UnitInfo[]
    expect(seen.map(({ id }) => id)).toEqual(['u2', 'u3'])
  })

  it('C4: refuses names with characters that nobody sees, in a sentence that says which and where', async () => {
    const marks = {
      '\u202e': 'U+202E',
      '\u2066': 'U+2066',
      '\u200b': 'U+200B',
      '\u0007': 'U+0007',
      '\n': 'U+000A',
      '\ud800': 'U+D800',
    }
    for (const [mark, codePoint] of Object.entries(marks)) {
      const name = `一分${mark}会`
      const answers = [
        await world.call('createUnit', { token: admin.token, body: { name, kind: 'primary', parentId: 'u1' } }),
        await createUser(name, []),
        await createUser('a2', [grant('department', 'u1', { department: name })]),
      ]
      for (const answer of answers) {
        const problem = (await answer.json()) as { readonly code: string; readonly detail: string }
        expect([answer.status, problem.code], codePoint).toEqual([400, 'name.char'])
        expect(problem.detail).toContain(codePoint)
        expect(problem.detail).toContain('第 3 个字符')
      }
    }
    const rare = { name: '阿卜杜拉·买买提𬎆䶮分会', kind: 'primary', parentId: 'u1' }
    expect((await world.call('createUnit', { token: admin.token, body: rare })).status).toBe(201)
  })

  it('refuses incompatible, unknown, reversed and nameless grants, in words', async () => {
    const answer = await createUser('a1', [grant('finance'), grant('auditor')], { 'Accept-Language': 'zh-Hans' })
    expect(await answer.json()).toMatchObject({
      status: 422,
      code: 'grants.incompatible',
      detail: expect.stringContaining('“财务”和“经审”') as unknown,
    })
    expect(await codeOf(await createUser('a1', [grant('finance', 'u99')]))).toBe('unit.unknown')
    expect(
      await codeOf(await createUser('a1', [grant('finance', 'u1', { from: '2026-12-31', to: '2026-01-01' })])),
    ).toBe('grants.period')
    expect(await codeOf(await createUser('a1', [grant('department')]))).toBe('grants.department')
    expect((await createUser('a1', [grant('finance'), grant('director')])).status).toBe(201)
  })

  it('D14 sod-grant: nobody changes own grants, nor disables himself', async () => {
    expect(
      await codeOf(
        await world.call('setGrants', { token: admin.token, params: { id: admin.userId }, body: { grants: [] } }),
      ),
    ).toBe('grants.own')
    expect(await codeOf(await world.call('disableUser', { token: admin.token, params: { id: admin.userId } }))).toBe(
      'grants.own',
    )
  })

  it('keeps the last able administrator', async () => {
    const second = await idOf(await createUser('second', [grant('admin')]))
    const signedIn = (await (
      await world.call('signIn', { body: { name: 'second', password: testPassword } })
    ).json()) as { readonly token: string }
    const asSecond = { token: signedIn.token }
    const expired = [grant('admin', 'u1', { to: '2020-01-01' })]
    expect(
      (await world.call('setGrants', { ...asSecond, params: { id: admin.userId }, body: { grants: expired } })).status,
    ).toBe(200)
    expect((await world.call('listUsers', { token: admin.token })).status).toBe(403)
    expect(
      (await world.call('setGrants', { ...asSecond, params: { id: admin.userId }, body: { grants: [grant('admin')] } }))
        .status,
    ).toBe(200)
    admin = await world.admin()
    expect((await world.call('disableUser', { token: admin.token, params: { id: second } })).status).toBe(204)
    expect((await world.call('whoAmI', asSecond)).status).toBe(401)
    const users = (await (await world.call('listUsers', { token: admin.token })).json()) as UserInfo[]
    expect(users.find(({ id }) => id === second)?.disabled).toBe(true)
  })

  it('what was delegated is not listed for saving, so that it never becomes the person’s own', async () => {
    const [giver, taker] = [await world.signIn('chair'), await world.signIn('director')]
    const { db } = world.composed.store
    const given = { id: 'given', user_id: taker.userId, role: 'chair', unit_id: 'u1', kinds: '[]', department: null, valid_from: null, valid_to: '2026-12-31', delegated_by: giver.userId, delegation: 'd1' } as const // prettier-ignore
    await db.insertInto('access_grant').values(given).execute()
    const listed = async () =>
      ((await (await world.call('listUsers', { token: admin.token })).json()) as readonly UserInfo[]).find(
        ({ id }) => id === taker.userId,
      )
    const before = (await listed())?.grants ?? []
    expect(before.map(({ role }) => role)).toEqual(['director'])
    const body = { grants: before.map(({ role, unitId }) => grant(role, unitId)) }
    expect((await world.call('setGrants', { token: admin.token, params: { id: taker.userId }, body })).status).toBe(200)
    const stored = await db.selectFrom('access_grant').selectAll().where('user_id', '=', taker.userId).execute()
    expect(stored.map(({ role, delegated_by }) => `${role} ${delegated_by ?? '-'}`).toSorted()).toEqual([
      `chair ${giver.userId}`,
      'director -',
    ])
  })

  it('sod-grant: what was delegated counts while its giver has lost it, too: with the giver’s right it comes back', async () => {
    const [giver, taker] = [await world.signIn('finance'), await world.signIn('director')]
    admin = await world.admin()
    const wish = { takerId: taker.userId, role: 'finance', unitId: 'u1', kinds: [], department: null, from: '2026-11-20', to: '2026-12-31', reason: '出差' } // prettier-ignore
    const given = await world.call('delegate', { token: giver.token, body: wish })
    expect(given.status).toBe(201)
    const set = async (id: string, role: GrantInfo['role']) => {
      const body = { grants: [grant(role)] }
      const answer = await world.call('setGrants', { token: admin.token, params: { id }, body })
      return answer.ok ? 'ok' : codeOf(answer)
    }
    expect(await set(giver.userId, 'secretary')).toBe('ok')
    expect(await set(taker.userId, 'auditor')).toBe('grants.incompatible')
    expect(await set(taker.userId, 'chair')).toBe('grants.incompatible')
    expect(await set(taker.userId, 'secretary')).toBe('ok')
    const { id } = (await given.json()) as { readonly id: string }
    expect((await world.call('revokeDelegation', { token: admin.token, params: { id } })).status).toBe(204)
    expect(await set(taker.userId, 'chair')).toBe('ok')
  })

  it('sod-grant, sod-admin: two accounts of one person count as one', async () => {
    const ownNumber = (id: string, number: string) =>
      world.call('setPersons', {
        token: admin.token,
        params: { id },
        body: { persons: [{ number, relation: 'self', name: '' }] },
      })
    const [first, second] = [await world.signIn('finance'), await world.signIn('secretary')]
    const set = (id: string, role: GrantInfo['role']) =>
      world.call('setGrants', { token: admin.token, params: { id }, body: { grants: [grant(role)] } })
    expect((await set(second.userId, 'chair')).status).toBe(200)
    expect((await set(second.userId, 'secretary')).status).toBe(200)
    for (const { userId } of [first, second]) expect((await ownNumber(userId, 'E07')).status).toBe(204)
    expect(await codeOf(await set(second.userId, 'chair'))).toBe('grants.incompatible')
    expect(await codeOf(await set(first.userId, 'auditor'))).toBe('grants.incompatible')
    expect((await set(second.userId, 'director')).status).toBe(200)
    // an administrator’s own other account is the administrator’s own
    expect((await ownNumber(admin.userId, 'E99')).status).toBe(204)
    expect((await ownNumber(second.userId, 'E99')).status).toBe(204)
    expect(await codeOf(await set(second.userId, 'director'))).toBe('grants.own')
    // whoever enters the administrator’s number as the own one is not out of reach for that
    const disabled = await world.call('disableUser', { token: admin.token, params: { id: second.userId } })
    expect(disabled.status).toBe(204)
  })

  it('changed grants hold from the next request on', async () => {
    const person = await world.signIn('finance')
    admin = await world.admin()
    const place = { unit: 'u1', kind: 'budget', year: '2026' }
    const look = async () => (await world.call('listRecords', { token: person.token, params: place })).status
    expect(await look()).toBe(200)
    await world.call('setGrants', {
      token: admin.token,
      params: { id: person.userId },
      body: { grants: [grant('finance', 'u1', { kinds: ['task'] })] },
    })
    expect(await look()).toBe(404)
    await world.call('setGrants', {
      token: admin.token,
      params: { id: person.userId },
      body: { grants: [grant('finance', 'u1', { from: '2027-01-01' })] },
    })
    expect(await look()).toBe(404)
  })

  it('I12: figures of the home page are of what the person sees now, not of what was seen before', async () => {
    const person = await world.signIn('finance')
    admin = await world.admin()
    const ops = ['宣传部', '组织部'].map((department) => createOp({ department, budget: '100' }))
    await world.call('push', { token: person.token, body: pushBody(ops) })
    const look = async () => {
      const list = await world.call('listPartitions', { token: person.token })
      return ((await list.json()) as readonly PartitionInfo[]).map(({ rows, totals, lines }) => ({
        rows,
        sums: [...totals, ...(lines ?? [])].map(({ fen }) => Math.abs(fen)).filter((sum) => sum !== 0),
      }))
    }
    expect(new Set((await look())[0]?.sums)).toEqual(new Set([200]))
    const body = { grants: [grant('department', 'u1', { department: '组织部' })] }
    await world.call('setGrants', { token: admin.token, params: { id: person.userId }, body })
    expect((await look())[0]?.rows).toBe(1)
    expect(new Set((await look())[0]?.sums)).toEqual(new Set([100]))
  })
})
