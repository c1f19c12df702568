// The workbook that is open in Excel, through Office.js: what liveWorkbook.ts promises, put together.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { findTable } from '#shared/workbook/findTable.ts'
import {
  stateSheetName,
  type BoundTable,
  type CallOptions,
  type TableBinding,
  type WorkbookEdit,
  type WorkbookFailure,
} from '#shared/workbook/port.ts'
import type { RawSheet } from '#shared/workbook/raw.ts'
import { applyEdits, type ApplyMemory } from './applyEdits.ts'
import { createBreath } from './breathe.ts'
import { buildSheet } from './buildSheet.ts'
import { createTurns, withExcel, type Exchange } from './exchange.ts'
import { followRows, staySeen, toSeenRows, type SeenRows } from './followRows.ts'
import { readHostFacts } from './hostFacts.ts'
import type { LiveWorkbook, WorkbookEvent } from './liveWorkbook.ts'
import { readBook } from './readBook.ts'
import { readSheet } from './readSheet.ts'
import { createSheetMemory, type SheetMemory } from './sheetMemory.ts'
import { goTo, readSelectedCell } from './selectCell.ts'
import { hideMarks, showMarks } from './showMarks.ts'
import { readState } from './stateSheet.ts'
import { watchWorkbook } from './watchWorkbook.ts'

/**
 * Needs ExcelApi 1.9, and 1.13 for merged areas and tables that grow; `hostFacts` says what is there. Days are those of
 * the 1900 system. One exchange runs at a time: calls that come while another is under way wait for it.
 */
export function createOfficeWorkbook(): LiveWorkbook {
  const inTurn = createTurns()
  const memory: ApplyMemory = { state: undefined, applied: 0 }
  const sheets = createSheetMemory()
  const breathe = createBreath()
  let seen: SeenRows | undefined

  const apply = async (
    edits: readonly WorkbookEdit[],
    options: CallOptions | undefined,
  ): Promise<Result<void, WorkbookFailure & { readonly applied: number }>> => {
    memory.applied = 0
    const done = await withExcel(async (exchange) => {
      const followed = seen ? await followRows(exchange, seen, edits) : edits
      if (seen && !staySeen(seen, edits)) seen = undefined
      await sheets.check(exchange, { planned: edits, placed: followed })
      await applyEdits(exchange, followed, memory)
    }, options)
    sheets.noteEdits(edits)
    // What a refusal left half done is looked at anew.
    if (!done.ok) sheets.forget()
    return done.ok ? done : err({ ...done.error, applied: memory.applied })
  }

  return {
    readState: (options) =>
      inTurn(async () => {
        const read = await withExcel(readState, options)
        memory.state = read.ok ? read.value : undefined
        return read
      }),
    readTable: (binding, options) =>
      inTurn(async () => {
        const table = await readTable(sheets, binding, options)
        await breathe()
        seen = table.ok ? toSeenRows(table.value) : undefined
        return table
      }),
    apply: (edits, options) => inTurn(() => apply(edits, options)),
    hostFacts: readHostFacts,
    readSheets: (names, options) => inTurn(() => withExcel((exchange) => readBook(exchange, names), options)),
    watch: (listener) => watch(inTurn, listener),
    goTo: (place) => inTurn(() => withExcel((exchange) => goTo(exchange, place))),
    selectedCell: () => inTurn(() => withExcel(readSelectedCell)),
    addSheetFromBlueprint: (blueprint, options) =>
      inTurn(async () => {
        let added: string | undefined
        const built = await withExcel((exchange) => buildSheet(exchange, blueprint, (name) => (added = name)), options)
        if (built.ok) return ok({ ...blueprint.binding, sheetName: built.value })
        if (added !== undefined) await removeSheet(added)
        return built
      }),
    showMarks: (sheet, marks) => inTurn(() => withExcel((exchange) => showMarks(exchange, sheet, marks))),
    hideMarks: (sheet) => inTurn(() => withExcel((exchange) => hideMarks(exchange, sheet))),
  }
}

/** The sheet that kept the name is asked first; only where the table is not there are the others read. */
async function readTable(
  sheets: SheetMemory,
  binding: TableBinding,
  options: CallOptions | undefined,
): Promise<Result<BoundTable, WorkbookFailure>> {
  const read = await withExcel(async (exchange) => {
    const breathe = createBreath()
    const own = await sheets.read(exchange, binding.sheetName)
    await breathe()
    const found = own && findTable([own], binding)
    if (found?.ok && found.value.idColumn !== undefined) return found
    return findTable(await readOthers(exchange, own), binding)
  }, options)
  return read.ok ? read.value : read
}

async function readOthers(exchange: Exchange, own: RawSheet | undefined): Promise<readonly RawSheet[]> {
  const { worksheets } = exchange.context.workbook
  worksheets.load('items/name')
  await exchange.sync()
  const sheets: RawSheet[] = []
  for (const { name } of worksheets.items) {
    if (name.toLowerCase() === stateSheetName) continue
    const sheet = name === own?.name ? own : await readSheet(exchange, name)
    if (sheet) sheets.push(sheet)
  }
  return sheets
}

async function watch(
  inTurn: ReturnType<typeof createTurns>,
  listener: (event: WorkbookEvent) => void,
): Promise<Result<() => Promise<void>, WorkbookFailure>> {
  const readNames = async (): Promise<ReadonlyMap<string, string> | undefined> => {
    const read = await inTurn(() => withExcel(readSheetNames))
    return read.ok ? read.value : undefined
  }
  const watching = await inTurn(() => withExcel(({ context }) => watchWorkbook(context, { readNames, tell: listener })))
  if (!watching.ok) return watching
  return ok(() => inTurn(() => watching.value.stop()))
}

async function readSheetNames({ context, sync }: Exchange): Promise<ReadonlyMap<string, string>> {
  const { worksheets } = context.workbook
  worksheets.load('items/id,items/name')
  await sync()
  return new Map(worksheets.items.map(({ id, name }) => [id, name]))
}

async function removeSheet(name: string): Promise<void> {
  await withExcel(async ({ context, sync, hush }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name)
    await sync()
    if (sheet.isNullObject) return
    hush()
    sheet.delete()
    await sync()
  })
}
