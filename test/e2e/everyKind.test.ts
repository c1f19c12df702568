// The main job for every sheet kind: a blank form from the page, filled in, imported, taken out, edited by two people, merged,
// published. Nothing here knows a kind: rows, people and columns follow from the definitions.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ColumnDefinition } from '#shared/definition/column.ts'
import type { Role } from '#shared/definition/role.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { PublishRequest, RecordList, WorkbookPreview } from '#shared/contract/resources.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import { sheets } from '#shared/sheets/index.ts'
import { soundRows } from '../arbitrary/soundRows.ts'
import { fillTemplate, retype } from './fillTemplate.ts'
import { download, dropFile, openStage, password, settleHouse, signIn, visit, type Stage, type Visit } from './stage.ts'

/** Who may begin a sheet of the kind and take it out again. */
function clerkOf({ workflow }: SheetDefinition): Role {
  const wanted = ['read', 'create', 'update', 'export'] as const
  const permission = workflow.permissions.find(
    ({ states, actions, reach, columns }) =>
      reach === 'unit' &&
      columns === undefined &&
      states.includes(workflow.initial) &&
      wanted.every((action) => actions.includes(action)),
  )
  if (permission === undefined) throw new Error('nobody may begin it')
  return permission.role
}

/** What a person writes over a value: another text, a 元 more, the next choice. */
function rewritten(column: ColumnDefinition, value: Value, text: string): Value | undefined {
  if (column.type === 'text') return text
  if (column.type === 'money' || column.type === 'integer') return typeof value === 'number' ? value + 100 : undefined
  return column.type === 'choice' ? column.choices?.findLast((choice) => choice.value !== value)?.value : undefined
}

interface Edit {
  readonly key: string
  readonly value: Value
}

/** One edit for each of two people, in printed columns that no key and no group of columns binds; texts before others. */
function editsOf(definition: SheetDefinition, row: Values): readonly [Edit, Edit] {
  const bound = new Set([...definition.naturalKey, ...definition.atomicSets.flat()])
  const isFree = (key: string): boolean => {
    const { merge, fieldClass } = definition.columns[key]!
    return !bound.has(key) && /free|money/.test(merge) && !/personal|sensitive/.test(fieldClass)
  }
  const isText = (key: string): boolean => definition.columns[key]!.type === 'text'
  const [mine, theirs] = definition.layout.columns
    .filter(isFree)
    .toSorted((a, b) => Number(isText(b)) - Number(isText(a)))
    .flatMap((key, index): readonly Edit[] => {
      const value = rewritten(definition.columns[key]!, row[key] ?? null, ['我写的', '对方写的'][index] ?? '')
      return value === undefined ? [] : [{ key, value }]
    })
  if (mine === undefined || theirs === undefined) throw new Error(`${definition.kind} has no two free columns`)
  return [mine, theirs]
}

/** The column and text by which the second row is found again. */
function nameOf(definition: SheetDefinition, rows: readonly Values[]): readonly [string, string] {
  const key = definition.naturalKey.find(
    (each) => /text|code|list/.test(definition.columns[each]!.type) && rows[1]![each] !== rows[0]![each],
  )
  if (key === undefined) throw new Error(`${definition.kind} tells its rows apart by nothing`)
  return [key, String(rows[1]![key])]
}

let stage: Stage
let unitId: string
const visits = new Map<Role, Visit>()

beforeAll(async () => {
  stage = await openStage()
  const house = await settleHouse(stage)
  unitId = house.unitId
  for (const role of new Set(sheets.map(clerkOf))) {
    for (const name of [role, `${role}2`])
      await stage.call(house.admin, 'POST', '/users', {
        name,
        displayName: `${name}的人`,
        password,
        grants: [{ role, unitId, kinds: [], department: null, from: null, to: null }],
      })
    const one = await visit(stage)
    await signIn(one.page, role)
    visits.set(role, one)
  }
}, 180_000)

afterAll(() => stage?.close())

describe.each(sheets)('$kind', (definition) => {
  const title = definition.title['zh-Hans']

  it('goes from blank form to records, out to two people, and back through the merge', async () => {
    const role = clerkOf(definition)
    const { page } = visits.get(role)!
    const rows = soundRows(definition, 3)
    const [mine, theirs] = editsOf(definition, rows[1]!)
    const by = nameOf(definition, rows)

    await page.getByRole('link', { name: '我的表' }).click()
    const form = page.getByRole('region', { name: '下载空白模板' })
    await form.getByLabel('表的种类').selectOption({ label: title })
    await form.getByLabel('年度').fill('2026')
    const blank = await download(page, '下载模板')

    await dropFile(page, `${title}.xlsx`, await fillTemplate(blank, definition, rows))
    await page.getByLabel('单位', { exact: true }).selectOption('示例厂工会')
    await page.getByRole('button', { name: '试上报' }).click()
    await page.getByRole('button', { name: `导入 ${rows.length} 条` }).click()
    await page.getByRole('heading', { name: '导入完成' }).waitFor()

    const token = await stage.signInByApi(`${role}2`)
    const sheet = `/partitions/${unitId}/${definition.kind}/2026`
    const records = async () => (await stage.call(token, 'GET', `${sheet}/records`)) as RecordList
    const imported = (await records()).rows
    expect(imported).toHaveLength(rows.length)
    for (const [index, row] of rows.entries())
      expect(imported[index]?.values).toMatchObject(Object.fromEntries(Object.entries(row).filter(([, v]) => v !== '')))

    await page.getByRole('link', { name: '我的表' }).click()
    const first = await download(page, `下载工作簿 2026 年度${title}`)
    const taken = await fetch(`${stage.server.url}/api/v1${sheet}/workbook`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    const second = await retype(new Uint8Array(await taken.arrayBuffer()), definition, { by, ...theirs })
    await publishByApi(token, second)

    await dropFile(page, `${title}改.xlsx`, await retype(first, definition, { by, ...mine }))
    await page.getByRole('heading', { name: '工作簿里改了什么' }).waitFor()
    expect(await page.locator('.summary').first().innerText()).toContain('修改 1 条')
    await page.getByRole('button', { name: '试上报' }).click()
    await page.getByRole('button', { name: '上报', exact: true }).click()
    await page.getByRole('heading', { name: '上报完成' }).waitFor()

    const merged = (await records()).rows
    expect(merged).toHaveLength(rows.length)
    expect(merged[1]?.values).toMatchObject({ [mine.key]: mine.value, [theirs.key]: theirs.value })
    expect(merged[0]?.values).toEqual(imported[0]?.values)
  }, 90_000)
})

it('leaves no complaint in the browser', () => {
  for (const { complaints } of visits.values()) expect(complaints).toEqual([])
})

async function publishByApi(token: string, bytes: Uint8Array): Promise<void> {
  const answer = await fetch(`${stage.server.url}/api/v1/workbooks?name=second.xlsx`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' },
    body: bytes.slice().buffer,
  })
  expect(answer.status).toBe(201)
  const { uploadId } = (await answer.json()) as WorkbookPreview
  const request: PublishRequest = { dryRun: false, resolutions: [], confirmedDeletes: [] }
  await stage.call(token, 'POST', `/workbooks/${uploadId}/publish`, request)
}
