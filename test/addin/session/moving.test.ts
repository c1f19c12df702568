// Moving about a grid by keyboard.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupByUnit } from '#addin/session/homeList.ts'
import { splitCell } from '#addin/session/splitCell.ts'
import { unitTree } from '#addin/session/unitTree.ts'
import { moveCell } from '#addin/session/useGridCursor.ts'
import { parseRoute, toHash, type Route } from '#addin/session/useRoute.ts'
import { cellName } from '#shared/workbook/raw.ts'
import { samplePartition, sampleUnits } from '../samples.ts'

const size = { rows: 10, columns: 4, page: 3 }
const press = (key: string, ctrlKey = false) => moveCell({ row: 5, column: 2 }, { key, ctrlKey }, size)

describe('moving about', () => {
  it('goes cell by cell, by pages and to the ends, and never out of the grid', () => {
    expect(press('ArrowUp')).toEqual({ row: 4, column: 2 })
    expect(press('ArrowRight')).toEqual({ row: 5, column: 3 })
    expect(press('PageDown')).toEqual({ row: 8, column: 2 })
    expect(press('PageUp')).toEqual({ row: 2, column: 2 })
    expect(press('Home')).toEqual({ row: 5, column: 0 })
    expect(press('End', true)).toEqual({ row: 9, column: 3 })
    expect(press('x')).toBeUndefined()
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())),
        fc.nat(20),
        fc.nat(20),
        (presses, rows, columns) => {
          let cell = { row: 0, column: 0 }
          for (const [key, ctrlKey] of presses)
            cell = moveCell(cell, { key, ctrlKey }, { rows, columns, page: 7 }) ?? cell
          return (
            cell.row >= 0 &&
            cell.row <= Math.max(0, rows - 1) &&
            cell.column >= 0 &&
            cell.column <= Math.max(0, columns - 1)
          )
        },
      ),
    )
  })

  it('reads back every address it writes', () => {
    const pages: readonly Route[] = [
      { page: 'home' },
      { page: 'file' },
      { page: 'pushes' },
      { page: 'admin' },
      { page: 'account' },
      { page: 'sheet', unitId: 'u 1/2', kind: 'budget', year: 2026 },
      { page: 'sheet', unitId: 'u1', kind: 'budget', year: 2026, record: 'r 1/2' },
      { page: 'receipt', pushId: 'ab' },
    ]
    for (const route of pages) expect(parseRoute(toHash(route))).toEqual(route)
    for (const hash of ['#/nowhere', '#/sheet/u1/budget/20x6', '#/file/extra', '#/sheet/%E0%A4%A'])
      expect(parseRoute(hash)).toEqual({ page: 'unknown' })
  })

  it('splits cell references as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 0, max: 16_383 }), (row, column) => {
        expect(splitCell(cellName(row, column))).toEqual({ row, column })
      }),
    )
    expect(splitCell('Sheet1!A1')).toBeUndefined()
  })

  it('groups sheets by unit, newest year first', () => {
    const groups = groupByUnit([
      { ...samplePartition, year: 2025 },
      samplePartition,
      { ...samplePartition, unitId: 'u9', unitName: '阿' },
    ])
    expect(groups.map((group) => group.partitions.map((each) => each.year))).toEqual([[2026], [2026, 2025]])
  })

  it('lists units as a tree, strays and loops included once', () => {
    const loop = { id: 'x', name: '环', kind: 'primary', parentId: 'gone' } as const
    expect(unitTree([...sampleUnits, loop]).map(({ unit, depth }) => [unit.id, depth])).toEqual([
      ['x', 0],
      ['u1', 0],
      ['u2', 1],
    ])
  })
})
