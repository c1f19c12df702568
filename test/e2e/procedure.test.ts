// The procedure of a sheet in a real browser: submit, see why a step is not mine and whose it is, ask, file a resolution, the desk.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOp, pushBody } from '../server/pushBody.ts'
import { faults, overflow } from './looks.ts'
import { openStage, password, settleHouse, signIn, visit, type House, type Stage } from './stage.ts'

let stage: Stage
let house: House

beforeAll(async () => {
  stage = await openStage()
  house = await settleHouse(stage)
  const { call } = stage
  for (const [name, displayName, role] of [
    ['chen', '陈主任', 'director'],
    ['sun', '孙主席', 'chair'],
  ] as const)
    await call(house.admin, 'POST', '/users', {
      name,
      displayName,
      password,
      grants: [{ role, unitId: house.unitId, kinds: [], department: null, from: null, to: null }],
    })
  const token = await stage.signInByApi('wang')
  const income = { side: '收入', accountCode: '402', accountName: '拨缴经费收入', project: null, budget: '900000' }
  const rows = [income, { project: '培训' }, { project: '读书' }]
  const ops = rows.map((values) => ({ ...createOp(values), p: `${house.unitId}/budget/2026` }))
  await call(token, 'POST', '/sync/push', pushBody(ops))
}, 120_000)

afterAll(() => stage?.close())

async function openSheet(name: string, width = 1280): Promise<Page> {
  const { page } = await visit(stage, { width })
  await signIn(page, name)
  await page.evaluate((unit) => (location.hash = `#/sheet/${unit}/budget/2026`), house.unitId)
  await page.getByRole('heading', { name: '流转' }).waitFor()
  return page
}

describe('procedure on the page', () => {
  it('goes from the draft to the committee, says whose each step is, and carries requests and evidence', async () => {
    const finance = await openSheet('wang')
    await finance.getByText('整张表：草案，3 行').waitFor()
    await finance.getByRole('button', { name: '提交复核' }).click()
    await finance.getByText(/已办理，回执 R\d+/).waitFor()
    await finance.getByText('整张表：已提交复核，3 行').waitFor()
    // 自己编制的不能自己复核: V2, and the road to another
    await finance.getByText('您编制、修改或提交过这份内容').first().waitFor()
    await finance.getByText(/V2/).first().waitFor()
    await finance.getByRole('button', { name: '请示' }).first().click()
    await finance.getByLabel(/请示内容/).fill('请复核 2026 年度预算')
    await finance.getByRole('button', { name: '送出' }).click()
    await finance.getByText(/已登记，编号 R\d+/).waitFor()
    expect(await faults(finance)).toEqual([])

    const director = await openSheet('chen', 320)
    expect(await overflow(director)).toBe(0)
    await director.getByRole('button', { name: '财务复核' }).click()
    await director.getByText('整张表：财务已复核，3 行').waitFor()
    await director.getByRole('button', { name: '办公室审阅' }).click()
    await director.getByText('整张表：办公室已审阅，3 行').waitFor()
    await director
      .getByText(/归.*主席.*办理/)
      .first()
      .waitFor()
    expect(await overflow(director)).toBe(0)
    await director.evaluate(() => (location.hash = '#/'))
    await director.getByRole('heading', { name: /我的案头/ }).waitFor()
    await director.getByText('请复核 2026 年度预算').waitFor()
    expect(await faults(director)).toEqual([])
    expect(await overflow(director)).toBe(0)

    const chair = await openSheet('sun')
    await chair
      .getByText(/缺决议/)
      .first()
      .waitFor()
    await chair.getByRole('button', { name: '补登材料' }).first().click()
    for (const [label, text] of [
      ['届（如：第三届）', '第三届'],
      ['次（如：第5次会议）', '第5次'],
      ['日期', '2026-01-05'],
      ['应到人数', '9'],
      ['实到人数', '8'],
      ['同意人数', '8'],
      ['决议内容', '通过'],
    ] as const)
      await chair.getByLabel(label, { exact: true }).fill(text)
    await chair.getByRole('button', { name: '登记', exact: true }).click()
    await chair.getByText(/已登记，编号 R\d+/).waitFor()
    await chair.getByText('已登记的材料').click()
    await chair.getByText('有效').first().waitFor()
    if (process.env['SHOTS']) await chair.screenshot({ path: `${process.env['SHOTS']}/chair.png`, fullPage: true })
    if (process.env['SHOTS']) await director.screenshot({ path: `${process.env['SHOTS']}/desk.png`, fullPage: true })
    await chair.getByRole('button', { name: '委员会审议通过' }).click()
    await chair.getByText('整张表：委员会已通过，3 行').waitFor()
    const road = chair.getByRole('list', { name: '走到哪一步' })
    expect(await road.getByRole('listitem').count()).toBe(10)
    expect(await road.locator('[aria-current=step]').innerText()).toMatch(/^现在：\s*委员会已通过\s*孙主席/)
    expect(await road.getByRole('listitem').nth(1).innerText()).toMatch(/^已办：\s*已提交复核\s*王会计/)
    expect(await road.getByRole('listitem').nth(5).innerText()).toMatch(/^以后：\s*经审会已审查/)
    await chair.getByText('办理记录').waitFor()
    expect(await faults(chair)).toEqual([])
  }, 120_000)
})
