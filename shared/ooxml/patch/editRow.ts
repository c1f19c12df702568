// The cells of one row, changed in place or new.
import type { CellEdit } from '../../workbook/port.ts'
import { cellStyle, columnStyles, rowStyle } from './cellStyle.ts'
import { cellText } from './cellText.ts'
import { cellsOf, findFormula, type GridElement, type SheetPart } from './sheetPart.ts'
import type { Splice } from './splice.ts'
import type { StyleBook } from './styleBook.ts'
import { ascii, readAttributes } from './xmlTree.ts'

/** By 0-based column. */
export type RowEdits = ReadonlyMap<number, CellEdit>

export interface WritingContext {
  readonly styles: StyleBook
  readonly epoch: 1900 | 1904
}

export interface RowContext extends WritingContext {
  readonly sheet: SheetPart
  /** Styles of the cells that edits are to look like, by `row,column`. */
  readonly looks: ReadonlyMap<string, number>
}

export interface EditedRow {
  readonly splices: readonly Splice[]
  readonly hasChangedFormulas: boolean
  readonly hasChangedValues: boolean
}

/** A row that is not in the sheet yet; '' when nothing is written into it. */
export function newRow(context: RowContext, row: number, edits: RowEdits): string {
  const cells = newCells(context, row, edits)
  const { prefix } = context.sheet
  if (cells.length === 0) return ''
  return `<${prefix}row r="${row}">${cells.map(([, text]) => text).join('')}</${prefix}row>`
}

export function editRow(context: RowContext, row: GridElement, edits: RowEdits): EditedRow {
  const { sheet } = context
  const splices: Splice[] = []
  const result = { hasChangedFormulas: false, hasChangedValues: false }
  const cells = cellsOf(sheet, row)
  const present = new Set(cells.map((cell) => cell.number))
  const absent = new Map([...edits].filter(([column]) => !present.has(column)))
  const added = newCells(context, row.number, absent, rowStyle(sheet, row))
  for (const cell of cells) {
    for (let first = added[0]; first && first[0] < cell.number; first = added[0]) {
      splices.push({ start: cell.start, end: cell.start, text: first[1] })
      added.shift()
    }
    const edit = edits.get(cell.number)
    if (!edit) continue
    result.hasChangedFormulas ||= findFormula(sheet, cell.openEnd, cell.closeStart) !== undefined
    result.hasChangedValues ||= !cell.isEmpty
    const text = toText(context, edit, cellStyle(sheet, cell))
    splices.push({ start: cell.start, end: cell.end, text })
  }
  const rest = added.map(([, text]) => text).join('')
  if (row.isEmpty && rest !== '') {
    splices.push({ start: row.end - 2, end: row.end, text: `>${rest}</${sheet.prefix}row>` })
  } else if (rest !== '') splices.push({ start: row.closeStart, end: row.closeStart, text: rest })
  return { ...result, splices: [...splices, ...growSpans(sheet, row, [...absent.keys()])] }
}

/** Left to right; cells that would be blank are not made, unless they are to look like another. */
function newCells(context: RowContext, row: number, edits: RowEdits, ofRow?: number): [column: number, text: string][] {
  const ofColumn = columnStyles(context.sheet)
  return [...edits]
    .filter(([, edit]) => edit.value !== null || edit.like !== undefined || edit.numberFormat !== undefined)
    .toSorted(([a], [b]) => a - b)
    .map(([column, edit]) => [column, toText(context, { ...edit, row }, ofRow ?? ofColumn(column))])
}

function toText(context: RowContext, edit: CellEdit, ownStyle: number): string {
  const { sheet, styles, epoch } = context
  const like = edit.like && context.looks.get(`${edit.like.row},${edit.like.column}`)
  const style = like ?? ownStyle
  const needsDate = edit.value?.kind === 'date' && edit.numberFormat === undefined && styles.isGeneral(style)
  const format = needsDate ? 'yyyy-mm-dd' : edit.numberFormat
  const formatted = format === undefined ? style : styles.withNumberFormat(style, format)
  return cellText(edit.value, { row: edit.row, column: edit.column, style: formatted, prefix: sheet.prefix, epoch })
}

/** `spans="1:8"` must not be narrower than the row. */
function growSpans(sheet: SheetPart, row: GridElement, columns: readonly number[]): readonly Splice[] {
  const spans = readAttributes(sheet.bytes, row.start, row.openEnd).find((each) => each.name === 'spans')
  const match = spans && /^(\d+):(\d+)$/.exec(ascii(sheet.bytes, spans.start, spans.end))
  if (!spans || !match || columns.length === 0) return []
  const first = Math.min(Number(match[1]), Math.min(...columns) + 1)
  const last = Math.max(Number(match[2]), Math.max(...columns) + 1)
  return [{ start: spans.start, end: spans.end, text: `${first}:${last}` }]
}
