// sod-admin: an administrator's doing ends at the subtree of the grant; what is of the whole server needs the root. Every
// admin route of the contract × administrators of different units × the unit that it is done to.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes, type Route, type RouteName } from '#shared/contract/routes.ts'
import type { PolicyInfo } from '#shared/contract/policyResources.ts'
import type { GrantInfo, SessionInfo, UnitInfo, UserInfo } from '#shared/contract/resources.ts'
import type { Role } from '#shared/definition/role.ts'
import { freshId } from '../pushBody.ts'
import { openServerWorld, testPassword, type ServerWorld, type SignedIn, type TestRequest } from '../serverWorld.ts'

type Wish = Omit<GrantInfo, 'unitName'>
const grant = (role: Role, unitId: string, more: Partial<Wish> = {}): Wish => ({
  role,
  unitId,
  kinds: [],
  department: null,
  from: null,
  to: null,
  ...more,
})

/** u1 (root) ─ u2 ─ u3; u4 beside u2; u5 a second unit without a superior. */
const units = { root: 'u1', own: 'u2', below: 'u3', beside: 'u4', apart: 'u5' } as const
type Place = keyof typeof units
const places = Object.keys(units) as Place[]
const admins = ['root', 'own', 'beside', 'apart', 'expired'] as const
type Admin = (typeof admins)[number]
const reach: Readonly<Record<Admin, readonly Place[]>> = {
  root: places,
  own: ['own', 'below'],
  beside: ['beside'],
  apart: ['apart'],
  expired: [],
}

let world: ServerWorld
const people = new Map<Admin, SignedIn>()

const codeOf = async (answer: Response): Promise<string> =>
  answer.ok ? 'ok' : ((await answer.json()) as { readonly code: string }).code

async function newUser(grants: readonly Wish[], name = freshId().slice(-12)): Promise<UserInfo> {
  const body = { name, displayName: name, password: testPassword, grants }
  const made = await as('root', 'createUser', { body })
  if (!made.ok) throw new Error(await made.text())
  return (await made.json()) as UserInfo
}

async function newAdmin(name: string, grants: readonly Wish[]): Promise<SignedIn> {
  await newUser(grants, name)
  const { token, user } = (await (
    await world.call('signIn', { body: { name, password: testPassword } })
  ).json()) as SessionInfo
  return { token: token ?? '', userId: user.id, name }
}

const as = async (admin: Admin, name: RouteName, request: TestRequest): Promise<Response> =>
  world.call(name, { ...request, token: people.get(admin)?.token ?? '' })

beforeAll(async () => {
  world = await openServerWorld()
  const root = await world.admin()
  people.set('root', root)
  for (const [name, parentId] of [
    ['中', 'u1'],
    ['下', 'u2'],
    ['旁', 'u1'],
    ['另', null],
  ] as const)
    // prettier-ignore
    await world.call('createUnit', { token: root.token, body: { name, kind: 'primary', parentId } })
  people.set('own', await newAdmin('own', [grant('admin', 'u2')]))
  people.set('beside', await newAdmin('beside', [grant('admin', 'u4')]))
  people.set('apart', await newAdmin('apart', [grant('admin', 'u5')]))
  people.set('expired', await newAdmin('expired', [grant('admin', 'u1', { to: '2026-11-19' })]))
})
afterAll(() => world.close())

/** A sound request to do it to that unit, and what to answer when the unit is beyond reach. */
const deeds: Partial<Record<RouteName, (unitId: string) => Promise<readonly [TestRequest, string]>>> = {
  createUnit: async (parentId) => [{ body: { name: freshId(), kind: 'primary', parentId } }, 'admin.scope'],
  createUser: async (unitId) => [
    {
      body: {
        name: freshId().slice(-12),
        displayName: 'x',
        password: testPassword,
        grants: [grant('finance', unitId)],
      },
    },
    'admin.scope',
  ],
  setGrants: async (unitId) => {
    const { id } = await newUser([grant('finance', unitId)])
    return [{ params: { id }, body: { grants: [grant('director', unitId)] } }, 'unknown']
  },
  disableUser: async (unitId) => [{ params: { id: (await newUser([grant('finance', unitId)])).id } }, 'unknown'],
  setUnitPolicy: async (unitId) => [
    { params: { id: unitId }, body: { packs: [], facts: { retainedPerHead: null, nature: null } } },
    'admin.scope',
  ],
}
/** Answers nobody's unit, only rows of what one administers: asked about below. */
const lists: readonly string[] = ['listUsers']
/** Of the whole server: with what a root administrator is answered to an empty request. */
const ofServer: Partial<Record<RouteName, readonly [TestRequest, string]>> = {
  loadPack: [{ body: { file: '{}' } }, 'policy.file'],
  confirmPack: [{ params: { id: 'x' }, body: { digest: '0'.repeat(64) } }, 'unknown'],
  withdrawPack: [{ params: { id: 'x' } }, 'unknown'],
  loadHolidays: [{ body: { file: '{}' } }, 'policy.file'],
}

describe('how far administrators reach', () => {
  it('every admin route is asked about here', () => {
    const known = [...Object.keys(deeds), ...lists, ...Object.keys(ofServer)]
    const asked = (routes as readonly Route[]).filter(({ auth }) => auth === 'admin' || auth === 'root')
    expect(asked.map(({ name }) => name).toSorted()).toEqual(known.toSorted())
    expect(asked.filter(({ auth }) => auth === 'root').map(({ name }) => name)).toEqual(Object.keys(ofServer))
  })

  it.each(Object.keys(deeds) as RouteName[])('%s: own units and below, nobody else’s', async (name) => {
    const found: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const admin of admins)
      for (const place of places) {
        const [request, beyond] = (await deeds[name]?.(units[place])) ?? [{}, '']
        found[`${admin} → ${place}`] = await codeOf(await as(admin, name, request))
        expected[`${admin} → ${place}`] =
          admin === 'expired' ? 'forbidden' : reach[admin].includes(place) ? 'ok' : beyond
      }
    expect(found).toEqual(expected)
  })

  it.each(Object.keys(ofServer) as (keyof typeof ofServer)[])('%s: of the server, at the root only', async (name) => {
    const [request, atRoot] = ofServer[name] ?? [{}, '']
    const found = await Promise.all(admins.map(async (admin) => codeOf(await as(admin, name, request))))
    expect(found).toEqual([atRoot, 'admin.server', 'admin.server', 'admin.server', 'forbidden'])
  })

  it('a unit without superior is made by administrators of the server', async () => {
    const body = () => ({ body: { name: freshId(), kind: 'primary', parentId: null } })
    expect(await codeOf(await as('own', 'createUnit', body()))).toBe('admin.server')
    expect(await codeOf(await as('apart', 'createUnit', body()))).toBe('admin.server')
    expect(await codeOf(await as('root', 'createUnit', body()))).toBe('ok')
  })

  it('nobody gives a right beyond the own units, be it in between others', async () => {
    const { id } = await newUser([grant('finance', 'u3')])
    for (const beyond of ['u1', 'u4', 'u5', 'u99'])
      expect(
        await codeOf(
          await as('own', 'setGrants', {
            params: { id },
            body: { grants: [grant('finance', 'u3'), grant('director', beyond)] },
          }),
        ),
      ).toBe('admin.scope')
    // an administrator below may be made, one at the root may not
    const admin = (unitId: string) => ({ params: { id }, body: { grants: [grant('admin', unitId)] } })
    expect(await codeOf(await as('own', 'setGrants', admin('u1')))).toBe('admin.scope')
    expect(await codeOf(await as('own', 'setGrants', admin('u3')))).toBe('ok')
  })

  it('what a person holds elsewhere is not shown, not touched, and counts for incompatible duties', async () => {
    const { id } = await newUser([grant('finance', 'u2'), grant('director', 'u4')])
    const seen = async (admin: Admin) =>
      ((await (await as(admin, 'listUsers', {})).json()) as readonly UserInfo[]).find((user) => user.id === id)
    expect(await seen('own')).toMatchObject({ elsewhere: true, grants: [{ role: 'finance', unitId: 'u2' }] })
    expect((await seen('root'))?.grants).toHaveLength(2)
    expect((await seen('root'))?.elsewhere).toBeUndefined()
    expect(await seen('apart')).toBeUndefined()
    expect(await codeOf(await as('own', 'disableUser', { params: { id } }))).toBe('admin.elsewhere')
    const auditor = { params: { id }, body: { grants: [grant('secretary', 'u2')] } }
    expect(await codeOf(await as('own', 'setGrants', auditor))).toBe('ok')
    expect((await seen('root'))?.grants.map(({ role }) => role).toSorted()).toEqual(['director', 'secretary'])
    const admin = { params: { id }, body: { grants: [grant('admin', 'u2')] } }
    expect(await codeOf(await as('own', 'setGrants', admin))).toBe('grants.incompatible')
    // taken away here altogether, it is still there elsewhere
    expect(await codeOf(await as('own', 'setGrants', { params: { id }, body: { grants: [] } }))).toBe('ok')
    expect((await seen('root'))?.grants.map(({ role }) => role)).toEqual(['director'])
    expect(await seen('own')).toBeUndefined()
  })

  it('an account without rights is the root’s: nobody else makes one, or leaves one behind', async () => {
    const body = { name: freshId().slice(-12), displayName: 'x', password: testPassword, grants: [] }
    expect(await codeOf(await as('own', 'createUser', { body }))).toBe('grants.none')
    const { id } = await newUser([grant('finance', 'u2')])
    const none = { params: { id }, body: { grants: [] } }
    expect(await codeOf(await as('own', 'setGrants', none))).toBe('grants.none')
    expect(await codeOf(await as('root', 'setGrants', none))).toBe('ok')
    expect(await codeOf(await as('own', 'disableUser', { params: { id } }))).toBe('unknown')
  })

  it('sees units, users and what units say of themselves in the own subtree only', async () => {
    const seen = async (admin: Admin) => {
      const ids = ((await (await as(admin, 'listUnits', {})).json()) as readonly UnitInfo[]).map(({ id }) => id)
      const users = (await (await as(admin, 'listUsers', {})).json()) as readonly UserInfo[]
      return { ids, at: [...new Set(users.flatMap(({ grants }) => grants.map(({ unitId }) => unitId)))] }
    }
    const mine = await seen('own')
    expect(mine.ids).toEqual(expect.arrayContaining(['u2', 'u3']))
    for (const hidden of ['u1', 'u4', 'u5']) {
      expect(mine.ids).not.toContain(hidden)
      expect(mine.at).not.toContain(hidden)
    }
    expect((await seen('root')).ids).toEqual(expect.arrayContaining(Object.values(units)))
    const policy = (await (await as('own', 'readPolicy', {})).json()) as PolicyInfo
    expect(policy.facts.map(({ unitId }) => unitId)).not.toContain('u4')
  })

  it('says to oneself what one administers; whoever takes the root from others keeps it', async () => {
    const own = async (admin: Admin) =>
      ((await (await as(admin, 'whoAmI', {})).json()) as SessionInfo).user.administers ?? 'nothing'
    expect([await own('root'), await own('own'), await own('expired')]).toEqual(['server', 'units', 'nothing'])
    const second = await newAdmin('second', [grant('admin', 'u1')])
    const first = people.get('root')?.userId ?? ''
    const down = (id: string) => ({ params: { id }, body: { grants: [grant('admin', 'u2')] } })
    const bySecond = { token: second.token }
    expect(await codeOf(await world.call('setGrants', { ...bySecond, ...down(first) }))).toBe('ok')
    expect(await own('root')).toBe('units')
    expect(await codeOf(await as('root', 'setGrants', down(second.userId)))).toBe('unknown')
    expect(await codeOf(await world.call('setGrants', { ...bySecond, ...down(second.userId) }))).toBe('grants.own')
  })
})
