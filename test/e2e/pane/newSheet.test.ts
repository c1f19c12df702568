// A new sheet from a template in the pane, as a clerk makes it: chosen, filled in by hand, checked, mended, published and
// taken back; the real Office.js and the real server.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../looks.ts'
import { openStage, settleHouse, type Stage } from '../stage.ts'
import { findCell, openDesk, readRecords, signInPane, tab, type Desk } from './stage.ts'

const sheet = '经费收支预算表'

let stage: Stage
let desk: Desk
let p = ''

beforeAll(async () => {
  stage = await openStage()
  p = `${(await settleHouse(stage)).unitId}/budget/2026`
  desk = await openDesk(stage, { width: 320 })
})
afterAll(() => stage.close())

const button = (name: string | RegExp) =>
  desk.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
const main = () => desk.page.locator('main').innerText()

/** Types into 本年预算数 of the account's printed line. */
function typeBudget(code: string, text: string): void {
  const line = findCell(desk, code)
  const header = findCell(desk, '本年预算数')
  desk.person.type(sheet, `${header?.column}${line?.row}`, text)
}

describe('a new sheet from a template', () => {
  it('is offered where the workbook holds nothing; a year that is none is told; the sheet is built and shown', async () => {
    const { page, host } = desk
    await signInPane(desk, 'wang')
    await button('从模板新建表').click()
    await page.getByLabel('表的种类').selectOption(sheet)
    await page.getByLabel('年度').fill('26')
    await page.getByText('请写四位年份，例如 2026。').waitFor()
    await button('新建').click()
    expect(host.book.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
    await page.getByLabel('年度').fill('2026')
    expect(await faults(desk.page)).toEqual([])
    await button('新建').click()
    await page.getByText(`已新建工作表“${sheet}”，并已打开。`).waitFor()
    expect(host.book.active.name).toBe(sheet)
    expect(host.book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Sheet1', 'Visible'],
      [sheet, 'Visible'],
      ['_tongbiao', 'VeryHidden'],
    ])
    expect(await faults(desk.page)).toEqual([])
  })

  it('is not made twice: the sheet that holds it is named', async () => {
    const { page } = desk
    await tab(page, '本工作簿').click()
    await button('从模板新建表').click()
    await page.getByLabel('年度').fill('2026')
    await page.getByText(`这个单位这一年度的这种表，已在工作表“${sheet}”里。`).waitFor()
    expect(await button('新建').getAttribute('aria-disabled')).toBe('true')
  })

  it('D7, D8: is checked while it is filled in; a slip is found and mended, lines nobody filled in are nothing', async () => {
    const { page } = desk
    typeBudget('402', '1300000')
    typeBudget('50101', '64000')
    typeBudget('50405', '66,00x')
    await desk.tell()
    await tab(page, '检查').click()
    const slip = page.getByText(/66,00x/)
    await slip.waitFor()
    expect(await main()).toContain('须改 1 处')
    expect(await faults(desk.page)).toEqual([])
    await page.getByRole('button', { name: /^看 / }).first().click()
    await expect.poll(() => desk.host.book.selection.box?.top).toBe((findCell(desk, '50405')?.row ?? 0) - 1)
    typeBudget('50405', '66000')
    await desk.tell()
    await slip.waitFor({ state: 'detached' })
    await tab(page, '本工作簿').click()
    await page.getByText('3 处未上报', { exact: true }).waitFor()
  })

  it('is published: only the lines that were filled in, with the sums; the sheet keeps its formulas', async () => {
    const { page, person } = desk
    await button('去上报').click()
    await button('比对').click()
    await button('试上报').click()
    await page.getByRole('region', { name: '试上报的结果（尚未写入）' }).waitFor()
    expect(await main()).toContain('将新增 3 条')
    expect(await main()).toContain('本年支出合计 0.00 → 130,000.00 元')
    expect(await main()).not.toContain('对其他行求和的公式')
    expect(await faults(desk.page)).toEqual([])
    await button('上报').click()
    await page.getByText('上报完成').waitFor()
    expect(await main()).toContain('新增 3 条，修改 0 条，删除 0 条')
    const records = await readRecords(stage, p)
    expect(records.map(({ values }) => [values['side'], values['accountCode'], values['budget']])).toEqual([
      ['收入', '402', 130_000_000],
      ['支出', '50101', 6_400_000],
      ['支出', '50405', 6_600_000],
    ])
    const total = findCell(desk, '本年支出合计')
    expect(person.cell(sheet, `G${total?.row}`).value).toBe(130_000)
    await tab(page, '本工作簿').click()
    await page.getByRole('listitem').filter({ hasText: sheet }).getByText('一致').waitFor()
  })

  it('is taken back from the pane: rehearsed first, and the next refresh takes the lines out of the sheet', async () => {
    const { page } = desk
    await page.getByRole('link', { name: '回执与撤销' }).click()
    await button(/^撤销 R1/).click()
    await button('撤销 3 条').click()
    await page.getByText(/^已撤销，回执 R2/).waitFor()
    expect(await faults(desk.page)).toEqual([])
    expect(await readRecords(stage, p)).toEqual([])
    await tab(page, '本工作簿').click()
    await button(/^取回/).click()
    await page.getByText('别人新增 0 条，修改 0 条，删除 3 条，已写入表中。').waitFor()
    expect(desk.host.missing).toEqual([])
    expect(desk.pane.complaints).toEqual([])
  })
})
