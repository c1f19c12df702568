// 授权 and 回避 in a real browser: given, found, taken back; one's own number and a relative's, seen by oneself and the admin only.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults, overflow, shoot } from './looks.ts'
import { openStage, password, settleHouse, signIn, visit, type House, type Stage } from './stage.ts'

let stage: Stage
let house: House

beforeAll(async () => {
  stage = await openStage()
  house = await settleHouse(stage)
  for (const [name, displayName, role] of [
    ['chen', '陈主任', 'director'],
    ['sun', '孙主席', 'chair'],
  ] as const)
    await stage.call(house.admin, 'POST', '/users', {
      name,
      displayName,
      password,
      grants: [{ role, unitId: house.unitId, kinds: [], department: null, from: null, to: null }],
    })
}, 120_000)
afterAll(() => stage?.close())

async function openAccount(page: Page, name: string): Promise<void> {
  await signIn(page, name)
  await page.evaluate(() => (location.hash = '#/account'))
  await page.getByRole('heading', { name: '我的账号' }).waitFor()
}

describe('delegation', () => {
  it('is given by keyboard, found by the other person, and taken back at once', async () => {
    const { page, complaints } = await visit(stage)
    await openAccount(page, 'sun')
    const form = page.getByRole('form', { name: '授权' })
    await form.waitFor()
    // finance would clash with the chair's duties: only the director is offered
    expect(await form.getByLabel('被授权人').locator('option').allInnerTexts()).toEqual(['（请选择）', '陈主任'])
    await form.getByLabel('被授权人').selectOption('陈主任')
    await form.getByRole('checkbox', { name: '经费收支预算表' }).focus()
    await page.keyboard.press('Space')
    const to = await page.evaluate(() => {
      const day = new Date(Date.now() + 7 * 86_400_000)
      return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-')
    })
    await form.getByLabel('止（含当日）').fill(to)
    await form.getByLabel('事由').fill('外出学习')
    expect(await faults(page)).toEqual([])
    await shoot(page, 'delegate')
    await page.keyboard.press('Enter')
    await page.getByText(`已授权陈主任代您办理，到 ${to} 为止。`).waitFor()
    const given = page.getByRole('list', { name: '我授予别人的' })
    await given.getByText('有效').waitFor()
    await given.getByText('经费收支预算表').waitFor()

    const other = await visit(stage, { width: 320 })
    await openAccount(other.page, 'chen')
    await other.page.getByRole('list', { name: '别人授予我的' }).getByText('孙主席 授权 陈主任').waitFor()
    await other.page.getByText('孙主席授权').waitFor()
    expect(await overflow(other.page)).toBe(0)
    expect(await faults(other.page)).toEqual([])
    await shoot(other.page, 'delegated-320')

    await page.getByRole('button', { name: '收回给陈主任的授权' }).click()
    await page.getByRole('button', { name: '收回给陈主任的授权' }).click()
    await page.getByText('已收回，立即生效。').waitFor()
    await given.getByText('已收回', { exact: true }).waitFor()
    await other.page.evaluate(() => (location.hash = '#/'))
    await other.page.reload()
    await openAccount(other.page, 'chen')
    await other.page.getByRole('list', { name: '别人授予我的' }).getByText('已收回', { exact: true }).waitFor()
    expect(await other.page.getByText('孙主席授权').count()).toBe(0)
    for (const [language, heading] of [
      ['zh-Hant', '授權'],
      ['en', 'Delegation'],
    ] as const) {
      await other.page.locator('.app-user select').selectOption(language)
      await other.page.getByRole('heading', { name: heading, exact: true }).waitFor()
      expect(await overflow(other.page)).toBe(0)
    }
    await shoot(other.page, 'delegated-en-320')
    expect(complaints).toEqual([])
  })
})

describe('recusal', () => {
  it('is entered by the person, stands after a reload, and is seen and added to by the administrator', async () => {
    const { page, complaints } = await visit(stage, { width: 320 })
    await openAccount(page, 'chen')
    const part = page.getByRole('region', { name: '回避' })
    await part.getByRole('button', { name: '登记本人编号' }).click()
    await part.getByLabel('会员编号').fill('hy-0007')
    await part.getByRole('button', { name: '加一人' }).focus()
    await page.keyboard.press('Enter')
    const second = part.getByRole('group', { name: '第 2 人' })
    await second.getByLabel('关系').selectOption('子女')
    await second.getByLabel('会员编号').fill('HY-0008')
    await second.getByLabel('姓名').fill('某某')
    expect(await faults(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await shoot(page, 'recusal-320')
    await page.keyboard.press('Enter')
    await part.getByText('已保存，立即生效。').waitFor()
    await expect.poll(() => part.getByLabel('会员编号').first().inputValue()).toBe('HY-0007')

    const admin = await visit(stage)
    await signIn(admin.page, 'zhao')
    await admin.page.getByRole('link', { name: '单位与用户' }).click()
    await admin.page.getByRole('button', { name: '回避 李干事' }).click()
    const form = admin.page.getByRole('form', { name: '回避' })
    await form.getByRole('button', { name: '登记本人编号' }).click()
    await form.getByLabel('会员编号').fill('HY-0007')
    await form.getByRole('button', { name: '保存' }).click()
    await admin.page.getByText('与下列账号是同一人：陈主任。').waitFor()
    expect(await faults(admin.page)).toEqual([])
    await shoot(admin.page, 'recusal-admin')

    const li = await visit(stage)
    await openAccount(li.page, 'li')
    await li.page.getByText('由管理员登记').waitFor()
    expect(await li.page.getByRole('region', { name: '回避' }).getByLabel('会员编号').isDisabled()).toBe(true)
    expect(await li.page.getByText('陈主任').count()).toBe(
      await li.page.getByRole('option', { name: '陈主任' }).count(),
    )
    expect(complaints).toEqual([])
  })
})
