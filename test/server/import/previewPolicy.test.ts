// The limits and holidays of the unit reach the thread that reads its files: what a preview says, the push says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnalysis, ImportTable } from '#shared/contract/importResources.ts'
import type { PolicyInfo } from '#shared/contract/policyResources.ts'
import type { PushReport, UnitInfo } from '#shared/contract/resources.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { decodePack, encodePack } from '#shared/policy/packFile.ts'
import type { PolicyPack } from '#shared/policy/pack.ts'
import { templatePack } from '#shared/policy/packs/template.ts'
import { yuan } from '#shared/policy/yuan.ts'
import { openServerWorld, testPassword, type ServerWorld, type SignedIn, type TestRequest } from '../serverWorld.ts'

const dayLimit: PolicyPack = {
  ...templatePack,
  id: 'courses',
  title: '培训费标准',
  limits: [{ form: 'perPersonDay', tag: '职工教育', max: yuan(400), clause: '第三条', certainty: 'house' }],
}
// 500 a person and day, above the 400 of the pack.
const courses =
  '培训班名称,培训对象,期数,人数,开始日期,结束日期,天数,主办部门,经费预算\n财务班,工会干部,1,40,2026-05-11,2026-05-12,2,财务部,40000.00\n'

let world: ServerWorld
let admin: SignedIn
beforeAll(async () => {
  world = await openServerWorld()
  admin = await world.admin()
})
afterAll(() => world.close())

async function ask<T>(name: Parameters<ServerWorld['call']>[0], request: TestRequest): Promise<T> {
  const answer = await world.call(name, { token: admin.token, ...request })
  const text = await answer.text()
  expect(answer.ok, text).toBe(true)
  return JSON.parse(text) as T
}

async function confirm(): Promise<void> {
  const { packs } = await ask<PolicyInfo>('readPolicy', {})
  const pack = packs.find(({ file }) => {
    const read = decodePack(file)
    return read.ok && read.value.id === dayLimit.id
  })
  await ask('confirmPack', { params: { id: dayLimit.id }, body: { digest: pack?.digest } })
}

const upload = (user: SignedIn, name: string, csv: string) =>
  ask<ImportAnalysis>('uploadImport', {
    token: user.token,
    query: `name=${name}.csv`,
    body: new TextEncoder().encode(csv),
  })

/** What the rules say, without where it stands. */
const judged = (findings: readonly Finding[], prefix: string) =>
  findings
    .filter(({ code }) => code.startsWith(prefix))
    .map(({ code, severity, citation, params }) => ({ code, severity, citation, params }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))

describe('the preview of an import', () => {
  it('says of a limit what the push says: nothing where no pack holds, a warning, and an error once the pack is confirmed', async () => {
    const { id: other } = await ask<UnitInfo>('createUnit', {
      body: { name: '别家工会', kind: 'primary', parentId: null },
    })
    const user = await world.signIn('finance')
    const stranger = await world.signIn('finance', { unitId: other })
    await ask('loadPack', { body: { file: encodePack(dayLimit) } })
    const facts = { retainedPerHead: null, nature: null }
    await ask('setUnitPolicy', { params: { id: 'u1' }, body: { packs: [dayLimit.id], facts } })
    const seen = async (who: SignedIn, unitId: string) => {
      const { importId, tables } = await upload(who, '培训', courses)
      const plan = tables[0]?.plan
      expect(plan?.kind).toBe('training')
      const wish = { token: who.token, params: { id: importId }, body: { plan, unitId, year: 2026 } }
      const planned = await ask<ImportTable>('planImport', wish)
      const rehearsed = await ask<PushReport>('rehearseImport', wish)
      const [uploaded, again, pushed] = [
        tables[0]?.preview?.findings ?? [],
        planned.preview?.findings ?? [],
        rehearsed.result.findings,
      ].map((findings) => judged(findings, 'training/cost-per-day'))
      expect(uploaded).toEqual(pushed)
      expect(again).toEqual(pushed)
      return pushed
    }
    expect(await seen(stranger, other)).toEqual([])
    const strange = await upload(stranger, '培训', courses)
    const body = { plan: strange.tables[0]?.plan, unitId: 'u1', year: 2026 }
    const wish = { token: stranger.token, params: { id: strange.importId }, body }
    const { preview } = await ask<ImportTable>('planImport', wish)
    expect(judged(preview?.findings ?? [], 'training/cost-per-day'), 'limits of others are not told').toEqual([])
    expect(await seen(user, 'u1')).toMatchObject([
      { severity: 'warning', params: { amount: '500.00', limit: '400.00' } },
    ])
    await confirm()
    expect(await seen(user, 'u1')).toMatchObject([{ severity: 'error', citation: { clause: '第三条' } }])
  })

  it('judges a table that names its unit as that unit’s, whatever the person’s first unit is', async () => {
    const { id: county } = await ask<UnitInfo>('createUnit', {
      body: { name: '某某县总工会', kind: 'county', parentId: null },
    })
    const user = await world.signIn('finance')
    const grants = ['u1', county].map((unitId) => ({
      role: 'finance',
      unitId,
      kinds: [],
      department: null,
      from: null,
      to: null,
    }))
    await ask('setGrants', { params: { id: user.userId }, body: { grants } })
    const again = await ask<{ readonly token: string }>('signIn', { body: { name: user.name, password: testPassword } })
    const body = (unit: string) =>
      `${unit}2026年经费收支预算表,,,\n编制单位：${unit}　　年度：2026年　　单位：元,,,\n科目编码,科目名称,项目名称,本年预算数\n50602,商品和服务支出,办公,100\n`
    const rarely = async (unit: string) => {
      const { tables } = await upload({ ...user, token: again.token }, '预算', body(unit))
      expect(tables[0]?.table.unitName).toBe(unit)
      return judged(tables[0]?.preview?.findings ?? [], 'budget/rarely-primary').length
    }
    expect([await rarely('某某工会'), await rarely('某某县总工会')]).toEqual([1, 0])
  })
})
