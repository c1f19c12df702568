// 授权 over the routes: who may give and take back, in words; what the person then is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SessionInfo } from '#shared/contract/resources.ts'
import type { DelegationDesk, DelegationRequest } from '#shared/contract/rightsResources.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

let world: ServerWorld
let chair: SignedIn
let director: SignedIn
let admin: SignedIn
beforeAll(async () => {
  world = await openServerWorld()
  admin = await world.admin()
  chair = await world.signIn('chair')
  director = await world.signIn('director')
})
afterAll(() => world.close())

const wish = (more: Partial<DelegationRequest> = {}): DelegationRequest => ({
  takerId: director.userId,
  role: 'chair',
  unitId: 'u1',
  kinds: [],
  department: null,
  from: '2026-11-20',
  to: '2026-11-30',
  reason: '外出学习',
  ...more,
})
const give = (who: SignedIn, body: DelegationRequest, headers = {}) =>
  world.call('delegate', { token: who.token, body, headers })
const desk = async (who: SignedIn) =>
  (await (await world.call('listDelegations', { token: who.token })).json()) as DelegationDesk
const mine = async (who: SignedIn) =>
  ((await (await world.call('whoAmI', { token: who.token })).json()) as SessionInfo).user.grants.map(
    ({ role, delegatedBy }) => `${role}${delegatedBy === undefined ? '' : ` ← ${delegatedBy}`}`,
  )
const take = async (who: SignedIn, id: string) =>
  (await world.call('revokeDelegation', { token: who.token, params: { id } })).status

describe('delegation over the routes', () => {
  it('holds from the next request on, ends with the next request, whoever takes it back', async () => {
    for (const by of [chair, director, admin]) {
      const { id } = (await (await give(chair, wish())).json()) as { readonly id: string }
      expect(await mine(director)).toEqual(['director', `chair ← ${chair.name}同志`])
      expect((await desk(admin)).delegations.map(({ state }) => state)).toContain('standing')
      expect(await take(by, id)).toBe(204)
      expect(await mine(director)).toEqual(['director'])
    }
    const stranger = await world.signIn('finance')
    const { id } = (await (await give(chair, wish())).json()) as { readonly id: string }
    expect(await take(stranger, id)).toBe(404)
    expect(await take(chair, 'nothing')).toBe(404)
    expect(await take(chair, id)).toBe(204)
  })

  it('is looked after by administrators of the unit, not by those of others', async () => {
    for (const name of ['甲', '乙'])
      await world.call('createUnit', { token: admin.token, body: { name, kind: 'primary', parentId: 'u1' } })
    const below = await world.signIn('chair', { unitId: 'u2' })
    const [own, beside] = [await world.signIn('admin', { unitId: 'u2' }), await world.signIn('admin', { unitId: 'u3' })]
    const { id } = (await (await give(below, wish({ unitId: 'u2' }))).json()) as { readonly id: string }
    expect((await desk(own)).delegations).toHaveLength(1)
    expect((await desk(beside)).delegations).toEqual([])
    expect(await take(beside, id)).toBe(404)
    expect(await take(own, id)).toBe(204)
  })

  it('says why not, in words and in the language asked for', async () => {
    const finance = await world.signIn('finance')
    const said = async (who: SignedIn, body: DelegationRequest) => {
      const answer = await give(who, body, { 'Accept-Language': 'zh-Hans' })
      const { code, detail } = (await answer.json()) as { readonly code: string; readonly detail: string }
      return `${answer.status} ${code} ${detail}`
    }
    expect(await said(chair, wish({ takerId: finance.userId }))).toMatch(
      /^422 grants\.incompatible .*“财务”和“主席（审批）”/,
    )
    expect(await said(finance, wish())).toMatch(/^403 delegation\.not-held 只能把自己现有的权限/)
    expect(await said(chair, wish({ takerId: admin.userId }))).toMatch(/^422 delegation\.taker /)
    expect(world.log.some((line) => line.includes('rights-refused') && line.includes('delegation.not-held'))).toBe(true)
  })

  it('what was delegated counts when an administrator gives rights', async () => {
    expect((await give(chair, wish())).status).toBe(201)
    const grant = (role: string) => ({ role, unitId: 'u1', kinds: [], department: null, from: null, to: null })
    const change = async (role: string) =>
      world.call('setGrants', {
        token: admin.token,
        params: { id: director.userId },
        body: { grants: [grant(role)] },
      })
    admin = await world.admin()
    expect(((await (await change('finance')).json()) as { readonly code: string }).code).toBe('grants.incompatible')
    expect((await change('secretary')).status).toBe(200)
  })
})
