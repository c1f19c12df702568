// Cells of one sheet collected into dense rows; what repeats (style vectors, dates, errors) is shared between rows.
import type { CellRange, RawDate, RawError, RawRow, RawValue } from '../workbook/raw.ts'
import { cellName } from '../workbook/raw.ts'
import { rawDate } from './dateText.ts'
import type { FindingLog } from './findings.ts'
import { maxColumns, type OoxmlLimits } from './limits.ts'
import type { TimeFormat } from './numberFormat.ts'
import { refuse } from './refusal.ts'

/** Cells and places used so far, all sheets together. */
export interface ReadingBudget {
  cells: number
  slots: number
}

export interface RowBuilder {
  /** @param index 1-based */
  startRow(index: number, isHidden: boolean): void
  /** Style of the cell at `column`, blank ones too; index into RawWorkbook.styles. */
  setStyle(column: number, style: number): void
  /** A value that is not null, or a formula. */
  setCell(column: number, value: RawValue, formula: string | undefined): void
  endRow(): void
  finish(): {
    readonly rows: readonly RawRow[]
    readonly hiddenRows: ReadonlySet<number>
    readonly trueRange: CellRange | undefined
  }
}

export function createRowBuilder(context: {
  readonly sheet: string
  readonly limits: OoxmlLimits
  readonly budget: ReadingBudget
  readonly log: FindingLog
}): RowBuilder {
  const { limits, budget, log, sheet } = context
  const rows: RawRow[] = []
  const hiddenRows = new Set<number>()
  const scratch = new Uint16Array(maxColumns)
  let touched = 0
  let cells: RawValue[] = []
  let formulas: (string | undefined)[] | undefined
  let index = 0
  let isHidden = false
  let isSorted = true
  let shared: Uint16Array | undefined
  let left = maxColumns
  let right = -1

  const styleVector = (length: number): Uint16Array | undefined => {
    if (touched === 0) return undefined
    const usable = Math.min(length, touched)
    if (shared?.length === length) {
      let i = 0
      while (i < length && shared[i] === scratch[i]) i++
      if (i === length) return shared
    }
    let i = 0
    while (i < usable && scratch[i] === 0) i++
    if (i === usable) return undefined
    shared = scratch.slice(0, length)
    return shared
  }
  return {
    startRow(row, hidden) {
      index = row
      isHidden = hidden
    },
    setStyle(column, style) {
      scratch[column] = style
      if (column >= touched) touched = column + 1
    },
    setCell(column, value, formula) {
      if (++budget.cells > limits.cells) refuse('file.cells.count', { what: 'cells', limit: limits.cells })
      if (column >= cells.length) {
        while (cells.length < column) cells.push(null)
        cells.push(value)
      } else {
        if (cells[column] !== null)
          log.add({
            code: 'cell.duplicate',
            severity: 'warning',
            location: { sheet, row: index, cell: cellName(index, column) },
          })
        cells[column] = value
      }
      if (column < left) left = column
      if (column > right) right = column
      if (formula !== undefined) {
        formulas ??= []
        while (formulas.length < column) formulas.push(undefined)
        formulas[column] = formula
      }
    },
    endRow() {
      if (cells.length > 0) {
        budget.slots += cells.length
        if (budget.slots > limits.slots) refuse('file.cells.count', { what: 'slots', limit: limits.slots })
        if (rows.length > 0 && (rows[rows.length - 1]?.index ?? 0) >= index) isSorted = false
        const styles = styleVector(cells.length)
        if (formulas === undefined) rows.push(styles === undefined ? { index, cells } : { index, cells, styles })
        else rows.push(styles === undefined ? { index, cells, formulas } : { index, cells, formulas, styles })
        if (isHidden) hiddenRows.add(index)
        cells = []
        formulas = undefined
      }
      if (touched > 0) {
        scratch.fill(0, 0, touched)
        touched = 0
      }
    },
    finish() {
      const ordered = isSorted ? rows : joinRows(rows)
      const [first, last] = [ordered[0], ordered.at(-1)]
      const trueRange = first && last ? { top: first.index, left, bottom: last.index, right } : undefined
      return { rows: ordered, hiddenRows, trueRange }
    },
  }
}

/** Rows in order; a row that was written in pieces becomes one, later cells over earlier ones. */
function joinRows(rows: readonly RawRow[]): readonly RawRow[] {
  const joined: RawRow[] = []
  for (const row of rows.toSorted((a, b) => a.index - b.index)) {
    const before = joined.at(-1)
    if (before?.index !== row.index) joined.push(row)
    else joined[joined.length - 1] = joinRow(before, row)
  }
  return joined
}

function joinRow(a: RawRow, b: RawRow): RawRow {
  const length = Math.max(a.cells.length, b.cells.length)
  const places = Array.from({ length }, (_, i) => i)
  const fromB = (i: number): boolean => (b.cells[i] ?? null) !== null || b.formulas?.[i] !== undefined
  const cells = places.map((i) => (fromB(i) ? b.cells[i] : a.cells[i]) ?? null)
  const styles = places.map((i) => (fromB(i) ? b.styles?.[i] : a.styles?.[i]) ?? 0)
  const formulas = places.map((i) => (fromB(i) ? b.formulas?.[i] : a.formulas?.[i]))
  const hasFormulas = formulas.some((formula) => formula !== undefined)
  return {
    index: a.index,
    cells,
    ...(hasFormulas ? { formulas } : {}),
    ...(styles.some((style) => style !== 0) ? { styles } : {}),
  }
}

/** Dates and errors by what they hold, so that a column of equal days is one object. */
export function createValueCache(epoch: 1900 | 1904): {
  dateOf(serial: number, format: TimeFormat): RawDate
  errorOf(code: string): RawError
} {
  const dates = new Map<TimeFormat, Map<number, RawDate>>()
  const errors = new Map<string, RawError>()
  const maxKept = 50_000
  return {
    dateOf(serial, format) {
      let known = dates.get(format)
      if (!known) dates.set(format, (known = new Map()))
      let date = known.get(serial)
      if (!date) {
        date = rawDate(serial, format, epoch)
        if (known.size < maxKept) known.set(serial, date)
      }
      return date
    },
    errorOf(code) {
      let error = errors.get(code)
      if (!error) {
        error = { kind: 'error', code }
        if (errors.size < 100) errors.set(code, error)
      }
      return error
    },
  }
}
