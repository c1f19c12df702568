// Tables that stand apart in one sheet: columns between them that hold nothing at all.
import { cellClass } from './cellClass.ts'
import type { Grid } from './grid.ts'

export interface ColumnGroup {
  readonly left: number
  readonly right: number
  readonly cells: number
  readonly rows: number
}

export interface ColumnGroups {
  readonly groups: readonly ColumnGroup[]
  /** Cells beside the tables that belong to none: at most a few each. */
  readonly strays: readonly ColumnGroup[]
}

interface Use {
  readonly cells: Int32Array
  readonly width: number
}

function columnUse(grid: Grid, width: number): Use {
  const cells = new Int32Array(width)
  for (let at = 0; at < grid.rows.length; at++) {
    const start = grid.offsets[at] ?? 0
    const end = grid.offsets[at + 1] ?? start
    for (let i = start; i < end; i++)
      if (grid.classes[i] !== cellClass.blank) cells[i - start] = (cells[i - start] ?? 0) + 1
  }
  return { cells, width }
}

/** Columns that lie under merged cells with something in them, titles apart: no gaps. */
function coverMerged(grid: Grid, use: Use): void {
  for (const merge of grid.merges.values()) {
    if (merge.right === merge.left || (merge.right - merge.left + 1) * 10 > use.width * 6) continue
    for (let column = merge.left + 1; column <= Math.min(merge.right, use.width - 1); column++) {
      if ((use.cells[merge.left] ?? 0) > 0 && use.cells[column] === 0) use.cells[column] = 1
    }
  }
}

function groupAt(grid: Grid, left: number, right: number): ColumnGroup {
  let cells = 0
  let rows = 0
  for (let at = 0; at < grid.rows.length; at++) {
    const start = grid.offsets[at] ?? 0
    const width = (grid.offsets[at + 1] ?? start) - start
    let inRow = 0
    for (let column = left; column <= Math.min(right, width - 1); column++)
      if (grid.classes[start + column] !== cellClass.blank) inRow++
    cells += inRow
    if (inRow > 0) rows++
  }
  return { left, right, cells, rows }
}

/** Share of a group's rows that the main group has too. */
function sharedRows(grid: Grid, a: ColumnGroup, b: ColumnGroup): number {
  let both = 0
  for (let at = 0; at < grid.rows.length; at++) if (holds(grid, at, a) && holds(grid, at, b)) both++
  return b.rows === 0 ? 0 : both / b.rows
}

function holds(grid: Grid, at: number, group: ColumnGroup): boolean {
  const start = grid.offsets[at] ?? 0
  const width = (grid.offsets[at + 1] ?? start) - start
  for (let column = group.left; column <= Math.min(group.right, width - 1); column++)
    if (grid.classes[start + column] !== cellClass.blank) return true
  return false
}

/** The header that a group has when it is taken alone. */
export interface GroupHead {
  /** Row number of the header. */
  readonly row: number
  readonly labels: readonly string[]
  /** It has a row for its own total. */
  readonly total: boolean
}

/** @param headOf the header of a group with words of its own beside its numbers, or undefined */
export function findColumnGroups(grid: Grid, headOf: (group: ColumnGroup) => GroupHead | undefined): ColumnGroups {
  let width = 0
  for (const row of grid.rows) width = Math.max(width, row.cells.length)
  const use = columnUse(grid, width)
  coverMerged(grid, use)
  const groups: ColumnGroup[] = []
  let left = -1
  for (let column = 0; column <= width; column++) {
    const used = column < width && (use.cells[column] ?? 0) > 0
    if (used && left < 0) left = column
    if (!used && left >= 0) {
      groups.push(groupAt(grid, left, column - 1))
      left = -1
    }
    if (groups.length > 64) break
  }
  const whole: ColumnGroup = {
    left: groups[0]?.left ?? 0,
    right: width - 1,
    cells: groups.reduce((sum, group) => sum + group.cells, 0),
    rows: grid.rows.length,
  }
  if (groups.length <= 1 || groups.length > 64) return { groups: groups.length === 0 ? [] : [whole], strays: [] }
  return joinGroups(grid, groups, headOf)
}

/** Two groups are two tables when each has a header, in another row, with the same words, over other rows, or a total of its own. */
function standApart(
  grid: Grid,
  left: ColumnGroup,
  right: ColumnGroup,
  heads: readonly (GroupHead | undefined)[],
): boolean {
  const [one, two] = heads
  if (!one || !two || right.right === right.left || right.rows < 2) return false
  if (one.row !== two.row || (one.total && two.total)) return true
  const same = two.labels.filter((label) => one.labels.includes(label)).length
  return same * 2 >= two.labels.length || sharedRows(grid, left, right) < 0.8 || sharedRows(grid, right, left) < 0.5
}

/** Groups that stand alone stay apart; narrow leftovers are strays; the rest belongs to its left neighbour. */
function joinGroups(
  grid: Grid,
  groups: readonly ColumnGroup[],
  headOf: (group: ColumnGroup) => GroupHead | undefined,
): ColumnGroups {
  const main = groups.reduce((best, group) => (group.cells > best.cells ? group : best))
  const joined: ColumnGroup[] = []
  const strays: ColumnGroup[] = []
  for (const group of groups) {
    const previous = joined[joined.length - 1]
    const tiny = group !== main && group.rows <= 3 && group.cells <= 6 && group.cells * 8 < main.cells && main.rows >= 4
    if (tiny && !headOf(group) && firstRow(grid, group) !== headOf(main)?.row) {
      strays.push(group)
      continue
    }
    if (!previous || standApart(grid, previous, group, [headOf(previous), headOf(group)])) joined.push(group)
    else
      joined[joined.length - 1] = {
        left: previous.left,
        right: group.right,
        cells: previous.cells + group.cells,
        rows: Math.max(previous.rows, group.rows),
      }
  }
  return { groups: joined, strays }
}

/** Row number of a group's first row: in the header's row it may head a column that is still blank. */
function firstRow(grid: Grid, group: ColumnGroup): number | undefined {
  return grid.rows.find((_, at) => holds(grid, at, group))?.index
}
