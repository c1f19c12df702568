// A workbook file on the desk of a plain browser, as the pane sees a workbook: all but what only Excel can show.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import { stateSheetName, type WorkbookFailure } from '#shared/workbook/port.ts'
import type { CellPlace, HostFacts, LiveWorkbook } from './liveWorkbook.ts'
import { pageZipPorts } from './pageZip.ts'

export interface FileLive extends LiveWorkbook {
  /** The file as it is now. */
  toBytes(): Uint8Array
  /** Names of the sheets people see; the first is in front until another is chosen. */
  sheetNames(): readonly string[]
  bringToFront(sheet: string): void
}

const noHost: HostFacts = { platform: '', version: '', language: '', excelApi: '1.0', isEnough: true }
const onlyExcel: WorkbookFailure = { code: 'unsupported', detail: 'file' }

/** err: no package that can be read and patched. */
export function openFileLive(bytes: Uint8Array): Result<FileLive, WorkbookFailure> {
  const file = openFileWorkbook(bytes, pageZipPorts)
  const first = file.read()
  if (!first.ok) return err({ code: 'damaged', detail: first.error.code })
  const visible = (): readonly string[] => {
    const read = file.read()
    return read.ok ? read.value.sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name) : []
  }
  let place: CellPlace = { sheet: visible()[0] ?? '', row: 1, column: 0 }
  return ok({
    ...file,
    hostFacts: () => noHost,
    readSheets: (names) => {
      const read = file.read()
      if (!read.ok) return Promise.resolve(err<WorkbookFailure>({ code: 'damaged', detail: read.error.code }))
      const sheets = read.value.sheets.filter(
        ({ name }) => name.toLowerCase() !== stateSheetName && (names === 'all' || names.includes(name)),
      )
      return Promise.resolve(ok({ ...read.value, sheets }))
    },
    // Nobody else changes a file.
    watch: () => Promise.resolve(ok(() => Promise.resolve())),
    goTo: (wanted) => {
      place = wanted
      return Promise.resolve(ok(undefined))
    },
    selectedCell: () => Promise.resolve(ok(place)),
    addSheetFromBlueprint: () => Promise.resolve(err(onlyExcel)),
    showMarks: () => Promise.resolve(ok(undefined)),
    hideMarks: () => Promise.resolve(ok(undefined)),
    sheetNames: visible,
    bringToFront: (sheet) => {
      place = { sheet, row: 1, column: 0 }
    },
  })
}
