// Policy packs over the contract: loaded, compared, confirmed, assigned; what they say in the next push; V5.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answers } from '#shared/contract/answers.ts'
import type { PolicyInfo, SeriesAnswer } from '#shared/contract/policyResources.ts'
import type { Problem } from '#shared/contract/problem.ts'
import type { PushResult } from '#shared/sync/record.ts'
import type { LinkedStanding } from '#shared/validation/linkedStanding.ts'
import { decodePack, encodePack } from '#shared/policy/packFile.ts'
import type { PackLimit, PolicyPack } from '#shared/policy/pack.ts'
import { templatePack } from '#shared/policy/packs/template.ts'
import { yuan } from '#shared/policy/yuan.ts'
import { sampleReceipt } from '#shared/sheets/signoff/sample.ts'
import { createOp, freshId, pushBody, type WireOp } from '../pushBody.ts'
import { openServerWorld, type ServerWorld, type TestRequest } from '../serverWorld.ts'

let world: ServerWorld
let admin: string
let finance: string
beforeAll(async () => {
  world = await openServerWorld()
  admin = (await world.admin()).token
  finance = (await world.signIn('finance')).token
})
afterAll(() => world.close())

const yearly = (amount: number): PackLimit => ({
  form: 'perMemberYear',
  tags: ['节日慰问'],
  max: yuan(amount),
  clause: '第一条',
  certainty: 'house',
})
const province: PolicyPack = {
  ...templatePack,
  id: 'province',
  layer: 'provincial',
  title: '省办法',
  limits: [yearly(1000)],
}
const own: PolicyPack = { ...templatePack, id: 'own', title: '本单位标准', limits: [yearly(1200)] }

async function ask(name: Parameters<ServerWorld['call']>[0], request: TestRequest = {}): Promise<PolicyInfo> {
  const answer = await world.call(name, { token: admin, ...request })
  const body: unknown = await answer.json()
  expect([answer.status, body]).toEqual([200, expect.anything()])
  return answers.PolicyInfo.parse(body) as PolicyInfo
}
const refusal = async (name: Parameters<ServerWorld['call']>[0], request: TestRequest) => {
  const answer = await world.call(name, { token: admin, ...request })
  return (await answer.json()) as Problem
}
const load = (pack: PolicyPack) => ask('loadPack', { body: { file: encodePack(pack) } })
const packOf = (info: PolicyInfo, id: string) =>
  info.packs.find(({ file }) => {
    const read = decodePack(file)
    return read.ok && read.value.id === id
  })
const facts = { retainedPerHead: null, nature: null }
const assign = (...packs: readonly string[]) => ask('setUnitPolicy', { params: { id: 'u1' }, body: { packs, facts } })

const receipts = (rows: readonly Readonly<Record<string, unknown>>[]): readonly WireOp[] =>
  rows.map((row) => ({
    op: 'create',
    id: freshId(),
    p: 'u1/signoff/2026',
    values: { ...sampleReceipt, unitPrice: null, quantity: 1, ...row },
  }))
const push = async (ops: readonly WireOp[], schema: Readonly<Record<string, number>>) => {
  const answer = await world.call('push', { token: finance, body: pushBody(ops, { schema }) })
  expect(answer.status).toBe(200)
  return (await answer.json()) as PushResult
}

describe('policy packs', () => {
  it('are shown to everybody: shipped ones unconfirmed, national ones everywhere', async () => {
    const info = await ask('readPolicy', { token: finance })
    expect(info.packs.length).toBeGreaterThan(7)
    expect(info.packs.every(({ origin, confirmed }) => origin === 'shipped' && confirmed === null)).toBe(true)
    expect(info.holidays.map(({ year }) => year)).toEqual([2024, 2025, 2026])
    expect(info.events).toEqual([])
  })

  it('are refused with every fault in words, and loaded when sound; the version rises and the act is written down', async () => {
    const wrong = await refusal('loadPack', { body: { file: '{"id":"X","limits":{}}' } })
    expect(wrong).toMatchObject({ status: 422, code: 'policy.file' })
    expect(wrong.findings?.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['pack.id', 'pack.choice', 'pack.list', 'pack.day']),
    )
    const before = await ask('readPolicy')
    const info = await load(province)
    expect(info.version).toBe(before.version + 1)
    expect(packOf(info, 'province')).toMatchObject({ origin: 'loaded', confirmed: null, units: [] })
    expect(info.events[0]).toMatchObject({ action: 'load', subject: 'province', by: '管理员' })
  })

  it('V5: refuses a standard of a unit that is looser than a higher one, in words that say what to do', async () => {
    await load(own)
    await assign('province')
    const refused = await refusal('setUnitPolicy', {
      params: { id: 'u1' },
      body: { packs: ['province', 'own'], facts },
    })
    expect(refused).toMatchObject({ status: 403, code: 'policy.loosens' })
    expect(refused.detail).toContain('1,200.00')
    expect(refused.detail).toContain('文号')
    expect(world.log.some((line) => line.includes('policy-refused'))).toBe(true)
    await load({ ...own, limits: [yearly(900)] })
    expect(packOf(await assign('province', 'own'), 'own')?.units).toEqual(['u1'])
    // an assigned pack cannot be replaced by a looser one either
    expect(await refusal('loadPack', { body: { file: encodePack(own) } })).toMatchObject({ code: 'policy.loosens' })
  })

  it('are confirmed as they were seen, inherited below, and stop only then', async () => {
    const child = await world.call('createUnit', {
      token: admin,
      body: { name: '车间分会', kind: 'primary', parentId: 'u1' },
    })
    const { id } = (await child.json()) as { readonly id: string }
    const book = await world.composed.store.policies()
    const limits = (unit: readonly string[]) =>
      book.policyFor(unit, '2026-11-20' as never).limits({ tag: '节日慰问', form: 'perMemberYear' })
    expect(limits([id, 'u1']).map(({ limit, confirmed }) => [limit.max, confirmed])).toEqual([
      [90_000, false],
      [100_000, false],
    ])
    expect(limits(['u7'])).toEqual([])

    expect(await refusal('confirmPack', { params: { id: 'own' }, body: { digest: '0'.repeat(64) } })).toMatchObject({
      status: 409,
      code: 'policy.changed',
    })
    expect(await refusal('confirmPack', { params: { id: 'none' }, body: { digest: '0'.repeat(64) } })).toMatchObject({
      status: 404,
    })
    const digest = packOf(await ask('readPolicy'), 'own')?.digest ?? ''
    const confirmed = await ask('confirmPack', { params: { id: 'own' }, body: { digest } })
    expect(packOf(confirmed, 'own')?.confirmed).toMatchObject({ by: '管理员' })
    // other content of the same id is not what was confirmed
    const tighter = await load({ ...own, limits: [yearly(800)] })
    expect(packOf(tighter, 'own')?.confirmed).toBeNull()
    const withdrawn = await ask('withdrawPack', { params: { id: 'own' } })
    expect(withdrawn.events.map(({ action }) => action).slice(0, 3)).toEqual(['withdraw', 'load', 'confirm'])
  })

  it('I12: what a unit says of itself, and what it was assigned, other units do not learn', async () => {
    const unit = async (parentId: string | null): Promise<string> => {
      const body = { name: parentId === null ? '别家工会' : '又一车间', kind: 'primary', parentId }
      return ((await (await world.call('createUnit', { token: admin, body })).json()) as { readonly id: string }).id
    }
    const own = { retainedPerHead: 12_300, nature: null }
    const body = { packs: ['province', 'own'], facts: own }
    expect((await ask('setUnitPolicy', { params: { id: 'u1' }, body })).facts).toHaveLength(1)
    const below = (await world.signIn('finance', { unitId: await unit('u1'), name: 'below' })).token
    const strange = (await world.signIn('finance', { unitId: await unit(null), name: 'strange' })).token
    const [seen, hidden] = [await ask('readPolicy', { token: below }), await ask('readPolicy', { token: strange })]
    expect([seen.facts.length, packOf(seen, 'own')?.units]).toEqual([1, ['u1']])
    expect([hidden.facts, packOf(hidden, 'own')?.units]).toEqual([[], []])
    expect(seen.events.some(({ subject }) => subject === 'u1')).toBe(true)
    expect(hidden.events.some(({ subject }) => subject === 'u1')).toBe(false)
    expect(hidden.events.some(({ action }) => action === 'load')).toBe(true)
  })

  it('bring a year of holidays, replacing none of the others', async () => {
    const year = {
      year: 2027,
      documentNo: '国办发明电〔2026〕0号',
      certainty: 'house',
      off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
      work: [],
    }
    const info = await ask('loadHolidays', { body: { file: JSON.stringify(year) } })
    expect(info.holidays.map((one) => one.year)).toEqual([2024, 2025, 2026, 2027])
    const { calendar } = await world.composed.store.policies()
    expect(calendar.isWorkingDay('2027-01-01' as never)).toBe(false)
    expect(await refusal('loadHolidays', { body: { file: '[' } })).toMatchObject({ code: 'policy.file' })
  })
})

describe('what reaches beyond one sheet', () => {
  it('says how the rules stand for a sheet: used, this sheet, bound; and at the rows of the sheet itself', async () => {
    const account = { accountCode: '50102', accountName: '文体活动支出', project: null, department: null }
    await push([createOp({ ...account, budget: '10000' })], { budget: 1 })
    const spent = {
      side: '支出',
      ...account,
      amount: '20000',
      date: '2026-03-01',
      summary: '运动会',
      voucherNo: '记-1',
    }
    const library = { ...spent, accountCode: '50304', accountName: '职工书屋活动支出', voucherNo: '记-2' }
    const ids = [freshId(), freshId()]
    const ops = [spent, library].map((values, index) => ({
      op: 'create',
      id: ids[index],
      p: 'u1/execution/2026',
      values,
    }))
    const done = await push(ops, { execution: 1 })
    expect(done.counts.created).toBe(2)
    expect(done.findings.map(({ code }) => code)).toContain('execution/not-budgeted')
    const params = { unit: 'u1', kind: 'execution', year: '2026' }
    const answer = await world.call('linkedStandings', { token: finance, params })
    const standings = answers['LinkedStanding[]'].parse(await answer.json()) as unknown as readonly LinkedStanding[]
    expect(standings.find(({ rule }) => rule === 'execution/over-account')).toMatchObject({
      group: ['50102'],
      own: '20000',
      total: '20000',
      bound: '0',
    })
    const records = await world.call('listRecords', { token: finance, params })
    const { findings } = (await records.json()) as { readonly findings: readonly { readonly code: string }[] }
    expect(findings.find(({ code }) => code === 'execution/not-budgeted')).toMatchObject({
      severity: 'warning',
      location: { id: ids[1] },
      params: { topAccount: '503', left: '200.00' },
    })
    expect((await world.call('linkedStandings', { token: admin, params })).status).toBe(404)
  })

  it('compares an issue with the one before', async () => {
    const gift = (name: string, issue: string, amount: string) => ({ name, memberNo: `HY-${name}`, issue, amount })
    const done = await push(
      receipts([
        gift('1', '春节', '30000'),
        gift('2', '春节', '30000'),
        gift('3', '春节', '30000'),
        gift('1', '端午', '30000'),
        gift('2', '端午', '40000'),
        gift('4', '端午', '30000'),
      ]),
      { signoff: 1 },
    )
    expect(done.counts).toMatchObject({ created: 6 })
    const params = { unit: 'u1', kind: 'signoff', year: '2026' }
    const answer = await world.call('seriesDifference', { token: finance, params })
    const { issues, difference } = answers.SeriesAnswer.parse(await answer.json()) as SeriesAnswer
    expect(issues).toEqual(['春节', '端午'])
    expect(difference).toMatchObject({
      issue: '端午',
      previous: '春节',
      added: [{ name: '4', after: 30_000 }],
      removed: [{ name: '3', before: 30_000 }],
      changed: [{ name: '2', before: 30_000, after: 40_000 }],
      unchanged: 1,
      total: 100_000,
      previousTotal: 90_000,
    })
    const first = await world.call('seriesDifference', { token: finance, params, query: 'issue=春节' })
    expect(((await first.json()) as SeriesAnswer).difference?.previous).toBeNull()
    expect((await world.call('seriesDifference', { token: finance, params, query: 'issue=无' })).status).toBe(404)
  })
})
