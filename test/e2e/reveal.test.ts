// 看全 in a real browser: a masked phone, the reason, the value, its line in the history; and the refusal with its road.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshId, pushBody } from '../server/pushBody.ts'
import { faults, overflow } from './looks.ts'
import { openStage, password, settleHouse, signIn, visit, type House, type Stage } from './stage.ts'

const phone = '13812345678'
const masked = '138****5678'

let stage: Stage
let house: House

beforeAll(async () => {
  stage = await openStage()
  house = await settleHouse(stage)
  for (const [name, displayName, role] of [
    ['zhou', '周经审', 'auditor'],
    ['sun', '孙主席', 'chair'],
  ] as const)
    await stage.call(house.admin, 'POST', '/users', {
      name,
      displayName,
      password,
      grants: [{ role, unitId: house.unitId, kinds: [], department: null, from: null, to: null }],
    })
  const token = await stage.signInByApi('wang')
  const values = { name: '甲某', memberNo: 'HY-1', sex: '男', department: '一车间', joinedOn: '2020-01-01', phone }
  const op = { op: 'create', id: freshId(), p: `${house.unitId}/member/2026`, values }
  await stage.call(token, 'POST', '/sync/push', pushBody([op], { schema: { member: 1 } }))
}, 120_000)

afterAll(() => stage?.close())

async function openCell(name: string, width = 1280): Promise<Page> {
  const { page } = await visit(stage, { width })
  await signIn(page, name)
  await page.evaluate((unit) => (location.hash = `#/sheet/${unit}/member/2026`), house.unitId)
  if (width < 600) await page.getByLabel('显示列').selectOption('phone')
  await page.getByRole('gridcell', { name: masked }).click()
  await page.getByRole('button', { name: '看全', exact: true }).waitFor()
  return page
}

describe('reveal on the page', () => {
  it('shows one value to whoever may, by keyboard, after a reason; it stands in the history and goes with the cell', async () => {
    const page = await openCell('zhou')
    expect(await page.content()).not.toContain(phone)
    const button = page.getByRole('button', { name: '看全', exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    const reason = page.getByLabel('为什么要看')
    expect(await reason.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await page.getByRole('button', { name: '登记并显示' }).getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.type('联系本人补签')
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText(phone).waitFor()
    await page.getByText('看了“手机号码”的完整内容：联系本人补签').waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByRole('gridcell', { name: '甲某' }).click()
    await page.getByRole('heading', { name: '“姓名”的历史' }).waitFor()
    expect(await page.content()).not.toContain(phone)
    await page.context().close()
  })

  it('V8: says to whoever may not why, whose it is, and sends the request', async () => {
    const page = await openCell('sun', 320)
    await page.getByRole('button', { name: '看全', exact: true }).click()
    await page.getByLabel('为什么要看').fill('核对名册')
    await page.getByRole('button', { name: '登记并显示' }).click()
    await page.getByText('“手机号码”的完整内容您无权查看').waitFor()
    await page.getByText('超范围查看或公开个人信息').waitFor()
    expect(await page.content()).not.toContain(phone)
    expect(await faults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    const part = page.getByRole('region', { name: '“手机号码”的历史' })
    await part.getByRole('button', { name: '请示' }).click()
    await part.getByText(/已登记，编号 R\d+/).waitFor()
    await page.context().close()
    const zhou = await stage.signInByApi('zhou')
    const desk = JSON.stringify(await stage.call(zhou, 'GET', '/desk'))
    expect(desk).toContain('请求查看“手机号码”的完整内容：核对名册')
  })
})
