// 督办 in a real browser, over two months of the server's clock: lights and their history, 催办, an extension, what waits and what is open.
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freshId, pushBody } from '../server/pushBody.ts'
import { faults, overflow, shoot } from './looks.ts'
import { openStage, password, settleHouse, signIn, visit, type House, type Stage } from './stage.ts'

let now = new Date('2026-09-01T01:00:00Z')
let stage: Stage
let house: House
const people = [
  ['chen', '陈主任', 'director', null],
  ['sun', '孙主席', 'chair', null],
  ['lin', '林干事', 'department', '财务部'],
] as const

const task = {
  taskNo: 'DB-2026-001',
  source: '会议决定',
  task: '修订福利发放办法',
  leader: '孙主席',
  assigned: '2026-09-01',
  mode: '主办',
  lead: '财务部',
  owner: '林干事',
  due: '2026-09-30',
  status: '正在办理',
  progress: '9.1：已布置',
}

beforeAll(async () => {
  // it ticks: of many sessions of one person the newest are kept
  stage = await openStage(() => (now = new Date(now.getTime() + 10)))
  house = await settleHouse(stage)
  for (const [name, displayName, role, department] of people)
    await stage.call(house.admin, 'POST', '/users', {
      name,
      displayName,
      password,
      grants: [{ role, unitId: house.unitId, kinds: [], department, from: null, to: null }],
    })
  const chen = await stage.signInByApi('chen')
  const p = `${house.unitId}/task/2026`
  const rows = [task, { ...task, taskNo: 'DB-2026-002', task: '组织运动会', due: '2026-12-31' }]
  await stage.call(chen, 'POST', '/sync/push', pushBody(rows.map((values) => ({ op: 'create', id: freshId(), p, values })), { schema: { task: 1 } })) // prettier-ignore
}, 120_000)

afterEach(() => Promise.all(stage.browser.contexts().map((context) => context.close())))
afterAll(() => stage?.close())

interface Opened {
  readonly id: string
  readonly rv: string
  readonly values: Readonly<Record<string, unknown>>
}
const rowsOf = async (token: string): Promise<readonly Opened[]> => {
  const list = (await stage.call(token, 'GET', `/partitions/${house.unitId}/task/2026/records`)) as { rows: Opened[] }
  return list.rows
}

/** Writes cells of the first task, as its workbook would. */
async function fill(name: string, set: Readonly<Record<string, string>>): Promise<void> {
  const token = await stage.signInByApi(name)
  const [row] = await rowsOf(token)
  const base = Object.fromEntries(Object.keys(set).map((key) => [key, row?.values[key] ?? null]))
  await stage.call(token, 'POST', '/sync/push', pushBody([{ op: 'update', id: row?.id ?? '', rv: row?.rv ?? '', base, set }], { schema: { task: 1 } })) // prettier-ignore
}

async function openTask(
  name: string,
  options: { readonly width?: number; readonly locale?: string } = {},
): Promise<Page> {
  const { page } = await visit(stage, options)
  await signIn(page, name)
  const [row] = await rowsOf(await stage.signInByApi(name))
  await page.evaluate((hash) => (location.hash = hash), `#/sheet/${house.unitId}/task/2026/${row?.id ?? ''}`)
  await page.getByRole('heading', { name: '流转' }).waitFor()
  return page
}

async function step(page: Page, label: string, state: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click()
  await page.getByText(new RegExp(`^这一条（.+）：${state}$`)).waitFor()
}

describe('supervised tasks on the page', () => {
  it('light, 催办 with reply and count, an extension filed in time, and the colours since', async () => {
    const first = await openTask('chen')
    await first.getByRole('gridcell').first().click()
    await step(first, '提出拟办意见', '拟办中')
    await step(first, '送领导批办', '批办中')
    await step(first, '交办', '承办中')
    await first.getByText('绿灯：应于 2026-09-30 办结').first().waitFor()

    // 28 September: two working days left
    now = new Date('2026-09-28T01:00:00Z')
    const director = await visit(stage).then(({ page }) => page)
    await signIn(director, 'chen')
    const desk = director.getByRole('region', { name: '我的案头' })
    await desk.getByText('黄灯：应于 2026-09-30 办结，还有 2 个工作日。').waitFor()
    await desk.getByText('时限 2026-09-30').waitFor()
    // 承办中 waits for the department; the director may, too, but nobody waits for him. The other task waits: 已登记
    await desk.getByText('另有 1 条不等您办').waitFor()
    expect(await desk.getByRole('heading').textContent()).toMatch(/我的案头 3/)
    await shoot(director, 'desk')
    expect(await faults(director)).toEqual([])
    const department = await visit(stage).then(({ page }) => page)
    await signIn(department, 'lin')
    await department.getByRole('region', { name: '我的案头' }).getByText('待您办理').waitFor()

    // 催办, answered by the department, counted in the list; the desk does not ask again
    const urging = await openTask('chen')
    await urging.getByRole('gridcell').first().click()
    await urging.getByRole('button', { name: '催办', exact: true }).click()
    await urging.getByLabel('催办对象').fill('财务部 林干事')
    await urging.getByLabel('内容').fill('30 日到期，请抓紧')
    await urging.getByRole('button', { name: '登记', exact: true }).click()
    await urging.getByText('催办：电话，财务部 林干事，30 日到期，请抓紧').waitFor()
    await urging.getByRole('gridcell', { name: '催办 1 次' }).waitFor()
    expect(await faults(urging)).toEqual([])
    await director.evaluate((hash) => (location.hash = hash), `#/sheet/${house.unitId}/task/2026`)
    await director.getByRole('grid').waitFor()
    await director.evaluate(() => (location.hash = '#/'))
    await desk.getByText('催办 1 次').waitFor()
    expect(await desk.getByText('该催办').count()).toBe(0)
    const answering = await openTask('lin')
    await answering.getByRole('gridcell').first().click()
    await answering.getByRole('button', { name: '回复' }).click()
    await answering.getByLabel('答复内容').fill('等上级文件，申请延期')
    await answering.getByRole('button', { name: '回复' }).last().click()
    await answering.getByText(/等上级文件，申请延期\s*林干事/).waitFor()
    expect(await answering.getByRole('button', { name: '催办', exact: true }).count()).toBe(0)

    // the extension: the day of filing and who granted it are the server's to write
    await fill('lin', { extendedTo: '2026-10-30', extensionReason: '等上级文件' })
    await answering.evaluate(() => (location.hash = '#/'))
    await answering.getByRole('region', { name: '我的案头' }).getByRole('link').first().click()
    await answering.getByRole('gridcell').first().click()
    await answering.getByText('同时填写延期申请日期、延期批准人').waitFor()
    await step(answering, '申请延期', '延期审批')
    now = new Date('2026-10-12T01:00:00Z')
    const chair = await openTask('sun')
    await chair.getByRole('gridcell').first().click()
    await chair.getByText('红灯：应于 2026-09-30 办结，已逾期 12 天。').first().waitFor()
    await step(chair, '同意延期', '承办中')
    const [granted] = await rowsOf(await stage.signInByApi('sun'))
    expect(granted?.values).toMatchObject({ extensionFiled: '2026-09-28', extensionApprover: '孙主席' })

    // the colours since: green, yellow, red twice, green again
    now = new Date('2026-10-20T01:00:00Z')
    for (const width of [1280, 320]) {
      const page = await openTask('chen', { width })
      await page.getByRole('gridcell').first().click()
      const light = page.getByRole('region', { name: '灯色' })
      await light.getByText('绿灯：应于 2026-10-30 办结，还有 8 个工作日。').waitFor()
      await light.getByText('红灯 13 天，黄灯 5 天，绿灯 32 天').waitFor()
      await light.getByText('灯色变化和原因（5）').press('Enter')
      await light.getByText('2026-10-01 至 2026-10-11，11 天').waitFor()
      expect(await overflow(page)).toBe(0)
      expect(await faults(page)).toEqual([])
      await shoot(page, `light-${width}`)
    }
  }, 180_000)

  it('no extension is asked for after the day: the button says why not', async () => {
    now = new Date('2026-11-10T01:00:00Z')
    const page = await openTask('lin')
    await page.getByRole('gridcell').first().click()
    await page.getByText('申请延期', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: '申请延期', exact: true }).count()).toBe(0)
    await page.getByText('已过原办结时限 2026-09-30，不能再申请延期').waitFor()
    await page.getByText('红灯：应于 2026-10-30 办结，已逾期 11 天。').first().waitFor()
  }, 60_000)

  it('closing puts the light out, and writes into the ledger what was decided', async () => {
    await fill('lin', { result: '已印发', reason: '等上级文件', nextStep: '已办完' })
    const department = await openTask('lin')
    await department.getByRole('gridcell').first().click()
    await step(department, '反馈', '已反馈')
    const director = await openTask('chen')
    await director.getByRole('gridcell').first().click()
    await step(director, '送审结', '审结中')
    const chair = await openTask('sun')
    await chair.getByRole('gridcell').first().click()
    await chair.getByText('同时填写办理状态、审结意见').waitFor()
    await step(chair, '同意办结', '已办结')
    const [closed] = await rowsOf(await stage.signInByApi('sun'))
    expect(closed?.values).toMatchObject({ status: '已办结', closing: '同意办结' })
    const after = await openTask('sun')
    await after.getByRole('gridcell').first().click()
    await after.getByRole('region', { name: '灯色' }).getByText('没有亮灯。').first().waitFor()
    expect(await faults(after)).toEqual([])
  }, 90_000)

  it.each([
    ['zh-TW', '燈色', '沒有亮燈'],
    ['en-GB', 'Light', 'No light is on.'],
  ])('speaks %s', async (locale, title, sentence) => {
    const { page } = await visit(stage, { locale })
    await page.locator('input').first().fill('chen')
    await page.locator('input[type=password]').fill(password)
    await page.locator('button[type=submit]').click()
    await page.locator('.home-table').waitFor()
    const [row] = await rowsOf(await stage.signInByApi('chen'))
    await page.evaluate((hash) => (location.hash = hash), `#/sheet/${house.unitId}/task/2026/${row?.id ?? ''}`)
    await page.getByRole('gridcell').first().click()
    await page.getByRole('region', { name: title }).getByText(sentence).first().waitFor()
    await shoot(page, `light-${locale}`)
  })
})
