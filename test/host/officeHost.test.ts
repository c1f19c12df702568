// The real Office.js talks to the host: loads, writes, moves, errors, events, versions, limits.
/// <reference types="office-js" />
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../harness/browser.ts'
import { createBook } from './model/book.ts'
import { createOfficeHost, type OfficeHost } from './officeHost.ts'
import { openPane, type Pane } from './openPane.ts'
import { createPerson } from './person.ts'

let browser: Browser
let host: OfficeHost
let pane: Pane

/** Runs in the page; what Excel refuses comes back as its code. */
const run = <T>(task: (context: Excel.RequestContext) => Promise<T>): Promise<T | string> =>
  pane.page.evaluate(`Excel.run(${task.toString()}).catch((error) => error.code ?? String(error))`)

beforeAll(async () => {
  browser = await launchBrowser()
  host = createOfficeHost(createBook(['Sheet1']), { version: '1.14', payloadLimit: 200_000 })
  pane = await openPane(browser, { host })
})
beforeEach(() => {
  host.book = createBook(['Sheet1'])
  host.requests.length = 0
  host.isEditing = false
  host.takeEvents()
})
afterEach(() => expect(host.missing).toEqual([]))
afterAll(() => browser.close())

describe('the Office.js host', () => {
  it('is taken for Excel, with its version', async () => {
    const seen = await pane.page.evaluate(() => ({
      host: String(Office.context.diagnostics.host),
      version: Office.context.diagnostics.version,
      has: ['1.14', '1.17'].map((version) => Office.context.requirements.isSetSupported('ExcelApi', version)),
    }))
    expect(seen).toEqual({ host: 'Excel', version: '16.0.14332.20000', has: [true, false] })
  })

  it('reads what was written, as Excel takes it', async () => {
    const read = await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:F1')
      range.values = [['330102199003074512', "'330102199003074512", '2026-01-05', '5%', '=A2+1', ' 空 ']]
      range.load('values,formulas,numberFormat,address,text')
      await context.sync()
      return range.toJSON()
    })
    expect(read).toMatchObject({
      address: 'Sheet1!A1:F1',
      values: [[330102199003074000, '330102199003074512', 46027, 0.05, 0, ' 空 ']],
      formulas: [[330102199003074000, '330102199003074512', 46027, 0.05, '=A2+1', ' 空 ']],
      numberFormat: [['General', 'General', 'yyyy/m/d', '0%', 'General', 'General']],
      text: [['330102199003074000', '330102199003074512', '2026/1/5', '5%', '0', ' 空 ']],
    })
  })

  it('moves formulas, names, validation, merged cells and held ranges when rows and columns come and go', async () => {
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet()
      sheet.getRange('A1:C3').values = [
        [1, 2, '=SUM(A1:B1)'],
        [3, 4, '=A2+$B$3'],
        [5, 6, '=SUM(A:A)'],
      ]
      context.workbook.names.add('合计', sheet.getRange('C3'))
      sheet.getRange('B3').dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } }
      sheet.getRange('A3:B3').merge(false)
      const held = sheet.getRange('C3')
      await context.sync()
      sheet.getRange('2:2').insert('Down')
      sheet.getRange('B:B').insert('Right')
      sheet.getRange('1:1').delete('Up')
      held.load('address,formulas')
      const all = sheet.getUsedRange()
      all.load('formulas')
      const name = context.workbook.names.getItem('合计')
      name.load('formula')
      const rule = sheet.getRange('C3').dataValidation
      rule.load('type')
      const merged = sheet.getRange('A3:D3').getMergedAreasOrNullObject()
      merged.load('address')
      await context.sync()
      return { held: held.address, all: all.formulas, name: name.formula, rule: rule.type, merged: merged.address }
    })
    expect(read).toEqual({
      held: 'Sheet1!D3',
      all: [
        [3, '', 4, '=A2+$C$3'],
        [5, '', '', '=SUM(A:A)'],
      ],
      name: '=Sheet1!$D$3',
      rule: 'WholeNumber',
      merged: 'Sheet1!A3:C3',
    })
  })

  it('grows a table by what is written below and beside it, keeps its headers apart, filters and sorts it', async () => {
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet()
      sheet.getRange('A1:B3').values = [
        ['科目', '金额'],
        ['乙', 2],
        ['甲', 3],
      ]
      const table = sheet.tables.add('A1:B3', true)
      sheet.getRange('A4:B4').values = [['丙', 1]]
      sheet.getRange('C1').values = [['金额']]
      table.sort.apply([{ key: 1, ascending: true }])
      table.columns.getItem('金额').filter.apply({ filterOn: 'Custom', criterion1: '>1' })
      const range = table.getRange()
      range.load('address,values')
      const hidden = sheet.getRange('2:2')
      hidden.load('rowHidden')
      table.columns.load('items/name')
      await context.sync()
      return {
        at: range.address,
        values: range.values,
        hidden: hidden.rowHidden,
        columns: table.columns.items.map((each) => each.name),
      }
    })
    expect(read).toEqual({
      at: 'Sheet1!A1:C4',
      values: [
        ['科目', '金额', '金额2'],
        ['丙', 1, ''],
        ['乙', 2, ''],
        ['甲', 3, ''],
      ],
      hidden: true,
      columns: ['科目', '金额', '金额2'],
    })
  })

  it('tells the pane what a person changed, and nothing while events are off', async () => {
    await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const seen: unknown[] = []
        Object.assign(window, { seen })
        const sheet = context.workbook.worksheets.getActiveWorksheet()
        sheet.onChanged.add((change) => {
          seen.push([change.address, change.changeType, change.details?.valueAfter ?? null])
          return Promise.resolve()
        })
        sheet.onSelectionChanged.add((selection) => {
          seen.push(['selected', selection.address])
          return Promise.resolve()
        })
        await context.sync()
      }),
    )
    const person = createPerson(host)
    person.type('Sheet1', 'B2', '12')
    person.select('Sheet1', 'C3')
    person.insertRows('Sheet1', 2, 1)
    await run(async (context) => {
      context.runtime.enableEvents = false
      context.workbook.worksheets.getActiveWorksheet().getRange('A9').values = [[1]]
      context.runtime.enableEvents = true
      await context.sync()
    })
    await pane.deliverEvents()
    const seen = await pane.page.evaluate(() => (window as unknown as { seen: unknown }).seen)
    expect(seen).toEqual([
      ['B2', 'RangeEdited', 12],
      ['selected', 'C3'],
      ['2:2', 'RowInserted', null],
    ])
  })

  it('refuses with the codes of Office: protected, not there, wrong size, too large, a cell being edited', async () => {
    createPerson(host).protect('Sheet1', 'x')
    const write = (context: Excel.RequestContext) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]]
      return context.sync()
    }
    expect(await run(write)).toBe('AccessDenied')
    host.book = createBook(['Sheet1'])
    expect(await run((context) => (context.workbook.worksheets.getItem('没有').load('name'), context.sync()))).toBe(
      'ItemNotFound',
    )
    expect(
      await run((context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2').values = [[1]]
        return context.sync()
      }),
    ).toBe('InvalidArgument')
    expect(
      await run((context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['x'.repeat(300_000)]]
        return context.sync()
      }),
    ).toBe('RequestPayloadSizeLimitExceeded')
    host.isEditing = true
    expect(await run(write)).toBe('InvalidOperationInCellEditMode')
  })

  it('has no member of a later version, and names loudly what it does not know itself', async () => {
    const old = createOfficeHost(createBook(['Sheet1']), { version: '1.7', payloadLimit: 5_000_000 })
    const oldPane = await openPane(browser, { host: old })
    const codes = await oldPane.page.evaluate(async () => {
      const code = (task: (context: Excel.RequestContext) => void) =>
        Excel.run(async (context) => {
          task(context)
          await context.sync()
        }).then(
          () => 'ok',
          (error: OfficeExtension.Error) => error.code,
        )
      return {
        validation: await code((context) => context.workbook.getSelectedRange().dataValidation.load('type')),
        comments: await code((context) => context.workbook.comments.load('items')),
        indexes: await code((context) =>
          context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, 1, 1).load('values'),
        ),
        unknown: await code((context) => context.workbook.worksheets.getActiveWorksheet().pivotTables.load('items')),
      }
    })
    expect(codes).toEqual({
      validation: 'ApiNotFound',
      comments: 'ApiNotFound',
      indexes: 'ok',
      unknown: 'NotImplemented',
    })
    expect(old.missing).toEqual(['Worksheet.pivotTables'])
    await oldPane.context.close()
  })

  it('asks for nothing outside its own origin', () => {
    expect(pane.complaints).toEqual([])
  })
})
