// Shared formulas: the text of the first cell, moved to the other cells that share it.
import { columnIndex, columnName } from '../workbook/raw.ts'
import { maxColumns, maxRows } from './limits.ts'

/** A1 references cut out of the text, so that moving is only writing them anew. */
export interface FormulaMaster {
  readonly row: number
  readonly column: number
  /** Text between the references: one more than there are references. */
  readonly texts: readonly string[]
  readonly references: readonly Reference[]
}

/** `$B12`, `B:B` as two halves without row, `3:3` without column. */
interface Reference {
  readonly column: number | undefined
  readonly columnFixed: boolean
  readonly row: number | undefined
  readonly rowFixed: boolean
}

/** Quoted text, quoted sheet names and structured references pass through; words and function names are no references. */
const token =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[A-Za-z_\\\u0080-\uffff][\w.\\\u0080-\uffff]*[!(]|\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\w.(!\u0080-\uffff])|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.(!\u0080-\uffff])|\$?\d{1,7}:\$?\d{1,7}(?![\w.])|[A-Za-z_\\\u0080-\uffff][\w.\\\u0080-\uffff]*|\d[\w.]*/g

/** @param row 1-based @param column 0-based, of the cell that holds the text */
export function parseFormulaMaster(text: string, row: number, column: number): FormulaMaster {
  const texts: string[] = []
  const references: Reference[] = []
  let from = 0
  for (const match of text.matchAll(token)) {
    const parts = parseReferences(match[0])
    if (!parts) continue
    texts.push(text.slice(from, match.index))
    parts.forEach((part, i) => {
      if (i > 0) texts.push(':')
      references.push(part)
    })
    from = match.index + match[0].length
  }
  texts.push(text.slice(from))
  return { row, column, texts, references }
}

function parseReferences(text: string): readonly Reference[] | undefined {
  const cell = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/.exec(text)
  if (cell) {
    const column = columnIndex((cell[2] ?? '').toUpperCase())
    const row = Number(cell[4])
    if (column === undefined || row < 1 || row > maxRows) return undefined
    return [{ column, columnFixed: cell[1] === '$', row, rowFixed: cell[3] === '$' }]
  }
  const columns = /^(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})$/.exec(text)
  if (columns) {
    const [first, last] = [columnIndex((columns[2] ?? '').toUpperCase()), columnIndex((columns[4] ?? '').toUpperCase())]
    if (first === undefined || last === undefined) return undefined
    const half = (column: number, dollar: string | undefined): Reference => ({
      column,
      columnFixed: dollar === '$',
      row: undefined,
      rowFixed: false,
    })
    return [half(first, columns[1]), half(last, columns[3])]
  }
  const rows = /^(\$?)(\d{1,7}):(\$?)(\d{1,7})$/.exec(text)
  if (!rows) return undefined
  const half = (row: number, dollar: string | undefined): Reference => ({
    column: undefined,
    columnFixed: false,
    row,
    rowFixed: dollar === '$',
  })
  return [half(Number(rows[2]), rows[1]), half(Number(rows[4]), rows[3])]
}

/** The formula as the cell at `row` (1-based), `column` (0-based) has it; references that fall off the sheet become `#REF!`. */
export function moveFormula(master: FormulaMaster, row: number, column: number): string {
  const down = row - master.row
  const right = column - master.column
  let text = master.texts[0] ?? ''
  master.references.forEach((reference, i) => {
    text += formatReference(reference, down, right) + (master.texts[i + 1] ?? '')
  })
  return text
}

function formatReference(reference: Reference, down: number, right: number): string {
  let text = ''
  if (reference.column !== undefined) {
    const column = reference.columnFixed ? reference.column : reference.column + right
    if (column < 0 || column >= maxColumns) return '#REF!'
    text += (reference.columnFixed ? '$' : '') + columnName(column)
  }
  if (reference.row !== undefined) {
    const row = reference.rowFixed ? reference.row : reference.row + down
    if (row < 1 || row > maxRows) return '#REF!'
    text += (reference.rowFixed ? '$' : '') + String(row)
  }
  return text
}
