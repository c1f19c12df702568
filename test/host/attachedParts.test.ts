// Charts, comments, notes, custom XML, properties, page layout and conditional formats, through the unmodified library.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { launchBrowser } from '#test/harness/browser.ts'
import { fillBook } from './fillBook.ts'
import { ironCalculate } from './ironCalculate.ts'
import { createOfficeHost, type OfficeHost } from './officeHost.ts'
import { openPane, type Pane } from './openPane.ts'
import { createPerson } from './person.ts'

let browser: Browser
let pane: Pane
let host: OfficeHost

beforeAll(async () => {
  browser = await launchBrowser()
  host = createOfficeHost(fillBook([{ name: '表', cells: [[]] }]), { version: '1.14', payloadLimit: 5_000_000 })
  pane = await openPane(browser, { host })
})
beforeEach(() => {
  host.book = fillBook([
    {
      name: '执行',
      cells: [
        ['科目', '预算', '执行'],
        ['会费', 100, 40],
        ['经费', 200, 150],
      ],
    },
  ])
  host.book.calculate = ironCalculate
})
afterEach(() => {
  expect(host.missing).toEqual([])
  expect(pane.complaints).toEqual([])
})
afterAll(() => browser.close())

async function run<T>(task: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return pane.page.evaluate(`Excel.run(${task.toString()})`) as Promise<T>
}

it('makes charts that follow their cells', async () => {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('执行')
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'), 'Auto')
    chart.name = '预算执行'
    chart.title.text = '预算与执行'
    chart.legend.position = 'Bottom'
    chart.axes.valueAxis.minimum = 0
    chart.setPosition('E1', 'J12')
    await context.sync()
  })
  const person = createPerson(host)
  person.insertRows('执行', 1, 2)
  person.type('执行', 'C4', '90')
  const read = await run(async (context) => {
    const chart = context.workbook.worksheets.getItem('执行').charts.getItem('预算执行')
    chart.load('chartType,width')
    chart.title.load('text')
    chart.series.load('items/name')
    await context.sync()
    const values = chart.series.items.map((series) => series.getDimensionValues('Values'))
    await context.sync()
    return {
      type: chart.chartType,
      title: chart.title.text,
      series: chart.series.items.map((series, at) => [series.name, values[at]?.value]),
    }
  })
  expect(read).toEqual({
    type: 'ColumnClustered',
    title: '预算与执行',
    series: [
      ['预算', [100, 200]],
      ['执行', [90, 150]],
    ],
  })
  expect(host.book.sheets[0]?.charts[0]?.box).toEqual({ top: 2, left: 0, bottom: 4, right: 2 })
})

it('keeps comments with replies on their cells, one to a cell', async () => {
  const read = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('执行')
    const comment = context.workbook.comments.add('执行!B2', '为何减少？')
    comment.replies.add('上年结转')
    comment.resolved = true
    await context.sync()
    sheet.getRange('2:2').insert('Down')
    await context.sync()
    const found = context.workbook.comments.getItemByCell('执行!B3')
    found.load('content,resolved')
    found.replies.load('items/content')
    const place = found.getLocation()
    place.load('address')
    await context.sync()
    context.workbook.comments.add('执行!B3', '又一条')
    const code = await context.sync().catch((error: OfficeExtension.Error) => error.code)
    return [found.content, found.resolved, found.replies.items.map((reply) => reply.content), place.address, code]
  })
  expect(read).toEqual(['为何减少？', true, ['上年结转'], '执行!B3', 'InvalidOperation'])
})

it('carries custom XML and properties; writing XML empties what Ctrl+Z takes back', async () => {
  createPerson(host).type('执行', 'A9', '备注')
  const read = await run(async (context) => {
    const { customXmlParts, properties } = context.workbook
    properties.custom.add('同表', '1')
    context.workbook.worksheets.getItem('执行').customProperties.add('kind', 'ledger')
    await context.sync()
    const part = customXmlParts.add('<base xmlns="urn:tongbiao"><row/></base>')
    await context.sync()
    part.setXml('<base xmlns="urn:tongbiao"/>')
    const found = customXmlParts.getByNamespace('urn:tongbiao').getOnlyItem()
    const xml = found.getXml()
    const none = customXmlParts.getByNamespace('urn:other').getOnlyItemOrNullObject()
    const property = properties.custom.getItem('同表')
    property.load('value,type')
    await context.sync()
    return [xml.value, none.isNullObject, property.value, property.type]
  })
  expect(read).toEqual(['<base xmlns="urn:tongbiao"/>', true, '1', 'String'])
  expect(host.book.undo).toEqual([])
})

it('lays out pages, freezes panes and formats by conditions', async () => {
  const read = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('执行')
    sheet.freezePanes.freezeAt(sheet.getRange('A1:A2'))
    sheet.pageLayout.orientation = 'Landscape'
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 }
    sheet.pageLayout.setPrintArea('A1:C3')
    sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页'
    const format = sheet.getRange('C2:C3').conditionalFormats.add('CellValue')
    format.cellValue.format.font.color = '#A4262C'
    format.cellValue.rule = { formula1: '=100', operator: 'GreaterThan' }
    await context.sync()
    sheet.pageLayout.load('orientation,zoom')
    const area = sheet.pageLayout.getPrintAreaOrNullObject()
    area.load('address')
    const own = sheet.getRange('C3').conditionalFormats.getItemAt(0)
    own.cellValue.load('rule')
    await context.sync()
    return [sheet.pageLayout.orientation, sheet.pageLayout.zoom, area.address, own.cellValue.rule]
  })
  expect(read).toEqual([
    'Landscape',
    { horizontalFitToPages: 1 },
    '执行!A1:C3',
    { formula1: '=100', operator: 'GreaterThan' },
  ])
  expect(host.book.sheets[0]?.bag.get('frozenRows')).toBe(2)
})

it('answers for notes from 1.18 on; the library of the npm package does not know them yet', () => {
  const newer = createOfficeHost(host.book, { version: '1.18', payloadLimit: 5_000_000 })
  const path = (Id: number, more: object) => ({ Id, ...more })
  const [code, body] = newer.answer(
    JSON.stringify({
      Actions: [
        { Id: 1, ActionType: 1, Name: '', ObjectPathId: 3 },
        { Id: 2, ActionType: 2, Name: '', ObjectPathId: 4, QueryInfo: { Select: ['content', 'visible'] } },
      ],
      ObjectPaths: {
        1: path(1, { ObjectPathType: 1, Name: '' }),
        2: path(2, { ObjectPathType: 4, Name: 'Notes', ParentObjectPathId: 1 }),
        3: path(3, {
          ObjectPathType: 3,
          Name: 'Add',
          ParentObjectPathId: 2,
          ArgumentInfo: { Arguments: ['执行!A2', '旧式批注'] },
        }),
        4: path(4, {
          ObjectPathType: 5,
          Name: '',
          ParentObjectPathId: 2,
          ArgumentInfo: { Arguments: ['执行!A2'] },
        }),
      },
    }),
  )
  expect([code, (JSON.parse(body) as { Results: unknown[] }).Results[1]]).toEqual([
    0,
    { ActionId: 2, Value: { Content: '旧式批注', Visible: false } },
  ])
})
