// The main job over the endpoints: an old budget in, records, the same file back with its base, edits on both sides, merge.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnalysis, ImportRequest } from '#shared/contract/importResources.ts'
import type {
  PartitionInfo,
  PushReport,
  PushSummary,
  RecordList,
  UndoReport,
  WorkbookPreview,
} from '#shared/contract/resources.ts'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import { decodeState } from '#shared/sync/state/decodeState.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { leafCount, plainBudget } from '../../fixtures/legacy/budget.ts'
import { buildFixture } from '../../fixtures/legacy/sheetDescription.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

/** The leaves and the surplus brought forward, which stands under 结余. */
const recordCount = leafCount + 1
/** 收入 1,300,000.00 + 支出 1,286,400.00 + 上年结转 268,800.50, in 分. */
const budgetSum = 130_000_000 + 128_640_000 + 26_880_050

const place = { unit: 'u1', kind: 'budget', year: '2026' }

let world: ServerWorld
let user: SignedIn
let file: Uint8Array
beforeAll(async () => {
  world = await openServerWorld()
  user = await world.signIn('finance')
  file = await buildFixture(plainBudget)
})
afterAll(() => world.close())

async function read<T>(response: Response, status = 200): Promise<T> {
  const text = await response.text()
  expect(response.status, text).toBe(status)
  return JSON.parse(text) as T
}
const bytesOf = async (response: Response): Promise<Uint8Array> => {
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}
const upload = async (bytes: Uint8Array, who = user) =>
  read<ImportAnalysis>(
    await world.call('uploadImport', { token: who.token, query: 'name=2026%E9%A2%84%E7%AE%97.xlsx', body: bytes }),
    201,
  )
const drop = async (bytes: Uint8Array, who = user) =>
  read<WorkbookPreview>(
    await world.call('uploadWorkbook', { token: who.token, query: 'name=x.xlsx', body: bytes }),
    201,
  )
const publish = (uploadId: string, more: object = {}, who = user) =>
  world.call('publishWorkbook', {
    token: who.token,
    params: { id: uploadId },
    body: { dryRun: false, resolutions: [], confirmedDeletes: [], ...more },
  })
const records = async (who = user) =>
  read<RecordList>(await world.call('listRecords', { token: who.token, params: place }))

/** Rows of the only visible sheet as they stand, with a helper to find a cell by the text beside it. */
function openSheet(bytes: Uint8Array) {
  const workbook = openFileWorkbook(bytes, nodeZipPorts)
  const raw = workbook.read()
  if (!raw.ok) throw new Error(raw.error.code)
  const sheet = raw.value.sheets.find(({ visibility }) => visibility === 'visible')
  if (sheet === undefined) throw new Error('no visible sheet')
  const rowOf = (text: string): number =>
    sheet.rows.find(({ cells }) => cells.some((cell: RawValue) => typeof cell === 'string' && cell.trim() === text))
      ?.index ?? 0
  const set = async (row: number, column: number, decimal: string): Promise<Uint8Array> => {
    const applied = await workbook.apply([
      { type: 'setCells', sheet: sheet.name, cells: [{ row, column, value: { kind: 'number', decimal } }] },
    ])
    if (!applied.ok) throw new Error(applied.error.detail)
    return workbook.toBytes()
  }
  return { workbook, sheet, rowOf, set }
}

describe('the main job', () => {
  let analysis: ImportAnalysis
  let bound: Uint8Array

  it('recognises the old sheet: kind, plan, control totals that tie, a picture', async () => {
    analysis = await upload(file)
    const [table] = analysis.tables
    expect(analysis.file.name).toBe('2026预算.xlsx')
    expect(table?.guess?.kind).toBe('budget')
    expect(table?.preview?.counts.imported).toBe(recordCount)
    expect(table?.preview?.totals.length).toBeGreaterThan(0)
    expect(table?.preview?.totals.every(({ ties }) => ties !== false)).toBe(true)
    expect(table?.picture.rows.length).toBeGreaterThan(20)
  })

  const request = (): ImportRequest => {
    const plan = analysis.tables[0]?.plan
    if (!plan) throw new Error('no plan')
    return { plan, unitId: 'u1', year: 2026 }
  }

  it('P-6: a rehearsal says what would happen and keeps nothing', async () => {
    const report = await read<PushReport>(
      await world.call('rehearseImport', { token: user.token, params: { id: analysis.importId }, body: request() }),
    )
    expect(report.result.counts.created).toBe(recordCount)
    expect(report.result.point).toBeNull()
    expect(
      (await world.call('importedWorkbook', { token: user.token, params: { id: analysis.importId } })).status,
    ).toBe(409)
    expect(await read<unknown[]>(await world.call('listPartitions', { token: user.token }))).toEqual(
      expect.arrayContaining([]) as unknown[],
    )
  })

  it('imports once, however often it is asked, with a receipt', async () => {
    const apply = () =>
      world.call('applyImport', { token: user.token, params: { id: analysis.importId }, body: request() })
    const [first, twin] = await Promise.all([apply(), apply()])
    const report = await read<PushReport>(first)
    const again = await read<PushReport>(twin)
    expect(report.result.receipt).toMatch(/^R\d+$/)
    expect(again.result.receipt).toBe(report.result.receipt)
    expect((await records()).rows).toHaveLength(recordCount)
    const [partition] = (await read<PartitionInfo[]>(await world.call('listPartitions', { token: user.token }))).filter(
      ({ p }) => p === 'u1/budget/2026',
    )
    expect(partition).toMatchObject({ rows: recordCount, unitName: '某某工会' })
    expect(partition?.totals.find(({ column }) => column === 'budget')?.fen).toBe(budgetSum)
  })

  it('the same file again changes nothing', async () => {
    const second = await upload(file)
    const body = { ...request(), plan: second.tables[0]?.plan ?? request().plan }
    const report = await read<PushReport>(
      await world.call('rehearseImport', { token: user.token, params: { id: second.importId }, body }),
    )
    expect(report.result.counts).toMatchObject({ created: 0, updated: 0 })
  })

  it('gives the same file back with its base, and dropping it unedited shows no change', async () => {
    const answer = await world.call('importedWorkbook', { token: user.token, params: { id: analysis.importId } })
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''2026%E9%A2%84%E7%AE%97.xlsx")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    bound = await bytesOf(answer)
    const state = decodeState(
      await openFileWorkbook(bound, nodeZipPorts)
        .readState()
        .then((rows) => (rows.ok ? rows.value : null)),
    )
    expect(state.ok && state.value.base.size).toBe(recordCount)
    const preview = await drop(bound)
    expect(preview.sheets).toHaveLength(1)
    expect(preview.sheets[0]).toMatchObject({
      p: 'u1/budget/2026',
      mine: [],
      conflicts: [],
      counts: { added: 0, changed: 0, deleted: 0, unchanged: recordCount },
    })
  })

  it('merges both people’s edits; where both changed the same amount a card asks, and the answer counts', async () => {
    const colleague = await world.signIn('finance')
    const downloaded = openSheet(
      await bytesOf(await world.call('downloadWorkbook', { token: colleague.token, params: place })),
    )
    const header = downloaded.sheet.rows.find(
      ({ cells }) =>
        cells.includes('本年预算数') || cells.some((cell) => typeof cell === 'string' && cell.startsWith('本年预算')),
    )
    const column = header?.cells.findIndex((cell) => typeof cell === 'string' && cell.startsWith('本年预算')) ?? -1
    expect(column).toBeGreaterThan(0)
    const theirs = await downloaded.set(downloaded.rowOf('培训支出'), column, '80000')
    const theirPreview = await drop(theirs, colleague)
    expect(theirPreview.sheets[0]?.counts).toMatchObject({ added: 0, changed: 1, deleted: 0 })
    const theirReport = await read<PushReport>(await publish(theirPreview.uploadId, {}, colleague))
    expect(theirReport.result.counts.updated).toBe(1)

    const mine = openSheet(bound)
    await mine.set(mine.rowOf('培训支出'), 3, '76000')
    const edited = await mine.set(mine.rowOf('会议支出'), 3, '90000')
    const preview = await drop(edited)
    const [sheet] = preview.sheets
    expect(sheet?.mine.map(({ change }) => change)).toEqual(['edit'])
    expect(sheet?.conflicts).toMatchObject([
      { kind: 'field', column: 'budget', base: 7_500_000, theirs: 8_000_000, mine: 7_600_000 },
    ])
    const [card] = sheet?.conflicts ?? []
    const answer = { id: card?.id, column: 'budget', choice: 'both' }
    const rehearsal = await read<PushReport>(await publish(preview.uploadId, { dryRun: true, resolutions: [answer] }))
    expect(rehearsal.result.point).toBeNull()
    expect(rehearsal.result.counts.updated).toBe(2)
    const report = await read<PushReport>(await publish(preview.uploadId, { resolutions: [answer] }))
    expect(report.result.counts).toMatchObject({ updated: 2, conflicts: 0 })
    expect(report.totals.find(({ column: key }) => key === 'budget')).toMatchObject({
      before: budgetSum + 500_000,
      after: budgetSum + 500_000 + 100_000 + 500_000,
    })

    const after = openSheet(
      await bytesOf(await world.call('publishedWorkbook', { token: user.token, params: { id: preview.uploadId } })),
    )
    const trained = after.sheet.rows.find(({ index }) => index === after.rowOf('培训支出'))
    expect(trained?.cells[3]).toBe(81000)
    const again = await drop(after.workbook.toBytes())
    expect(again.sheets[0]).toMatchObject({ mine: [], conflicts: [] })
  })

  it('publishing twice sends nothing twice', async () => {
    const sheet = openSheet(bound)
    const edited = await sheet.set(sheet.rowOf('会费收入'), 3, '55000')
    const preview = await drop(edited)
    const reports = await Promise.all([publish(preview.uploadId), publish(preview.uploadId)])
    const statuses = reports.map(({ status }) => status)
    expect(statuses).toContain(200)
    const list = await records()
    expect(list.rows).toHaveLength(recordCount)
    expect(
      list.rows.filter(({ values }) => values['accountName'] === '会费收入').map(({ values }) => values['budget']),
    ).toEqual([5_500_000])
  })

  it('P-7: takes a push back in three baskets', async () => {
    const pushes = await read<PushSummary[]>(
      await world.call('listPushes', { token: user.token, query: 'p=u1%2Fbudget%2F2026' }),
    )
    const imported = pushes.find(({ source }) => source === 'import')
    expect(imported).toMatchObject({ fileName: '2026预算.xlsx', undone: false })
    const rehearsal = await read<UndoReport>(
      await world.call('undo', {
        token: user.token,
        params: { pushId: imported?.pushId ?? '' },
        body: { dryRun: true, force: [] },
      }),
    )
    expect(rehearsal.restored.length + rehearsal.kept.length).toBe(recordCount)
    expect(rehearsal.kept).toHaveLength(3)
    expect((await records()).rows).toHaveLength(recordCount)
  })

  it('tells the history of a cell, down to the row of the file it came from', async () => {
    const list = await records()
    const row = list.rows.find(({ values }) => values['accountName'] === '培训支出')
    const history = await read<{ readonly field: string | null; readonly source: unknown }[]>(
      await world.call('recordHistory', { token: user.token, params: { id: row?.id ?? '' }, query: 'field=budget' }),
    )
    expect(history.length).toBeGreaterThanOrEqual(3)
    expect(history.some(({ source }) => source !== null)).toBe(true)
  })

  it('verifies the whole chain, for those who may ask', async () => {
    expect((await world.call('verifyChain', { token: user.token })).status).toBe(403)
    const auditor = await world.signIn('auditor')
    expect(await read<unknown>(await world.call('verifyChain', { token: auditor.token }))).toMatchObject({
      intact: true,
    })
  })
})
