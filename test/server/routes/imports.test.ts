// Plans as nobody's page would send them: each is refused or harmless, none is an error of the server (I15).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnalysis, PushReport } from '#shared/contract/resources.ts'
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

describe('plans by hand', () => {
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
