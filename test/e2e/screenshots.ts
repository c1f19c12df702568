// Writes docs/screenshots/*.png: every page at 1280 and 320 px, from the real server with synthetic figures.
// `npx node test/e2e/screenshots.ts [folder]`
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { plainBudget } from '../fixtures/legacy/budget.ts'
import { buildFixture, type Fixture } from '../fixtures/legacy/sheetDescription.ts'
import { editWorkbook } from './editWorkbook.ts'
import { download, dropFile, openStage, settleHouse, signIn, visit, type Stage } from './stage.ts'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../docs/screenshots', import.meta.url))
const widths = [1280, 320]

/** A slip of the kind people make: an amount that its own explanation denies. */
const slipped: Fixture = {
  ...plainBudget,
  sheets: plainBudget.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row[0] === '    50405' ? row.map((cell, column) => (column === 3 ? 66_000 : cell)) : row,
    ),
  })),
}

async function shoot(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  await page.waitForTimeout(400)
  // what sticks to the window's edge would lie over the middle of a picture of the whole page
  await page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>('.action-bar, .part')) bar.style.position = 'static'
    ;(document.activeElement as HTMLElement | null)?.blur()
  })
  await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
}

async function shootAll(pages: readonly Page[], name: string, prepare?: (page: Page) => Promise<void>): Promise<void> {
  for (const page of pages) {
    await prepare?.(page)
    await shoot(page, name)
  }
}

const open = (hash: string) => async (page: Page) => {
  await page.evaluate((to) => (location.hash = to), hash)
}

async function firstStart(stage: Stage): Promise<void> {
  for (const width of widths) {
    const { page, context } = await visit(stage, { width })
    await page.getByRole('heading', { name: '首次设置' }).waitFor()
    await shoot(page, 'setup')
    await context.close()
  }
}

async function pagesOf(stage: Stage, name: string): Promise<readonly Page[]> {
  const pages: Page[] = []
  for (const width of widths) {
    const { page } = await visit(stage, { width })
    await page.getByLabel('用户名').waitFor()
    if (name === 'wang') await shoot(page, 'sign-in')
    await signIn(page, name)
    pages.push(page)
  }
  return pages
}

async function importJob(pages: readonly Page[]): Promise<void> {
  await shootAll(pages, 'home-empty')
  await shootAll(pages, 'drop', open('#/file'))
  const bytes = await buildFixture(slipped)
  await shootAll(pages, 'import', async (page) => {
    await dropFile(page, '2026年经费收支预算表.xlsx', bytes)
    await page.getByRole('grid').waitFor()
    await page.getByLabel('单位', { exact: true }).selectOption('示例厂工会')
  })
  await shootAll(pages, 'rehearsal', async (page) => {
    await page.getByRole('button', { name: '改为 64,000.00' }).first().click()
    await page.getByText('没有需要您处理的地方').waitFor()
    await page.getByRole('button', { name: '试上报' }).click()
    await page.getByRole('region', { name: '试上报的结果（尚未写入）' }).waitFor()
  })
  const [wide] = pages
  if (!wide) return
  await wide.getByRole('button', { name: /^导入/ }).click()
  await wide.getByRole('heading', { name: '导入完成' }).waitFor()
  await shoot(wide, 'receipt')
  await wide.emulateMedia({ media: 'print' })
  await wide.setViewportSize({ width: 794, height: 1123 })
  await shoot(wide, 'receipt-print')
  await wide.emulateMedia({ media: 'screen' })
  await wide.setViewportSize({ width: 1280, height: 800 })
}

async function publishJob(stage: Stage, pages: readonly Page[]): Promise<void> {
  const records = async (page: Page) => {
    await page.getByRole('link', { name: '我的表' }).click()
    await page.getByRole('link', { name: '2026 年度经费收支预算表' }).click()
    await page.getByRole('grid').waitFor()
  }
  const [wide] = pages
  if (!wide) return
  await records(wide)
  const first = await download(wide, '下载工作簿')
  const { page: li } = await visit(stage)
  await signIn(li, 'li')
  const own = await editWorkbook(first, {
    change: { '50405': { 本年预算数: 68_000 }, '50501': { 本年预算数: 78_000 } },
  })
  await dropFile(li, '李干事.xlsx', own)
  await li.getByRole('button', { name: '试上报' }).click()
  await li.getByRole('button', { name: '上报', exact: true }).click()
  await li.getByRole('heading', { name: '上报完成' }).waitFor()
  const mine = await editWorkbook(first, {
    change: { '50405': { 本年预算数: 70_000 }, '50404': { 本年预算数: 90_000 } },
    remove: ['50106'],
    insert: {
      after: '50302',
      values: { 收支: '支出', 科目编码: '50303', 科目名称: '职工创新活动支出', 本年预算数: 12_000 },
    },
  })
  await shootAll(pages, 'workbook', async (page) => {
    await dropFile(page, '王会计.xlsx', mine)
    await page.getByRole('group', { name: /50405/ }).waitFor()
  })
  await wide.getByRole('group', { name: /50405/ }).getByRole('radio').first().focus()
  await wide.keyboard.press('4')
  await wide.getByRole('checkbox', { name: /^删除 50106/ }).check()
  await wide.getByRole('button', { name: '试上报' }).click()
  await wide.getByRole('region', { name: '试上报的结果（尚未写入）' }).waitFor()
  await shoot(wide, 'workbook-rehearsal')
  await wide.getByRole('button', { name: '上报', exact: true }).click()
  await wide.getByRole('heading', { name: '上报完成' }).waitFor()
  await shootAll(pages, 'records', async (page) => {
    await records(page)
    await page.getByLabel('查找').fill('支出')
    if (page === wide) await page.getByRole('gridcell', { name: '74,000.00' }).click()
    await page.waitForTimeout(600)
  })
  await shootAll(pages, 'receipts-undo', async (page) => {
    await page.getByRole('link', { name: '回执与撤销' }).click()
    await page.getByRole('button', { name: '撤销 R3' }).click()
    await page.getByText(/^恢复原样/).waitFor()
  })
  await shootAll(pages, 'home', async (page) => {
    await page.getByRole('link', { name: '我的表' }).click()
    await page.getByRole('heading', { name: '我的表' }).waitFor()
    await page.getByRole('link', { name: '2026 年度经费收支预算表' }).waitFor()
  })
  await shootAll(pages, 'account', open('#/account'))
  await shootAll(pages, 'home-zh-Hant', async (page) => {
    await page.getByRole('link', { name: '我的表' }).click()
    await page.getByLabel('语言').selectOption('zh-Hant')
  })
  await shootAll(pages, 'home-en', (page) =>
    page
      .getByLabel('語言')
      .selectOption('en')
      .then(() => {}),
  )
}

mkdirSync(folder, { recursive: true })
const stage = await openStage()
try {
  await firstStart(stage)
  await settleHouse(stage)
  const pages = await pagesOf(stage, 'wang')
  await importJob(pages)
  await publishJob(stage, pages)
  const admins = await pagesOf(stage, 'zhao')
  await shootAll(admins, 'admin', async (page) => {
    await page.getByRole('link', { name: '单位与用户' }).click()
    await page.getByRole('form', { name: '增加用户' }).waitFor()
    await page.getByRole('button', { name: '加一项权限' }).click()
  })
} finally {
  await stage.close()
}
