// One worksheet part: rows, merges, hidden columns, and the ids of its tables; everything else is passed over.
import type { CellRange, RawSheet } from '../workbook/raw.ts'
import { createSharedFormulas } from './cellFormula.ts'
import type { CellContext } from './cellValue.ts'
import { maxColumns } from './limits.ts'
import { findOverlap, parseRange } from './ranges.ts'
import { refuse } from './refusal.ts'
import { createRowBuilder, type ReadingBudget } from './rowBuilder.ts'
import { scanRows } from './scanRows.ts'
import { eachChild, isNamed, nextTag, skipElement, type XmlCursor } from './xmlCursor.ts'
import { attribute, flagAttribute, numberAttribute } from './xmlText.ts'

export interface ScannedSheet extends Pick<RawSheet, 'rows' | 'merges' | 'hiddenRows' | 'hiddenColumns' | 'trueRange'> {
  /** Relationship ids of its table parts. */
  readonly tableIds: readonly string[]
  readonly hasFormulas: boolean
}

export function scanSheet(cursor: XmlCursor, context: CellContext & { readonly budget: ReadingBudget }): ScannedSheet {
  const builder = createRowBuilder({ ...context, limits: cursor.limits })
  const merges: CellRange[] = []
  const hiddenColumns = new Set<number>()
  const tableIds: string[] = []
  const formulas = createSharedFormulas()
  while (nextTag(cursor)) {
    if (cursor.isClosing || cursor.depth + (cursor.isEmpty ? 1 : 0) < 2) continue
    if (isNamed(cursor, 'sheetData')) scanRows(cursor, { ...context, builder, formulas })
    else if (isNamed(cursor, 'cols')) eachChild(cursor, () => addHiddenColumns(cursor, hiddenColumns))
    else if (isNamed(cursor, 'mergeCells')) readMerges(cursor, context, merges)
    else if (isNamed(cursor, 'tableParts')) eachChild(cursor, () => tableIds.push(attribute(cursor, 'id') ?? ''))
    else skipElement(cursor)
  }
  const overlap = findOverlap(merges)
  if (overlap) {
    const location = { sheet: context.sheet, row: overlap.top }
    context.log.add({ code: 'merge.overlap', severity: 'warning', location })
  }
  return { ...builder.finish(), merges, hiddenColumns, tableIds, hasFormulas: formulas.texts.size > 0 }
}

function addHiddenColumns(cursor: XmlCursor, hidden: Set<number>): void {
  if (!flagAttribute(cursor, 'hidden') && Number(attribute(cursor, 'width') ?? '1') !== 0) return
  const first = numberAttribute(cursor, 'min') ?? 0
  const last = Math.min(numberAttribute(cursor, 'max') ?? first, maxColumns)
  for (let column = first; column <= last; column++) if (column >= 1) hidden.add(column - 1)
}

function readMerges(cursor: XmlCursor, context: CellContext, merges: CellRange[]): void {
  eachChild(cursor, () => {
    const ref = attribute(cursor, 'ref') ?? ''
    const range = parseRange(ref)
    if (!range) refuse('file.cell.ref', { part: cursor.part, ref: ref.slice(0, 40) })
    if (merges.length >= cursor.limits.merges)
      refuse('file.merge.count', { sheet: context.sheet, limit: cursor.limits.merges })
    if (range.top !== range.bottom || range.left !== range.right) merges.push(range)
  })
}
