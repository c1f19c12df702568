// The cells of one sheet in memory.
import type { CellRange, RawRow, RawValue } from './raw.ts'
import { shiftFormula } from './rewriteFormula.ts'
import { moveRow, type RowShift } from './rowShift.ts'

export interface GridCell {
  readonly value: RawValue
  /** Without `=`. */
  readonly formula?: string
}

/** 1-based row → 0-based column → cell; blank cells are absent. */
export type MemoryGrid = ReadonlyMap<number, ReadonlyMap<number, GridCell>>

/** The grid of `sheet` after rows of `move.sheet` moved: its cells when it is that sheet, its formulas in any case. */
export function moveGridRows(
  sheet: { readonly name: string; readonly grid: MemoryGrid },
  move: { readonly sheet: string; readonly shift: RowShift },
): MemoryGrid {
  const isMoved = sheet.name === move.sheet
  const grid = new Map<number, ReadonlyMap<number, GridCell>>()
  for (const [row, cells] of sheet.grid) {
    const to = isMoved ? moveRow(move.shift, row) : row
    if (to === undefined) continue
    const moved = [...cells].map(([column, cell]): [number, GridCell] => {
      if (cell.formula === undefined) return [column, cell]
      return [column, { ...cell, formula: shiftFormula(cell.formula, { sheet: sheet.name, row }, move) }]
    })
    grid.set(to, new Map(moved))
  }
  return grid
}

export function gridToRows(grid: MemoryGrid): {
  readonly rows: readonly RawRow[]
  readonly trueRange: CellRange | undefined
} {
  const rows = [...grid]
    .filter(([, cells]) => cells.size > 0)
    .toSorted(([a], [b]) => a - b)
    .map(([index, cells]) => toRawRow(index, cells))
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last) return { rows, trueRange: undefined }
  const columns = [...grid.values()].flatMap((cells) => [...cells.keys()])
  const left = columns.reduce((least, column) => Math.min(least, column), Infinity)
  const right = columns.reduce((most, column) => Math.max(most, column), 0)
  return { rows, trueRange: { top: first.index, bottom: last.index, left, right } }
}

function toRawRow(index: number, cells: ReadonlyMap<number, GridCell>): RawRow {
  const width = Math.max(...cells.keys()) + 1
  const values = Array.from({ length: width }, (_, column) => cells.get(column)?.value ?? null)
  const hasFormula = [...cells.values()].some((cell) => cell.formula !== undefined)
  if (!hasFormula) return { index, cells: values }
  return { index, cells: values, formulas: values.map((_, column) => cells.get(column)?.formula) }
}
