// 豁免 over the routes: from the chair's word over the administrator's grant to its end, in words.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SessionInfo, UserInfo } from '#shared/contract/resources.ts'
import type { ExemptionDesk, ExemptionRequest } from '#shared/contract/rightsResources.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

let world: ServerWorld
let chair: SignedIn
let finance: SignedIn
let admin: SignedIn
beforeAll(async () => {
  world = await openServerWorld()
  admin = await world.admin()
  chair = await world.signIn('chair')
  finance = await world.signIn('finance')
})
afterAll(() => world.close())

const days = { from: '2026-11-20', to: '2027-11-20' }
const declare = (who: SignedIn, more: Partial<ExemptionRequest> = {}) =>
  world.call('declareExemption', {
    token: who.token,
    headers: { 'Accept-Language': 'zh-Hans' },
    body: { unitId: 'u1', personIds: [finance.userId], excuses: ['finance+cashier'], ...days, reason: '三人单位', ...more },
  }) // prettier-ignore
const desk = async (who: SignedIn) =>
  (await (await world.call('listExemptions', { token: who.token })).json()) as ExemptionDesk
const revoke = async (who: SignedIn, id: string) =>
  (await world.call('revokeExemption', { token: who.token, params: { id } })).status
async function setGrants(cashier: { readonly from: string | null; readonly to: string | null }): Promise<string> {
  const right = { unitId: 'u1', kinds: [], department: null, from: null, to: null }
  const answer = await world.call('setGrants', {
    token: admin.token,
    headers: { 'Accept-Language': 'zh-Hans' },
    params: { id: finance.userId },
    body: { grants: [{ ...right, role: 'finance' }, { ...right, role: 'cashier', ...cashier }] },
  }) // prettier-ignore
  const body = (await answer.json()) as UserInfo & { readonly code?: string; readonly detail?: string }
  return answer.ok ? body.grants.map(({ role }) => role).join(' ') : `${body.code} ${body.detail}`
}
const mine = async () =>
  ((await (await world.call('whoAmI', { token: finance.token })).json()) as SessionInfo).user.grants.map(
    ({ role }) => role,
  )

describe('exemption over the routes', () => {
  it('sod: finance is cashier as well only for days of an exemption, and no longer from its revocation on', async () => {
    expect(await setGrants(days)).toMatch(/^grants\.incompatible /)
    const { id } = (await (await declare(chair)).json()) as { readonly id: string }
    expect(await setGrants({ from: null, to: null })).toMatch(/^grants\.exempt-days .*2026-11-20 至 2027-11-20/)
    expect(await setGrants({ from: '2026-11-20', to: '2027-11-21' })).toMatch(/^grants\.exempt-days /)
    expect(await setGrants(days)).toBe('finance cashier')
    expect(await mine()).toEqual(['finance', 'cashier'])
    expect((await desk(finance)).exemptions).toMatchObject([{ id, state: 'standing', mayRevoke: false }])
    expect(await revoke(finance, id)).toBe(404)
    expect(await revoke(admin, id)).toBe(204)
    expect(await mine()).toEqual(['finance'])
    expect(await setGrants(days)).toMatch(/^grants\.incompatible /)
    expect((await desk(finance)).exemptions).toMatchObject([{ id, state: 'revoked' }])
  })

  it('a second exemption of the same keeps the right when the first is revoked', async () => {
    const ids: string[] = []
    for (let n = 0; n < 2; n++) ids.push(((await (await declare(chair)).json()) as { readonly id: string }).id)
    expect(await setGrants(days)).toBe('finance cashier')
    expect(await revoke(chair, ids[0] ?? '')).toBe(204)
    expect(await mine()).toEqual(['finance', 'cashier'])
    expect(await revoke(chair, ids[1] ?? '')).toBe(204)
    expect(await mine()).toEqual(['finance'])
  })

  it('a delegated right is never excused', async () => {
    const director = await world.signIn('director')
    await declare(chair, { personIds: [director.userId], excuses: ['finance+chair'] })
    const given = { takerId: director.userId, role: 'chair', unitId: 'u1', kinds: [], department: null, from: '2026-11-20', to: '2026-11-30', reason: '外出' } // prettier-ignore
    expect((await world.call('delegate', { token: chair.token, body: given })).status).toBe(201)
    const right = { role: 'finance', unitId: 'u1', kinds: [], department: null, ...days }
    const answer = await world.call('setGrants', {
      token: admin.token,
      params: { id: director.userId },
      body: { grants: [right] },
    })
    expect(((await answer.json()) as { readonly code: string }).code).toBe('grants.incompatible')
  })

  it('says why not, in words', async () => {
    const said = async (who: SignedIn, more: Partial<ExemptionRequest> = {}) => {
      const answer = await declare(who, more)
      const { code, detail } = (await answer.json()) as { readonly code: string; readonly detail: string }
      return `${answer.status} ${code} ${detail}`
    }
    expect(await said(admin)).toMatch(/^403 exemption\.not-chair 不相容职务的豁免由本单位或上级单位的主席声明/)
    expect(await said(chair, { personIds: [chair.userId] })).toMatch(/^422 exemption\.self 不能豁免自己/)
    expect(await said(chair, { excuses: ['finance+auditor'] })).toMatch(/^422 exemption\.excuse /)
    expect(await said(chair, { to: '2027-11-21' })).toMatch(/^422 exemption\.days .*365/)
  })
})
