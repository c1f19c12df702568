// A legacy file with a chart, a pivot table, pictures and comments: imported, given back with its base, edited in another
// program and dropped again. Whatever nobody touched is the same, byte for byte, all the way.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { patchPackage } from '#shared/ooxml/patchPackage.ts'
import { stateSheetName } from '#shared/workbook/port.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
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

/** Imports the file that was dropped, whatever its unit and year choices say, and answers the workbook given back. */
async function importAndDownload(page: Page): Promise<Uint8Array> {
  await page.getByRole('button', { name: '试上报' }).click()
  await page.getByRole('button', { name: /^导入 \d+ 条$/ }).click()
  await page.getByRole('heading', { name: '导入完成' }).waitFor()
  return download(page, '下载工作簿（带底稿，可继续编辑）')
}

/** Amounts of 本年预算数 in the sheet, by cell, as the user's own program would change them. */
function edit(bytes: Uint8Array, changes: Readonly<Record<string, string>>): Uint8Array {
  const cells = Object.entries(changes).map(([ref, decimal]) => ({
    row: Number(ref.slice(1)),
    column: ref.charCodeAt(0) - 65,
    value: { kind: 'number' as const, decimal },
  }))
  const patched = patchPackage(bytes, [{ type: 'setCells', sheet: '预算表', cells }], nodeZipPorts)
  if (!patched.ok) throw new Error(patched.error.code)
  return patched.value
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
    expect(touched.some((path) => /worksheets\/sheet1\.xml$/.test(path))).toBe(true)
    expect(parts.get('xl/workbook.xml')?.text).toContain(stateSheetName)

    const before = await amounts()
    const edited = edit(bound, { D7: '54321.09' })
    await dropFile(page, '改过的预算.xlsx', edited)
    await page.getByText('您新增 0 条，修改 1 条，缺少 0 条').waitFor()
    await page.getByRole('button', { name: '试上报' }).click()
    await page.getByRole('button', { name: '上报', exact: true }).click()
    const refreshed = await download(page, '下载更新后的工作簿')
    expect(
      changedParts(edited, refreshed).filter((path) =>
        /chart|pivot|media|comments|printerSettings|nobody|theme/.test(path),
      ),
    ).toEqual([])

    const after = await amounts()
    const changed = [...after].filter(([name, fen]) => before.get(name) !== fen)
    expect(changed.map(([, fen]) => fen)).toEqual([5_432_109])
    expect(after.size).toBe(before.size)
    expect(complaints).toEqual([])
    await context.close()
  })
})
