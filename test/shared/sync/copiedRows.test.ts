// Rows that were copied with their hidden id: which of them is the original (D3, C28).
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { previewSession } from '#shared/sync/session/previewSession.ts'
import { must, publish } from '#test/simulation/calm.ts'
import type { Desk } from '#test/simulation/desk.ts'
import {
  idAt,
  openThreeSheets,
  readSheet,
  typeCells,
  writeId,
  type ThreeSheets,
  type Typed,
} from '#test/simulation/threeSheets.ts'

let three: ThreeSheets
let a: Desk
let b: Desk

beforeEach(async () => {
  three = await openThreeSheets()
  ;({ a, b } = three)
})
afterEach(() => three.close())

describe('a copy pasted above its original', () => {
  async function pasteAbove(values: Typed): Promise<string> {
    const id = idAt(a, '今年', 3)
    must(await a.workbook.apply([{ type: 'insertRows', sheet: '今年', before: 3, count: 1, like: 3 }]))
    await typeCells(a, { sheet: '今年', row: 3 }, values)
    await writeId(a, { sheet: '今年', row: 3 }, id)
    return id
  }

  it('D3: the row that shows its record keeps the id, the changed copy above it is new', async () => {
    const id = await pasteAbove({ code: 'N9', amount: 90 })
    const { sheets } = must(await previewSession(await three.open(a)))
    expect(sheets[0]?.mine).toMatchObject([{ change: 'add', row: 3, values: { code: 'N9' } }])
    expect(sheets[0]?.findings).toMatchObject([{ code: 'row.duplicate-id', params: { row: 3, first: 4 } }])
    await publish(await three.open(a))
    expect([idAt(a, '今年', 4), readSheet(a, '今年')]).toEqual([
      id,
      [
        ['N9', 90],
        ['N1', 10],
        ['N2', 20],
      ],
    ])
  })

  it('D3: where both or none show it, the first keeps it', async () => {
    const id = await pasteAbove({ code: 'N1', amount: 10 })
    expect(must(await previewSession(await three.open(a))).sheets[0]?.mine).toMatchObject([{ change: 'add', row: 4 }])
    await typeCells(a, { sheet: '今年', row: 3 }, { amount: 1 })
    await typeCells(a, { sheet: '今年', row: 4 }, { amount: 2, code: 'N8' })
    const { sheets } = must(await previewSession(await three.open(a)))
    expect(sheets[0]?.mine).toMatchObject([
      { change: 'edit', id, set: { amount: 100 } },
      { change: 'add', row: 4 },
    ])
  })

  it('D3: a record that others changed meanwhile is known by what the sheet last showed of it', async () => {
    const id = await pasteAbove({ code: 'N9', amount: 90 })
    await typeCells(b, { sheet: '今年', row: 3 }, { amount: 77 })
    await publish(await three.open(b))
    const { sheets } = must(await previewSession(await three.open(a)))
    expect(sheets[0]).toMatchObject({
      mine: [{ change: 'add', row: 3 }],
      theirs: [{ id, change: 'edit' }],
      conflicts: [],
    })
  })
})
