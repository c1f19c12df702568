// The pane in Excel for end-to-end tests: real server, real Office.js, a host of ours, and a person at the sheet.
import type { Page } from 'playwright-core'
import { createOfficeHost, type OfficeHost } from '../../host/officeHost.ts'
import { createBook, type Book } from '../../host/model/book.ts'
import { ironCalculate } from '../../host/ironCalculate.ts'
import { openPane, type Pane, type PaneOptions } from '../../host/openPane.ts'
import { createPerson, type Person } from '../../host/person.ts'
import { freshId, pushBody } from '../../server/pushBody.ts'
import { columnIndex, columnName } from '#shared/workbook/raw.ts'
import { password, type Stage } from '../stage.ts'

export interface Desk {
  readonly host: OfficeHost
  readonly pane: Pane
  readonly page: Page
  readonly person: Person
  /** After something was done in the sheet: tells the pane, as Excel does. */
  readonly tell: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface DeskOptions extends Pick<PaneOptions, 'width' | 'locale'> {
  readonly book?: Book
  readonly version?: string
  readonly payloadLimit?: number
}

/** The pane of a server beside a workbook, nobody signed in. */
export async function openDesk(stage: Stage, options: DeskOptions = {}): Promise<Desk> {
  const { book = createBook(['Sheet1']), version = '1.14', payloadLimit = 5_000_000, ...rest } = options
  book.calculate = ironCalculate
  const host = createOfficeHost(book, { version, payloadLimit })
  const pane = await openPane(stage.browser, { host, url: `${stage.server.url}/taskpane.html`, ...rest })
  return {
    host,
    pane,
    page: pane.page,
    person: createPerson(host),
    tell: () => pane.deliverEvents(),
    close: () => pane.context.close(),
  }
}

export async function signInPane({ page }: Desk, name: string): Promise<void> {
  await page.getByLabel('用户名').fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByLabel('用户名').waitFor({ state: 'hidden' })
}

export const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '窗格' }).getByRole('link', { name: new RegExp(`^${name}`) })

/** `sheet!A1` → what stands there, of all sheets that people see. */
export function cellsOf({ host }: Desk): ReadonlyMap<string, unknown> {
  const cells = new Map<string, unknown>()
  for (const sheet of host.book.sheets.filter(({ visibility }) => visibility === 'Visible'))
    for (const [row, line] of sheet.cells)
      for (const [column, cell] of line)
        if (cell.value !== '') cells.set(`${sheet.name}!${columnName(column)}${row + 1}`, cell.formula ?? cell.value)
  return cells
}

interface Listed {
  readonly rows: readonly {
    readonly id: string
    readonly rv: string
    readonly values: Readonly<Record<string, unknown>>
  }[]
}

/** Somebody else changes one amount over the API. */
export async function changeAmount(
  stage: Stage,
  token: string,
  { code, fen }: { readonly code: string; readonly fen: number },
): Promise<void> {
  const [sheet] = (await stage.call(token, 'GET', '/partitions')) as readonly { readonly p: string }[]
  const list = (await stage.call(token, 'GET', `/partitions/${sheet?.p}/records`)) as Listed
  const row = list.rows.find(({ values }) => values['accountCode'] === code)
  if (!sheet || !row) throw new Error(`no account ${code}`)
  const base = { budget: String(row.values['budget']) }
  const op = { op: 'update', id: row.id, rv: row.rv, base, set: { budget: String(fen) } }
  await stage.call(token, 'POST', '/sync/push', pushBody([op]))
}

export interface FoundCell {
  readonly sheet: string
  /** 1-based. */
  readonly row: number
  readonly column: string
  /** 0-based. */
  readonly index: number
}

/** The first cell that shows this text, line breaks and spaces apart. */
export function findCell(desk: Desk, text: string): FoundCell | undefined {
  const plain = (value: unknown) => String(value).replace(/\s/g, '')
  for (const [at, value] of cellsOf(desk)) {
    if (plain(value) !== plain(text)) continue
    const match = /^(.*)!([A-Z]+)(\d+)$/.exec(at)
    const column = match?.[2] ?? 'A'
    return { sheet: match?.[1] ?? '', row: Number(match?.[3]), column, index: columnIndex(column) ?? 0 }
  }
  return undefined
}

/** Records of a sheet as the API answers them. */
export async function readRecords(stage: Stage, p: string): Promise<Listed['rows']> {
  const token = await stage.signInByApi('wang')
  return ((await stage.call(token, 'GET', `/partitions/${p}/records`)) as Listed).rows
}

const accounts = [
  ['50101', '职工教育支出', 6_400_000],
  ['50102', '文体活动支出', 16_800_000],
  ['50501', '培训支出', 7_500_000],
] as const

/** Three lines of a budget are recorded, and the workbook is issued to 王会计. */
export async function issueBudget(stage: Stage, p: string): Promise<Uint8Array> {
  const token = await stage.signInByApi('wang')
  const ops = accounts.map(([accountCode, accountName, budget]) => ({
    op: 'create',
    id: freshId(),
    p,
    values: { side: '支出', accountCode, accountName, budget: String(budget) },
  }))
  await stage.call(token, 'POST', '/sync/push', pushBody(ops))
  const answer = await fetch(`${stage.server.url}/api/v1/partitions/${p}/workbook`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  return new Uint8Array(await answer.arrayBuffer())
}
