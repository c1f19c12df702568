// The workbook in Excel while people work in it: filters, sorting, protection, editing, large sheets, lost exchanges.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MemorySheet } from '#shared/workbook/memoryWorkbook.ts'
import type { CellEdit, TableBinding, WorkbookEdit } from '#shared/workbook/port.ts'
import { openWorkbookStage, type WorkbookStage } from './stage.ts'

const rows = 8
const sheet: MemorySheet = {
  name: '台账',
  cells: [
    ['编号', '金额', '备注', '同表编号'],
    ...Array.from({ length: rows }, (_, at) => [`0${at + 1}`, at % 3, `第${at + 1}笔`, `id-${at + 1}`]),
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
const set = (...cells: readonly CellEdit[]): WorkbookEdit => ({ type: 'setCells', sheet: '台账', cells })
const note = (row: number, text: string): CellEdit => ({ row, column: 2, value: { kind: 'text', text } })

let stage: WorkbookStage

beforeAll(async () => {
  stage = await openWorkbookStage()
})
afterEach(() => expect(stage.host.missing).toEqual([]))
afterAll(() => stage.close())

describe('officeWorkbook in use', () => {
  it('writes to rows that a filter hides, and leaves the filter as it is', async () => {
    const port = await stage.open([sheet])
    stage.person.filter('台账', 'A1:D9', { column: 1, criteria: { filterOn: 'Values', values: ['1'] } })
    const hidden = [...(stage.host.book.sheets[0]?.filteredRows ?? [])]
    await port.readTable(binding)
    expect(await port.apply([set(note(2, '改一'), note(3, '改二'), note(4, '改三'))])).toEqual({
      ok: true,
      value: undefined,
    })
    expect([2, 3, 4].map((row) => stage.person.cell('台账', `C${row}`).value)).toEqual(['改一', '改二', '改三'])
    expect([...(stage.host.book.sheets[0]?.filteredRows ?? [])]).toEqual(hidden)
  })

  it('follows the row ids when rows were sorted after they were read', async () => {
    const port = await stage.open([sheet])
    await port.readTable(binding)
    stage.person.sort('台账', 'A2:D9', [{ key: 0, ascending: false }])
    expect(await port.apply([set(note(2, '第一笔的备注'))])).toMatchObject({ ok: true })
    expect(stage.person.cell('台账', 'D9').value).toBe('id-1')
    expect(stage.person.cell('台账', 'C9').value).toBe('第一笔的备注')
    expect(stage.person.cell('台账', 'C2').value).toBe('第8笔')
  })

  it('refuses insertions planned for rows that have moved, and writes nothing', async () => {
    const port = await stage.open([sheet])
    await port.readTable(binding)
    stage.person.insertRows('台账', 3, 1)
    const edits: readonly WorkbookEdit[] = [
      set(note(2, '不应写入')),
      { type: 'insertRows', sheet: '台账', before: 10, count: 1, like: 9 },
    ]
    expect(await port.apply(edits)).toMatchObject({ ok: false, error: { code: 'busy', applied: 0 } })
    expect(stage.person.cell('台账', 'C2').value).toBe('第1笔')
  })

  it('says protected, and how much took effect before', async () => {
    const port = await stage.open([sheet, { name: '另一张', cells: [['甲']] }])
    stage.person.protect('台账', 'x')
    const other: WorkbookEdit = {
      type: 'setCells',
      sheet: '另一张',
      cells: [{ row: 1, column: 0, value: { kind: 'text', text: '乙' } }],
    }
    expect(await port.apply([other, set(note(2, '不应写入'))])).toMatchObject({
      ok: false,
      error: { code: 'protected', applied: 1 },
    })
    expect(stage.person.cell('另一张', 'A1').value).toBe('乙')
  })

  it('says busy while a cell is edited, and goes on afterwards', async () => {
    const port = await stage.open([sheet])
    stage.host.isEditing = true
    expect(await port.readTable(binding)).toMatchObject({ ok: false, error: { code: 'busy' } })
    expect(await port.apply([set(note(2, '稍后'))])).toMatchObject({ ok: false, error: { code: 'busy', applied: 0 } })
    stage.host.isEditing = false
    expect(await port.apply([set(note(2, '稍后'))])).toMatchObject({ ok: true })
  })

  it('raises no events by its own writes, keeps the selection and has events on again after a refusal', async () => {
    const port = await stage.open([sheet])
    stage.person.select('台账', 'B3')
    stage.host.takeEvents()
    await port.apply([set(note(2, '安静')), { type: 'setState', rows: [['底稿']] }])
    expect(stage.host.takeEvents()).toEqual([])
    expect(stage.host.book.selection.box).toMatchObject({ top: 2, left: 1 })
    expect(stage.host.book.active.name).toBe('台账')
    await port.apply([{ type: 'setCells', sheet: '没有', cells: [note(2, '')] }])
    expect(stage.host.world.runtime.enableEvents).toBe(true)
  })

  it('keeps formats, and numbers in cells of text as numbers', async () => {
    const port = await stage.open([sheet])
    const cells = stage.host.book.sheets[0]?.cells.get(1)
    cells?.set(1, { value: '7', format: { numberFormat: '@', 'format/fill/color': '#FFF2CC' } })
    await port.apply([set({ row: 2, column: 1, value: { kind: 'number', decimal: '12.50' } })])
    expect(stage.person.cell('台账', 'B2')).toEqual({
      value: 12.5,
      format: { numberFormat: '@', 'format/fill/color': '#FFF2CC' },
    })
  })

  it('says how far it came when Excel stops answering in the middle', async () => {
    const port = await stage.open([sheet])
    const before = stage.host.requests.length
    let writes = 0
    stage.host.beforeBatch = () => {
      writes++
      return writes === 4 ? [5102, 'too many'] : undefined
    }
    const edits = [set(note(2, '一')), set(note(3, '二')), set(note(4, '三'))]
    const done = await port.apply(edits)
    stage.host.beforeBatch = undefined
    expect(done).toMatchObject({ ok: false, error: { code: 'busy' } })
    const applied = done.ok ? -1 : done.error.applied
    const written = ['一', '二', '三'].filter(
      (text, at) => stage.person.cell('台账', `C${at + 2}`).value === text,
    ).length
    expect(applied).toBe(written)
    expect(stage.host.requests.length).toBeGreaterThan(before)
  })

  it('publishes 5,000 of 50,000 rows in twelve exchanges under 1 MB each (G19)', async () => {
    const many = 50_000
    const large: MemorySheet = {
      name: '台账',
      cells: [
        ['编号', '金额', '备注', '同表编号'],
        ...Array.from({ length: many }, (_, at) => [
          `${at + 1}`,
          at / 100,
          `第${at + 1}笔采购`,
          `01JABCDEFGHJKMNPQRSTV${at}`,
        ]),
      ],
    }
    const port = await stage.open([large])
    const read = stage.pane.page.evaluate(async (wanted) => {
      const table = await window.port.readTable(wanted, { call: -1, isAborted: false })
      return table.ok ? table.value.rows.length : table.error.detail
    }, binding)
    expect(await read).toBe(many)
    const state = Array.from({ length: 40 }, (_, at) => [`base`, `${at}`.repeat(8_000).slice(0, 24_000)])
    await port.apply([{ type: 'setState', rows: [['sum 1'], ...state] }])
    stage.host.requests.length = 0
    const cells = Array.from({ length: 5_000 }, (_, at) => ({
      row: at * 10 + 2,
      column: 1,
      value: { kind: 'number', decimal: `${at}.25` },
    })) satisfies readonly CellEdit[]
    const next = state.map((row, at) => (at % 10 === 0 ? [...row, '新'] : row))
    const done = await port.apply([set(...cells), { type: 'setState', rows: [['sum 2'], ...next] }])
    expect(done).toEqual({ ok: true, value: undefined })
    expect(stage.host.requests.length).toBeLessThanOrEqual(12)
    expect(Math.max(...stage.host.requests.map(({ requestBytes }) => requestBytes))).toBeLessThan(1_000_000)
    expect(stage.person.cell('台账', 'B49992').value).toBe(4999.25)
  })
})
