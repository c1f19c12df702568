// A workbook of another server in the pane: refused in words, compared by value when a person says so, its rows found again
// by their key columns, and sound afterwards (H14, D5).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeState } from '#shared/sync/state/decodeState.ts'
import { encodeState } from '#shared/sync/state/encodeState.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { stateSheetName } from '#shared/workbook/port.ts'
import { loadXlsx } from '../../host/loadXlsx.ts'
import type { Book } from '../../host/model/book.ts'
import type { Cell } from '../../host/model/sheet.ts'
import { freshId } from '../../server/pushBody.ts'
import { faults } from '../looks.ts'
import { openStage, settleHouse, type Stage } from '../stage.ts'
import { findCell, issueBudget, openDesk, readRecords, signInPane, tab, type Desk } from './stage.ts'

let stage: Stage
let desk: Desk
let p = ''

beforeAll(async () => {
  stage = await openStage()
  p = `${(await settleHouse(stage)).unitId}/budget/2026`
  const book = await loadXlsx(await issueBudget(stage, p))
  issueElsewhere(book)
  desk = await openDesk(stage, { book, width: 320 })
})
afterAll(() => stage.close())

function textOf({ value }: Cell): string {
  return typeof value === 'string' ? value : ''
}

/** The same sheet as another server would have issued it: under its own name, and with row ids of its own. */
function issueElsewhere(book: Book): void {
  const other = new Map<string, RecordId>()
  const sheet = book.sheets.find(({ name }) => name === stateSheetName)
  const rows = [...(sheet?.cells ?? [])]
    .toSorted(([a], [b]) => a - b)
    .map(([, line]) => [...line].toSorted(([a], [b]) => a - b).map(([, cell]) => textOf(cell)))
  const state = decodeState(rows)
  if (!state.ok || !sheet) throw new Error('no state')
  const base = new Map(
    [...state.value.base.values()].map((record) => {
      const id = freshId() as RecordId
      other.set(record.id, id)
      return [id, { ...record, id }] as const
    }),
  )
  const issue = { ...state.value.issue, server: 'elsewhere' }
  for (const [row, line] of encodeState({ ...state.value, issue, base }).entries())
    for (const [column, value] of line.entries()) {
      const cell = sheet.cells.get(row)?.get(column)
      if (!cell) throw new Error('the state has grown')
      sheet.cells.get(row)?.set(column, { ...cell, value })
    }
  for (const { cells } of book.sheets)
    for (const line of cells.values())
      for (const [column, cell] of line) {
        const id = other.get(textOf(cell))
        if (id !== undefined) line.set(column, { ...cell, value: id })
      }
}

const button = (name: string | RegExp) =>
  desk.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })

describe('a workbook of another server', () => {
  it('H14: is refused in words, with the one way on; nothing of it is sent or written', async () => {
    const { page, person } = desk
    await signInPane(desk, 'wang')
    const cell = findCell(desk, '50501')
    const amount = findCell(desk, '本年预算数')
    person.type(cell?.sheet ?? '', `${amount?.column}${cell?.row}`, '80000')
    await desk.tell()
    await button(/^取回/).click()
    await page.getByText('这份工作簿是另一台服务器发出的', { exact: false }).waitFor()
    await button('按内容对照').waitFor()
    expect(await faults(desk.page)).toEqual([])
  })

  it('D5, H14: its rows are found by their key columns; every difference is a card; published, it is sound', async () => {
    const { page } = desk
    await button('按内容对照').click()
    await button('对上这 3 行').waitFor()
    expect(await page.getByText('没有要上报的').count()).toBe(0)
    expect(await button('试上报').getAttribute('aria-disabled')).toBe('true')
    expect(await faults(desk.page)).toEqual([])
    await button('对上这 3 行').click()
    const card = page.getByRole('group', { name: /50501/ })
    await card.waitFor()
    const said = await card.innerText()
    for (const value of ['75,000.00', '80,000.00']) expect(said).toContain(value)
    await card.getByRole('radio').first().focus()
    await page.keyboard.press('2')
    expect(await faults(desk.page)).toEqual([])
    await button('试上报').click()
    await page.getByRole('region', { name: '试上报的结果（尚未写入）' }).waitFor()
    await button('上报').click()
    await page.getByText('上报完成').waitFor()
    expect(await page.locator('.receipt').innerText()).toContain('新增 0 条，修改 1 条，删除 0 条')
    const budgets = (await readRecords(stage, p)).map(({ values }) => Number(values['budget']))
    expect(budgets.toSorted((a, b) => a - b)).toEqual([6_400_000, 8_000_000, 16_800_000])
    await tab(page, '本工作簿').click()
    await button(/^取回/).click()
    await page.getByText('服务器没有新内容，表没有变。').waitFor()
    expect(desk.pane.complaints.filter((line) => !line.includes('409'))).toEqual([])
  })
})
