// Writes the pictures of the demonstration: desk, report, a sheet with its steps, policies. `npx node test/e2e/demoScreenshots.ts [folder]`
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from '#server/config.ts'
import { prepareDemo } from '#server/demo/openDemo.ts'
import { demoPassword } from '#server/demo/people.ts'
import { demoYear, workedYear } from '#server/demo/workedYear.ts'
import { startServer } from '#server/main.ts'
import { launchBrowser } from '../harness/browser.ts'
import { builtPages } from '../harness/pages.ts'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../docs/screenshots', import.meta.url))
const data = mkdtempSync(join(tmpdir(), 'tongbiao-pictures-'))
const world = {
  clock: () => new Date('2026-03-02T09:00:00+08:00'),
  random: (bytes: number) => randomBytes(bytes),
  log: () => {},
  passwordCost: { ln: 10, r: 8, p: 1 },
}

mkdirSync(folder, { recursive: true })
await builtPages()
const config = readConfig({ DATA_DIR: data, PORT: '0' })
await prepareDemo(config, world, { steps: workedYear() })
const server = await startServer(config, world)
const browser = await launchBrowser()
try {
  for (const width of [1280, 320]) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    const shoot = async (name: string): Promise<void> => {
      await page.waitForTimeout(700)
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
    }
    const signIn = async (name: string): Promise<void> => {
      await page.goto(server.url)
      await page.getByLabel('用户名').fill(name)
      await page.getByLabel('密码', { exact: true }).fill(demoPassword)
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.getByRole('heading', { name: '我的表' }).waitFor()
    }
    const goTo = async (hash: string): Promise<void> => {
      await page.evaluate((to) => (location.hash = to), hash)
      await page.waitForTimeout(1500)
    }
    await signIn('chen')
    const link = await page.getByRole('link', { name: `${demoYear} 年度预算执行情况表` }).getAttribute('href')
    await shoot('demo-home')
    await goTo(link ?? '')
    await page.getByRole('table').waitFor()
    await shoot('report')
    const unit = (link ?? '').split('/')[3] ?? ''
    await goTo(`#/sheet/${unit}/budget/${demoYear}`)
    await page.getByRole('grid').waitFor()
    await shoot('demo-budget')
    await goTo(`#/sheet/${unit}/welfare/${demoYear}`)
    await page.getByRole('grid').waitFor()
    await shoot('demo-welfare')
    await context.close()
  }
} finally {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
}
