// A large sheet is read once; afterwards only what changed, and nothing that a person typed unnoticed is written over.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MemorySheet } from '#shared/workbook/memoryWorkbook.ts'
import type { TableBinding, WorkbookEdit } from '#shared/workbook/port.ts'
import type { CrossedWorkbook } from '#test/host/pagePort.ts'
import { openWorkbookStage, type WorkbookStage } from './stage.ts'

const many = 2_500
const large: MemorySheet = {
  name: '台账',
  cells: [
    ['编号', '金额', '备注', '同表编号'],
    ...Array.from({ length: many }, (_, at) => [`${at + 1}`, at, `第${at + 1}笔`, `id-${at + 1}`]),
  ],
}
const binding: TableBinding = {
  partition: 'u1/ledger/2026',
  kind: 'ledger',
  schema: 1,
  sheetName: '台账',
  headerRow: 1,
  headers: { code: '编号', amount: '金额', note: '备注' },
  unitFen: 100,
}
const write = (row: number, text: string): WorkbookEdit => ({
  type: 'setCells',
  sheet: '台账',
  cells: [{ row, column: 2, value: { kind: 'text', text } }],
})

let stage: WorkbookStage

beforeAll(async () => {
  stage = await openWorkbookStage()
})
afterEach(() => expect(stage.host.missing).toEqual([]))
afterAll(() => stage.close())

/** What stands in a row, and how many cells Excel had to tell for it. */
async function read(
  port: CrossedWorkbook,
  row: number,
): Promise<{ readonly cells: unknown; readonly answered: number }> {
  await stage.pane.deliverEvents()
  stage.host.requests.length = 0
  const table = await port.readTable(binding)
  if (!table.ok) throw new Error(table.error.detail)
  expect(table.value.rows.length).toBe(many)
  const answered = stage.host.requests.reduce((sum, { answerBytes }) => sum + answerBytes, 0)
  return { cells: table.value.rows[row - 2]?.raw.cells, answered }
}

describe('sheetMemory', () => {
  it('reads once, then what was edited; whole again after rows moved', async () => {
    const port = await stage.open([large])
    expect((await read(port, 3)).answered).toBeGreaterThan(100_000)
    expect(await read(port, 3)).toMatchObject({ cells: ['2', 1, '第2笔', 'id-2'] })
    stage.person.type('台账', 'B3', '77')
    const edited = await read(port, 3)
    expect(edited.cells).toEqual(['2', 77, '第2笔', 'id-2'])
    expect(edited.answered).toBeLessThan(5_000)
    // Own writes are read again as well.
    await port.apply([write(4, '自己写的')])
    expect((await read(port, 4)).cells).toEqual(['3', 2, '自己写的', 'id-3'])
    stage.person.sort('台账', `A2:D${many + 1}`, [{ key: 1, ascending: false }])
    const sorted = await read(port, 2)
    expect(sorted.cells).toEqual([`${many}`, many - 1, `第${many}笔`, `id-${many}`])
    expect(sorted.answered).toBeGreaterThan(100_000)
  })

  it('refuses to write over an edit whose event was lost, and reads whole afterwards', async () => {
    const port = await stage.open([large])
    await read(port, 2)
    stage.person.type('台账', 'C5', '没有事件')
    stage.host.takeEvents()
    expect(await port.apply([write(5, '会盖掉')])).toMatchObject({ ok: false, error: { code: 'busy', applied: 0 } })
    expect(stage.person.cell('台账', 'C5').value).toBe('没有事件')
    expect((await read(port, 5)).cells).toEqual(['4', 3, '没有事件', 'id-4'])
    expect(await port.apply([write(5, '知道了')])).toMatchObject({ ok: true })
  })
})
