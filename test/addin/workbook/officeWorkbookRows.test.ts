// Rows and columns that come and go through Office.js keep looks, merged cells, validation, tables, filters and undo.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MemorySheet } from '#shared/workbook/memoryWorkbook.ts'
import { openWorkbookStage, type WorkbookStage } from './stage.ts'

const sheet: MemorySheet = {
  name: '表',
  cells: [
    ['科目', '名称', null, '金额'],
    ['401', '会费', null, 1],
    ['402', '经费', null, 2],
    [null, '合计', null, null],
  ],
  merges: [
    { top: 2, bottom: 2, left: 1, right: 2 },
    { top: 3, bottom: 3, left: 1, right: 2 },
  ],
}

let stage: WorkbookStage

beforeAll(async () => {
  stage = await openWorkbookStage()
})
afterEach(() => expect(stage.host.missing).toEqual([]))
afterAll(() => stage.close())

function heldSheet() {
  const [held] = stage.host.book.sheets
  if (!held) throw new Error('no sheet')
  return held
}

describe('officeWorkbook, rows and columns', () => {
  it('makes new rows like the row named: fill, merged cells, validation; sums elsewhere take them in', async () => {
    const port = await stage.open([sheet, { name: '汇总', cells: [[0]] }])
    const held = heldSheet()
    held.cells.get(2)?.set(3, { value: 2, format: { numberFormat: '#,##0.00', 'format/fill/color': '#FFF2CC' } })
    held.validations.push({
      box: { top: 1, left: 3, bottom: 2, right: 3 },
      content: { rule: { decimal: { formula1: 0, operator: 'GreaterThan' } } },
    })
    stage.person.type('汇总', 'A1', '=SUM(表!D2:D3)')
    const done = await port.apply([
      { type: 'insertRows', sheet: '表', before: 4, count: 2, like: 3 },
      { type: 'setCells', sheet: '表', cells: [{ row: 4, column: 3, value: { kind: 'number', decimal: '40' } }] },
    ])
    expect(done).toEqual({ ok: true, value: undefined })
    expect(stage.person.cell('表', 'D4')).toEqual({
      value: 40,
      format: { numberFormat: '#,##0.00', 'format/fill/color': '#FFF2CC' },
    })
    expect(held.merges).toContainEqual({ top: 4, bottom: 4, left: 1, right: 2 })
    expect(held.validations.some(({ box }) => box.top <= 4 && box.bottom >= 4 && box.left === 3)).toBe(true)
    expect(stage.person.cell('汇总', 'A1')).toMatchObject({ formula: '=SUM(表!D2:D5)', value: 43 })
    expect(stage.person.cell('表', 'B6').value).toBe('合计')
  })

  it('deletes rows of which a filter hides some', async () => {
    const port = await stage.open([{ name: '表', cells: [['甲'], ['1'], ['2'], ['3'], ['4']] }])
    stage.person.filter('表', 'A1:A5', { column: 0, criteria: { filterOn: 'Values', values: ['1', '4'] } })
    expect(await port.apply([{ type: 'deleteRows', sheet: '表', rows: [2, 3] }])).toMatchObject({ ok: true })
    expect(['A1', 'A2', 'A3', 'A4'].map((at) => stage.person.cell('表', at).value)).toEqual(['甲', '3', '4', ''])
  })

  it('takes a column of ours into the table or filter beside it, conditions kept', async () => {
    const port = await stage.open([
      sheet,
      {
        name: '筛',
        cells: [
          ['甲', '乙'],
          [1, 2],
          [3, 4],
        ],
      },
    ])
    const held = heldSheet()
    held.merges = []
    const box = { top: 0, left: 0, bottom: 2, right: 3 }
    held.tables.push({
      id: '9',
      name: '表9',
      box,
      columnIds: [1, 2, 3, 4],
      filter: { box, criteria: new Map() },
      showTotals: false,
      bag: new Map(),
    })
    stage.person.filter('筛', 'A1:B3', { column: 0, criteria: { filterOn: 'Values', values: ['1'] } })
    const done = await port.apply([
      { type: 'addColumn', sheet: '表', at: 4, width: 20, hidden: false },
      { type: 'setCells', sheet: '表', cells: [{ row: 1, column: 4, value: { kind: 'text', text: '校验' } }] },
      { type: 'addColumn', sheet: '筛', at: 2, width: 4, hidden: true },
    ])
    expect(done).toEqual({ ok: true, value: undefined })
    expect(held.tables[0]?.box.right).toBe(4)
    expect(stage.person.cell('表', 'E1').value).toBe('校验')
    expect(held.columnWidths.get(4)).toBe(108.75)
    const filtered = stage.host.book.sheets[1]
    expect(filtered?.filter?.box.right).toBe(2)
    expect([...(filtered?.filter?.criteria.keys() ?? [])]).toEqual([0])
    expect(filtered?.hiddenColumns.has(2)).toBe(true)
  })

  it('leaves what Ctrl+Z takes back: nothing it does empties the list', async () => {
    const port = await stage.open([sheet])
    stage.person.type('表', 'A5', '备注')
    await port.apply([
      { type: 'setState', rows: [['底稿']] },
      { type: 'insertRows', sheet: '表', before: 4, count: 1, like: 3 },
      { type: 'deleteRows', sheet: '表', rows: [4] },
    ])
    expect(stage.host.book.undo[0]).toBe('user')
  })

  it('writes only the rows of the base that changed, its first row last', async () => {
    const port = await stage.open([sheet])
    const rows = Array.from({ length: 200 }, (_, at) => ['base', `${at} `.repeat(5_000)])
    await port.apply([{ type: 'setState', rows: [['sum 1'], ...rows] }])
    stage.host.requests.length = 0
    await port.apply([{ type: 'setState', rows: [['sum 2'], ...rows.with(7, ['base', '换了'])] }])
    expect(Math.max(...stage.host.requests.map(({ requestBytes }) => requestBytes))).toBeLessThan(20_000)
    const state = await port.readState()
    expect(state.ok && state.value?.[0]).toEqual(['sum 2'])
    expect(state.ok && state.value?.[8]).toEqual(['base', '换了'])
    expect(stage.host.book.sheets.at(-1)).toMatchObject({ name: '_tongbiao', visibility: 'VeryHidden' })
  })
})
