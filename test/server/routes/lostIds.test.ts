// C27 over the endpoints: the hidden id column was wiped; rows are found again by key, once a person accepted it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PushReport, RecordList, WorkbookPreview } from '#shared/contract/resources.ts'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import { idHeader, type CellEdit } from '#shared/workbook/port.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { createOp, pushBody } from '../pushBody.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

const place = { unit: 'u1', kind: 'budget', year: '2026' }
let world: ServerWorld
let user: SignedIn
beforeAll(async () => {
  world = await openServerWorld()
  user = await world.signIn('finance')
  await world.call('push', { token: user.token, body: pushBody([createOp(), createOp(), createOp()]) })
})
afterAll(() => world.close())

it('C27 D5: without acceptance nothing is created or removed; with it the edit arrives as an edit', async () => {
  const download = await world.call('downloadWorkbook', { token: user.token, params: place })
  const workbook = openFileWorkbook(new Uint8Array(await download.arrayBuffer()), nodeZipPorts)
  const raw = workbook.read()
  const sheet = raw.ok ? raw.value.sheets.find(({ visibility }) => visibility === 'visible') : undefined
  const columnOf = (text: string): number => {
    const found = sheet?.rows.map(({ cells }) =>
      cells.findIndex((cell) => typeof cell === 'string' && cell.startsWith(text)),
    )
    return found?.find((index) => index >= 0) ?? -1
  }
  const [ids, amounts] = [columnOf(idHeader), columnOf('本年预算')]
  const rows =
    sheet?.rows.filter(({ cells }) => typeof cells[ids] === 'string' && /^[0-9a-f-]{36}$/.test(String(cells[ids]))) ??
    []
  expect(rows).toHaveLength(3)
  const cells: CellEdit[] = rows.map(({ index }) => ({ row: index, column: ids, value: null }))
  cells.push({ row: rows[0]?.index ?? 0, column: amounts, value: { kind: 'number', decimal: '9999' } })
  const edited = await workbook.apply([{ type: 'setCells', sheet: sheet?.name ?? '', cells }])
  expect(edited.ok).toBe(true)

  const dropped = await world.call('uploadWorkbook', {
    token: user.token,
    query: 'name=a.xlsx',
    body: workbook.toBytes(),
  })
  const preview = (await dropped.json()) as WorkbookPreview
  expect(preview.sheets[0]?.matches).toHaveLength(3)
  expect(JSON.stringify(preview.sheets[0]?.findings)).toContain('ids-lost')
  const publish = async (more: object) => {
    const body = { dryRun: false, resolutions: [], confirmedDeletes: [], ...more }
    const answer = await world.call('publishWorkbook', { token: user.token, params: { id: preview.uploadId }, body })
    return (await answer.json()) as PushReport
  }
  expect((await publish({})).result.counts).toMatchObject({ created: 0, updated: 0, deleted: 0 })
  expect((await publish({ acceptMatches: true, dryRun: true })).result.counts).toMatchObject({ created: 0, updated: 1 })
  expect((await publish({})).result.counts).toMatchObject({ created: 0, updated: 0, deleted: 0 })
  expect((await publish({ acceptMatches: true })).result.counts).toMatchObject({ created: 0, updated: 1, deleted: 0 })
  const list = (await (await world.call('listRecords', { token: user.token, params: place })).json()) as RecordList
  expect(list.rows.map(({ values }) => values['budget']).toSorted((a, b) => Number(a) - Number(b))).toEqual([
    123456, 123456, 999900,
  ])
})
