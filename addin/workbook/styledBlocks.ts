// Cells of one style that lie together become one block: few ranges for Excel to dress.
import type { BlueprintRow, StyleIndex } from '#shared/template/blueprint.ts'
import type { CellRange } from '#shared/workbook/raw.ts'

export interface StyledBlock {
  readonly style: StyleIndex
  readonly range: CellRange
}

interface Open {
  readonly style: StyleIndex
  readonly range: { readonly top: number; readonly left: number; readonly right: number; bottom: number }
}

/** Runs side by side in a row, joined with the same run of the row above. @param rows ascending */
export function findStyledBlocks(rows: Iterable<BlueprintRow>): readonly StyledBlock[] {
  const blocks: Open[] = []
  let above = new Map<string, Open>()
  for (const { row, cells } of rows) {
    const here = new Map<string, Open>()
    for (const run of findRuns(cells)) {
      const key = `${run.left},${run.right},${run.style}`
      const joined = above.get(key)
      const isNext = joined?.range.bottom === row - 1
      const open = joined && isNext ? joined : toOpen(row, run)
      open.range.bottom = row
      if (open !== joined) blocks.push(open)
      here.set(key, open)
    }
    above = here
  }
  return blocks
}

interface Run {
  readonly style: StyleIndex
  readonly left: number
  right: number
}

function findRuns(cells: BlueprintRow['cells']): readonly Run[] {
  const runs: Run[] = []
  for (const { column, style } of cells.toSorted((a, b) => a.column - b.column)) {
    const last = runs.at(-1)
    if (last && last.right === column - 1 && last.style === style) last.right = column
    else runs.push({ style, left: column, right: column })
  }
  return runs
}

function toOpen(row: number, { style, left, right }: Run): Open {
  return { style, range: { top: row, bottom: row, left, right } }
}
