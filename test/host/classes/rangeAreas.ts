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
