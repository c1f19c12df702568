// A workbook as the bytes of an .xlsx: read by the core, changed by patching, so that all that is not ours stays.
import { err, ok, type Result } from '../kernel/result.ts'
import { inOneBatch, weighEdits } from '../workbook/batches.ts'
import { findTable } from '../workbook/findTable.ts'
import { trimRows } from '../workbook/trimRows.ts'
import {
  stateSheetName,
  type BoundTable,
  type WorkbookEdit,
  type WorkbookFailure,
  type WorkbookPort,
} from '../workbook/port.ts'
import type { FileRefusal, RawValue, RawWorkbook } from '../workbook/raw.ts'
import { patchPackage, type PatchFailure, type PatchPorts } from './patchPackage.ts'
import { readOoxml } from './readWorkbook.ts'

export interface FileWorkbook extends WorkbookPort {
  /** The package as it is now; the very bytes it was opened with while nothing was applied. */
  toBytes(): Uint8Array
  /** What the reader sees now, all sheets. */
  read(): Result<RawWorkbook, FileRefusal>
}

/** The file is read when it is first asked for, and again after a change. */
export function openFileWorkbook(bytes: Uint8Array, ports: PatchPorts): FileWorkbook {
  let current = bytes
  let known: Result<RawWorkbook, FileRefusal> | undefined
  /** State written since `known` was read: the sheets are as they were. */
  let written: readonly (readonly string[])[] | undefined
  const read = (): Result<RawWorkbook, FileRefusal> => (known ??= readOoxml(current, ports))
  const apply = (edits: readonly WorkbookEdit[]): Result<void, PatchFailure> => {
    if (edits.length === 0) return ok(undefined)
    const patched = patchPackage(current, edits, ports)
    if (patched.ok) current = patched.value
    else if (patched.error.applied > 0) {
      // What came before the refused edit took effect, as in every other workbook.
      const before = patchPackage(current, edits.slice(0, patched.error.applied), ports)
      if (!before.ok) return before
      current = before.value
    }
    const onlyState = patched.ok ? edits.map((edit) => (edit.type === 'setState' ? edit.rows : undefined)) : [undefined]
    if (onlyState.includes(undefined)) known = written = undefined
    else written = onlyState.at(-1)
    return patched.ok ? ok(undefined) : patched
  }
  const readState = (): Result<readonly (readonly string[])[] | null, WorkbookFailure> => {
    if (known?.ok && written) return ok(trimRows(written))
    const workbook = read()
    return workbook.ok ? ok(stateRows(workbook.value)) : err(toFailure(workbook.error))
  }
  return {
    toBytes: () => current,
    read,
    readState: (options) => Promise.resolve(inOneBatch(readState, { options, work: 1 })),
    readTable(binding, options) {
      const find = (): Result<BoundTable, WorkbookFailure> => {
        const workbook = read()
        return workbook.ok ? findTable(workbook.value.sheets, binding) : err(toFailure(workbook.error))
      }
      return Promise.resolve(inOneBatch(find, { options, work: 1 }))
    },
    // The package is patched in one go: cancelled before anything, or not at all.
    apply(edits, options) {
      const done = inOneBatch(() => apply(edits), { options, work: weighEdits(edits) })
      return Promise.resolve(done.ok ? done : err({ applied: 0, ...done.error }))
    },
  }
}

/** Rows of the state sheet as texts, blank ones as '' and cut at the ends; null when there is none. */
export function stateRows(workbook: RawWorkbook): readonly (readonly string[])[] | null {
  const sheet = workbook.sheets.find(({ name }) => name.toLowerCase() === stateSheetName)
  if (!sheet) return null
  const rows: (readonly string[])[] = []
  for (const { index, cells } of sheet.rows) {
    while (rows.length < index - 1) rows.push([])
    rows.push(cells.map(toText))
  }
  return trimRows(rows)
}

function toText(cell: RawValue): string {
  return cell === null || typeof cell === 'object' ? '' : String(cell)
}

function toFailure(refusal: FileRefusal): WorkbookFailure {
  return { code: refusal.code === 'file.type' ? 'unsupported' : 'damaged', detail: refusal.code }
}
