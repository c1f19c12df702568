// The pane's main job in Chromium, with the real Office.js and the real server: a legacy sheet is bound, checked, mended from
// the pane, rehearsed and published; the ribbon begins each step; keyboard and axe find no fault on the way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainBudget } from '../../fixtures/legacy/budget.ts'
import { buildFixture, type Fixture } from '../../fixtures/legacy/sheetDescription.ts'
import { loadXlsx } from '../../host/loadXlsx.ts'
import { faults } from '../looks.ts'
import { openStage, settleHouse, type Stage } from '../stage.ts'
import { cellsOf, changeAmount, openDesk, signInPane, tab, type Desk } from './stage.ts'

/** One amount that its own explanation denies. */
const slipped: Fixture = {
  ...plainBudget,
  sheets: plainBudget.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row[0] === '    50405' ? row.map((cell, column) => (column === 3 ? 66_000 : cell)) : row,
    ),
  })),
}
const sheetName = plainBudget.sheets[0]?.name ?? ''

let stage: Stage
let desk: Desk

beforeAll(async () => {
  stage = await openStage()
  await settleHouse(stage)
  desk = await openDesk(stage, { book: await loadXlsx(await buildFixture(slipped)), width: 320 })
})
afterAll(() => stage.close())

const region = (name: string) => desk.page.getByRole('region', { name })
const button = (name: string) => desk.page.getByRole('button', { name, exact: true })

describe('the pane beside a legacy sheet', () => {
  it('opens in Excel, asks who it is, and shows the one next step', async () => {
    await signInPane(desk, 'wang')
    await button('识别当前工作表').waitFor()
    expect(await desk.page.getByText('这个工作簿里还没有归同表管的表。').count()).toBe(1)
    expect(await faults(desk.page)).toEqual([])
  })

  it('recognises the sheet in front, says what it is in numbers, and binds it without touching a cell of it', async () => {
    const { page, host } = desk
    const before = cellsOf(desk)
    await button('识别当前工作表').click()
    await button('就这样归同表管').waitFor()
    const said = await page.locator('output.summary').innerText()
    expect(said).toContain('这是 2026 年度经费收支预算表，有 20 行数据。')
    expect(said).toContain('共 37 行，逐行有去向')
    expect(await faults(desk.page)).toEqual([])
    await page.getByLabel('单位', { exact: true }).selectOption('示例厂工会')
    await button('就这样归同表管').click()
    await page.getByText(`“${sheetName}”已归同表管`).waitFor()
    const after = cellsOf(desk)
    expect([...before].filter(([at, cell]) => after.get(at) !== cell)).toEqual([])
    const added = [...after].filter(([at]) => !before.has(at)).map(([, cell]) => cell)
    expect(new Set(added)).toEqual(new Set(['同表编号', '校验', '表尾']))
    expect(added).toHaveLength(3)
    expect(host.book.sheets.find(({ name }) => name === '_tongbiao')?.visibility).toBe('VeryHidden')
  })

  it('checks it, goes to the cell, mends it with one click, and notices what is typed meanwhile', async () => {
    const { page, person } = desk
    await button('检查').click()
    const finding = page.getByRole('button', { name: /^看 [A-Z]+28$/ }).first()
    await finding.click()
    await expect.poll(() => desk.host.book.selection.box?.top).toBe(27)
    await button('改为 64,000.00').first().click()
    await page.getByText('已改 1 处').waitFor()
    expect(person.cell(sheetName, 'D28').value).toBe(64_000)
    // a slip typed by hand is found without a click
    person.type(sheetName, 'D18', '168,00x')
    await desk.tell()
    const slip = page.getByText(/168,00x/)
    await slip.waitFor()
    expect(await tab(page, '检查').innerText()).toMatch(/1$/)
    person.type(sheetName, 'D18', '168000')
    await desk.tell()
    await slip.waitFor({ state: 'detached' })
    expect(await faults(desk.page)).toEqual([])
  })

  it('writes the findings into the column 校验 and takes them away again', async () => {
    const { page, person, host } = desk
    person.type(sheetName, 'D18', '-5')
    await desk.tell()
    await page.getByRole('button', { name: '写进“校验”列' }).click()
    await page.getByText('问题已写进各表的“校验”列').waitFor()
    const marks = () => [...cellsOf(desk).values()].filter((cell) => /^[■▲○] /.test(String(cell)))
    expect(marks().join('\n')).toContain('■ 须改')
    expect(host.book.sheets[0]?.conditionals.length).toBeGreaterThan(0)
    await page.getByRole('button', { name: '清空“校验”列' }).click()
    await expect.poll(marks).toEqual([])
    await expect.poll(() => host.book.sheets[0]?.conditionals.length).toBe(0)
    person.type(sheetName, 'D18', '168000')
    await desk.tell()
  })

  it('compares from the ribbon, rehearses with the consequence in numbers, publishes, and shows the receipt', async () => {
    const { page } = desk
    await desk.pane.pressRibbon('Tongbiao.Publish', 'publish')
    await button('试上报').waitFor()
    expect(await page.locator('.summary').innerText()).toContain('您新增 20 条，修改 0 条，缺少 0 条，其余 0 条没动。')
    await button('试上报').click()
    const result = await region('试上报的结果（尚未写入）').innerText()
    expect(result).toContain('将新增 20 条')
    expect(result).toContain('本年支出合计 0.00 → 1,286,400.00 元')
    expect(result).toContain('本年结余 0.00 → 13,600.00 元')
    expect(await stage.call(await stage.signInByApi('wang'), 'GET', '/pushes')).toEqual([])
    await button('上报').click()
    await page.getByText('上报完成').waitFor()
    const receipt = await page.locator('.receipt').innerText()
    expect(receipt).toContain('R1')
    expect(receipt).toContain('新增 20 条，修改 0 条，删除 0 条')
    expect(receipt).toContain('本年预算数 0.00 → 2,855,200.50 元')
    expect(receipt).toMatch(/与服务器一致 今天 \d\d:\d\d/)
    expect(await faults(desk.page)).toEqual([])
    expect(desk.person.cell(sheetName, 'B10').value).toBe('    一般性转移支付补助')
    await tab(page, '本工作簿').click()
    await page.getByRole('listitem').filter({ hasText: '2026 年度经费收支预算表' }).getByText('一致').waitFor()
  })

  it('tells the history of the selected cell', async () => {
    const { page, person } = desk
    person.select(sheetName, 'D12')
    await desk.tell()
    await tab(page, '这一格').click()
    await page.getByText(`${sheetName} D12`).waitFor()
    await page.getByText('“本年预算数”的历史').waitFor()
    await page.getByText(/今天 \d\d:\d\d 王会计/).waitFor()
    // what people say of the row stands with it, for everybody who may see it
    await page.getByLabel('写留言').fill('请核对补助文件')
    await page.getByRole('button', { name: '留言', exact: true }).click()
    await region('留言 1 条').getByText('请核对补助文件').waitFor()
    expect(await region('留言 1 条').innerText()).toMatch(/王会计 今天 \d\d:\d\d/)
    person.select(sheetName, 'D1')
    await desk.tell()
    await page.getByText('这一格不在归同表管的表里。').waitFor()
    expect(await faults(desk.page)).toEqual([])
  })

  it('fetches from the ribbon what others did, with who and what', async () => {
    const { person } = desk
    const token = await stage.signInByApi('li')
    await changeAmount(stage, token, { code: '50501', fen: 7_800_000 })
    await desk.pane.pressRibbon('Tongbiao.Refresh', 'refresh')
    const part = region('刚才取回了什么')
    await part.getByText('别人新增 0 条，修改 1 条，删除 0 条，已写入表中。').waitFor()
    await part.getByText(/李干事/).waitFor()
    expect(await part.innerText()).toContain('本年预算数 78,000.00')
    const row = [...cellsOf(desk)]
      .find(([, cell]) => String(cell).trim() === '50501')?.[0]
      .split('!')[1]
      ?.replace('A', '')
    expect(person.cell(sheetName, `D${row}`).value).toBe(78_000)
    // the spaces that set the name in are the sheet's own: nobody changed it, and it stays as it is
    expect(await part.innerText()).not.toContain('科目名称')
    expect(person.cell(sheetName, `B${row}`).value).toBe('    培训支出')
    await desk.pane.pressRibbon('Tongbiao.Check', 'check')
    await button('全部重查').waitFor()
  })

  it('needs nothing of Excel that is not there, and complains of nothing', () => {
    expect(desk.host.missing).toEqual([])
    expect(desk.pane.complaints).toEqual([])
  })
})
