// In the page: the Office.js workbook of the add-in, for tests that call it from outside.
import { createOfficeWorkbook } from '#addin/workbook/officeWorkbook.ts'
import type { WorkbookEvent } from '#addin/workbook/liveWorkbook.ts'
import type { CallOptions } from '#shared/workbook/port.ts'
import type { CrossedCall, PagePort } from './pagePort.ts'

const port = createOfficeWorkbook()
const aborts = new Map<number, AbortController>()
let events: WorkbookEvent[] = []
let stop: (() => Promise<void>) | undefined

function open({ call, isAborted }: CrossedCall): CallOptions {
  const abort = new AbortController()
  aborts.set(call, abort)
  if (isAborted) abort.abort()
  return { signal: abort.signal, onProgress: (progress) => void window.tellProgress(call, progress) }
}

const page: PagePort = {
  hostFacts: () => port.hostFacts(),
  goTo: (place) => port.goTo(place),
  selectedCell: () => port.selectedCell(),
  showMarks: (sheet, marks) => port.showMarks(sheet, marks),
  hideMarks: (sheet) => port.hideMarks(sheet),
  readState: (call) => port.readState(open(call)),
  async readTable(binding, call) {
    const table = await port.readTable(binding, open(call))
    return table.ok ? { ok: true, value: { ...table.value, columns: [...table.value.columns] } } : table
  },
  apply: (edits, call) => port.apply(edits, open(call)),
  async readSheets(names, call) {
    const book = await port.readSheets(names, open(call))
    if (!book.ok) return book
    const sheets = book.value.sheets.map((sheet) => ({
      ...sheet,
      hiddenRows: [...sheet.hiddenRows],
      hiddenColumns: [...sheet.hiddenColumns],
    }))
    return { ok: true, value: { ...book.value, sheets } }
  },
  async watch() {
    const watching = await port.watch((event) => void events.push(event))
    if (!watching.ok) return watching
    stop = watching.value
    return { ok: true, value: true }
  },
  async unwatch() {
    await stop?.()
  },
  takeEvents() {
    const taken = events
    events = []
    return taken
  },
  countEvents: () => events.length,
  addSheetFromBlueprint: (blueprint, call) => port.addSheetFromBlueprint(blueprint, open(call)),
  abort: (call) => aborts.get(call)?.abort(),
}

Object.assign(window, { port: page })
