// A legacy file with a chart, a pivot table, pictures and comments: imported, given back with its base, edited in another
// program and dropped again. Whatever nobody touched is the same, byte for byte, all the way.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { patchPackage } from '#shared/ooxml/patchPackage.ts'
import { stateSheetName, type CellInput, type WorkbookEdit } from '#shared/workbook/port.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { readFile } from '#server/workbook/readFile.ts'
import { buildLegacyPackage, changedParts, unpack } from '#test/fixtures/package/legacyPackage.ts'
import { download, dropFile, openStage, settleHouse, signIn, visit, type House, type Stage } from './stage.ts'

let stage: Stage
let house: House

beforeAll(async () => {
  stage = await openStage()
  house = await settleHouse(stage)
}, 120_000)

afterAll(async () => {
  await stage?.close()
})

/** 试上报, then 上报, until the receipt shows. */
async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '试上报' }).click()
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByRole('button', { name: '下载更新后的工作簿' }).waitFor()
}

/** Imports the file that was dropped, whatever its unit and year choices say, and answers the workbook given back. */
async function importAndDownload(page: Page): Promise<Uint8Array> {
  await page.getByRole('button', { name: '试上报' }).click()
  await page.getByRole('button', { name: /^导入 \d+ 条$/ }).click()
  await page.getByRole('heading', { name: '导入完成' }).waitFor()
  return download(page, '下载工作簿（带底稿，可继续编辑）')
}

const sheet = '预算表'

function patch(bytes: Uint8Array, edits: readonly WorkbookEdit[]): Uint8Array {
  const patched = patchPackage(bytes, edits, nodeZipPorts)
  if (!patched.ok) throw new Error(patched.error.code)
  return patched.value
}

function toInput(value: RawValue): CellInput {
  if (typeof value === 'number') return { kind: 'number', decimal: String(value) }
  return typeof value === 'string' ? { kind: 'text', text: value } : null
}

async function cellsOf(bytes: Uint8Array, row: number): Promise<readonly RawValue[]> {
  const read = await readFile(bytes, '预算.xlsx')
  if (!read.ok) throw new Error(read.error.code)
  return read.value.sheets.find(({ name }) => name === sheet)?.rows.find(({ index }) => index === row)?.cells ?? []
}

function amountAt(row: number, decimal: string): WorkbookEdit {
  return { type: 'setCells', sheet, cells: [{ row, column: 3, value: { kind: 'number', decimal } }] }
}

/** Sorts rows 7 and 8 the other way round: every cell but the formulas of column E, ids included. */
async function sortDown(bytes: Uint8Array): Promise<Uint8Array> {
  const [first, second] = [await cellsOf(bytes, 7), await cellsOf(bytes, 8)]
  const moved = (row: number, cells: readonly RawValue[]) =>
    Array.from({ length: Math.max(first.length, second.length) }, (_, column) => column)
      .filter((column) => column !== 4)
      .map((column) => ({ row, column, value: toInput(cells[column] ?? null) }))
  return patch(bytes, [{ type: 'setCells', sheet, cells: [...moved(7, second), ...moved(8, first)] }])
}

/** 王会计 on the train: sorts, changes two amounts, puts a new account in, takes one out. */
async function editOffline(bytes: Uint8Array): Promise<Uint8Array> {
  const text = (column: number, content: string) => ({
    row: 14,
    column,
    value: { kind: 'text' as const, text: content },
  })
  const added = [
    text(0, '505'),
    text(1, '业务支出'),
    { row: 14, column: 3, value: { kind: 'number' as const, decimal: '12000.5' } },
  ]
  return patch(await sortDown(bytes), [
    amountAt(7, '1175000.5'),
    amountAt(8, '131000'),
    { type: 'insertRows', sheet, before: 14, count: 1, like: 13 },
    { type: 'setCells', sheet, cells: added },
    { type: 'deleteRows', sheet, rows: [13] },
  ])
}

interface Amounts {
  readonly rows: readonly { readonly id: string; readonly values: Readonly<Record<string, unknown>> }[]
}

async function amounts(): Promise<ReadonlyMap<string, unknown>> {
  const token = await stage.signInByApi('wang')
  const partitions = (await stage.call(token, 'GET', '/partitions')) as readonly {
    readonly p: string
    readonly kind: string
  }[]
  const p = partitions.find((partition) => partition.p.startsWith(`${house.unitId}/`))?.p ?? ''
  const list = (await stage.call(token, 'GET', `/partitions/${p}/records`)) as Amounts
  return new Map(list.rows.map((row) => [`${String(row.values['accountName'])}`, row.values['budget']]))
}

describe('a patched legacy workbook', () => {
  it('comes back with its base, and nothing but our cells has changed', { timeout: 180_000 }, async () => {
    const original = buildLegacyPackage()
    const { page, context, complaints } = await visit(stage)
    await signIn(page, 'wang')
    await dropFile(page, '机械厂工会预算（带图表）.xlsx', original)
    const bound = await importAndDownload(page)

    const touched = changedParts(original, bound)
    const parts = unpack(bound)
    expect(
      [...parts.keys()].filter((path) => /chart|pivot|media|drawing|comments|printerSettings|nobody/.test(path)).length,
    ).toBeGreaterThan(6)
    expect(
      touched.filter((path) => /chart|pivot|media|comments|printerSettings|nobody|theme|calcChain/.test(path)),
    ).toEqual([])
    expect(touched.some((path) => path.endsWith('worksheets/sheet1.xml'))).toBe(true)
    expect(parts.get('xl/workbook.xml')?.text).toContain(stateSheetName)

    // 李干事 meanwhile changes 402 with a copy of the same file.
    const other = await visit(stage)
    await signIn(other.page, 'li')
    await dropFile(other.page, '李干事的副本.xlsx', patch(bound, [amountAt(8, '1180000')]))
    await publish(other.page)
    await other.context.close()

    const edited = await editOffline(bound)
    await dropFile(page, '改过的预算.xlsx', edited)
    await page.getByText('您新增 1 条，修改 1 条，缺少 1 条').waitFor()
    await page.getByText('1 处双方都改了').first().waitFor()
    await page.getByRole('button', { name: '全部勾选' }).click()
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('4')
    await publish(page)
    const refreshed = await download(page, '下载更新后的工作簿')
    expect(
      changedParts(edited, refreshed).filter((path) =>
        /chart|pivot|media|comments|printerSettings|nobody|theme/.test(path),
      ),
    ).toEqual([])

    // 402: base 1,170,000.50, theirs 1,180,000.00, mine 1,175,000.50: both changes make 1,185,000.00.
    expect(await amounts()).toEqual(
      new Map([
        ['会费收入', 13_100_000],
        ['拨缴经费收入', 118_500_000],
        ['职工教育支出', 3_600_000],
        ['业务支出', 1_200_050],
      ]),
    )
    expect(complaints).toEqual([])
    await context.close()
  })
})
