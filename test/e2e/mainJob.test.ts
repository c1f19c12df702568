// The whole main job in a real browser against the real server: a legacy sheet in, corrected, imported; out as a workbook,
// edited by two people, merged, published, undone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { plainBudget } from '../fixtures/legacy/budget.ts'
import { buildFixture, type Fixture } from '../fixtures/legacy/sheetDescription.ts'
import { editWorkbook } from './editWorkbook.ts'
import { download, dropFile, openStage, settleHouse, signIn, visit, type Stage, type Visit } from './stage.ts'

/** 送温暖支出 typed as 66,000 where its explanation says 160 × 400 = 64,000: the totals above it do not tie any more. */
const slippedBudget: Fixture = {
  ...plainBudget,
  sheets: plainBudget.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row[0] === '    50405' ? row.map((cell, column) => (column === 3 ? 66_000 : cell)) : row,
    ),
  })),
}

let stage: Stage
let wang: Visit
let li: Visit

beforeAll(async () => {
  stage = await openStage()
  await settleHouse(stage)
  wang = await visit(stage)
  li = await visit(stage)
  await signIn(wang.page, 'wang')
  await signIn(li.page, 'li')
}, 120_000)

afterAll(() => stage?.close())

async function openSheet(page: Page): Promise<void> {
  await page.getByRole('link', { name: '我的表' }).click()
  await page.getByRole('heading', { name: '我的表' }).waitFor()
  await page.getByRole('link', { name: '2026 年度经费收支预算表' }).click()
  await page.getByRole('grid').waitFor()
}

/** Text of one cell of the records grid, by the code of its row. */
async function cellOf(page: Page, code: string, header: string): Promise<string> {
  const grid = page.getByRole('grid')
  await page.getByLabel('查找').fill(code)
  const row = grid.getByRole('row').filter({ has: page.getByRole('gridcell', { name: code, exact: true }) })
  const headers = await grid.getByRole('columnheader').allInnerTexts()
  const text = await row
    .getByRole('gridcell')
    .nth(headers.findIndex((each) => each.startsWith(header)))
    .innerText()
  await page.getByLabel('查找').fill('')
  return text
}

const summary = (page: Page): Promise<string> => page.locator('.summary').first().innerText()

describe('the main job', () => {
  let first: Uint8Array
  let edited: Uint8Array

  it('recognises a legacy sheet, says in numbers what does not tie, and is corrected with one click', async () => {
    const { page } = wang
    await dropFile(page, '2026年经费收支预算表.xlsx', await buildFixture(slippedBudget))
    await page.getByRole('grid').waitFor()
    const before = await summary(page)
    expect(before).toContain('这是 2026 年度经费收支预算表，有 20 行数据。')
    expect(before).toContain('共 37 行，逐行有去向')
    expect(before).toMatch(/有 \d 处合计与明细对不上/)
    const toCell = page.getByRole('button', { name: '看 D28' }).first()
    await toCell.click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('66000')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('看 D28')
    await page.getByRole('button', { name: '改为 64,000.00' }).first().click()
    await expect.poll(() => summary(page)).toContain('表中的合计与明细一致（差 0.00 元）')
    expect(await summary(page)).toContain('没有需要您处理的地方')
  })

  it('rehearses, imports and gives a receipt with control totals before and after', async () => {
    const { page } = wang
    await page.getByLabel('单位', { exact: true }).selectOption('示例厂工会')
    await page.getByRole('button', { name: '试上报' }).click()
    const result = page.getByRole('region', { name: '试上报的结果（尚未写入）' })
    await result.waitFor()
    const said = await result.innerText()
    expect(said).toContain('将新增 20 条')
    expect(said).toContain('本年收入合计 1,300,000.00 元')
    expect(said).toContain('本年支出合计 1,286,400.00 元')
    expect(said).toContain('本年结余 13,600.00 元')
    await page.getByRole('button', { name: '导入 20 条' }).click()
    await page.getByRole('heading', { name: '导入完成' }).waitFor()
    const receipt = await page.getByRole('article', { name: '回执' }).innerText()
    expect(receipt).toContain('R1')
    expect(receipt).toContain('新增 20 条，修改 0 条，删除 0 条')
    expect(receipt).toContain('2,855,200.50')
  })

  it('keeps where every figure came from, down to the row of the file', async () => {
    const { page } = wang
    await openSheet(page)
    expect(await cellOf(page, '50405', '本年预算数')).toBe('64,000.00')
    await page.getByRole('gridcell', { name: '401', exact: true }).click()
    await page.getByText('来自 2026年经费收支预算表.xlsx · 预算表 · 第 7 行').waitFor()
  })

  it('goes out as a workbook to two people; the second publishes first', async () => {
    first = await download(wang.page, '下载工作簿')
    const { page } = li
    await openSheet(page)
    const own = await editWorkbook(await download(page, '下载工作簿'), {
      change: { '50405': { 本年预算数: 68_000 }, '50501': { '说明（测算依据）': '两期培训班' } },
    })
    await dropFile(page, '李干事改.xlsx', own)
    await page.getByRole('heading', { name: '工作簿里改了什么' }).waitFor()
    expect(await summary(page)).toBe('您新增 0 条，修改 2 条，缺少 0 条，其余 18 条没动。')
    await page.getByRole('button', { name: '试上报' }).click()
    await page.getByRole('button', { name: '上报', exact: true }).click()
    await page.getByRole('heading', { name: '上报完成' }).waitFor()
  })

  it('shows after sort, insert, delete, change and filter what changed, what others did, and the one conflict', async () => {
    const { page } = wang
    edited = await editWorkbook(first, {
      change: {
        '50405': { 本年预算数: 70_000 },
        '50404': { 本年预算数: 90_000 },
        '50502': { '说明（测算依据）': '职代会两次' },
      },
      turn: ['50101', '50102', '50103', '50105'],
      remove: ['50106'],
      insert: {
        after: '50302',
        values: { 收支: '支出', 科目编码: '50303', 科目名称: '职工创新活动支出', 本年预算数: 12_000 },
      },
      hide: ['401', '402'],
    })
    await dropFile(page, '王会计改.xlsx', edited)
    await page.getByRole('heading', { name: '工作簿里改了什么' }).waitFor()
    expect(await summary(page)).toMatch(/^您新增 1 条，修改 \d 条，缺少 1 条/)
    await page.getByRole('region', { name: '1 处双方都改了，请您定' }).waitFor()
    const card = page.getByRole('group', { name: /50405 送温暖支出 的本年预算数/ })
    const text = await card.innerText()
    for (const amount of ['64,000.00', '68,000.00', '70,000.00', '74,000.00']) expect(text).toContain(amount)
    expect(text).toContain('李干事')
    expect(await page.getByRole('region', { name: /这期间别人改了/ }).innerText()).toContain('两期培训班')
  })

  it('publishes once the conflict is decided by key and the deletion is ticked, and nothing is lost', async () => {
    const { page } = wang
    const card = page.getByRole('group', { name: /50405 送温暖支出/ })
    await card.getByRole('radio').first().focus()
    await page.keyboard.press('4')
    await page.getByRole('checkbox', { name: /^删除 50106/ }).check()
    await page.getByRole('button', { name: '试上报' }).click()
    const result = page.getByRole('region', { name: '试上报的结果（尚未写入）' })
    await result.waitFor()
    expect(await result.innerText()).toContain('将新增 1 条')
    await page.getByRole('button', { name: '上报', exact: true }).click()
    await page.getByRole('heading', { name: '上报完成' }).waitFor()
    const receipt = await page.getByRole('article', { name: '回执' }).innerText()
    expect(receipt).toMatch(/新增 1 条，修改 3 条，删除 1 条/)

    const refreshed = await download(page, '下载更新后的工作簿')
    await openSheet(page)
    expect(await cellOf(page, '50405', '本年预算数')).toBe('74,000.00')
    expect(await cellOf(page, '50404', '本年预算数')).toBe('90,000.00')
    expect(await cellOf(page, '50303', '本年预算数')).toBe('12,000.00')
    expect(await cellOf(page, '50501', '说明')).toBe('两期培训班')
    expect(await cellOf(page, '50502', '说明')).toBe('职代会两次')

    await dropFile(page, '王会计改.xlsx', refreshed)
    await page.getByText('工作簿与服务器一致，没有要上报的。').waitFor()
  })

  it('shows the history of the cell that both changed', async () => {
    const { page } = wang
    await openSheet(page)
    await page.getByLabel('查找').fill('50405')
    await page.getByRole('gridcell', { name: '74,000.00' }).click()
    await page.getByRole('region', { name: '“本年预算数”的历史' }).waitFor()
    await page.getByText('68,000.00 → 74,000.00').waitFor()
    await page.getByText('64,000.00 → 68,000.00').waitFor()
    await page.getByLabel('查找').fill('')
  })

  it('undoes the publish in baskets, rehearsed first', async () => {
    const { page } = wang
    await page.getByRole('link', { name: '回执与撤销' }).click()
    const line = page.getByRole('row').filter({ hasText: 'R3' })
    await line.getByRole('link', { name: '2026 年度经费收支预算表' }).waitFor()
    await page.getByRole('button', { name: '撤销 R3' }).click()
    await page.getByText(/^恢复原样 \d 条/).waitFor()
    await page.getByRole('button', { name: /^撤销 \d+ 条/ }).click()
    await page.getByText(/^已撤销，回执 R4/).waitFor()
    await page.getByRole('link', { name: '查看回执 R3' }).click()
    await page.getByRole('article', { name: '回执' }).getByText('已撤销', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: '撤销这一次' }).count()).toBe(0)
    await openSheet(page)
    expect(await cellOf(page, '50405', '本年预算数')).toBe('68,000.00')
    expect(await cellOf(page, '50106', '本年预算数')).toBe('16,000.00')
  })

  it('can be checked link by link by those who answer for it, and by nobody else', async () => {
    const zhao = await visit(stage)
    await signIn(zhao.page, 'zhao')
    await zhao.page.getByRole('link', { name: '回执与撤销' }).click()
    await zhao.page.getByRole('button', { name: '开始核对' }).click()
    await zhao.page.getByText(/^账本完整：共 4 次变动/).waitFor()
    expect(zhao.complaints).toEqual([])
    await wang.page.getByRole('link', { name: '回执与撤销' }).click()
    await wang.page.getByRole('button', { name: '撤销 R3' }).waitFor({ state: 'detached' })
    expect(await wang.page.getByRole('button', { name: '开始核对' }).count()).toBe(0)
  })

  it('leaves no complaint in the browser: no script, style or connection was refused', () => {
    expect(wang.complaints).toEqual([])
    expect(li.complaints).toEqual([])
  })
})
