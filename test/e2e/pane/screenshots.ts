// Writes docs/screenshots/pane-*.png: every state of the pane at 320 px, from the real server and the real Office.js, with
// synthetic figures. `npx node test/e2e/pane/screenshots.ts [folder]`
import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { plainBudget } from '../../fixtures/legacy/budget.ts'
import { buildFixture } from '../../fixtures/legacy/sheetDescription.ts'
import { loadXlsx } from '../../host/loadXlsx.ts'
import { saveXlsx } from '../../host/saveXlsx.ts'
import { openStage, settleHouse } from '../stage.ts'
import { findCell, openDesk, signInPane, tab, type Desk } from './stage.ts'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../../docs/screenshots', import.meta.url))

async function shoot({ page }: Desk, name: string): Promise<void> {
  await page.waitForTimeout(500)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.screenshot({ path: `${folder}/pane-${name}.png` })
}

function typeBudget(desk: Desk, code: string, amount: number): void {
  const cell = findCell(desk, code)
  desk.person.type(cell?.sheet ?? '', `D${cell?.row ?? 1}`, String(amount))
}

/** Several pictures side by side, for the README. */
async function join(desk: Desk, names: readonly string[]): Promise<void> {
  const page = await desk.pane.context.newPage()
  await page.setViewportSize({ width: names.length * 332 + 12, height: 744 })
  const pictures = names.map((name) => {
    const bytes = readFileSync(`${folder}/pane-${name}.png`).toString('base64')
    return `<img width="320" height="720" src="data:image/png;base64,${bytes}">`
  })
  await page.setContent(
    `<style>body{margin:12px;display:flex;gap:12px;background:#e8e6e3}img{display:block;border:1px solid #c7c7c7;background:#fff;box-sizing:border-box}</style>${pictures.join('')}`,
  )
  await page.screenshot({ path: `${folder}/pane.png` })
}

mkdirSync(folder, { recursive: true })
const stage = await openStage()
try {
  await settleHouse(stage)
  const desk = await openDesk(stage, { book: await loadXlsx(await buildFixture(plainBudget)), width: 320 })
  const { page, person } = desk
  await page.getByLabel('用户名').waitFor()
  await shoot(desk, 'sign-in')
  await signInPane(desk, 'wang')
  await page.getByRole('button', { name: '识别当前工作表' }).waitFor()
  await shoot(desk, 'empty')
  await page.getByRole('button', { name: '识别当前工作表' }).click()
  await page.getByLabel('单位', { exact: true }).selectOption('示例厂工会')
  await shoot(desk, 'bind')
  await page.getByRole('button', { name: '就这样归同表管' }).click()
  await page.getByText('已归同表管').waitFor()
  typeBudget(desk, '50405', 66_000)
  person.type(plainBudget.sheets[0]?.name ?? '', 'D18', '168,00x')
  await desk.tell()
  await tab(page, '检查').click()
  await page.getByText(/168,00x/).waitFor()
  await shoot(desk, 'check')
  typeBudget(desk, '50405', 64_000)
  person.type(plainBudget.sheets[0]?.name ?? '', 'D18', '168000')
  await desk.tell()
  await tab(page, '上报').click()
  await page.getByRole('button', { name: '比对' }).click()
  await page.getByRole('button', { name: '试上报' }).waitFor()
  await shoot(desk, 'compare')
  await page.getByRole('button', { name: '试上报' }).click()
  await page.getByRole('region', { name: '试上报的结果（尚未写入）' }).waitFor()
  await shoot(desk, 'rehearsal')
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByText('上报完成').waitFor()
  await shoot(desk, 'receipt')
  const copy = await saveXlsx(desk.host.book)
  await tab(page, '本工作簿').click()
  await shoot(desk, 'agrees')

  const other = await openDesk(stage, { book: await loadXlsx(copy), width: 320 })
  await signInPane(other, 'li')
  await other.page.getByRole('list', { name: '本工作簿的表' }).waitFor()
  typeBudget(other, '50405', 68_000)
  typeBudget(other, '50501', 78_000)
  await other.tell()
  await other.page.getByText('2 处未上报', { exact: true }).waitFor()
  await shoot(other, 'pending')
  await tab(other.page, '上报').click()
  await other.page.getByRole('button', { name: '比对' }).click()
  await other.page.getByRole('button', { name: '试上报' }).click()
  await other.page.getByRole('button', { name: '上报', exact: true }).click()
  await other.page.getByText('上报完成').waitFor()

  typeBudget(desk, '50405', 70_000)
  await desk.tell()
  await tab(page, '上报').click()
  await page.getByRole('button', { name: /^(比对|再比对一次)$/ }).click()
  await page
    .getByRole('group', { name: /50405/ })
    .getByText(/李干事/)
    .waitFor()
  await shoot(desk, 'conflict')
  typeBudget(desk, '50405', 64_000)
  await desk.tell()
  await tab(page, '本工作簿').click()
  await page.getByRole('button', { name: /^取回/ }).click()
  await page
    .getByRole('region', { name: '刚才取回了什么' })
    .getByText(/李干事/)
    .first()
    .waitFor()
  await shoot(desk, 'pulled')
  const cell = findCell(desk, '50501')
  person.select(cell?.sheet ?? '', `D${cell?.row ?? 1}`)
  await desk.tell()
  await tab(page, '这一格').click()
  await page
    .getByText(/李干事/)
    .first()
    .waitFor()
  await shoot(desk, 'history')
  await page.getByRole('link', { name: '环境体检' }).click()
  await page.getByText('体检结果全文').waitFor()
  await shoot(desk, 'doctor')
  await tab(page, '本工作簿').click()
  await page.getByRole('button', { name: '从模板新建表' }).click()
  await page.getByRole('button', { name: '新建' }).waitFor()
  await shoot(desk, 'add')
  await page.getByRole('link', { name: '返回' }).click()
  await page.waitForLoadState('networkidle')
  await desk.pane.context.setOffline(true)
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await page.getByText('连不上服务器').waitFor()
  await shoot(desk, 'offline')
  await desk.pane.context.setOffline(false)

  const old = await openDesk(stage, { version: '1.7', width: 320 })
  await old.page.getByText('体检结果全文').waitFor()
  await shoot(old, 'too-old')
  for (const [locale, name] of [
    ['zh-TW', '登入'],
    ['en-US', 'Sign in'],
  ] as const) {
    const abroad = await openDesk(stage, { locale, width: 320 })
    await abroad.page.getByRole('button', { name, exact: true }).waitFor()
    await shoot(abroad, locale)
    await abroad.close()
  }
  await join(desk, ['check', 'rehearsal', 'conflict', 'history'])
} finally {
  await stage.close()
}
