// Excel.RangeAreas: cells of a kind, and merged areas.
import { boxOf, formatBox, quoteSheet, type Area, type Box } from '../model/area.ts'
import type { Cell, Sheet } from '../model/sheet.ts'
import { behave, toObject, type HostObject } from '../hostObject.ts'
import { refuse } from '../officeFault.ts'

interface Areas {
  readonly sheet: Sheet
  readonly boxes: readonly Box[]
}

/** Runs of cells of one column, as Excel gives them side by side; null when there are none. */
export function specialAreas(area: Area, type: string, valueType: unknown): HostObject | null {
  const { sheet } = area
  const within = boxOf(area)
  if (type === 'Visible') return visibleAreas(sheet, within)
  const isWanted = toTest(type, valueType)
  const rows = [...sheet.cells]
    .filter(([row]) => row >= within.top && row <= within.bottom)
    .toSorted(([a], [b]) => a - b)
  const open = new Map<number, Box>()
  const boxes: Box[] = []
  for (const [row, cells] of rows) {
    for (const [column, cell] of cells) {
      if (column < within.left || column > within.right || !isWanted(cell)) continue
      const above = open.get(column)
      const box =
        above?.bottom === row - 1 ? { ...above, bottom: row } : { top: row, left: column, bottom: row, right: column }
      if (above && above.bottom !== row - 1) boxes.push(above)
      open.set(column, box)
    }
  }
  boxes.push(...open.values())
  const sorted = boxes.toSorted((a, b) => a.left - b.left || a.top - b.top)
  return sorted.length === 0 ? null : toObject('RangeAreas', { sheet, boxes: sorted })
}

/** Blocks of rows and columns that nobody hides. */
function visibleAreas(sheet: Sheet, { top, left, bottom, right }: Box): HostObject | null {
  const rows = toRuns(top, bottom, (row) => !sheet.hiddenRows.has(row) && !sheet.filteredRows.has(row))
  const columns = toRuns(left, right, (column) => !sheet.hiddenColumns.has(column))
  const boxes = rows.flatMap(([first, last]) =>
    columns.map(([from, to]): Box => ({ top: first, left: from, bottom: last, right: to })),
  )
  return boxes.length === 0 ? null : toObject('RangeAreas', { sheet, boxes })
}

function toRuns(from: number, to: number, isIn: (at: number) => boolean): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (let at = from; at <= to; at++) {
    if (!isIn(at)) continue
    const last = runs.at(-1)
    if (last?.[1] === at - 1) last[1] = at
    else runs.push([at, at])
  }
  return runs
}

function toTest(type: string, valueType: unknown): (cell: Cell) => boolean {
  if (type !== 'Formulas' && type !== 'Constants')
    refuse('NotImplemented', `special cells ${type} are not in the test host`)
  return ({ formula, value }) => {
    if (type === 'Formulas' ? formula === undefined : formula !== undefined || value === '') return false
    if (typeof valueType !== 'string' || valueType === 'All') return true
    const own =
      typeof value === 'object'
        ? 'Errors'
        : typeof value === 'number'
          ? 'Numbers'
          : typeof value === 'string'
            ? 'Text'
            : 'Logical'
    return valueType.includes(own)
  }
}

export const rangeAreas = behave<Areas>({
  get: {
    address: ({ sheet, boxes }) => boxes.map((box) => `${quoteSheet(sheet.name)}!${formatBox(box)}`).join(','),
    areaCount: ({ boxes }) => boxes.length,
    cellCount: ({ boxes }) =>
      boxes.reduce((sum, box) => sum + (box.bottom - box.top + 1) * (box.right - box.left + 1), 0),
    areas: (areas) => toObject('RangeCollection', areas),
    worksheet: ({ sheet }) => toObject('Worksheet', sheet),
  },
})

export const rangeCollection = behave<Areas>({
  items: ({ sheet, boxes }, world) => boxes.map((box) => toObject('Range', world.keep({ sheet, box }))),
})
