// Cells that lie together become one range: few objects for Excel to make, and never more cells than were named.
import type { CellEdit } from '#shared/workbook/port.ts'

/** Rows and columns 0-based, inclusive. */
export interface CellRun {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
  /** Row by row; undefined: not named, to be left as it is. */
  readonly cells: readonly (readonly (CellEdit | undefined)[])[]
}

interface Segment {
  readonly row: number
  readonly left: number
  readonly cells: readonly CellEdit[]
}

/** Rows between two runs of the same columns that are bridged with "leave as it is": cheaper than another range. */
const bridge = 12

/** In row order. Of two edits to one cell the last counts. */
export function findRuns(edits: readonly CellEdit[]): readonly CellRun[] {
  const byColumns = new Map<string, Segment[]>()
  for (const segment of findSegments(edits)) {
    const key = `${segment.left},${segment.cells.length}`
    const same = byColumns.get(key)
    if (same) same.push(segment)
    else byColumns.set(key, [segment])
  }
  const runs: CellRun[] = []
  for (const segments of byColumns.values()) {
    let open: Segment[] = []
    for (const segment of segments) {
      const last = open.at(-1)
      if (last && segment.row - last.row - 1 > bridge) {
        runs.push(toRun(open))
        open = []
      }
      open.push(segment)
    }
    if (open.length > 0) runs.push(toRun(open))
  }
  return runs.toSorted((a, b) => a.top - b.top || a.left - b.left)
}

function findSegments(edits: readonly CellEdit[]): readonly Segment[] {
  const rows = new Map<number, Map<number, CellEdit>>()
  for (const edit of edits) {
    let row = rows.get(edit.row - 1)
    if (!row) rows.set(edit.row - 1, (row = new Map()))
    row.set(edit.column, edit)
  }
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([row, cells]) => {
      const sorted = [...cells.values()].toSorted((a, b) => a.column - b.column)
      const segments: { row: number; left: number; cells: CellEdit[] }[] = []
      for (const cell of sorted) {
        const last = segments.at(-1)
        if (last && last.left + last.cells.length === cell.column) last.cells.push(cell)
        else segments.push({ row, left: cell.column, cells: [cell] })
      }
      return segments
    })
}

function toRun(segments: readonly Segment[]): CellRun {
  const [first] = segments
  const last = segments.at(-1)
  if (!first || !last) throw new Error('a run has rows')
  const width = first.cells.length
  const byRow = new Map(segments.map(({ row, cells }) => [row, cells]))
  const none = Array.from({ length: width }, () => undefined)
  return {
    top: first.row,
    left: first.left,
    bottom: last.row,
    right: first.left + width - 1,
    cells: Array.from({ length: last.row - first.row + 1 }, (_, at) => byRow.get(first.row + at) ?? none),
  }
}
