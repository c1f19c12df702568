// Writes the cells that are named and no others, in few exchanges, and reads them back in the same ones.
import type { Pause } from '#shared/kernel/steps.ts'
import type { CellEdit } from '#shared/workbook/port.ts'
import { findRuns, type CellRun } from './cellRuns.ts'
import { formatAddress } from './address.ts'
import { createBreath } from './breathe.ts'
import { checkEdits, isKept, toWritten } from './checkInput.ts'
import { OfficeRefusal } from './officeFailure.ts'
import { bytesOf, cutByBytes, rangeCost, requestBudget } from './payload.ts'
import { readGrids, type Grid } from './readGrid.ts'
import type { Exchange } from './exchange.ts'

/** Formats stay as they are unless an edit names another; a day in a cell of General format gets one of days. */
export async function writeCells(
  exchange: Exchange,
  sheet: Excel.Worksheet,
  edits: readonly CellEdit[],
): Promise<void> {
  const breathe = createBreath()
  checkEdits(edits)
  await writeFormats(exchange, sheet, edits)
  await breathe()
  const runs = findRuns(edits)
  await breathe()
  const formats = await readOwnFormats(exchange, sheet, runs)
  await breathe()
  const prepared = runs.map((run, at) => prepareRun(run, formats[at]))
  const cost = ({ values }: PreparedRun): number => rangeCost + bytesOf(values)
  const parts = cutByBytes(prepared.flatMap(cutTall), cost, requestBudget)
  exchange.expect({ work: 0, batches: parts.length })
  await breathe()
  for (const part of parts) await writeRuns(exchange, sheet, { runs: part, breathe })
}

interface PreparedRun {
  readonly run: CellRun
  /** null: left as it is. */
  readonly values: Grid
  /** Formats to set before the values, and those to give back after them; null: none. */
  readonly before: Grid | undefined
  readonly after: Grid | undefined
}

/** Likes and named formats, first: what is written must meet the format it will have. */
async function writeFormats(exchange: Exchange, sheet: Excel.Worksheet, edits: readonly CellEdit[]): Promise<void> {
  const formatted = edits.filter((edit) => edit.like !== undefined || edit.numberFormat !== undefined)
  const parts = cutByBytes(formatted, () => rangeCost * 2, requestBudget)
  exchange.expect({ work: 0, batches: parts.length })
  for (const part of parts) {
    exchange.hush()
    for (const { row, column, like, numberFormat } of part) {
      const cell = sheet.getCell(row - 1, column)
      if (like) cell.copyFrom(sheet.getCell(like.row - 1, like.column), 'Formats')
      if (numberFormat !== undefined) cell.numberFormat = [[numberFormat]]
    }
    await exchange.sync()
  }
}

/** Number formats of the runs that write anything but plain text; undefined for the others. */
async function readOwnFormats(
  exchange: Exchange,
  sheet: Excel.Worksheet,
  runs: readonly CellRun[],
): Promise<readonly (Grid | undefined)[]> {
  const asked = runs.filter(needsFormats)
  const blocks = asked.map(({ top, left, bottom, right }) => ({
    top,
    left,
    rows: bottom - top + 1,
    columns: right - left + 1,
  }))
  const grids = await readGrids(exchange, sheet, { blocks, member: 'numberFormat' })
  const found = new Map(asked.map((run, at) => [run, grids[at]]))
  return runs.map((run) => found.get(run))
}

function needsFormats(run: CellRun): boolean {
  return run.cells.some((row) =>
    row.some((edit) => edit !== undefined && edit.value !== null && edit.value.kind !== 'text'),
  )
}

function prepareRun(run: CellRun, formats: Grid | undefined): PreparedRun {
  const own = (row: number, column: number): string => String(formats?.[row]?.[column] ?? '')
  let [changes, restores] = [false, false]
  const before = run.cells.map((row, at) =>
    row.map((edit, column) => {
      const isText = own(at, column) === '@'
      const needsDay = edit?.value?.kind === 'date' && (own(at, column) === 'General' || isText)
      const needsNumber = isText && edit?.value !== undefined && edit.value !== null && edit.value.kind !== 'text'
      if (!needsDay && !needsNumber) return null
      changes = true
      return needsDay ? 'yyyy-mm-dd' : 'General'
    }),
  )
  const after = run.cells.map((row, at) =>
    row.map((edit, column) => {
      // Numbers in cells of text stay numbers, and the cell keeps its look.
      const isBack = before[at]?.[column] === 'General' && edit?.value?.kind !== 'formula'
      restores ||= isBack
      return isBack ? '@' : null
    }),
  )
  const values = run.cells.map((row, at) =>
    row.map((edit, column) => (edit === undefined ? null : toWritten(edit.value, own(at, column) === '@'))),
  )
  return { run, values, before: changes ? before : undefined, after: restores ? after : undefined }
}

/** A run that alone is too much for a request is cut by rows. */
function cutTall(prepared: PreparedRun): readonly PreparedRun[] {
  const { run, values, before, after } = prepared
  const rows = values.map((_, at) => at)
  const parts = cutByBytes(rows, (at) => bytesOf([values[at] ?? []]), requestBudget - rangeCost)
  if (parts.length === 1) return [prepared]
  return parts.map((part) => {
    const [first = 0] = part
    const end = first + part.length
    return {
      run: { ...run, top: run.top + first, bottom: run.top + end - 1, cells: run.cells.slice(first, end) },
      values: values.slice(first, end),
      before: before?.slice(first, end),
      after: after?.slice(first, end),
    }
  })
}

async function writeRuns(
  exchange: Exchange,
  sheet: Excel.Worksheet,
  { runs, breathe }: { readonly runs: readonly PreparedRun[]; readonly breathe: Pause },
): Promise<void> {
  exchange.hush()
  const read = runs.map(({ run, values, before, after }) => {
    const range = sheet.getRangeByIndexes(run.top, run.left, run.bottom - run.top + 1, run.right - run.left + 1)
    if (before) range.numberFormat = before.map((row) => [...row])
    range.values = values.map((row) => [...row])
    if (after) range.numberFormat = after.map((row) => [...row])
    range.load(hasFormula(run) ? 'values,formulas' : 'values')
    return range.untrack()
  })
  await exchange.sync(runs.reduce((sum, { run }) => sum + run.cells.flat().filter(Boolean).length, 0))
  // Office.js has just taken the answer apart.
  await breathe()
  runs.forEach(({ run }, at) =>
    checkRun(run, {
      values: read[at]?.values as Grid,
      formulas: hasFormula(run) ? (read[at]?.formulas as Grid) : undefined,
    }),
  )
}

function hasFormula(run: CellRun): boolean {
  return run.cells.some((row) => row.some((edit) => edit?.value?.kind === 'formula'))
}

function checkRun(run: CellRun, read: { readonly values: Grid; readonly formulas: Grid | undefined }): void {
  run.cells.forEach((row, at) => {
    row.forEach((edit, column) => {
      if (edit === undefined) return
      const cell = { value: read.values[at]?.[column], formula: read.formulas?.[at]?.[column] }
      if (isKept(edit.value, cell)) return
      const place = { top: edit.row, bottom: edit.row, left: edit.column, right: edit.column }
      throw new OfficeRefusal('unsupported', `${formatAddress(place)} does not keep what is written into it`)
    })
  })
}
