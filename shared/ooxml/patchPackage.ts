// Does edits to an .xlsx package: only the touched parts change, every other entry is copied byte for byte.
import { ok, type Result } from '../kernel/result.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { CellEdit, WorkbookEdit, WorkbookFailure } from '../workbook/port.ts'
import { openPackage, type OoxmlPackage } from './openPackage.ts'
import type { OoxmlPorts } from './ports.ts'
import { addColumn } from './patch/addColumn.ts'
import { need, openDraft, type Draft } from './patch/draft.ts'
import { catchFailure } from './patch/failure.ts'
import { growTables, renameTableColumn } from './patch/growTables.ts'
import { moveRows } from './patch/moveRows.ts'
import { askForCalculation, dropCalculationChain } from './patch/recalculate.ts'
import { isInside } from './patch/rangeText.ts'
import { setCells } from './patch/setCells.ts'
import { setState } from './patch/setState.ts'
import { readSheetPart } from './patch/sheetPart.ts'
import { openStyleBook } from './patch/styleBook.ts'
import { tablesOf } from './patch/tables.ts'
import { findSheet, readWorkbookPart } from './patch/workbookPart.ts'
import { textReader } from './patch/xmlText.ts'
import type { ZipPorts } from './writeZip.ts'

export type PatchPorts = OoxmlPorts & ZipPorts

export type PatchFailure = WorkbookFailure & { readonly applied: number }

/** In order; on a failure nothing is written, `applied` says which edit refused. Never a half-patched package. */
export function patchPackage(
  bytes: Uint8Array,
  edits: readonly WorkbookEdit[],
  ports: PatchPorts,
): Result<Uint8Array, PatchFailure> {
  const opened = openPackage(bytes, ports)
  if (!opened.ok) return { ok: false, error: { code: 'damaged', detail: opened.error.code, applied: 0 } }
  return patchOpened(opened.value, edits, ports)
}

/** The same for a package that is open already. */
export function patchOpened(
  source: OoxmlPackage,
  edits: readonly WorkbookEdit[],
  ports: PatchPorts,
): Result<Uint8Array, PatchFailure> {
  const draft = openDraft(source, textReader(ports.decodeUtf8))
  let applied = 0
  for (const edit of edits) {
    const done = catchFailure(() => applyEdit(draft, edit))
    if (!done.ok) return { ok: false, error: { ...done.error, applied } }
    applied++
  }
  return ok(draft.toBytes(ports))
}

function applyEdit(draft: Draft, edit: WorkbookEdit): void {
  switch (edit.type) {
    case 'setCells':
      return applyCells(draft, edit)
    case 'insertRows': {
      const { sheet, before, count, like } = edit
      return count < 1 ? undefined : moveRows(draft, sheet, { type: 'insert', before, count, like })
    }
    case 'deleteRows': {
      const rows = [...new Set(edit.rows)].toSorted((a, b) => a - b)
      return rows.length === 0 ? undefined : moveRows(draft, edit.sheet, { type: 'delete', rows })
    }
    case 'addColumn': {
      const sheet = findSheet(readWorkbookPart(draft), edit.sheet)
      draft.write(sheet.path, addColumn(readSheetPart(need(draft, sheet.path)), edit).bytes)
      return growTables(draft, sheet, edit.at)
    }
    case 'setState':
      return setState(draft, edit.rows)
    default:
      return unreachable(edit)
  }
}

function applyCells(draft: Draft, edit: WorkbookEdit & { readonly type: 'setCells' }): void {
  if (edit.cells.length === 0) return
  const workbook = readWorkbookPart(draft)
  const { path } = findSheet(workbook, edit.sheet)
  const sheet = readSheetPart(need(draft, path))
  const written = setCells(sheet, edit.cells, {
    readText: draft.readText,
    styles: openStyleBook(draft, workbook),
    epoch: workbook.epoch,
    mayWrite: tableHeaders(draft, path),
  })
  draft.write(path, written.bytes)
  if (written.hasChangedFormulas) dropCalculationChain(draft)
  if (written.hasChangedFormulas || written.hasChangedValues) askForCalculation(draft)
}

/** Header cells of table objects: their texts are column names, which only our own columns may change. */
function tableHeaders(draft: Draft, sheetPath: string): (cell: CellEdit) => boolean {
  const tables = tablesOf(draft, sheetPath)
  return ({ row, column, value }) => {
    const table = tables.find(({ headerRange }) => headerRange && isInside(headerRange, row, column))
    if (!table) return true
    const text = value?.kind === 'text' ? value.text : ''
    return renameTableColumn(draft, table.path, { column, text })
  }
}
