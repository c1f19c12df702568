// Plans as nobody's page would send them: each is refused or harmless, none is an error of the server (I15).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnalysis, ImportTable } from '#shared/contract/importResources.ts'
import type { PushReport, UnitInfo } from '#shared/contract/resources.ts'
import type { ImportPlan } from '#shared/import/plan.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

const csv = '科目编码,科目名称,项目,预算数\n50101,职工教育支出,甲,12.50\n50101,职工教育支出,乙,1.005\n合计,,,13.51\n'

let world: ServerWorld
let user: SignedIn
let importId: string
let plan: ImportPlan
beforeAll(async () => {
  world = await openServerWorld()
  user = await world.signIn('finance')
  const body = new TextEncoder().encode(csv)
  const answer = await world.call('uploadImport', { token: user.token, query: 'name=a.csv', body })
  const analysis = (await answer.json()) as ImportAnalysis
  const made = analysis.tables[0]?.plan
  if (!made) throw new Error('no plan')
  importId = analysis.importId
  plan = made
})
afterAll(() => world.close())

const rehearse = (change: object) => {
  const body = { plan: { ...plan, ...change }, unitId: 'u1', year: 2026 }
  return world.call('rehearseImport', { token: user.token, params: { id: importId }, body })
}

describe('what was settled for a shape', () => {
  const odd = new TextEncoder().encode(
    '代号,科目名称,何物,预算数\n50101,职工教育支出,甲,12.50\n50101,职工教育支出,乙,8.00\n',
  )
  const alias = { column: 'item', from: '甲', to: '培训' }

  const upload = async (who: SignedIn): Promise<ImportPlan> => {
    const answer = await world.call('uploadImport', { token: who.token, query: 'name=b.csv', body: odd })
    const analysis = (await answer.json()) as ImportAnalysis
    const [table] = analysis.tables
    if (table?.plan) return table.plan
    // Of no kind by its headers: a person says it.
    const asked = { ...plan, sheetName: table?.sheetName ?? '', fingerprint: '', mappings: [] }
    const body = { plan: asked, unitId: unitOf.get(who), year: 2026 }
    const planned = await world.call('planImport', { token: who.token, params: { id: analysis.importId }, body })
    const made = ((await planned.json()) as ImportTable).plan
    if (made === null) throw new Error('no plan')
    return made
  }
  const unitOf = new Map<SignedIn, string>()
  const at = async (unitId: string): Promise<SignedIn> => {
    const who = await world.signIn('finance', { unitId })
    unitOf.set(who, unitId)
    return who
  }
  const of = (made: ImportPlan) =>
    Object.fromEntries(
      made.mappings.map(({ source, target, basis, confidence }) => [source.header, { target, basis, confidence }]),
    )

  it('IM63: settles in its own unit, suggests below, and is not known beside', async () => {
    const admin = await world.admin()
    const unit = async (name: string, parentId: string) => {
      const answer = await world.call('createUnit', { token: admin.token, body: { name, kind: 'primary', parentId } })
      return ((await answer.json()) as UnitInfo).id
    }
    const [above, beside] = [await unit('上级', 'u1'), await unit('旁边', 'u1')]
    const below = await unit('下级', above)
    const [own, child, other] = [await at(above), await at(below), await at(beside)]
    expect(of(await upload(own))['何物']).toMatchObject({ target: null })

    const answer = await world.call('uploadImport', { token: own.token, query: 'name=b.csv', body: odd })
    const { importId, tables } = (await answer.json()) as ImportAnalysis
    const fresh = tables[0]?.plan ?? (await upload(own))
    const settled = {
      ...fresh,
      aliases: [alias],
      mappings: fresh.mappings.map((mapping) =>
        mapping.source.header === '何物' ? { ...mapping, target: 'item', basis: 'manual', confidence: 1 } : mapping,
      ),
    }
    const body = { plan: settled, unitId: above, year: 2026 }
    const done = await world.call('applyImport', { token: own.token, params: { id: importId }, body })
    expect(done.status, await done.clone().text()).toBe(200)

    const again = await upload(own)
    expect(of(again)['何物']).toEqual({ target: 'item', basis: 'profile', confidence: 1 })
    expect(again.aliases).toEqual([alias])
    const suggested = await upload(child)
    expect(of(suggested)['何物']).toEqual({ target: 'item', basis: 'profile', confidence: 0.5 })
    expect(suggested.aliases).toEqual([])
    const unknown = await upload(other)
    expect(of(unknown)['何物']).toMatchObject({ target: null, basis: 'none' })
    expect(JSON.stringify(unknown)).not.toContain('培训')
  })
})

describe('plans by hand', () => {
  it('a plan made for another version of the sheet is refused, whatever is asked', async () => {
    for (const name of ['planImport', 'rehearseImport', 'applyImport'] as const) {
      const body = { plan: { ...plan, schema: plan.schema + 1 }, unitId: 'u1', year: 2026 }
      const answer = await world.call(name, { token: user.token, params: { id: importId }, body })
      const problem = (await answer.json()) as { readonly code: string; readonly detail: string }
      expect([answer.status, problem.code]).toEqual([409, 'import.schema'])
      expect(problem.detail).toContain(`第 ${plan.schema + 1} 版`)
    }
  })

  it('IM58: a row that cannot be read stops the import until a person leaves it behind', async () => {
    const stopped = await rehearse({})
    const problem = (await stopped.json()) as { readonly code: string; readonly findings: readonly object[] }
    expect([stopped.status, problem.code]).toEqual([422, 'import.rejected'])
    expect(problem.findings).toMatchObject([{ code: 'amount-precision', location: { row: 3 } }])
    const left = (await (await rehearse({ accepted: [3] })).json()) as PushReport
    expect(left.result.counts.created).toBe(1)
  })

  it('B6: a column named as a member of every object is no column', async () => {
    for (const target of ['toString', 'valueOf', 'constructor', 'hasOwnProperty']) {
      const mappings = plan.mappings.map((mapping) => ({ ...mapping, target }))
      expect((await rehearse({ mappings, accepted: [3] })).status, target).toBeLessThan(500)
      const corrections = [{ row: 2, column: target, value: 5 }]
      expect((await rehearse({ corrections, accepted: [3] })).status, target).toBeLessThan(500)
    }
  })

  it('B8: half a 分 is no correction', async () => {
    for (const value of [0.5, 1e300]) {
      const answer = await rehearse({ corrections: [{ row: 3, column: 'budget', value }] })
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'json.invalid'])
    }
    const mended = await rehearse({ corrections: [{ row: 3, column: 'budget', value: 101 }] })
    expect(((await mended.json()) as PushReport).result.counts.created).toBe(2)
  })
})
