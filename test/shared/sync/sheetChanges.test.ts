// From sheet to changes: ids, order, formulas, unreadable cells (rules D, inputs C25–C28).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemoryGrid } from '#shared/workbook/memoryGrid.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { acceptMatches } from '#shared/sync/session/acceptMatches.ts'
import { open, preview, publish, readSheet, rowOf, typeCell, typeRow } from '#test/simulation/calm.ts'
import { columnOf, copyOf, idColumn, makeDesk, pasteCopy, sheetName, type Desk } from '#test/simulation/desk.ts'
import { readRows, setCell } from '#test/simulation/person.ts'
import { openWorld, type World } from '#test/simulation/world.ts'

let world: World
let issued: Awaited<ReturnType<typeof copyOf>>

beforeAll(async () => {
  world = await openWorld()
  const desk = await makeDesk('a', 0)
  for (const n of [1, 2, 3, 4]) typeRow(desk, { code: `K${n}`, title: `名${n}`, amount: n })
  await publish(await open(world, desk))
  issued = await copyOf(desk)
})
afterAll(() => world.store.close())

async function freshDesk(): Promise<Desk> {
  const desk = await makeDesk('b', 0)
  await pasteCopy(desk, issued)
  return desk
}

const editGrid = (desk: Desk, change: (grid: MemoryGrid) => MemoryGrid): void => desk.workbook.edit(sheetName, change)

async function changesOf(desk: Desk) {
  const { sheets } = await preview(await open(world, desk))
  return sheets[0]!
}

describe('a sheet against its base', () => {
  it('order, blank rows, swapped and inserted columns are no change (D1 C25)', async () => {
    const desk = await freshDesk()
    editGrid(desk, (grid) => {
      const data = [3, 4, 5, 6].map((row) => grid.get(row) ?? new Map())
      const others = [...grid].filter(([row]) => row < 3)
      return new Map([...others, ...data.toReversed().map((cells, index) => [4 + index * 2, cells] as const)])
    })
    const swap = new Map([
      [0, 3],
      [3, 0],
      [1, 20],
    ])
    editGrid(
      desk,
      (grid) =>
        new Map(
          [...grid].map(([row, cells]) => [
            row,
            new Map([...cells].map(([column, cell]) => [swap.get(column) ?? column, cell])),
          ]),
        ),
    )
    const { mine, counts, conflicts } = await changesOf(desk)
    expect([mine, conflicts, counts.unchanged]).toEqual([[], [], 4])
  })

  it('rows without id, or with one nobody knows, are additions (D2)', async () => {
    const desk = await freshDesk()
    typeRow(desk, { code: 'K9', title: '新' })
    typeRow(desk, { code: 'K8', title: '新' })
    setCell(desk, [readRows(desk).at(-1)!.at, idColumn], '01950000-0000-7000-8000-00000000abcd')
    const { mine } = await changesOf(desk)
    expect(mine.map(({ change }) => change)).toEqual(['add', 'add'])
    expect(mine[1]?.id).toBe('01950000-0000-7000-8000-00000000abcd')
  })

  it('of an id that stands twice the first row keeps it, and the person is told (D3 C28)', async () => {
    const desk = await freshDesk()
    const { cells } = rowOf(desk, 'K2')
    typeRow(desk, { code: 'x' })
    editGrid(desk, (grid) => new Map([...grid, [7, new Map([...cells, [columnOf('code'), { value: 'K7' }]])]]))
    const { mine, findings } = await changesOf(desk)
    expect(mine).toMatchObject([{ change: 'add', values: { code: 'K7', title: '名2' } }])
    expect(findings).toMatchObject([{ code: 'row.duplicate-id', severity: 'warning', params: { row: 7, first: 4 } }])
  })

  it('a missing row is removed only once a person confirmed it by name (D4)', async () => {
    const desk = await freshDesk()
    const { at } = rowOf(desk, 'K3')
    editGrid(desk, (grid) => new Map([...grid].filter(([row]) => row !== at)))
    const { mine, counts } = await changesOf(desk)
    expect([mine.map(({ change }) => change), counts.deleted]).toEqual([['remove'], 1])
    const unconfirmed = await publish(await open(world, desk))
    expect([unconfirmed.outcomes, unconfirmed.unconfirmed]).toEqual([[], [mine[0]?.id]])
    const restored = await publish(await open(world, desk), { restoredRows: [mine[0]!.id] })
    expect([restored.outcomes, readSheet(desk, 'title')]).toEqual([[], { K1: '名1', K2: '名2', K3: '名3', K4: '名4' }])
  })

  it('without its id column it stops, offers matches by key, and never creates by the dozen (D5 C27)', async () => {
    const desk = await freshDesk()
    editGrid(
      desk,
      (grid) =>
        new Map([...grid].map(([row, cells]) => [row, new Map([...cells].filter(([column]) => column !== idColumn))])),
    )
    typeCell(desk, 'K2', { title: '改' })
    const session = await open(world, desk)
    const lost = await preview(session)
    expect(lost.sheets[0]).toMatchObject({ mine: [], counts: { added: 0, deleted: 0 } })
    expect(lost.sheets[0]?.findings.map(({ code }) => code)).toContain('ids-lost')
    expect(lost.sheets[0]?.matches).toHaveLength(4)
    expect((await publish(session)).outcomes).toEqual([])
    await acceptMatches(session, lost.sheets)
    expect((await changesOf(desk)).mine).toMatchObject([{ change: 'edit', set: { title: '改' } }])
  })

  it('formulas in input cells go by value and stay where they are (D6)', async () => {
    const desk = await freshDesk()
    const { at } = rowOf(desk, 'K4')
    editGrid(desk, (grid) => {
      const cells = new Map([...(grid.get(at) ?? []), [columnOf('amount'), { value: 4, formula: '2*2' }] as const])
      return new Map([...grid, [at, cells]])
    })
    expect((await changesOf(desk)).mine).toEqual([])
    await publish(await open(world, desk))
    expect(rowOf(desk, 'K4').cells.get(columnOf('amount'))).toEqual({ value: 4, formula: '2*2' })
  })

  it('a cell that cannot be read is a finding and no change; formulas that reach outside are not believed (D7)', async () => {
    const desk = await freshDesk()
    typeCell(desk, 'K1', { amount: '三百左右吧', title: '改了' })
    const { at } = rowOf(desk, 'K2')
    editGrid(desk, (grid) => {
      const cell = { value: 7, formula: "'[外部.xlsx]表'!A1" }
      return new Map([...grid, [at, new Map([...(grid.get(at) ?? []), [columnOf('amount'), cell] as const])]])
    })
    const { mine, findings } = await changesOf(desk)
    expect(mine).toMatchObject([{ change: 'edit', set: { title: '改了' } }])
    expect(mine).toHaveLength(1)
    expect(findings.map(({ code, location }) => [code, location.column])).toEqual([
      ['money.format', 'amount'],
      ['cell.formula-in-input', 'amount'],
    ])
  })

  it('a formula whose result was not written is a finding and clears nothing (D7)', async () => {
    const desk = await freshDesk()
    const { at } = rowOf(desk, 'K3')
    editGrid(desk, (grid) => {
      const cells = new Map([...(grid.get(at) ?? []), [columnOf('amount'), { value: null, formula: '1+2' }] as const])
      return new Map([...grid, [at, cells]])
    })
    const { mine, findings } = await changesOf(desk)
    expect(mine).toEqual([])
    expect(findings).toMatchObject([{ code: 'cell.formula-empty', location: { column: 'amount' } }])
  })

  it('total rows are never data (D8)', async () => {
    const desk = await freshDesk()
    typeRow(desk, { title: '合  计', amount: 10 })
    expect((await changesOf(desk)).mine).toEqual([])
  })

  it('many pasted rows are counted and said before anything is sent (D9 C26)', async () => {
    const desk = await freshDesk()
    for (let n = 0; n < 60; n += 1) typeRow(desk, { code: `P${n}`, title: '贴' })
    const { counts, findings } = await changesOf(desk)
    expect(counts.added).toBe(60)
    expect(findings).toMatchObject([{ code: 'sync/many-additions', params: { count: 60, rows: 4 } }])
  })

  it('ids are not row numbers and not keys: a changed key is an edit of the same record (N1)', async () => {
    const desk = await freshDesk()
    const id = rowOf(desk, 'K1').cells.get(idColumn)?.value
    typeCell(desk, 'K1', { code: 'Z1' })
    expect((await changesOf(desk)).mine).toMatchObject([{ change: 'edit', id: id as RecordId, set: { code: 'Z1' } }])
  })

  it('a renamed header counts its column as unchanged and says so', async () => {
    const desk = await freshDesk()
    setCell(desk, [2, columnOf('note')], '随便')
    const { mine, findings } = await changesOf(desk)
    expect([mine, findings.map(({ code }) => code)]).toEqual([[], ['sync/column-missing']])
  })
})
