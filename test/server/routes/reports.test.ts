// Reports over the endpoints: who may see them, what they say, and a workbook that does not come back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReportInfo, ReportTable } from '#shared/contract/resources.ts'
import type { PushResult } from '#shared/sync/record.ts'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { createOp, freshId, pushBody } from '../pushBody.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

const params = { report: 'execution-table', unit: 'u1', year: '2026' }
const entry = (values: Readonly<Record<string, unknown>>) => ({
  op: 'create' as const,
  id: freshId(),
  p: 'u1/execution/2026',
  values: { side: '支出', accountCode: '50101', accountName: '职工教育支出', ...values },
})

let world: ServerWorld
let finance: SignedIn
beforeAll(async () => {
  world = await openServerWorld()
  finance = await world.signIn('finance')
  const ops = [
    createOp({ budget: '100000', project: null }),
    entry({ amount: '30000', date: '2026-02-10' }),
    entry({ accountCode: '50103', accountName: '宣传活动支出', amount: '700' }),
  ]
  const answer = await world.call('push', {
    token: finance.token,
    body: pushBody(ops, { schema: { budget: 1, execution: 1 } }),
  })
  const pushed = (await answer.json()) as PushResult
  expect(pushed.counts.created, JSON.stringify(pushed)).toBe(3)
})
afterAll(() => world.close())

describe('reports', () => {
  it('are listed with the kinds they are made of', async () => {
    const list = (await (await world.call('listReports', { token: finance.token })).json()) as ReportInfo[]
    expect(list.find(({ report }) => report === params.report)?.kinds).toEqual(['budget', 'adjustment', 'execution'])
  })

  it('add up what the sheets hold', async () => {
    const table = (await (await world.call('report', { token: finance.token, params })).json()) as ReportTable
    expect(table.rows).toHaveLength(2)
    expect(table.rows[0]).toMatchObject({
      accountCode: '50101',
      budget: 100_000,
      executed: 30_000,
      left: 70_000,
      rate: 3_000,
    })
    expect(table.rows[1]).toMatchObject({ accountCode: '50103', executed: 700, approved: null })
  })

  it('are not there for who may see only part of the rows, for other units, years and names', async () => {
    const department = await world.signIn('department', { department: '组织部' })
    expect((await world.call('report', { token: department.token, params })).status).toBe(404)
    expect((await world.call('reportWorkbook', { token: department.token, params })).status).toBe(404)
    for (const change of [{ unit: 'nowhere' }, { year: '26' }, { report: 'none' }])
      expect((await world.call('report', { token: finance.token, params: { ...params, ...change } })).status).toBe(404)
  })

  it('print as a workbook with sums, and without ids or a base', async () => {
    const answer = await world.call('reportWorkbook', { token: finance.token, params })
    expect(answer.status).toBe(200)
    const read = openFileWorkbook(new Uint8Array(await answer.arrayBuffer()), nodeZipPorts).read()
    if (!read.ok) throw new Error(read.error.code)
    expect(read.value.sheets.map(({ visibility }) => visibility)).toEqual(['visible'])
    const texts = read.value.sheets[0]?.rows.flatMap(({ cells }) => cells) ?? []
    expect(texts).toEqual(expect.arrayContaining(['执行率', '宣传活动支出', '本年支出合计', 307]))
    expect(texts.filter((text) => text === '校验' || text === '同表编号')).toEqual([])
  })
})
