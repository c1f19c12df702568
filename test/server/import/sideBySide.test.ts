// Tables beside one another that are one sheet on paper: one plan, one push, one receipt, and both totals checked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnalysis, ImportTable } from '#shared/contract/importResources.ts'
import type { PushReport, RecordList } from '#shared/contract/resources.ts'
import { sideBySideBudget } from '../../fixtures/legacy/budget.ts'
import { buildFixture, type Fixture } from '../../fixtures/legacy/sheetDescription.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

let world: ServerWorld
let user: SignedIn
beforeAll(async () => {
  world = await openServerWorld()
  user = await world.signIn('finance')
})
afterAll(() => world.close())

const upload = async (fixture: Fixture): Promise<ImportAnalysis> => {
  const body = await buildFixture(fixture)
  const answer = await world.call('uploadImport', { token: user.token, query: 'name=a.xlsx', body })
  return (await answer.json()) as ImportAnalysis
}
const ask = (name: 'planImport' | 'applyImport' | 'rehearseImport', importId: string, plan: unknown) =>
  world.call(name, { token: user.token, params: { id: importId }, body: { plan, unitId: 'u1', year: 2026 } })

/** The same sheet with another amount in the right half's total. */
const unequal: Fixture = {
  ...sideBySideBudget,
  sheets: sideBySideBudget.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => (row[0] === '总计' ? ['总计', 1300000, '总计', 1300001] : row)),
  })),
}

describe('two halves', () => {
  it('IM68: are one table with one plan of two, whose picture, columns and sums are of both', async () => {
    const { tables } = await upload(sideBySideBudget)
    expect(tables).toHaveLength(1)
    const [table] = tables
    expect(table?.plan?.conventions.section).not.toBe(table?.plan?.beside?.[0]?.conventions.section)
    expect(table?.table.columns.map(({ index }) => index)).toEqual([0, 1, 2, 3])
    expect(table?.picture.rows[3]).toEqual(['会费收入', '54000', '职工教育支出', '64000'])
    expect(table?.preview?.counts).toMatchObject({ imported: 12, rejected: 0, total: 2 })
    expect(table?.preview?.totals.map(({ ties, where }) => [where, ties])).toEqual([
      ['B10', true],
      ['D10', true],
    ])
    expect(table?.preview?.findings.filter(({ severity }) => severity !== 'hint').map(({ code }) => code)).toEqual([])
  })

  it('are imported in one push with one receipt, a correction in either half included', async () => {
    const { importId, tables } = await upload(sideBySideBudget)
    const plan = tables[0]?.plan
    if (!plan?.beside?.[0]) throw new Error('no halves')
    const money = plan.beside[0].mappings.find(({ source }) => source.index === 3)?.target ?? ''
    const corrections = [{ row: 4, column: money, value: 6_400_100 }]
    const mended = { ...plan, beside: [{ ...plan.beside[0], corrections }] }
    const planned = (await (await ask('planImport', importId, mended)).json()) as ImportTable
    expect(planned.preview?.totals.map(({ ties }) => ties)).toEqual([true, false])
    const report = (await (await ask('applyImport', importId, mended)).json()) as PushReport
    expect(report.result.counts.created).toBe(12)
    expect(report.result.receipt).not.toBe('')
    const params = { unit: 'u1', kind: plan.kind, year: '2026' }
    const list = await world.call('listRecords', { token: user.token, params })
    const { rows } = (await list.json()) as RecordList
    expect(rows).toHaveLength(12)
    expect(rows.filter(({ values }) => values[money] === 6_400_100)).toHaveLength(1)
    expect((await world.call('importedWorkbook', { token: user.token, params: { id: importId } })).status).toBe(409)
  })

  it('say when their totals are not equal', async () => {
    const { tables } = await upload(unequal)
    const found = tables[0]?.preview?.findings.find(({ code }) => code === 'import/halves-differ')
    expect(found).toMatchObject({ severity: 'warning', location: { row: 10 }, params: { difference: '-1.00' } })
  })

  it('are refused when one of them is of another table, sheet or version', async () => {
    const { importId, tables } = await upload(sideBySideBudget)
    const plan = tables[0]?.plan
    const [half] = plan?.beside ?? []
    const code = async (change: object) => {
      const answer = await ask('rehearseImport', importId, { ...plan, beside: [{ ...half, ...change }] })
      return ((await answer.json()) as { readonly code: string }).code
    }
    expect(await code({ fingerprint: 'x' })).toBe('import.fingerprint')
    expect(await code({ tableIndex: 7 })).toBe('import.fingerprint')
    expect(await code({ schema: 99 })).toBe('import.schema')
  })
})
