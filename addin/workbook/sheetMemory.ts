// A large sheet is read whole once. While Excel's hints say which rows changed since, only those are read again.
import type { CellRange, RawRow } from '#shared/workbook/raw.ts'
import type { WorkbookEdit } from '#shared/workbook/port.ts'
import { parseAddress } from './address.ts'
import { checkSeen, type SeenEdits } from './checkSeen.ts'
import type { Exchange } from './exchange.ts'
import { isSupported } from './hostFacts.ts'
import { readRows, readSheet, type ReadSheet } from './readSheet.ts'

/**
 * Hints may be lost, so what is remembered is never the last word: before cells are written over, the ids of their rows
 * and what they hold are looked at, and `forget` makes the next reading a whole one.
 */
export interface SheetMemory {
  /** The sheet as it is now; undefined when there is none of this name. */
  read(exchange: Exchange, name: string): Promise<ReadSheet | undefined>
  /** Throws `busy` when cells that are to be written over hold something else than was read. */
  check(exchange: Exchange, edits: SeenEdits): Promise<void>
  /** Own writes raise no hints. */
  noteEdits(edits: readonly WorkbookEdit[]): void
  forget(): void
}

/** So many places that changed are not looked at one by one any more. */
const mostDirty = 40

interface Remembered {
  readonly sheet: ReadSheet
  /** Rows to be read again. */
  dirty: CellRange[]
}

/** Sheets of fewer rows are read whole each time. */
const worthwhile = 2_000

export function createSheetMemory(): SheetMemory {
  const known = new Map<string, Remembered>()
  let isListening = false

  const doubt = (id: string, range: CellRange | undefined): void => {
    const remembered = known.get(id)
    if (!remembered) return
    if (range && remembered.dirty.length < mostDirty) remembered.dirty.push(range)
    else known.delete(id)
  }

  async function listen({ context, finish }: Exchange): Promise<void> {
    isListening = true
    const { worksheets } = context.workbook
    worksheets.onChanged.add(async ({ worksheetId, address, changeType }) => {
      doubt(worksheetId, changeType === 'RangeEdited' ? parseAddress(address) : undefined)
    })
    worksheets.onRowSorted.add(async ({ worksheetId }) => doubt(worksheetId, undefined))
    worksheets.onColumnSorted.add(async ({ worksheetId }) => doubt(worksheetId, undefined))
    worksheets.onFormatChanged.add(async ({ worksheetId, address }) => doubt(worksheetId, parseAddress(address)))
    worksheets.onDeleted.add(async ({ worksheetId }) => void known.delete(worksheetId))
    await finish()
  }

  return {
    async read(exchange, name) {
      if (!isListening && isSupported('1.10')) await listen(exchange)
      const remembered = [...known.values()].find(({ sheet }) => sheet.name.toLowerCase() === name.toLowerCase())
      const renewed = remembered && (await renew(exchange, remembered))
      const sheet = renewed ?? (await readSheet(exchange, name))
      if (!sheet) return undefined
      // Results of formulas change without a hint that names them.
      const isPlain = sheet.rows.every(({ formulas }) => formulas === undefined)
      if (isListening && isPlain && sheet.rows.length >= worthwhile) known.set(sheet.id, { sheet, dirty: [] })
      else known.delete(sheet.id)
      return sheet
    },
    async check(exchange, edits) {
      for (const { sheet } of known.values()) await checkSeen(exchange, sheet, edits)
    },
    noteEdits(edits) {
      for (const edit of edits) {
        if (edit.type === 'setState') continue
        const remembered = [...known.values()].find(
          ({ sheet }) => sheet.name.toLowerCase() === edit.sheet.toLowerCase(),
        )
        if (!remembered) continue
        const range = edit.type === 'setCells' ? boundsOf(edit.cells) : undefined
        doubt(remembered.sheet.id, range)
      }
    },
    forget: () => known.clear(),
  }
}

function boundsOf(cells: readonly { readonly row: number; readonly column: number }[]): CellRange | undefined {
  const [first] = cells
  if (!first) return undefined
  let [top, bottom, left, right] = [first.row, first.row, first.column, first.column]
  for (const { row, column } of cells) {
    top = Math.min(top, row)
    bottom = Math.max(bottom, row)
    left = Math.min(left, column)
    right = Math.max(right, column)
  }
  return { top, bottom, left, right }
}

/** Undefined when it is another sheet by now, or of another size. */
async function renew(exchange: Exchange, { sheet: known, dirty }: Remembered): Promise<ReadSheet | undefined> {
  const sheet = exchange.context.workbook.worksheets.getItemOrNullObject(known.id)
  sheet.load('name,visibility,position')
  const used = sheet.getUsedRangeOrNullObject(true)
  used.load('rowIndex,columnIndex,rowCount,columnCount')
  used.untrack()
  await exchange.sync()
  const range = known.trueRange
  if (sheet.isNullObject || used.isNullObject || !range || sheet.name !== known.name) return undefined
  const isSameSize =
    used.rowIndex === range.top - 1 &&
    used.columnIndex === range.left &&
    used.rowCount === range.bottom - range.top + 1 &&
    used.columnCount === range.right - range.left + 1
  if (!isSameSize) return undefined
  // Hints that came with this answer count as well: they are taken before the next exchange.
  const spans = joinRows(dirty.splice(0), range)
  const rows = new Map(known.rows.map((row) => [row.index, row]))
  for (const [top, bottom] of spans) {
    const block = { top: top - 1, left: range.left, rows: bottom - top + 1, columns: used.columnCount }
    for (let row = top; row <= bottom; row++) rows.delete(row)
    for (const row of await readRows(exchange, sheet, block)) rows.set(row.index, row)
  }
  return spans.length === 0 ? known : { ...known, rows: inOrder(rows) }
}

function inOrder(rows: ReadonlyMap<number, RawRow>): readonly RawRow[] {
  return [...rows.values()].toSorted((a, b) => a.index - b.index)
}

/** Rows that were changed, each once, within the part of the sheet that is in use. */
function joinRows(ranges: readonly CellRange[], used: CellRange): readonly (readonly [top: number, bottom: number])[] {
  const spans: [number, number][] = []
  for (const { top, bottom } of ranges.toSorted((a, b) => a.top - b.top)) {
    const [from, to] = [Math.max(top, used.top), Math.min(bottom, used.bottom)]
    if (from > to) continue
    const last = spans.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else spans.push([from, to])
  }
  return spans
}
