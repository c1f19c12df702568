// Reads a sheet through Office.js as a reader of files would give it: values, formulas, days as days.
import { timeFormat } from '#shared/ooxml/numberFormat.ts'
import { rawDate } from '#shared/ooxml/dateText.ts'
import { parseAddress } from './address.ts'
import { createBreath } from './breathe.ts'
import { isSupported } from './hostFacts.ts'
import { readGrid, readGrids, type Block, type Grid } from './readGrid.ts'
import type { CellRange, RawRow, RawSheet, RawValue } from '#shared/workbook/raw.ts'
import type { Exchange } from './exchange.ts'

/** Rows between two looks at the clock. */
const pauseEvery = 500

const errorText =
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/

export interface ReadSheet extends RawSheet {
  /** Excel's own; stays when the sheet is renamed. */
  readonly id: string
}

/** Undefined when there is no such sheet. Hidden rows and columns are not told, tables neither: nothing here needs them. */
export async function readSheet(exchange: Exchange, name: string): Promise<ReadSheet | undefined> {
  const sheet = exchange.context.workbook.worksheets.getItemOrNullObject(name)
  sheet.load('id,name,visibility,position')
  const used = sheet.getUsedRangeOrNullObject(true)
  used.load('rowIndex,columnIndex,rowCount,columnCount')
  // Merged areas come in the same answer; older Excels cannot tell them.
  const merged = isSupported('1.13') ? used.getMergedAreasOrNullObject() : undefined
  merged?.load('address')
  // Not kept by Excel after this exchange: nothing to clean up later.
  used.untrack()
  merged?.untrack()
  await exchange.sync()
  if (sheet.isNullObject) return undefined
  const found = { id: sheet.id, index: sheet.position, name: sheet.name, visibility: toVisibility(sheet.visibility) }
  if (used.isNullObject) return toRawSheet(found, { rows: [], merges: [], trueRange: undefined })
  const block = { top: used.rowIndex, left: used.columnIndex, rows: used.rowCount, columns: used.columnCount }
  const rows = await readRows(exchange, sheet, block)
  const merges = !merged || merged.isNullObject ? [] : toRanges(merged.address)
  const trueRange = {
    top: block.top + 1,
    left: block.left,
    bottom: block.top + block.rows,
    right: block.left + block.columns - 1,
  }
  return toRawSheet(found, { rows, merges, trueRange })
}

/** Only rows that hold something. @param block the whole width that is in use */
export async function readRows(exchange: Exchange, sheet: Excel.Worksheet, block: Block): Promise<readonly RawRow[]> {
  const formulas = await readGrid(exchange, sheet, { block, member: 'formulas' })
  const values = await readResults(exchange, sheet, { block, formulas })
  const formats = await readFormats(exchange, sheet, { block, values: (row, column) => values(row, column) })
  const rows: RawRow[] = []
  const breathe = createBreath()
  for (const [at, cells] of formulas.entries()) {
    if (at % pauseEvery === 0) await breathe()
    const row = toRawRow(block.top + at + 1, { block, cells, at, values, formats })
    if (row) rows.push(row)
  }
  return rows
}

type ValueAt = (row: number, column: number) => RawValue
type FormatAt = (row: number, column: number) => string

/** What formulas came to; where there are none, what is in the cell. Only columns that hold formulas or errors are asked for. */
async function readResults(
  exchange: Exchange,
  sheet: Excel.Worksheet,
  { block, formulas }: { readonly block: Block; readonly formulas: Grid },
): Promise<ValueAt> {
  const spans = await findSpans(block, (row, column) => isFormulaOrError(formulas[row]?.[column]))
  const blocks = spans.map((span) => span.block)
  const values = await readGrids(exchange, sheet, { blocks, member: 'values' })
  const odd = spans.filter((_, at) => values[at]?.some(([value]) => typeof value === 'string' && errorText.test(value)))
  const types = await readGrids(exchange, sheet, { blocks: odd.map((span) => span.block), member: 'valueTypes' })
  const asked = new Map(
    spans.map((span, at) => [span.column, { top: span.top, values: values[at], types: types[odd.indexOf(span)] }]),
  )
  return (row, column) => {
    const part = asked.get(column)
    const at = row - (part?.top ?? 0)
    const value = part?.values?.[at]?.[0] ?? formulas[row]?.[column] ?? ''
    if (part?.types?.[at]?.[0] === 'Error') return { kind: 'error', code: String(value) }
    return toRawValue(value)
  }
}

interface Span {
  /** Counted from the block. */
  readonly column: number
  readonly top: number
  readonly block: Block
}

/** Per column from the first to the last cell that is wanted. */
async function findSpans(block: Block, isWanted: (row: number, column: number) => boolean): Promise<readonly Span[]> {
  const spans: Span[] = []
  const breathe = createBreath()
  for (let column = 0; column < block.columns; column++) {
    let [top, bottom] = [-1, -1]
    for (let row = 0; row < block.rows; row++) {
      if (row % pauseEvery === 0) await breathe()
      if (!isWanted(row, column)) continue
      if (top < 0) top = row
      bottom = row
    }
    if (top < 0) continue
    const own = { top: block.top + top, left: block.left + column, rows: bottom - top + 1, columns: 1 }
    spans.push({ column, top, block: own })
  }
  return spans
}

function isFormulaOrError(cell: unknown): boolean {
  return typeof cell === 'string' && (cell.startsWith('=') || errorText.test(cell))
}

function toRawValue(value: unknown): RawValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return typeof value === 'string' && value !== '' ? value : null
}

/** Formats of the cells that hold numbers: they tell days from amounts. */
async function readFormats(
  exchange: Exchange,
  sheet: Excel.Worksheet,
  { block, values }: { readonly block: Block; readonly values: ValueAt },
): Promise<FormatAt> {
  const spans = await findSpans(block, (row, column) => typeof values(row, column) === 'number')
  const grids = await readGrids(exchange, sheet, { blocks: spans.map((span) => span.block), member: 'numberFormat' })
  const asked = new Map(spans.map((span, at) => [span.column, { top: span.top, formats: grids[at] }]))
  return (row, column) => {
    const part = asked.get(column)
    return String(part?.formats?.[row - part.top]?.[0] ?? 'General')
  }
}

interface RowParts {
  readonly block: Block
  readonly cells: readonly unknown[]
  readonly at: number
  readonly values: ValueAt
  readonly formats: FormatAt
}

function toRawRow(index: number, { block, cells, at, values, formats }: RowParts): RawRow | undefined {
  const row: RawValue[] = Array.from({ length: block.left }, () => null)
  const texts: (string | undefined)[] = []
  cells.forEach((cell, column) => {
    const value = values(at, column)
    const kind = typeof value === 'number' ? timeFormat(formats(at, column)) : undefined
    row.push(typeof value === 'number' && kind ? rawDate(value, kind, 1900) : value)
    // A text that begins with = is its own value; a formula never is.
    if (typeof cell === 'string' && cell.startsWith('=') && cell !== value) texts[block.left + column] = cell.slice(1)
  })
  const width = Math.max(row.findLastIndex((value) => value !== null) + 1, texts.length)
  if (width === 0) return undefined
  const trimmed = row.slice(0, width)
  if (texts.length === 0) return { index, cells: trimmed }
  return { index, cells: trimmed, formulas: Array.from({ length: width }, (_, column) => texts[column]) }
}

function toRawSheet(
  found: Pick<ReadSheet, 'id' | 'index' | 'name' | 'visibility'>,
  rest: Pick<RawSheet, 'rows' | 'merges' | 'trueRange'>,
): ReadSheet {
  return { ...found, ...rest, hiddenRows: new Set(), hiddenColumns: new Set(), tables: [] }
}

function toVisibility(visibility: string): RawSheet['visibility'] {
  return visibility === 'VeryHidden' ? 'veryHidden' : visibility === 'Hidden' ? 'hidden' : 'visible'
}

function toRanges(addresses: string): readonly CellRange[] {
  return addresses.split(',').flatMap((address) => parseAddress(address) ?? [])
}
