// An old file that was imported comes back with its base and nothing else: dropped on the page as it is, it changes nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnalysis } from '#shared/contract/importResources.ts'
import type { PushReport, UnitInfo, WorkbookPreview } from '#shared/contract/resources.ts'
import * as budgets from '../../fixtures/legacy/budget.ts'
import * as offices from '../../fixtures/legacy/offices.ts'
import { buildFixture, type Fixture } from '../../fixtures/legacy/sheetDescription.ts'
import * as tasks from '../../fixtures/legacy/task.ts'
import { readFile } from '#server/workbook/readFile.ts'
import { openServerWorld, type ServerWorld, type TestRequest } from '../serverWorld.ts'

let world: ServerWorld
beforeAll(async () => {
  world = await openServerWorld()
})
afterAll(() => world.close())

async function ask<T>(name: Parameters<ServerWorld['call']>[0], request: TestRequest): Promise<T> {
  const answer = await world.call(name, request)
  const text = await answer.text()
  expect(answer.ok, text).toBe(true)
  return JSON.parse(text) as T
}

const isFixture = (value: unknown): value is Fixture => typeof value === 'object' && value !== null && 'sheets' in value
/** Halves side by side cannot carry a base; the last two have rows that somebody has to settle first. */
const unbound: ReadonlySet<string> = new Set(['sideBySideBudget', 'threeUp', 'ruled', 'messyLedger'])
const fixtures = Object.entries({ ...budgets, ...tasks, ...offices }).filter(
  (entry): entry is [string, Fixture] => isFixture(entry[1]) && !unbound.has(entry[0]),
)

describe('an imported file, untouched', () => {
  it.each(fixtures)('%s changes nothing', async (name, fixture) => {
    const { token: admin } = await world.admin()
    const unit = await ask<UnitInfo>('createUnit', {
      token: admin,
      body: { name, kind: 'primary', parentId: 'u1' },
    })
    const finance = await world.signIn('finance', { unitId: unit.id })
    const secretary = await world.signIn('secretary', { unitId: unit.id })
    const body = await buildFixture(fixture)
    const read = await ask<ImportAnalysis>('uploadImport', { token: finance.token, query: 'name=a.xlsx', body })
    for (const { plan } of read.tables) {
      if (plan === null) continue
      const { token } = plan.kind === 'task' ? secretary : finance
      const analysis = await ask<ImportAnalysis>('uploadImport', { token, query: 'name=a.xlsx', body })
      const { year } = plan.conventions
      const params = { id: analysis.importId }
      const { result } = await ask<PushReport>('applyImport', { token, params, body: { plan, unitId: unit.id, year } })
      expect(result.counts.created).toBeGreaterThan(0)
      const bound = await world.call('importedWorkbook', { token, params })
      const bytes = new Uint8Array(await bound.arrayBuffer())
      const preview = await ask<WorkbookPreview>('uploadWorkbook', { token, query: 'name=a.xlsx', body: bytes })
      for (const { counts, mine, conflicts, findings } of preview.sheets) {
        expect([counts.added, counts.changed, counts.deleted, mine, conflicts]).toEqual([0, 0, 0, [], []])
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
      }
    }
  })
})

it('a second file of a sheet brings the rows of the first along as others’, and deletes none of them', async () => {
  const { token } = await world.signIn('finance')
  const csvBook = (rows: readonly (readonly (string | number)[])[]) =>
    buildFixture({
      nasty: '补充表',
      fileName: '补充.xlsx',
      sheets: [{ name: '预算', rows: [['科目编码', '科目名称', '项目名称', '本年预算数'], ...rows] }],
    })
  const bring = async (rows: readonly (readonly (string | number)[])[]) => {
    const body = await csvBook(rows)
    const { importId, tables } = await ask<ImportAnalysis>('uploadImport', { token, query: 'name=a.xlsx', body })
    const params = { id: importId }
    await ask('applyImport', { token, params, body: { plan: tables[0]?.plan, unitId: 'u1', year: 2026 } })
    const bound = await world.call('importedWorkbook', { token, params })
    const bytes = new Uint8Array(await bound.arrayBuffer())
    return ask<WorkbookPreview>('uploadWorkbook', { token, query: 'name=a.xlsx', body: bytes })
  }
  await bring([
    ['50101', '职工教育支出', '甲', 100],
    ['50102', '文体活动支出', '乙', 200],
  ])
  const { sheets, uploadId } = await bring([
    ['50103', '宣传活动支出', '丙', 300],
    ['50105', '会员活动支出', '丁', 400],
  ])
  expect(sheets[0]?.counts).toMatchObject({ added: 0, changed: 0, deleted: 0 })
  expect(sheets[0]?.mine).toEqual([])
  expect(sheets[0]?.theirs.map(({ change }) => change)).toEqual(['add', 'add'])
  const params = { id: uploadId }
  await ask('publishWorkbook', { token, params, body: { dryRun: false, resolutions: [], confirmedDeletes: [] } })
  const file = await world.call('publishedWorkbook', { token, params })
  const body = new Uint8Array(await file.arrayBuffer())
  const whole = await ask<WorkbookPreview>('uploadWorkbook', { token, query: 'name=a.xlsx', body })
  expect(whole.sheets[0]).toMatchObject({ counts: { unchanged: 4, added: 0, changed: 0, deleted: 0 }, theirs: [] })
})

it('a slip that was mended on the way in is mended in the file that comes back, too', async () => {
  const { token: admin } = await world.admin()
  const body = { name: '改过笔误的工会', kind: 'primary', parentId: 'u1' }
  const unit = await ask<UnitInfo>('createUnit', { token: admin, body })
  const { token } = await world.signIn('finance', { unitId: unit.id })
  const slipped: Fixture = {
    ...budgets.plainBudget,
    sheets: budgets.plainBudget.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => (row[0] === '    50405' ? row.map((cell, at) => (at === 3 ? 66_000 : cell)) : row)),
    })),
  }
  const file = await buildFixture(slipped)
  const { importId, tables } = await ask<ImportAnalysis>('uploadImport', { token, query: 'name=a.xlsx', body: file })
  const params = { id: importId }
  const plan = { ...tables[0]?.plan, corrections: [{ row: 28, column: 'budget', value: 6_400_000 }] }
  await ask('applyImport', { token, params, body: { plan, unitId: unit.id, year: 2026 } })
  const bound = await world.call('importedWorkbook', { token, params })
  const bytes = new Uint8Array(await bound.arrayBuffer())
  const read = await readFile(bytes, 'a.xlsx')
  expect(read.ok && read.value.sheets[0]?.rows[27]?.cells[3]).toBe(64_000)
  const preview = await ask<WorkbookPreview>('uploadWorkbook', { token, query: 'name=a.xlsx', body: bytes })
  expect(preview.sheets[0]).toMatchObject({ counts: { changed: 0, unchanged: 20 }, mine: [], theirs: [] })
})
