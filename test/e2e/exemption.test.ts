// 豁免 in a real browser: declared by the chair, seen before the step and after it, revoked, and gone at once.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOp, pushBody } from '../server/pushBody.ts'
import { faults, overflow, shoot } from './looks.ts'
import { openStage, password, settleHouse, signIn, visit, type House, type Stage } from './stage.ts'

let stage: Stage
let house: House

beforeAll(async () => {
  stage = await openStage()
  house = await settleHouse(stage)
  await stage.call(house.admin, 'POST', '/users', {
    name: 'sun',
    displayName: '孙主席',
    password,
    grants: [{ role: 'chair', unitId: house.unitId, kinds: [], department: null, from: null, to: null }],
  })
  const token = await stage.signInByApi('wang')
  const income = { side: '收入', accountCode: '402', accountName: '拨缴经费收入', project: null, budget: '900000' }
  const ops = [{ ...createOp(income), p: `${house.unitId}/budget/2026` }]
  await stage.call(token, 'POST', '/sync/push', pushBody(ops))
}, 120_000)
afterAll(() => stage?.close())

const openSheet = async (page: Page): Promise<void> => {
  await page.evaluate((unit) => (location.hash = `#/sheet/${unit}/budget/2026`), house.unitId)
  await page.getByRole('heading', { name: '流转' }).waitFor()
}

describe('exemption', () => {
  it('is declared by keyboard, warns before the step, is named in the log of steps, and ends at once', async () => {
    const finance = await visit(stage)
    await signIn(finance.page, 'wang')
    await openSheet(finance.page)
    await finance.page.getByRole('button', { name: '提交复核' }).click()
    await finance.page.getByText('您编制、修改或提交过这份内容').first().waitFor()
    expect(await finance.page.getByRole('button', { name: '财务复核' }).count()).toBe(0)

    const chair = await visit(stage)
    await signIn(chair.page, 'sun')
    await chair.page.evaluate(() => (location.hash = '#/account'))
    const form = chair.page.getByRole('form', { name: '声明豁免' })
    await form.getByRole('checkbox', { name: '王会计' }).focus()
    await chair.page.keyboard.press('Space')
    await form.getByRole('checkbox', { name: '财务人员兼出纳' }).focus()
    await chair.page.keyboard.press('Space')
    await form.getByText('还要请管理员授予其中一项权限').waitFor()
    await form.getByRole('checkbox', { name: '编制与审批' }).focus()
    await chair.page.keyboard.press('Space')
    expect(await form.getByRole('checkbox', { name: '孙主席' }).count()).toBe(0)
    expect(await form.getByRole('checkbox', { name: /经审/ }).count()).toBe(0)
    const to = await form.getByLabel('起', { exact: true }).inputValue()
    await form.getByLabel('止（含当日，最长一年）').fill(to)
    await form.getByLabel('事由').fill('本单位只有三人')
    expect(await faults(chair.page)).toEqual([])
    await shoot(chair.page, 'exempt')
    await chair.page.keyboard.press('Enter')
    await chair.page.getByText(`已声明，到 ${to} 为止。`).waitFor()
    const lines = chair.page.getByRole('list', { name: '不相容职务的豁免' })
    await lines.getByText('示例厂工会 · 王会计').waitFor()
    await lines.getByText('有效', { exact: true }).waitFor()

    const small = await visit(stage, { width: 320 })
    await signIn(small.page, 'wang')
    await openSheet(small.page)
    await small.page.getByText('按豁免办理', { exact: true }).waitFor()
    await small.page.getByText(/编制与审批：本应由不同的人分别承担.*孙主席声明.*本单位只有三人/).waitFor()
    expect(await overflow(small.page)).toBe(0)
    expect(await faults(small.page)).toEqual([])
    await shoot(small.page, 'exempt-step-320')
    await small.page.getByRole('button', { name: '财务复核' }).focus()
    await small.page.keyboard.press('Enter')
    await small.page.getByText('整张表：财务已复核，1 行').waitFor()
    await small.page.getByText('按豁免（编制与审批）办理').waitFor()
    expect(await overflow(small.page)).toBe(0)
    await shoot(small.page, 'exempt-done-320')
    for (const [language, mark] of [
      ['zh-Hant', '按豁免（編製與審批）辦理'],
      ['en', 'Under an exemption: drafting and approving'],
    ] as const) {
      await small.page.locator('.app-user select').selectOption(language)
      await small.page.getByText(mark).waitFor()
      expect(await overflow(small.page)).toBe(0)
      await shoot(small.page, `exempt-done-${language}-320`)
    }
    await small.page.evaluate(() => (location.hash = '#/account'))
    await small.page.getByRole('list', { name: 'Exemptions' }).getByText('in force').waitFor()
    expect(await small.page.getByRole('form', { name: 'Declare an exemption' }).count()).toBe(0)
    expect(await overflow(small.page)).toBe(0)
    expect(await faults(small.page)).toEqual([])
    await shoot(small.page, 'exempt-account-en-320')

    const admin = await visit(stage, { width: 320 })
    await signIn(admin.page, 'zhao')
    await admin.page.getByRole('link', { name: '单位与用户' }).click()
    const seen = admin.page.getByRole('list', { name: '不相容职务的豁免' })
    await seen.getByText('有效', { exact: true }).waitFor()
    expect(await overflow(admin.page)).toBe(0)

    await chair.page.getByRole('button', { name: '撤销王会计的豁免' }).click()
    await chair.page.getByRole('button', { name: '撤销王会计的豁免' }).click()
    await chair.page.getByText('已撤销，立即失效；').waitFor()
    await lines.getByText('已撤销', { exact: true }).waitFor()
    await shoot(chair.page, 'exempt-revoked')
    const token = await stage.signInByApi('wang')
    const review = (await stage.call(token, 'GET', `/partitions/${house.unitId}/budget/2026/review`)) as {
      readonly steps: readonly { readonly excused: readonly unknown[] }[]
      readonly decisions: readonly { readonly excused?: readonly unknown[] }[]
    }
    expect(review.steps.flatMap(({ excused }) => excused)).toEqual([])
    // what was done under it stays marked
    expect(review.decisions.filter(({ excused }) => excused !== undefined)).toHaveLength(1)
    expect([...finance.complaints, ...chair.complaints, ...small.complaints, ...admin.complaints]).toEqual([])
  }, 120_000)
})
