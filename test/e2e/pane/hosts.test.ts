// Where the pane opens: an Excel that is too old, Excel in Traditional Chinese and English, with the keyboard alone, in the
// dark, and a plain browser with a file.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainBudget } from '../../fixtures/legacy/budget.ts'
import { buildFixture } from '../../fixtures/legacy/sheetDescription.ts'
import { loadXlsx } from '../../host/loadXlsx.ts'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { readFirstPage, sumBytes } from '../../harness/firstPage.ts'
import { builtPages } from '../../harness/pages.ts'
import { faults } from '../looks.ts'
import { download, openStage, password, settleHouse, visit, type Stage } from '../stage.ts'
import { issueBudget, openDesk } from './stage.ts'

let stage: Stage
let unitId = ''

beforeAll(async () => {
  stage = await openStage()
  unitId = (await settleHouse(stage)).unitId
})
afterAll(() => stage.close())

describe('an Excel that is too old', () => {
  it('gets a page that says what is missing, what works instead, and what to tell the IT desk', async () => {
    const desk = await openDesk(stage, { version: '1.7', width: 320 })
    const { page } = desk
    await page.getByRole('heading', { name: '这台电脑的 Excel 太旧' }).waitFor()
    await page.getByText('[不行] Excel 接口：ExcelApi 1.7，需要 1.14').waitFor()
    expect(await page.getByText('请升级到 Office 2021').count()).toBeGreaterThan(0)
    expect(await page.getByRole('link', { name: stage.server.url }).getAttribute('href')).toBe(`${stage.server.url}/`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await faults(desk.page)).toEqual([])
    expect(desk.pane.complaints).toEqual([])
    await desk.close()
  })

  it('is told in plain words where the engine runs no modern script at all', async () => {
    const { page, context } = await visit(stage)
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.addInitScript(() => {
      Object.defineProperty(document, 'createElement', {
        value: (name: string) => (name === 'script' ? {} : Document.prototype.createElement.call(document, name)),
      })
    })
    await page.goto(`${stage.server.url}/taskpane.html`)
    await page.getByRole('heading', { name: '这台电脑的 Excel 太旧，窗格打不开' }).waitFor()
    expect(await page.locator('#tooOld').innerText()).toContain(`${stage.server.url}/`)
    await context.close()
  })
})

describe('the first page', () => {
  it('is drawn with at most 350 KB of scripts, imports on the way included; the other pages come after it', async () => {
    const desk = await openDesk(stage)
    const { page } = desk
    const first = await readFirstPage(page, await builtPages())
    expect(await page.getByRole('button', { name: '登录', exact: true }).isVisible()).toBe(true)
    expect(first.scripts.size).toBeGreaterThan(5)
    expect(sumBytes(first)).toBeLessThan(350 * 1024)
    expect([...first.scripts.keys()].join(' ')).not.toMatch(/sheets-|CheckPane|PublishPane|RecordPane|DoctorPane/)
    await page.waitForFunction(() => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
      return ['sheets-', 'CheckPane-', 'PublishPane-', 'RecordPane-', 'DoctorPane-'].every((part) =>
        loaded.some((name) => name.includes(`/${part}`)),
      )
    })
    await desk.close()
  })

  it('of a remembered session needs no more: of the kinds only those of the workbook; the others come after it', async () => {
    const token = await stage.signInByApi('wang')
    const desk = await openDesk(stage, { book: await loadXlsx(await issueBudget(stage, `${unitId}/budget/2024`)) })
    const { page } = desk
    await page.evaluate((kept) => localStorage.setItem('tongbiao.session', kept), token)
    await page.reload()
    const first = await readFirstPage(page, await builtPages())
    await page.getByRole('list', { name: '本工作簿的表' }).getByText('2024 年度经费收支预算表').waitFor()
    expect([...first.scripts.keys()].join(' ')).toMatch(/\/budget-/)
    expect(sumBytes(first)).toBeLessThan(350 * 1024)
    expect([...first.scripts.keys()].join(' ')).not.toMatch(
      /sheets-|hardship-|CheckPane|PublishPane|RecordPane|DoctorPane/,
    )
    await page.waitForFunction(() => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
      return ['hardship-', 'CheckPane-', 'PublishPane-'].every((part) =>
        loaded.some((name) => name.includes(`/${part}`)),
      )
    })
    await desk.close()
  })
})

describe('the language of Excel', () => {
  it.each([
    ['zh-TW', '登入', '本活頁簿'],
    ['en-US', 'Sign in', 'Workbook'],
  ])('is that of the pane: %s', async (locale, button, first) => {
    const desk = await openDesk(stage, { locale, width: 320 })
    const { page } = desk
    await page.getByRole('button', { name: button, exact: true }).waitFor()
    await page.getByRole('link', { name: first }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await faults(desk.page)).toEqual([])
    await desk.close()
  })
})

describe('the keyboard alone', () => {
  it('signs in, binds the sheet in front, checks it and publishes it; the focus is always to be seen', async () => {
    const desk = await openDesk(stage, { book: await loadXlsx(await buildFixture(plainBudget)), width: 320 })
    const { page } = desk
    const { keyboard } = page
    const focused = () => page.evaluate(() => (document.activeElement?.textContent ?? '').trim())
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses++) {
        if ((await focused()).startsWith(name)) return
        await keyboard.press('Tab')
      }
      throw new Error(`${name} is not reached: ${await focused()}`)
    }
    await page.getByLabel('用户名').focus()
    await keyboard.type('wang')
    await keyboard.press('Tab')
    await keyboard.type(password)
    await keyboard.press('Enter')
    await page.getByRole('button', { name: '识别当前工作表' }).waitFor()
    await tabTo('识别当前工作表')
    const outline = await page.evaluate(() => {
      const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement ?? document.body)
      const after = getComputedStyle(document.activeElement ?? document.body, '::after')
      return [outlineStyle, boxShadow, after.borderStyle].some((look) => look !== 'none' && look !== '')
    })
    expect(outline).toBe(true)
    await keyboard.press('Enter')
    await page.getByRole('button', { name: '就这样归同表管' }).waitFor()
    await page.getByLabel('单位', { exact: true }).focus()
    await keyboard.type('示')
    await tabTo('就这样归同表管')
    await keyboard.press('Enter')
    await page.getByText('已归同表管').waitFor()
    await tabTo('上报')
    await keyboard.press('Enter')
    await page.getByRole('button', { name: '比对' }).waitFor()
    await tabTo('比对')
    await keyboard.press('Enter')
    await page.getByRole('button', { name: '试上报' }).waitFor()
    await tabTo('试上报')
    await keyboard.press('Enter')
    await page.getByRole('button', { name: '上报', exact: true }).waitFor()
    // not the link of the same name at the top
    await tabTo('试上报')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await page.getByText('上报完成').waitFor()
    await desk.close()
  })
})

describe('a plain browser', () => {
  it('works on a file with the same pages, in the dark as well, and gives the file back with its base', async () => {
    const { page, context, complaints } = await visit(stage, { width: 400 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`${stage.server.url}/taskpane.html`)
    await page.getByRole('heading', { name: '打开一个工作簿文件' }).waitFor()
    const bytes = await buildFixture({
      ...plainBudget,
      sheets: plainBudget.sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) =>
          row.map((cell) => (typeof cell === 'string' ? cell.replaceAll('2026', '2027') : cell)),
        ),
      })),
    })
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '预算.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    await page.getByLabel('用户名').fill('wang')
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('button', { name: '识别当前工作表' }).click()
    await page.getByLabel('单位', { exact: true }).selectOption('示例厂工会')
    await page.getByRole('button', { name: '就这样归同表管' }).click()
    await page.getByText('已归同表管').waitFor()
    const shade = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(shade).toBe('rgb(41, 41, 41)')
    expect(await faults(page, ['color-contrast'])).toEqual([])
    const saved = readOoxml(await download(page, '下载工作簿'), nodeZipPorts)
    const state = saved.ok ? saved.value.sheets.find(({ name }) => name === '_tongbiao') : undefined
    expect(state?.visibility).toBe('veryHidden')
    // Office.js, which finds no Office, would like to frame a page of Microsoft's: our policy forbids it.
    expect(complaints.filter((text) => !text.includes('Content Security Policy'))).toEqual([])
    await context.close()
  })
})
