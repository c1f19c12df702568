// Tells the pane that cells of a sheet changed: to the sheet, to the list of sheets, and to tables that were touched.
import { formatBox, intersect, type Box } from '../model/area.ts'
import { plainValue } from '../model/formatText.ts'
import { cellAt, type Cell, type Sheet } from '../model/sheet.ts'
import type { HostWorld } from '../hostObject.ts'

export interface CellsChanged {
  readonly sheet: Sheet
  readonly box: Box
  readonly changeType:
    'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted'
  /** The first cell as it was. */
  readonly before?: Cell
}

export function raiseChanged(world: HostWorld, change: CellsChanged): void {
  const { sheet, box, changeType, before } = change
  const address = formatBox(box)
  const isOne = before !== undefined && box.top === box.bottom && box.left === box.right
  const after = cellAt(sheet, box.top, box.left)
  const details = isOne
    ? {
        valueBefore: plainValue(before.value),
        valueAfter: plainValue(after.value),
        valueTypeBefore: typeName(before),
        valueTypeAfter: typeName(after),
      }
    : {}
  const args = { address, changeType, source: 'Local', worksheetId: sheet.id, shiftDirection: 'None', ...details }
  world.raise({ type: 10, targetId: sheet.id, args })
  world.raise({ type: 10, targetId: 'Workbook', args })
  for (const table of sheet.tables) {
    if (intersect(table.box, box)) world.raise({ type: 101, targetId: table.id, args: { ...args, tableId: table.id } })
  }
}

/** Rows changed their places. */
export function raiseSorted(world: HostWorld, sheet: Sheet, box: Box): void {
  const args = { address: formatBox(box), source: 'Local', worksheetId: sheet.id }
  for (const targetId of [sheet.id, 'Workbook']) world.raise({ type: 19, targetId, args })
}

/** Formulas of the sheet were evaluated to other values. */
export function raiseCalculated(world: HostWorld, sheet: Sheet): void {
  for (const targetId of [sheet.id, 'Workbook'])
    world.raise({ type: 16, targetId, args: { worksheetId: sheet.id, address: '' } })
}

function typeName({ value }: Cell): string {
  if (value === '') return 'Empty'
  return typeof value === 'number'
    ? 'Double'
    : typeof value === 'boolean'
      ? 'Boolean'
      : typeof value === 'object'
        ? 'Error'
        : 'String'
}
