// Where rows go when rows are inserted or deleted; the one answer for cells, ranges, formulas and drawings.

/** Rows are 1-based, as the spreadsheet shows them. */
export type RowShift =
  /** `count` rows appear before `before`, made like row `like` (numbered as before the insertion). */
  | { readonly type: 'insert'; readonly before: number; readonly count: number; readonly like: number }
  /** Ascending, each once. */
  | { readonly type: 'delete'; readonly rows: readonly number[] }

export interface RowSpan {
  readonly top: number
  readonly bottom: number
}

export const lastRow = 1_048_576

/** The row's new number; undefined when it was deleted or pushed off the sheet. */
export function moveRow(shift: RowShift, row: number): number | undefined {
  if (shift.type === 'insert') {
    if (row < shift.before) return row
    return row + shift.count <= lastRow ? row + shift.count : undefined
  }
  const before = countBelow(shift.rows, row)
  return shift.rows[before] === row ? undefined : row - before
}

/** A span with all that is inserted inside it and without what is deleted; undefined when nothing is left. */
export function moveSpan(shift: RowShift, span: RowSpan): RowSpan | undefined {
  if (shift.type === 'insert') {
    const top = span.top < shift.before ? span.top : span.top + shift.count
    const bottom = span.bottom < shift.before ? span.bottom : Math.min(span.bottom + shift.count, lastRow)
    return top > lastRow ? undefined : { top, bottom }
  }
  const above = countBelow(shift.rows, span.top)
  const upTo = countBelow(shift.rows, span.bottom + 1)
  const size = span.bottom - span.top + 1 - (upTo - above)
  // A span to the end of the sheet (whole columns) stays one.
  if (span.bottom === lastRow && size > 0) return { top: span.top - above, bottom: lastRow }
  return size > 0 ? { top: span.top - above, bottom: span.top - above + size - 1 } : undefined
}

/**
 * As moveSpan, but a span that ends at the row the new ones are made like takes them in:
 * `SUM(D5:D9)` must go on summing the whole block when row 10 is added to it.
 */
export function growSpan(shift: RowShift, span: RowSpan): RowSpan | undefined {
  const moved = moveSpan(shift, span)
  if (shift.type !== 'insert' || moved === undefined) return moved
  if (shift.like === shift.before - 1 && span.bottom === shift.like) {
    return { top: moved.top, bottom: Math.min(moved.bottom + shift.count, lastRow) }
  }
  return shift.like === shift.before && span.top === shift.like ? { top: span.top, bottom: moved.bottom } : moved
}

/** How many of the ascending `rows` are smaller than `row`. */
function countBelow(rows: readonly number[], row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}
