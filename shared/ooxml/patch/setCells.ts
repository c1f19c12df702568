// Writes single cells into a sheet part; every byte around them stays.
import { formatRange, isInside } from './rangeText.ts'
import { lastRow } from '../../workbook/rowShift.ts'
import type { CellEdit } from '../../workbook/port.ts'
import { likeStyles } from './cellStyle.ts'
import { growDimension } from './dimension.ts'
import { editRow, newRow, type RowContext, type RowEdits, type WritingContext } from './editRow.ts'
import { fail } from './failure.ts'
import { formulasOf, spellSharedFormulas } from './formulas.ts'
import { cellsOf, rowsOf, type GridElement, type SheetPart } from './sheetPart.ts'
import { applySplices, type Splice } from './splice.ts'
import { spellReferences } from './spellReferences.ts'
import type { ReadText } from './xmlText.ts'

export interface SetCellsContext extends WritingContext {
  readonly readText: ReadText
  /** false for cells that are part of something else, such as headers of table objects. */
  readonly mayWrite: (cell: CellEdit) => boolean
}

export interface SetCellsResult {
  readonly bytes: Uint8Array
  /** A formula went or came: the calculation chain is out of date. */
  readonly hasChangedFormulas: boolean
  /** Something that formulas may depend on is different. */
  readonly hasChangedValues: boolean
}

export function setCells(source: SheetPart, edits: readonly CellEdit[], context: SetCellsContext): SetCellsResult {
  const byRow = groupByRow(edits, context.mayWrite)
  const shared = sharedMasters(source, byRow, context.readText)
  const spelled = shared.size > 0 ? spellSharedFormulas(source, context.readText, shared) : source
  const sheet = needsReferences(spelled, byRow) ? spellReferences(spelled) : spelled
  const rows: RowContext = { ...context, sheet, looks: likeStyles(sheet, edits) }
  const splices: Splice[] = []
  let hasChangedFormulas = shared.size > 0 || edits.some(({ value }) => value?.kind === 'formula')
  let hasChangedValues = edits.some(({ value }) => value !== null && value.kind !== 'text')
  const waiting = [...byRow].toSorted(([a], [b]) => a - b)
  const insertBefore = (limit: number, at: number): void => {
    for (let first = waiting[0]; first && first[0] < limit; first = waiting[0]) {
      splices.push({ start: at, end: at, text: newRow(rows, ...first) })
      waiting.shift()
    }
  }
  for (const row of rowsOf(sheet)) {
    if (waiting.length === 0) break
    insertBefore(row.number, row.start)
    if (waiting[0]?.[0] !== row.number) continue
    const edited = editRow(rows, row, waiting[0][1])
    splices.push(...edited.splices)
    hasChangedFormulas ||= edited.hasChangedFormulas
    hasChangedValues ||= edited.hasChangedValues
    waiting.shift()
  }
  const { data } = sheet
  if (data.isEmpty) {
    const text = waiting.map((each) => newRow(rows, ...each)).join('')
    if (text !== '') splices.push({ start: data.end - 2, end: data.end, text: `>${text}</${data.name}>` })
  } else insertBefore(lastRow + 1, data.closeStart)
  const bytes = applySplices(sheet.bytes, [
    ...splices,
    ...growDimension(
      sheet,
      edits.filter(({ value }) => value !== null),
    ),
  ])
  return { bytes, hasChangedFormulas, hasChangedValues }
}

function groupByRow(edits: readonly CellEdit[], mayWrite: SetCellsContext['mayWrite']): ReadonlyMap<number, RowEdits> {
  const byRow = new Map<number, Map<number, CellEdit>>()
  for (const edit of edits) {
    const { row, column } = edit
    if (!Number.isInteger(row) || row < 1 || row > lastRow) fail('too-large', `row ${row}`)
    if (!Number.isInteger(column) || column < 0 || column > 16_383) fail('too-large', `column ${column}`)
    if (!mayWrite(edit)) fail('unsupported', 'header of a table object')
    byRow.set(row, (byRow.get(row) ?? new Map<number, CellEdit>()).set(column, edit))
  }
  return byRow
}

/** Groups of shared formulas that are written over; refuses writing into a part of an array formula. */
function sharedMasters(
  sheet: SheetPart,
  byRow: ReadonlyMap<number, RowEdits>,
  readText: ReadText,
): ReadonlySet<string> {
  const groups = new Set<string>()
  for (const { range, type, group, text } of formulasOf(sheet, readText)) {
    if (!range || (type === 'shared' && text === '')) continue
    const columns = (row: number): readonly number[] => [...(byRow.get(row)?.keys() ?? [])]
    const isHit = [...byRow.keys()].some((row) => columns(row).some((column) => isInside(range, row, column)))
    if (!isHit) continue
    if (type === 'shared' && group !== undefined) groups.add(group)
    else if (range.top !== range.bottom || range.left !== range.right)
      fail('unsupported', `part of ${formatRange(range)}`)
  }
  return groups
}

function needsReferences(sheet: SheetPart, byRow: ReadonlyMap<number, RowEdits>): boolean {
  for (const row of rowsOf(sheet)) {
    if (row.referenceStart < 0) return true
    if (byRow.has(row.number) && hasUncountedCell(sheet, row)) return true
  }
  return false
}

function hasUncountedCell(sheet: SheetPart, row: GridElement): boolean {
  return cellsOf(sheet, row).some((cell) => cell.referenceStart < 0)
}
