// What the pane may do with the open workbook besides the common door: hints, places, marks, facts, binding a foreign table.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sheets as kinds } from '#shared/sheets/index.ts'
import { bindLegacy } from '#shared/template/bindLegacy.ts'
import { severityMarks } from '#shared/template/blueprint.ts'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import { readTable } from '#shared/sync/table/readTable.ts'
import type { MemorySheet } from '#shared/workbook/memoryWorkbook.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { buildLegacyPackage } from '#test/fixtures/package/legacyPackage.ts'
import { legacyTable } from '#test/fixtures/package/legacyTable.ts'
import { loadXlsx } from '#test/host/loadXlsx.ts'
import { recordId } from '#test/shared/template/blueprints.ts'
import { openWorkbookStage, type WorkbookStage } from './stage.ts'

const ledger: MemorySheet = {
  name: '台账',
  cells: [
    ['编号', '金额', '校验', '同表编号'],
    ['01', 1, null, 'id-1'],
    ['02', 2, null, 'id-2'],
  ],
}
const other: MemorySheet = { name: '汇总', cells: [[null]] }

let stage: WorkbookStage

beforeAll(async () => {
  stage = await openWorkbookStage()
})
afterEach(() => {
  expect(stage.host.missing).toEqual([])
  expect(stage.pane.complaints).toEqual([])
})
afterAll(() => stage.close())

describe('liveWorkbook: hints', () => {
  /** Events take their time: they are gathered, then told with the names of the sheets. */
  const told = async (count: number) => {
    await stage.pane.deliverEvents()
    return expect.poll(() => stage.pane.page.evaluate(() => window.port.countEvents()), { timeout: 5_000 }).toBe(count)
  }

  it('tells once what a person did, by the names sheets have then, and nothing of its own writes', async () => {
    const port = await stage.open([ledger, other])
    stage.person.type('汇总', 'A1', '=SUM(台账!B2:B3)')
    stage.host.takeEvents()
    expect(await port.watch()).toMatchObject({ ok: true })
    stage.person.rename('台账', '改名')
    stage.person.type('改名', 'B2', '5')
    stage.person.type('改名', 'B2', '6')
    stage.person.select('改名', 'B2')
    stage.person.select('改名', 'C3')
    await told(3)
    expect(await port.takeEvents()).toEqual([
      { type: 'changed', sheet: '改名', range: { top: 2, bottom: 2, left: 1, right: 1 } },
      { type: 'calculated', sheet: '汇总' },
      { type: 'selected', place: { sheet: '改名', row: 3, column: 2 } },
    ])
    stage.person.insertRows('改名', 2, 1)
    stage.person.sort('改名', 'A2:D4', [{ key: 0, ascending: false }])
    stage.person.select('汇总', 'A1')
    await told(5)
    const types = (await port.takeEvents()).map((event) => event.type)
    expect(types.toSorted()).toEqual(['activated', 'calculated', 'changed', 'moved', 'selected'])
    await port.apply([
      { type: 'setCells', sheet: '改名', cells: [{ row: 2, column: 0, value: { kind: 'text', text: '自己' } }] },
    ])
    expect(stage.host.takeEvents().filter(({ type }) => type === 10)).toEqual([])
    expect(stage.host.world.runtime.enableEvents).toBe(true)
    await port.unwatch()
    stage.person.type('改名', 'B2', '7')
    await stage.pane.deliverEvents()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await port.takeEvents()).toEqual([])
  })
})

describe('liveWorkbook: places, facts and marks', () => {
  it('goes to a cell and says which one is selected; hidden sheets are not there for it', async () => {
    const port = await stage.open([ledger, other])
    expect(await port.goTo({ sheet: '汇总', row: 7, column: 2 })).toEqual({ ok: true, value: undefined })
    expect(stage.host.book.active.name).toBe('汇总')
    expect(await port.selectedCell()).toEqual({ ok: true, value: { sheet: '汇总', row: 7, column: 2 } })
    const [, hidden] = stage.host.book.sheets
    if (hidden) hidden.visibility = 'Hidden'
    expect(await port.goTo({ sheet: '汇总', row: 1, column: 0 })).toMatchObject({
      ok: false,
      error: { code: 'missing-sheet' },
    })
  })

  it('says what this Excel is and whether it is enough', async () => {
    const port = await stage.open([ledger])
    expect(await port.hostFacts()).toEqual({
      platform: 'PC',
      version: '16.0.14332.20000',
      language: 'zh-CN',
      excelApi: '1.14',
      isEnough: true,
    })
  })

  it('colours only its own column, replaces its own colours, and takes them away and no others', async () => {
    const port = await stage.open([ledger])
    const [sheet] = stage.host.book.sheets
    const own = {
      box: { top: 0, left: 0, bottom: 2, right: 3 },
      content: { id: '{9}', type: 'Custom', bag: new Map() },
    }
    own.content.bag.set('custom/rule/formula', '=$B1>1')
    sheet?.conditionals.push(own)
    const marks = (['error', 'warning', 'hint'] as const).map((severity) => ({
      range: { top: 2, bottom: 3, left: 2, right: 2 },
      startsWith: severityMarks[severity],
      severity,
    }))
    await port.showMarks('台账', marks)
    expect(await port.showMarks('台账', marks)).toEqual({ ok: true, value: undefined })
    const shown = sheet?.conditionals.slice(1)
    expect(shown?.map(({ content }) => content.bag.get('custom/rule/formula'))).toEqual([
      '=LEFT($C2,1)="■"',
      '=LEFT($C2,1)="▲"',
      '=LEFT($C2,1)="○"',
    ])
    expect(shown?.every(({ box }) => box.left === 2 && box.right === 2)).toBe(true)
    expect(shown?.[0]?.content.bag.get('custom/format/font/color')).toBe('#A4262C')
    await port.hideMarks('台账')
    expect(sheet?.conditionals).toEqual([own])
  })
})

describe('liveWorkbook: foreign tables', () => {
  const legacy = buildLegacyPackage()

  it('reads sheets as a reader of the file does, hidden rows and columns, names and merged cells included', async () => {
    const file = readOoxml(legacy, nodeZipPorts)
    if (!file.ok) throw new Error(file.error.code)
    const port = await stage.open(await loadXlsx(legacy))
    const live = await port.readSheets('all')
    if (!live.ok) throw new Error(live.error.code)
    const shown = ({ sheets }: typeof file.value) =>
      sheets.map((sheet) => ({
        name: sheet.name,
        visibility: sheet.visibility,
        rows: sheet.rows
          .filter(({ cells }) => cells.some((cell) => cell !== null))
          .map(({ index, cells, formulas }) => [
            index,
            cells,
            formulas?.flatMap((text, at) => (text === undefined ? [] : [[at, text]])),
          ]),
        merges: sheet.merges.toSorted((a, b) => a.top - b.top || a.left - b.left),
        hidden: [...sheet.hiddenRows].filter((row) => row <= (sheet.trueRange?.bottom ?? 0)),
      }))
    stage.host.book.calculate = undefined
    expect(shown(live.value)).toEqual(shown(file.value))
  })

  it('binds a table that was recognised: hidden ids beside it, every cell and look as it was', async () => {
    const port = await stage.open(await loadXlsx(legacy))
    stage.host.book.calculate = undefined
    const [sheet] = stage.host.book.sheets
    const before = new Map([...(sheet?.cells ?? [])].map(([row, cells]) => [row, new Map(cells)]))
    const { binding, edits } = bindLegacy(legacyTable(legacy, recordId))
    expect(await port.apply(edits)).toEqual({ ok: true, value: undefined })
    const table = await port.readTable(binding)
    if (!table.ok) throw new Error(table.error.code)
    expect([table.value.findingsColumn, table.value.idColumn]).toEqual([7, 8])
    expect(table.value.rows.filter(({ id }) => id !== '').map(({ id }) => id)).toEqual([7, 8, 11, 12, 13].map(recordId))
    for (const [row, cells] of before)
      for (const [column, cell] of cells) expect(sheet?.cells.get(row)?.get(column)).toEqual(cell)
    expect(sheet?.hiddenColumns.has(8)).toBe(true)
    const definition = kinds.find(({ kind }) => kind === binding.kind)
    if (!definition) throw new Error('no such kind')
    const context = { today: '2026-01-05', year: 2026, unitKind: 'primary' }
    const reading = readTable(table.value, definition, context as Parameters<typeof readTable>[2])
    expect(reading.rows.map(({ id }) => id)).toEqual([7, 8, 11, 12, 13].map(recordId))
  })
})
