// All rows below a parent line deleted: what stays of the parent's sum is no new record, whoever edited the file (D8).
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnalysis } from '#shared/contract/importResources.ts'
import type { WorkbookPreview } from '#shared/contract/resources.ts'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import type { RawRow } from '#shared/workbook/raw.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { plainBudget } from '../../fixtures/legacy/budget.ts'
import { buildFixture } from '../../fixtures/legacy/sheetDescription.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

let world: ServerWorld
let user: SignedIn
let issued: Uint8Array
beforeAll(async () => {
  world = await openServerWorld()
  user = await world.signIn('finance')
  const body = await buildFixture(plainBudget)
  const uploaded = await world.call('uploadImport', { token: user.token, query: 'name=a.xlsx', body })
  const { importId, tables } = (await uploaded.json()) as ImportAnalysis
  const request = { plan: tables[0]?.plan, unitId: 'u1', year: 2026 }
  const applied = await world.call('applyImport', { token: user.token, params: { id: importId }, body: request })
  if (applied.status !== 200) throw new Error(await applied.text())
  const params = { unit: 'u1', kind: tables[0]?.plan?.kind ?? '', year: '2026' }
  issued = new Uint8Array(await (await world.call('downloadWorkbook', { token: user.token, params })).arrayBuffer())
})
afterAll(() => world.close())

interface Family {
  readonly sheetName: string
  readonly parent: number
  readonly children: readonly number[]
}

/** The first parent line with more than one row below it: its own amount is a sum by formula, its code begins theirs. */
function findFamily(): Family {
  const read = openFileWorkbook(issued, nodeZipPorts).read()
  if (!read.ok) throw new Error(read.error.code)
  const sheet = read.value.sheets.find(({ visibility }) => visibility === 'visible')
  const codeOf = (row: RawRow): string => {
    const text = row.cells.find((cell) => typeof cell === 'string' && /^\d{3,}$/.test(cell.trim()))
    return typeof text === 'string' ? text.trim() : ''
  }
  for (const row of sheet?.rows ?? []) {
    const code = codeOf(row)
    if (code === '' || !row.formulas?.some((formula) => formula?.startsWith('SUM('))) continue
    const below = (sheet?.rows ?? []).filter((other) => codeOf(other) !== code && codeOf(other).startsWith(code))
    if (below.length > 1)
      return { sheetName: sheet?.name ?? '', parent: row.index, children: below.map((each) => each.index) }
  }
  throw new Error('no parent line with rows below it')
}

async function drop(bytes: Uint8Array): Promise<WorkbookPreview> {
  const answer = await world.call('uploadWorkbook', { token: user.token, query: 'name=x.xlsx', body: bytes })
  return (await answer.json()) as WorkbookPreview
}

describe('D8: a parent whose rows are all gone', () => {
  it('is no new record after the rows were deleted by a program that leaves formulas as they are', async () => {
    const { sheetName, children } = findFamily()
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(issued as never)
    const sheet = book.getWorksheet(sheetName)
    for (const row of children.toReversed()) sheet?.spliceRows(row, 1)
    const { sheets } = await drop(new Uint8Array(await book.xlsx.writeBuffer()))
    expect(sheets[0]?.counts).toMatchObject({ added: 0, changed: 0, deleted: children.length })
    expect(sheets[0]?.mine.map(({ change }) => change)).toEqual(children.map(() => 'remove'))
  })

  it('is none either after our own patcher deleted them and left #REF! behind', async () => {
    const { sheetName, children } = findFamily()
    const workbook = openFileWorkbook(issued, nodeZipPorts)
    const applied = await workbook.apply([{ type: 'deleteRows', sheet: sheetName, rows: children }])
    expect(applied.ok).toBe(true)
    const { sheets } = await drop(workbook.toBytes())
    expect(sheets[0]?.counts).toMatchObject({ added: 0, changed: 0, deleted: children.length })
    expect(sheets[0]?.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
