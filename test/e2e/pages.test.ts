// Every page in a real browser: first start, keyboard only, no serious fault for axe-core, three languages, 320 px.
import type { FileChooser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainBudget } from '../fixtures/legacy/budget.ts'
import { buildFixture } from '../fixtures/legacy/sheetDescription.ts'
import { editWorkbook } from './editWorkbook.ts'
import { faults, overflow } from './looks.ts'
import { download, dropFile, openStage, password, signIn, visit, type Stage, type Visit } from './stage.ts'

/** Serious and critical faults; the script runs in the page's own world, past its content security policy. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })

/** Tab until the named thing has the focus; fails when it cannot be reached. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).startsWith(name)) return
  }
  throw new Error(`${name} cannot be reached by Tab`)
}

let stage: Stage
let wide: Visit
let narrow: Visit

beforeAll(async () => {
  stage = await openStage()
  wide = await visit(stage)
}, 120_000)

afterAll(() => stage?.close())

/** Enter on 选择文件; on a busy machine the first press may come before the page listens. */
async function openChooser(page: Page): Promise<FileChooser> {
  for (let attempt = 0; attempt < 5; attempt++) {
    await tabTo(page, '选择文件')
    const opened = page.waitForEvent('filechooser', { timeout: 6000 }).catch(() => undefined)
    await page.keyboard.press('Enter')
    const chooser = await opened
    if (chooser !== undefined) return chooser
  }
  throw new Error('no file chooser opened')
}

describe('the pages', () => {
  it('set up the first account by keyboard alone, with the one-time code', async () => {
    const { page } = wide
    await page.getByRole('heading', { name: '首次设置' }).waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByLabel('一次性设置码').focus()
    for (const text of [stage.server.setupCode, '赵管理', 'zhao', password, password, '示例市总工会']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '我的表' }).waitFor()
  })

  it('let the administrator add a unit and a person with rights, who then signs in', async () => {
    const { page } = wide
    await page.getByRole('link', { name: '单位与用户' }).click()
    await page.getByLabel('单位名称').fill('示例厂工会')
    await page.getByRole('button', { name: '增加单位' }).click()
    await page.getByText('已增加单位“示例厂工会”。').waitFor()
    const form = page.getByRole('form', { name: '增加用户' })
    await form.getByLabel('姓名').fill('王会计')
    await form.getByLabel('用户名').fill('wang')
    await form.getByLabel('初始密码').fill(password)
    await form.getByRole('button', { name: '加一项权限' }).click()
    await form.getByLabel('单位').selectOption('示例厂工会')
    expect(await faults(page)).toEqual([])
    await form.getByRole('button', { name: '增加用户' }).click()
    await page.getByText('已增加用户“王会计”。').waitFor()
    narrow = await visit(stage, { width: 320, height: 640 })
    await signIn(narrow.page, 'wang')
    await page.getByRole('button', { name: '退出登录' }).click()
    await signIn(page, 'wang')
  })

  it('take a file by keyboard alone: choose, move about the sheet, correct a cell, rehearse, import', async () => {
    const { page } = wide
    await tabTo(page, '放入表格')
    await page.keyboard.press('Enter')
    const chooser = await openChooser(page)
    await chooser.setFiles({
      name: '预算表.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await buildFixture(plainBudget)),
    })
    await page.getByRole('grid').waitFor()
    expect(await faults(page)).toEqual([])

    await page.getByLabel('单位', { exact: true }).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('grid').locator('[tabindex="0"]').focus()
    for (let presses = 0; presses < 9; presses += 1) await page.keyboard.press('ArrowDown')
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: /^修改 D\d+（本年预算数）/ }).waitFor()
    await page.keyboard.press('Escape')
    await tabTo(page, '试上报')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '导入 20 条' }).waitFor()
    expect(await faults(page)).toEqual([])
    await tabTo(page, '导入 20 条')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '导入完成' }).waitFor()
    expect(await faults(page)).toEqual([])
  })

  it('walk the records by arrow keys, and show the history of the cell in focus', async () => {
    const { page } = wide
    await page.getByRole('link', { name: '查看记录' }).click()
    await page.getByRole('grid').waitFor()
    await page.getByRole('grid').locator('[tabindex="0"]').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => focused(page)).toBe('402')
    await page.getByRole('region', { name: '“科目编码”的历史' }).waitFor()
    await page.keyboard.press('Enter')
    await tabTo(page, '回到这一格')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('402')
    // what people say of the row stands with it, as in Excel
    await page.getByLabel('写留言').fill('请核对补助文件')
    await page.getByRole('button', { name: '留言', exact: true }).click()
    const said = page.getByRole('region', { name: '留言 1 条' })
    await said.getByText('请核对补助文件').waitFor()
    expect(await said.innerText()).toMatch(/王会计 今天 \d\d:\d\d/)
    expect(await faults(page)).toEqual([])
  })

  it('show an administrator of one unit that unit only, and nothing that is of the whole server', async () => {
    const token = await stage.signInByApi('zhao')
    const units = (await stage.call(token, 'GET', '/units')) as readonly {
      readonly id: string
      readonly name: string
    }[]
    const unitId = units.find(({ name }) => name === '示例厂工会')?.id ?? ''
    const admin = { role: 'admin', unitId, kinds: [], department: null, from: null, to: null }
    const user = { name: 'qian', displayName: '钱管理', password, grants: [admin] }
    await stage.call(token, 'POST', '/users', user)
    for (const width of [1280, 320]) {
      const { page, context } = await visit(stage, { width })
      await signIn(page, 'qian')
      await page.getByRole('link', { name: '单位与用户' }).click()
      await page.getByText('王会计').waitFor()
      expect(await page.getByText('赵管理').count()).toBe(0)
      expect(await page.getByText('示例市总工会').count()).toBe(0)
      const parents = await page.getByLabel('上级单位').locator('option').allInnerTexts()
      expect(parents).toEqual(['示例厂工会'])
      await page.getByText('关系到整个服务器').waitFor()
      expect(await page.getByRole('button', { name: '选择文件' }).count()).toBe(0)
      expect(await page.getByRole('button', { name: '修改权限 钱管理' }).count()).toBe(0)
      expect(await page.getByRole('button', { name: '修改权限 王会计' }).count()).toBe(1)
      expect(await faults(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      if (process.env['SHOTS'])
        await page.screenshot({ path: `${process.env['SHOTS']}/admin-${width}.png`, fullPage: true })
      await context.close()
    }
  })

  it('have no serious fault for axe-core, and no sideways scrolling at 320 px', async () => {
    const { page } = narrow
    const found: Record<string, readonly string[]> = {}
    const check = async (name: string) => {
      found[name] = [...(await faults(page)), ...((await overflow(page)) > 0 ? ['scrolls sideways'] : [])]
    }
    for (const [hash, heading] of [
      ['#/', '我的表'],
      ['#/pushes', '回执与撤销'],
      ['#/account', '我的账号'],
      ['#/file', '放入表格'],
    ] as const) {
      await page.evaluate((to) => (location.hash = to), hash)
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
      await check(hash)
    }
    await page.evaluate(() => (location.hash = '#/'))
    await page.getByRole('link', { name: '2026 年度经费收支预算表' }).click()
    await page.getByRole('grid').waitFor()
    await check('records')
    const book = await download(page, '下载工作簿')
    await dropFile(page, '旧表.xlsx', await buildFixture(plainBudget))
    await page.getByRole('grid').waitFor()
    await check('import')
    await dropFile(
      page,
      '改.xlsx',
      await editWorkbook(book, { change: { '401': { 本年预算数: 55_000 } }, remove: ['408'] }),
    )
    await page.getByRole('heading', { name: '工作簿里改了什么' }).waitFor()
    await check('workbook')
    await page.getByRole('button', { name: '试上报' }).click()
    await page.getByRole('button', { name: '上报', exact: true }).click()
    await page.getByRole('heading', { name: '上报完成' }).waitFor()
    await check('receipt')
    await page.getByRole('button', { name: '撤销这一次' }).click()
    await page.getByText(/^恢复原样/).waitFor()
    await check('undo')
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({})
  })

  it('speak 繁體 and English as well, and remember the choice', async () => {
    const { page } = narrow
    await page.evaluate(() => (location.hash = '#/'))
    await page.getByLabel('语言').selectOption('zh-Hant')
    await page.getByRole('heading', { name: '我的表' }).waitFor()
    await page.getByRole('button', { name: '登出' }).waitFor()
    expect(await overflow(page)).toBe(0)
    await page.getByLabel('語言').selectOption('en')
    await page.getByRole('heading', { name: 'My sheets' }).waitFor()
    expect(await overflow(page)).toBe(0)
    expect(await faults(page)).toEqual([])
    await page.reload()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  })

  it('keep the session on this machine only when asked to', async () => {
    const { page } = await visit(stage)
    await page.getByLabel('本机保持登录').check()
    await signIn(page, 'wang')
    await page.reload()
    await page.getByRole('heading', { name: '我的表' }).waitFor()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { name: '登录' }).waitFor()
    expect(await page.evaluate(() => localStorage.getItem('tongbiao.session'))).toBeNull()
  })

  it('refuse a wrong password in words and say nothing in the console that is not ours', async () => {
    const { page, complaints } = await visit(stage)
    await page.getByLabel('用户名').fill('wang')
    await page.getByLabel('密码', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('没有办成')
    expect(complaints.filter((text) => !/status of 401/.test(text))).toEqual([])
  })

  it('load little before the first sign-in: under 150 kB of script, packed', async () => {
    const { page } = await visit(stage)
    await page.getByRole('heading', { name: '登录' }).waitFor()
    // what the page itself names; the kinds come after it, while somebody types a password
    const bytes = await page.evaluate(async () => {
      const html = await (await fetch('/')).text()
      return performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js') && html.includes(new URL(name).pathname))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize, 0)
    })
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThan(150_000)
  })
})
