// A new sheet in the open workbook, from the template of every kind: the same cells, looks and rules as the file has.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findFreeName } from '#addin/workbook/freeName.ts'
import { findStyledBlocks } from '#addin/workbook/styledBlocks.ts'
import { sheets as kinds } from '#shared/sheets/index.ts'
import type { BlueprintRow } from '#shared/template/blueprint.ts'
import { buildTemplate } from '#shared/template/buildTemplate.ts'
import { looks } from '#shared/template/looks.ts'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import { buildWorkbook } from '#server/workbook/exceljsWorkbook.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { cellAt } from '#test/host/model/sheet.ts'
import { contextOf } from '#test/shared/template/blueprints.ts'
import { openWorkbookStage, type WorkbookStage } from './stage.ts'

let stage: WorkbookStage

beforeAll(async () => {
  stage = await openWorkbookStage()
})
afterEach(() => expect(stage.host.missing).toEqual([]))
afterAll(() => stage.close())

function blueprintOf(kind: string) {
  const definition = kinds.find((each) => each.kind === kind)
  if (!definition) throw new Error(kind)
  return buildTemplate(definition, contextOf(kind))
}

describe.each(kinds.map(({ kind }) => kind))('addSheetFromBlueprint: %s', (kind) => {
  it('holds what the template file holds, looks and rules like it, and is bound in the same way', async () => {
    const blueprint = blueprintOf(kind)
    const port = await stage.open([{ name: '封面', cells: [['甲']] }])
    const added = await port.addSheetFromBlueprint(blueprint)
    expect(added).toEqual({ ok: true, value: blueprint.binding })
    const live = await port.readTable(blueprint.binding)
    const file = await openFileWorkbook(await buildWorkbook(blueprint), nodeZipPorts).readTable(blueprint.binding)
    if (!live.ok || !file.ok) throw new Error('no table')
    expect([...live.value.columns]).toEqual([...file.value.columns])
    expect([live.value.idColumn, live.value.findingsColumn]).toEqual([file.value.idColumn, file.value.findingsColumn])
    const rowsOf = ({ rows }: typeof live.value) =>
      rows.map(({ raw, id }) => [raw.index, id, raw.cells, raw.formulas?.map((text) => text ?? '')])
    expect(rowsOf(live.value)).toEqual(rowsOf(file.value))
    expect(Math.max(...stage.host.requests.map(({ requestBytes }) => requestBytes))).toBeLessThan(1_000_000)
    // Every cell in its style, widths, panes, drop-downs, marks, page.
    const { sheet: plan, lists } = blueprint
    const sheet = stage.host.book.active
    expect(sheet.name).toBe(plan.name)
    for (const { row, cells } of [...plan.head, ...plan.rows, ...plan.foot]) {
      for (const { column, style } of cells) {
        const look = plan.styles[style]
        const { format } = cellAt(sheet, row - 1, column)
        const own = look && looks[look.look]
        expect([
          format['numberFormat'] ?? 'General',
          format['format/fill/color'],
          format['format/font/size'],
          format['format/indentLevel'] ?? 0,
        ]).toEqual([look?.numberFormat, own?.fill, own?.size, look?.indent])
      }
    }
    expect([...sheet.hiddenColumns]).toEqual(plan.columns.flatMap(({ hidden }, at) => (hidden ? [at] : [])))
    expect(sheet.columnWidths.size).toBe(plan.columns.length)
    expect(sheet.merges.length).toBe(plan.merges.length)
    expect([sheet.bag.get('frozenRows') ?? 0, sheet.bag.get('frozenColumns') ?? 0]).toEqual([
      plan.freeze.rows,
      plan.freeze.columns,
    ])
    expect(sheet.validations.length).toBe(plan.dropDowns.length)
    expect(sheet.conditionals.length).toBe(plan.marks.length)
    expect(sheet.filter === undefined).toBe(plan.filter === null)
    expect(sheet.pageBag.get('orientation')?.toString().toLowerCase()).toBe(plan.print.orientation)
    const listSheet = stage.host.book.sheets.find(({ name }) => name === '_选项')
    expect(lists.map((values, at) => values.map((_, row) => listSheet?.cells.get(row)?.get(at)?.value))).toEqual(lists)
  })
})

describe('addSheetFromBlueprint', () => {
  it('takes another name beside a sheet of that name, and another place for its lists', async () => {
    const blueprint = blueprintOf(kinds[0]?.kind ?? '')
    const withLists = { ...blueprint, lists: [['一', '二']] }
    const port = await stage.open([{ name: '封面', cells: [['甲']] }])
    await port.addSheetFromBlueprint(withLists)
    const second = await port.addSheetFromBlueprint(withLists)
    expect(second.ok && second.value.sheetName).toBe(findFreeName(blueprint.sheet.name, [blueprint.sheet.name]))
    const listSheet = stage.host.book.sheets.find(({ name }) => name === '_选项')
    expect([0, 1].map((column) => listSheet?.cells.get(1)?.get(column)?.value)).toEqual(['二', '二'])
    expect(listSheet?.visibility).toBe('Hidden')
  })

  it('leaves no half sheet behind when Excel refuses, or when the person cancels', async () => {
    const blueprint = blueprintOf(kinds[0]?.kind ?? '')
    const port = await stage.open([{ name: '封面', cells: [['甲']] }])
    let isGone = true
    stage.host.beforeBatch = (batch) => {
      if (batch !== 3 || !isGone) return undefined
      isGone = false
      return [5012, 'the session is gone']
    }
    expect(await port.addSheetFromBlueprint(blueprint)).toMatchObject({ ok: false, error: { code: 'busy' } })
    stage.host.beforeBatch = undefined
    const signal = { aborted: false }
    const cancelled = await port.addSheetFromBlueprint(blueprint, {
      signal,
      onProgress: () => void (signal.aborted = true),
    })
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(stage.host.book.sheets.map(({ name }) => name)).toEqual(['封面'])
    expect(stage.host.world.runtime.enableEvents).toBe(true)
  })

  it('joins cells of one style into few blocks and names each once', () => {
    const row = (at: number, styles: readonly number[]): BlueprintRow => ({
      row: at,
      height: null,
      cells: styles.map((style, column) => ({ column, value: null, style })),
    })
    const rows = [row(1, [0, 0, 1]), row(2, [0, 0, 1]), row(4, [0, 0, 1]), row(5, [2, 0, 1])]
    expect(findStyledBlocks(rows)).toEqual([
      { style: 0, range: { top: 1, bottom: 2, left: 0, right: 1 } },
      { style: 1, range: { top: 1, bottom: 2, left: 2, right: 2 } },
      { style: 0, range: { top: 4, bottom: 4, left: 0, right: 1 } },
      { style: 1, range: { top: 4, bottom: 5, left: 2, right: 2 } },
      { style: 2, range: { top: 5, bottom: 5, left: 0, right: 0 } },
      { style: 0, range: { top: 5, bottom: 5, left: 1, right: 1 } },
    ])
  })
})
