// Two people, copies, moved rows, a broken line and a large sheet, in the pane with the real Office.js and the real server.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadXlsx } from '../../host/loadXlsx.ts'
import { saveXlsx } from '../../host/saveXlsx.ts'
import { freshId, pushBody } from '../../server/pushBody.ts'
import { openStage, settleHouse, type Stage } from '../stage.ts'
import { findCell, openDesk, readRecords, signInPane, tab, type Desk } from './stage.ts'

const accounts = [
  ['50101', '职工教育支出', 6_400_000],
  ['50102', '文体活动支出', 16_800_000],
  ['50301', '劳动和技能竞赛活动支出', 13_000_000],
  ['50404', '困难职工帮扶支出', 8_600_000],
  ['50405', '送温暖支出', 6_400_000],
  ['50501', '培训支出', 7_500_000],
] as const

let stage: Stage
let unitId = ''
let year = 2025
let desks: Desk[] = []

beforeAll(async () => {
  stage = await openStage()
  unitId = (await settleHouse(stage)).unitId
})
afterAll(() => stage.close())
beforeEach(async () => {
  for (const desk of desks) await desk.close()
  desks = []
  year += 1
})

const p = () => `${unitId}/budget/${year}`

/** The sheet of a new year with its six lines, as the server issues it to 王会计. */
async function issue(): Promise<Uint8Array> {
  const token = await stage.signInByApi('wang')
  const ops = accounts.map(([accountCode, accountName, budget]) => ({
    op: 'create',
    id: freshId(),
    p: p(),
    values: { side: '支出', accountCode, accountName, budget: String(budget) },
  }))
  await stage.call(token, 'POST', '/sync/push', pushBody(ops))
  const answer = await fetch(`${stage.server.url}/api/v1/partitions/${p()}/workbook`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  return new Uint8Array(await answer.arrayBuffer())
}

async function sit(name: string, bytes: Uint8Array, payloadLimit = 5_000_000): Promise<Desk> {
  const desk = await openDesk(stage, { book: await loadXlsx(bytes), payloadLimit })
  desks.push(desk)
  await signInPane(desk, name)
  await desk.page.getByRole('list', { name: '本工作簿的表' }).waitFor()
  return desk
}

/** Row of an account and the sheet's name, as the sheet stands now. */
function rowOf(desk: Desk, code: string): { readonly sheet: string; readonly row: number } {
  const cell = findCell(desk, code)
  if (!cell) throw new Error(`no ${code}`)
  return cell
}

/** Types an amount into 本年预算数. */
function typeBudget(desk: Desk, code: string, amount: number): void {
  const { sheet, row } = rowOf(desk, code)
  desk.person.type(sheet, `${amountColumn(desk)}${row}`, String(amount))
}

function amountColumn(desk: Desk): string {
  const header = findCell(desk, '本年预算数')
  return header?.column ?? 'E'
}

async function compare({ page }: Desk): Promise<void> {
  await tab(page, '上报').click()
  await page.getByRole('button', { name: /^(比对|重新比对|再比对一次|继续)$/ }).click()
  await page.getByRole('button', { name: '试上报' }).waitFor()
}

async function publish(desk: Desk): Promise<string> {
  const { page } = desk
  await page.getByRole('button', { name: '试上报' }).click()
  await page.getByRole('region', { name: '试上报的结果（尚未写入）' }).waitFor()
  await page.getByRole('button', { name: '上报', exact: true }).click()
  const receipt = page.locator('.receipt')
  await receipt.waitFor()
  return receipt.innerText()
}

const budgetsOf = async (): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries(
    (await readRecords(stage, p())).map(({ values }) => [String(values['accountCode']), Number(values['budget'])]),
  )

describe('two people at copies of one workbook', () => {
  it('K2, P-5: what both changed is asked, three values and the sum, answered by the key 4; the rest merges', async () => {
    const bytes = await issue()
    const li = await sit('li', bytes)
    typeBudget(li, '50405', 68_000)
    typeBudget(li, '50501', 78_000)
    await li.tell()
    await li.page.getByText('2 处未上报', { exact: true }).waitFor()
    await compare(li)
    expect(await publish(li)).toContain('修改 2 条')

    const wang = await sit('wang', bytes)
    typeBudget(wang, '50405', 70_000)
    typeBudget(wang, '50404', 90_000)
    await wang.tell()
    await compare(wang)
    const card = wang.page.getByRole('group', { name: /50405/ })
    const said = await card.innerText()
    for (const value of ['64,000.00', '68,000.00', '70,000.00', '74,000.00']) expect(said).toContain(value)
    await expect.poll(() => card.innerText()).toMatch(/李干事/)
    expect(await wang.page.getByRole('button', { name: '试上报' }).getAttribute('aria-disabled')).toBe('true')
    await card.getByRole('radio').first().focus()
    await wang.page.keyboard.press('4')
    await wang.page.getByRole('button', { name: '到这一格' }).click()
    await expect.poll(() => wang.host.book.selection.box?.top).toBe(rowOf(wang, '50405').row - 1)
    expect(await publish(wang)).toContain('上报完成')
    expect(await budgetsOf()).toMatchObject({ '50404': 9_000_000, '50405': 7_400_000, '50501': 7_800_000 })
    const { sheet, row } = rowOf(wang, '50405')
    expect(wang.person.cell(sheet, `${amountColumn(wang)}${row}`).value).toBe(74_000)

    await tab(li.page, '本工作簿').click()
    await li.page.getByRole('button', { name: /^取回/ }).click()
    await li.page.getByText('别人新增 0 条，修改 2 条，删除 0 条，已写入表中。').waitFor()
    await li.page
      .getByRole('region', { name: '刚才取回了什么' })
      .getByText(/王会计/)
      .first()
      .waitFor()
  })

  it('D1–D4: filter, sort, insert, delete and block paste between pull and publish are what they are, row by row', async () => {
    const bytes = await issue()
    const desk = await sit('wang', bytes)
    const { person, page } = desk
    const { sheet } = rowOf(desk, '50101')
    const rows = accounts.map(([code]) => rowOf(desk, code).row)
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)]
    const last = findCell(desk, '同表编号')?.column ?? 'Z'
    const code = findCell(desk, '科目编码')
    const side = findCell(desk, '收支')
    // sorted the other way, a row put in, one taken out, two amounts pasted as a block
    person.sort(sheet, `A${top}:${last}${bottom}`, [{ key: code?.index ?? 1, ascending: false }])
    person.insertRows(sheet, top + 2, 1)
    person.paste(sheet, `${side?.column ?? 'A'}${top + 2}`, [['支出', '50303', '职工创新活动支出']])
    person.type(sheet, `${amountColumn(desk)}${top + 2}`, '12000')
    person.deleteRows(sheet, rowOf(desk, '50102').row, 1)
    const block = rowOf(desk, '50405').row
    person.paste(sheet, `${amountColumn(desk)}${block}`, [['65,000'], ['88000']])
    await desk.tell()
    await compare(desk)
    expect(await page.locator('.summary').innerText()).toContain('您新增 1 条，修改 2 条，缺少 1 条，其余 3 条没动。')
    await page.getByRole('checkbox', { name: /^删除 50102/ }).check()
    expect(await publish(desk)).toContain('新增 1 条，修改 2 条，删除 1 条')
    expect(await budgetsOf()).toEqual({
      '50101': 6_400_000,
      '50301': 13_000_000,
      '50303': 1_200_000,
      '50404': 8_800_000,
      '50405': 6_500_000,
      '50501': 7_500_000,
    })
  })

  it('H6: a copy with the same edits sends nothing twice', async () => {
    const desk = await sit('wang', await issue())
    typeBudget(desk, '50501', 80_000)
    const copy = await saveXlsx(desk.host.book)
    await desk.tell()
    await compare(desk)
    await publish(desk)
    const twin = await sit('wang', copy)
    await compare(twin)
    expect(await twin.page.locator('.summary').innerText()).toContain('修改 0 条')
    const pushes = (await stage.call(await stage.signInByApi('wang'), 'GET', `/pushes?p=${p()}`)) as readonly unknown[]
    expect(pushes).toHaveLength(2)
  })

  it('H1, W1: a publication whose answer is lost is kept, asked after, and recorded once', async () => {
    const desk = await sit('wang', await issue())
    const { page, pane } = desk
    typeBudget(desk, '50501', 81_000)
    await desk.tell()
    await compare(desk)
    await page.getByRole('button', { name: '试上报' }).click()
    await page.getByRole('button', { name: '上报', exact: true }).waitFor()
    await pane.context.route('**/api/v1/sync/push*', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: '上报', exact: true }).click()
    await page.getByText('没有等到服务器的答复').waitFor()
    await pane.context.unroute('**/api/v1/sync/push*')
    await page.getByRole('button', { name: '继续' }).click()
    await page.getByText(/其实已经办成（回执 R\d+）/).waitFor()
    expect((await budgetsOf())['50501']).toBe(8_100_000)
    const pushes = (await stage.call(await stage.signInByApi('wang'), 'GET', `/pushes?p=${p()}`)) as readonly unknown[]
    expect(pushes).toHaveLength(2)
  })

  it('H12: without network the edits stay in the workbook, are checked and counted, and go out later', async () => {
    const desk = await sit('wang', await issue())
    const { page, pane } = desk
    await page.waitForLoadState('networkidle')
    await pane.context.setOffline(true)
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await page.getByText('连不上服务器。您的修改都在工作簿里').waitFor()
    typeBudget(desk, '50501', 82_000)
    await desk.tell()
    await page.getByText('离线，1 处未上报').waitFor()
    await compare(desk)
    await page.getByText('这是与上次取回的内容比对的结果').waitFor()
    expect(await page.getByRole('button', { name: '试上报' }).getAttribute('aria-disabled')).toBe('true')
    await pane.context.setOffline(false)
    await compare(desk)
    expect(await publish(desk)).toContain('修改 1 条')
  })

  it('stays below what Excel takes at once: more rows pasted than one exchange holds, compared and published in parts', async () => {
    // The limit is 5 MB in Excel on the web; a smaller one takes less of everybody's time.
    const limit = 1_000_000
    const desk = await sit('wang', await issue(), limit)
    const { sheet, row } = rowOf(desk, '50501')
    const count = 1200
    desk.person.insertRows(sheet, row, count)
    const text = '某某工会职工教育'.repeat(31)
    const fill = (header: string, cells: (at: number) => readonly (string | number)[]): void =>
      desk.person.paste(
        sheet,
        `${findCell(desk, header)?.column}${row}`,
        Array.from({ length: count }, (_, at) => cells(at)),
      )
    fill('收支', (at) => ['支出', `50101${String(at).padStart(4, '0')}`, `明细${at}`])
    fill('说明（测算依据）', () => [text])
    fill('本年预算数', () => [10])
    await desk.tell()
    await compare(desk)
    expect(await desk.page.locator('.summary').innerText()).toContain(`您新增 ${count} 条`)
    const receipt = await publish(desk)
    expect(receipt).toContain(`新增 ${count} 条`)
    expect(Math.max(...desk.host.requests.map(({ requestBytes }) => requestBytes))).toBeLessThan(limit)
    expect(desk.host.missing).toEqual([])
    expect(desk.pane.complaints).toEqual([])
  }, 90_000)
})
