// One file with two kinds over the endpoints: imported, given back with its base, edited, merged, published; then the right to
// one of them ends (H9). On the way: who changed what, names of rows, totals of the home page, rows that come back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnalysis } from '#shared/contract/importResources.ts'
import type { PartitionInfo, PushReport, RecordList, WorkbookPreview } from '#shared/contract/resources.ts'
import type { PushResult } from '#shared/sync/record.ts'
import { plainBudget } from '../../fixtures/legacy/budget.ts'
import { buildFixture } from '../../fixtures/legacy/sheetDescription.ts'
import { plainLedger } from '../../fixtures/legacy/task.ts'
import { readBase, readVisible, rowsById, typeInto } from '../editFile.ts'
import { pushBody } from '../pushBody.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

const places = {
  budget: { unit: 'u1', kind: 'budget', year: '2026' },
  task: { unit: 'u1', kind: 'task', year: '2026' },
} as const
type Kind = keyof typeof places

let world: ServerWorld
let ann: SignedIn
let ben: SignedIn
let file: Uint8Array

async function read<T>(answer: Response, status = 200): Promise<T> {
  const text = await answer.text()
  expect(answer.status, text).toBe(status)
  return JSON.parse(text) as T
}
const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer())
const drop = async (bytes: Uint8Array, who = ann): Promise<WorkbookPreview> =>
  read(await world.call('uploadWorkbook', { token: who.token, query: 'name=x.xlsx', body: bytes }), 201)
const publish = async (id: string, more: object = {}, who = ann): Promise<PushReport> => {
  const body = { dryRun: false, resolutions: [], confirmedDeletes: [], ...more }
  return read(await world.call('publishWorkbook', { token: who.token, params: { id }, body }))
}
const publishedFile = async (id: string, who = ann): Promise<Uint8Array> =>
  bytesOf(await world.call('publishedWorkbook', { token: who.token, params: { id } }))
const records = async (kind: Kind): Promise<RecordList['rows']> =>
  (await read<RecordList>(await world.call('listRecords', { token: ben.token, params: places[kind] }))).rows
/** Budgets as finance, tasks as director: nobody else may begin them. */
const grant = async (who: SignedIn, kinds: readonly Kind[]): Promise<void> => {
  const grants = kinds.map((kind) => {
    const role = kind === 'budget' ? 'finance' : 'director'
    return { role, unitId: 'u1', kinds: [kind], department: null, from: null, to: null }
  })
  const { token } = await world.admin()
  const answer = await world.call('setGrants', { token, params: { id: who.userId }, body: { grants } })
  expect(answer.status).toBe(200)
}
const findRow = async (kind: Kind, key: string, text: string) => {
  const found = (await records(kind)).find(({ values }) => values[key] === text)
  if (!found) throw new Error(`no ${text}`)
  return found
}
/** Row of the sheet in which the record stands. */
const rowOf = (bytes: Uint8Array, sheet: number, id: string): number =>
  rowsById(readVisible(bytes, sheet)).get(id)?.index ?? 0

beforeAll(async () => {
  world = await openServerWorld()
  ann = await world.signIn('finance')
  ben = await world.signIn('finance')
  for (const who of [ann, ben]) await grant(who, ['budget', 'task'])
  const [budget] = plainBudget.sheets
  const [ledger] = plainLedger.sheets
  const both = await buildFixture({ nasty: '', fileName: 'both.xlsx', sheets: [budget!, ledger!] })
  const { token } = ann
  const analysis = await read<ImportAnalysis>(
    await world.call('uploadImport', { token, query: 'name=both.xlsx', body: both }),
    201,
  )
  expect(analysis.tables.map(({ guess }) => guess?.kind)).toEqual(['budget', 'task'])
  for (const { plan } of analysis.tables) {
    const body = { plan, unitId: 'u1', year: 2026 }
    const answered = await world.call('applyImport', { token, params: { id: analysis.importId }, body })
    const applied = await read<PushReport>(answered)
    expect(applied.problems).toEqual([])
    expect(applied.result.counts.created).toBeGreaterThan(3)
  }
  file = await bytesOf(await world.call('importedWorkbook', { token, params: { id: analysis.importId } }))
})
afterAll(() => world.close())

describe('two kinds in one workbook', () => {
  it('P-1: one base holds both, and unedited it shows no change', async () => {
    const base = await readBase(file)
    expect(base.bindings.map(({ partition }) => partition)).toEqual(['u1/budget/2026', 'u1/task/2026'])
    const preview = await drop(file)
    expect(preview.sheets.map(({ p, mine, theirs, conflicts }) => [p, mine, theirs, conflicts])).toEqual([
      ['u1/budget/2026', [], [], []],
      ['u1/task/2026', [], [], []],
    ])
    const list = await read<PartitionInfo[]>(await world.call('listPartitions', { token: ann.token }))
    const figures = list.map(({ kind, lines }) => [kind, lines?.map(({ key, fen }) => [key, fen])])
    const budgetLines = Object.fromEntries(
      (figures.find(([kind]) => kind === 'budget')?.[1] ?? []) as [string, number][],
    )
    // 本年收入合计 and 本年支出合计 of the file's own total lines
    expect(Object.values(budgetLines)).toEqual(expect.arrayContaining([130_000_000, 128_640_000]))
  })

  it('both are edited, merged and published in one go; a card says who and when, and every row has its name', async () => {
    const training = await findRow('budget', 'accountName', '培训支出')
    const { id: task } = await findRow('task', 'taskNo', 'DB-2026-002')
    const theirs = {
      op: 'update',
      id: training.id,
      rv: training.rv,
      base: { budget: '7500000' },
      set: { budget: '8000000' },
    }
    await read(await world.call('push', { token: ben.token, body: pushBody([theirs]) }))
    const edited = await typeInto(
      await typeInto(file, [{ row: rowOf(file, 0, training.id), header: '本年预算', value: 76000 }]),
      [{ row: rowOf(file, 1, task), header: '责任人', value: '王某' }],
      1,
    )
    const preview = await drop(edited)
    const [budget, ledger] = preview.sheets
    expect(budget?.conflicts).toMatchObject([
      { kind: 'field', column: 'budget', base: 7_500_000, mine: 7_600_000, theirs: 8_000_000, by: `${ben.name}同志` },
    ])
    expect(budget?.conflicts[0]?.at).toMatch(/^2026-11-20T/)
    expect(Object.values(budget?.names?.[training.id] ?? {})).toContain('培训支出')
    expect(ledger?.mine).toMatchObject([{ change: 'edit', id: task, set: { owner: '王某' } }])
    expect(Object.values(ledger?.names?.[task] ?? {})).toContain('DB-2026-002')
    const answer = { id: training.id, column: 'budget', choice: 'both' }
    const report = await publish(preview.uploadId, { resolutions: [answer] })
    expect(report.result.counts).toMatchObject({ updated: 2, conflicts: 0 })
    expect((await findRow('budget', 'accountName', '培训支出')).values['budget']).toBe(8_100_000)
    expect((await findRow('task', 'taskNo', 'DB-2026-002')).values['owner']).toBe('王某')
    file = await publishedFile(preview.uploadId)
    expect((await drop(file)).sheets.map(({ mine, conflicts }) => mine.length + conflicts.length)).toEqual([0, 0])
  })

  it('others’ changes are signed for every row, not only the first ones', async () => {
    const rows = await records('budget')
    const ops = rows.map(({ id, rv, values }) => {
      const budget = Number(values['budget'] ?? 0)
      return { op: 'update', id, rv, base: { budget: String(budget) }, set: { budget: String(budget + 100) } }
    })
    const pushed = await read<PushResult>(await world.call('push', { token: ben.token, body: pushBody(ops) }))
    expect(pushed.counts.updated).toBe(rows.length)
    const [budget] = (await drop(file)).sheets
    expect(budget?.theirs).toHaveLength(rows.length)
    expect(new Set(budget?.theirs.map(({ by }) => by))).toEqual(new Set([`${ben.name}同志`]))
    expect(Object.keys(budget?.names ?? {})).toHaveLength(rows.length)
    const preview = await drop(file)
    await publish(preview.uploadId)
    file = await publishedFile(preview.uploadId)
  })

  it('D4: a missing row that is not to be deleted comes back into the workbook', async () => {
    const { id } = await findRow('task', 'taskNo', 'DB-2026-003')
    const sheet = readVisible(file, 1)
    const row = rowOf(file, 1, id)
    const header = sheet.rows.find(({ cells }) => cells.includes('督办编号'))
    const cells = (header?.cells ?? []).flatMap((cell) => (typeof cell === 'string' && cell !== '' ? [cell] : []))
    const without = await typeInto(
      file,
      cells.map((text) => ({ row, header: text, value: null })),
      1,
    )
    const preview = await drop(without)
    expect(preview.sheets[1]?.mine).toMatchObject([{ change: 'remove', id }])
    const report = await publish(preview.uploadId, { restoredRows: [id] })
    expect(report.result.counts).toMatchObject({ created: 0, updated: 0, deleted: 0 })
    file = await publishedFile(preview.uploadId)
    expect(rowsById(readVisible(file, 1)).get(id)?.cells).toContain('职工书屋检查')
    expect((await drop(file)).sheets[1]?.mine).toEqual([])
  })
})

describe('the right to one of them ends', () => {
  it('H9: its rows leave the file, what was never sent is told and stays until it is cleared; the other goes on', async () => {
    const { id: account } = await findRow('budget', 'accountName', '会议支出')
    const { id: first } = await findRow('task', 'taskNo', 'DB-2026-001')
    const edited = await typeInto(
      await typeInto(file, [{ row: rowOf(file, 0, account), header: '本年预算', value: 91000 }]),
      [{ row: rowOf(file, 1, first), header: '责任人', value: '没报的' }],
      1,
    )
    await grant(ann, ['budget'])
    const preview = await drop(edited)
    expect(preview.findings).toMatchObject([{ code: 'sync/sheet-dropped', params: { rows: 3, unsent: 1 } }])
    expect(preview.dropped).toMatchObject([
      { p: 'u1/task/2026', leaving: 3, unsent: [{ id: first, set: { owner: '没报的' } }] },
    ])
    expect(preview.sheets.map(({ p }) => p)).toEqual(['u1/budget/2026'])
    const report = await publish(preview.uploadId)
    expect(report.result.counts).toMatchObject({ updated: 1, rejected: 0 })
    expect((await findRow('task', 'taskNo', 'DB-2026-001')).values['owner']).not.toBe('没报的')
    const after = await publishedFile(preview.uploadId)
    expect([...rowsById(readVisible(after, 1)).keys()]).toEqual([first])
    const base = await readBase(after)
    expect([...base.base.values()].every(({ p }) => p === 'u1/budget/2026')).toBe(true)
    // (the sheet's own footing and heading stay; so does the budget)
    expect(JSON.stringify(readVisible(after, 1))).not.toContain('困难职工档案核查')
    await publish(preview.uploadId, { clearDropped: ['u1/task/2026'] })
    const cleared = await publishedFile(preview.uploadId)
    expect([...rowsById(readVisible(cleared, 1)).keys()]).toEqual([])
    expect(rowsById(readVisible(cleared, 0)).size).toBe((await records('budget')).length)
    const again = await drop(cleared)
    expect([again.dropped, again.findings, again.sheets[0]?.mine]).toEqual([[], [], []])
  })
})
