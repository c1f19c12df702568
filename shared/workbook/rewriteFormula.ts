// Keeps formulas pointing at the same cells when rows move.
import { findReferences, type Corner, type FormulaReference } from './formulaReferences.ts'
import { columnName } from './raw.ts'
import { growSpan, lastRow, moveRow, moveSpan, type RowShift, type RowSpan } from './rowShift.ts'

/** Where a formula stands. */
export interface FormulaPlace {
  /** Sheet the formula is on; undefined for names, charts and others that always name the sheet. */
  readonly sheet: string | undefined
  /** 1-based row of the cell that holds it, before the move; undefined outside cells. */
  readonly row?: number
}

/**
 * The formula after `shift` in sheet `moved`; the same string when nothing changes. What was deleted becomes #REF!.
 * A range of several rows that ends at the row the new ones are made like takes them in, unless the formula's own
 * cell lies in that range (running totals).
 */
export function shiftFormula(formula: string, place: FormulaPlace, move: { sheet: string; shift: RowShift }): string {
  return replaceReferences(formula, (reference) => {
    const sheet = reference.sheet ?? place.sheet
    if (sheet === undefined || sheet.toLowerCase() !== move.sheet.toLowerCase()) return undefined
    return shiftReference(reference, place, move.shift)
  })
}

/** The formula as it reads `rowOffset` rows and `columnOffset` columns away: how a shared formula is spelled out. */
export function offsetFormula(formula: string, rowOffset: number, columnOffset: number): string {
  const offset = (corner: Corner): Corner | undefined => {
    const row = corner.rowAbsolute ? corner.row : wrap(corner.row + rowOffset - 1, lastRow) + 1
    if (corner.column < 0) return { ...corner, row }
    const column = corner.columnAbsolute ? corner.column : wrap(corner.column + columnOffset, 16_384)
    return { ...corner, row, column }
  }
  return replaceReferences(formula, (reference) => {
    const corners = reference.corners.map(offset)
    return corners.some((corner) => corner === undefined) ? '#REF!' : spell(reference, corners as readonly Corner[])
  })
}

function shiftReference(reference: FormulaReference, place: FormulaPlace, shift: RowShift): string | undefined {
  const [first, second] = reference.corners
  if (second === undefined) {
    const row = moveRow(shift, first.row)
    if (row === first.row) return undefined
    return row === undefined ? '#REF!' : spell(reference, [{ ...first, row }])
  }
  const span: RowSpan = { top: Math.min(first.row, second.row), bottom: Math.max(first.row, second.row) }
  const own = place.row !== undefined && place.row >= span.top && place.row <= span.bottom
  const moved = span.top < span.bottom && !own ? growSpan(shift, span) : moveSpan(shift, span)
  if (moved === undefined) return '#REF!'
  if (moved.top === span.top && moved.bottom === span.bottom) return undefined
  const upright = first.row <= second.row
  return spell(reference, [
    { ...first, row: upright ? moved.top : moved.bottom },
    { ...second, row: upright ? moved.bottom : moved.top },
  ])
}

/** References that `replace` gives text for are replaced, their sheet name kept as written. */
function replaceReferences(formula: string, replace: (reference: FormulaReference) => string | undefined): string {
  let text = ''
  let done = 0
  for (const reference of findReferences(formula)) {
    const replaced = replace(reference)
    if (replaced === undefined) continue
    const written = formula.slice(reference.start, reference.end)
    const prefix = reference.sheet === undefined ? '' : written.slice(0, written.lastIndexOf('!') + 1)
    text += formula.slice(done, reference.start) + prefix + replaced
    done = reference.end
  }
  return done === 0 ? formula : text + formula.slice(done)
}

function spell(reference: FormulaReference, corners: readonly Corner[]): string {
  return corners
    .map((corner) => {
      const row = `${corner.rowAbsolute ? '$' : ''}${corner.row}`
      return reference.type === 'rows' ? row : `${corner.columnAbsolute ? '$' : ''}${columnName(corner.column)}${row}`
    })
    .join(':')
}

function wrap(value: number, size: number): number {
  return ((value % size) + size) % size
}
