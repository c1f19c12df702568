// The very-hidden sheet that carries the base: read whole, written where it changed.
import { withPauses } from '#shared/kernel/steps.ts'
import { trimRows } from '#shared/workbook/trimRows.ts'
import { stateSheetName } from '#shared/workbook/port.ts'
import { createBreath } from './breathe.ts'
import { keepText } from './keepText.ts'
import { OfficeRefusal } from './officeFailure.ts'
import { bytesOf, cutByBytes, rangeCost, requestBudget } from './payload.ts'
import { readGrid, type Grid } from './readGrid.ts'
import { diffInSteps, isSameRow, type StateDiff, type StateRows } from './stateDiff.ts'
import { setNumberFormat } from './dressRange.ts'
import type { Exchange } from './exchange.ts'

/** Texts are cut so that a row fits one cell (encodeState); some of it is Chinese. */
const stateRowBytes = 40_000

/** null when the workbook has no such sheet. */
export async function readState(exchange: Exchange): Promise<StateRows | null> {
  const sheet = exchange.context.workbook.worksheets.getItemOrNullObject(stateSheetName)
  const used = sheet.getUsedRangeOrNullObject(true)
  used.load('rowIndex,columnIndex,rowCount,columnCount')
  used.untrack()
  await exchange.sync()
  if (sheet.isNullObject) return null
  if (used.isNullObject) return []
  const block = { top: 0, left: 0, rows: used.rowIndex + used.rowCount, columns: used.columnIndex + used.columnCount }
  return toRows(await readGrid(exchange, sheet, { block, member: 'values', rowBytes: stateRowBytes }))
}

function toRows(grid: Grid): StateRows {
  return trimRows(grid.map((row) => row.map((cell) => String(cell ?? ''))))
}

/**
 * The first row is written last: it holds the checksum, so that a write that broke off is known as one.
 * @param known what was read or written last; used only while the sheet still begins with its first row
 */
export async function writeState(
  exchange: Exchange,
  rows: StateRows,
  known: StateRows | null | undefined,
): Promise<StateRows> {
  const breathe = createBreath()
  const wanted = trimRows(rows)
  const { sheet, height, width, first } = await openStateSheet(exchange)
  const isKnown = known !== undefined && known !== null && known.length === height && isSameRow(known[0] ?? [], first)
  const before = isKnown ? known : undefined
  const widest = Math.max(1, width, ...wanted.map((row) => row.length))
  const { shifts, changed } = before
    ? await withPauses(diffInSteps(before, wanted), breathe)
    : everyRow(Math.max(wanted.length, height))
  await breathe()
  if (shifts.length > 0) exchange.hush()
  for (const { at, count } of shifts) {
    const rows = sheet.getRange(`${at + 1}:${at + Math.abs(count)}`)
    if (count > 0) rows.insert('Down')
    else rows.delete('Up')
  }
  // The first row last.
  const order = changed.toSorted((a, b) => Number(a === 0) - Number(b === 0) || a - b)
  const toCells = (at: number): readonly string[] =>
    Array.from({ length: widest }, (_, column) => keepText(wanted[at]?.[column] ?? '', true))
  const cost = (at: number): number => rangeCost + bytesOf([toCells(at)])
  const parts = cutByBytes(order, cost, requestBudget)
  await breathe()
  exchange.expect({ work: 0, batches: parts.length })
  for (const [at, part] of parts.entries()) {
    exchange.hush()
    const runs = toRuns(part)
    const ranges = runs.map((run) => {
      const range = sheet.getRangeByIndexes(run[0] ?? 0, 0, run.length, widest)
      range.values = run.map((at) => [...toCells(at)])
      range.load('values')
      return range.untrack()
    })
    await exchange.sync(at === 0 ? rows.length : 0)
    const isKept = runs.every((run, at) => {
      const read = (ranges[at]?.values ?? []) as Grid
      return run.every((row, n) => isSameRow((read[n] ?? []).map(String), wanted[row] ?? []))
    })
    if (!isKept) throw new OfficeRefusal('damaged', `${stateSheetName} does not keep what is written into it`)
  }
  return wanted
}

function everyRow(count: number): StateDiff {
  return { shifts: [], changed: Array.from({ length: count }, (_, at) => at) }
}

interface StateSheet {
  readonly sheet: Excel.Worksheet
  /** Rows and columns from A1 that are in use. */
  readonly height: number
  readonly width: number
  readonly first: readonly string[]
}

/** Made very hidden and of text cells when it is not there; not activated, so that the selection stays. */
async function openStateSheet(exchange: Exchange): Promise<StateSheet> {
  const { worksheets } = exchange.context.workbook
  const found = worksheets.getItemOrNullObject(stateSheetName)
  const used = found.getUsedRangeOrNullObject(true)
  used.load('rowIndex,columnIndex,rowCount,columnCount')
  const row = used.getRow(0)
  row.load('values')
  row.untrack()
  used.untrack()
  await exchange.sync()
  if (found.isNullObject) {
    exchange.hush()
    const sheet = worksheets.add(stateSheetName)
    setNumberFormat(sheet.getRange(), '@')
    sheet.visibility = 'VeryHidden'
    return { sheet, height: 0, width: 0, first: [] }
  }
  if (used.isNullObject) return { sheet: found, height: 0, width: 0, first: [] }
  const [first = []] = row.values as Grid
  const startsAtTop = used.rowIndex === 0 && used.columnIndex === 0
  return {
    sheet: found,
    height: used.rowIndex + used.rowCount,
    width: used.columnIndex + used.columnCount,
    first: startsAtTop ? first.map(String) : [],
  }
}

/** Consecutive numbers together. */
function toRuns(rows: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last?.at(-1) === row - 1) last.push(row)
    else runs.push([row])
  }
  return runs
}
