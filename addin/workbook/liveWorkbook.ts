// What the pane may do with the workbook that is open in Excel, beyond the door that all workbooks share (WorkbookPort).
import type { Result } from '#shared/kernel/result.ts'
import type { MarkFormat, WorkbookBlueprint } from '#shared/template/blueprint.ts'
import type { CallOptions, TableBinding, WorkbookFailure, WorkbookPort } from '#shared/workbook/port.ts'
import type { CellRange, RawWorkbook } from '#shared/workbook/raw.ts'

/** `officeWorkbook.ts` makes it. Every call waits for its turn; `withCall` gives one signal and listener to many. */
export interface LiveWorkbook extends WorkbookPort {
  /** Asks nothing of Excel. */
  hostFacts(): HostFacts
  /**
   * Sheets as a reader of files gives them, for recognising a table (planImport, bindLegacy); the state sheet left out.
   * Names of sheets that are not there are passed over.
   */
  readSheets(names: 'all' | readonly string[], options?: CallOptions): Promise<Result<RawWorkbook, WorkbookFailure>>
  /** Hints, not truth: they may come late, twice, or not at all. Own writes are not told. Returns how to stop. */
  watch(listener: (event: WorkbookEvent) => void): Promise<Result<() => Promise<void>, WorkbookFailure>>
  /** Shows the cell and selects it; a hidden sheet or row is refused with `missing-sheet` or shown as it is. */
  goTo(place: CellPlace): Promise<Result<void, WorkbookFailure>>
  /** Of several selected cells the active one. */
  selectedCell(): Promise<Result<CellPlace, WorkbookFailure>>
  /**
   * A new sheet, made from a definition's template, after all others and shown. Its binding names the sheet as it is
   * called now (`… (2)` where the name was taken); the state is for the caller to write. On failure the sheet is taken
   * away again.
   */
  addSheetFromBlueprint(
    blueprint: WorkbookBlueprint,
    options?: CallOptions,
  ): Promise<Result<TableBinding, WorkbookFailure>>
  /** Colours in the column 校验, by the first character of its sentences; those of an earlier call are replaced. */
  showMarks(sheet: string, marks: readonly MarkFormat[]): Promise<Result<void, WorkbookFailure>>
  /** Takes away our own conditional formats of the sheet and no others. */
  hideMarks(sheet: string): Promise<Result<void, WorkbookFailure>>
}

export interface CellPlace {
  readonly sheet: string
  /** 1-based. */
  readonly row: number
  /** 0-based. */
  readonly column: number
}

export type WorkbookEvent =
  /** Cells were typed into, pasted, filled, cleared. `range` undefined: Excel did not say which. */
  | { readonly type: 'changed'; readonly sheet: string; readonly range: CellRange | undefined }
  /** Rows, columns or cells were inserted, deleted or sorted: places known from before may be wrong. */
  | { readonly type: 'moved'; readonly sheet: string }
  /** Formulas came to new values. */
  | { readonly type: 'calculated'; readonly sheet: string }
  | { readonly type: 'selected'; readonly place: CellPlace }
  | { readonly type: 'activated'; readonly sheet: string }
  /** A sheet was added, deleted, copied: read the list again. */
  | { readonly type: 'sheets' }

export interface HostFacts {
  /** `PC`, `Mac`, `OfficeOnline`, … as Office says it. */
  readonly platform: string
  /** Of Excel, as `16.0.14332.20000`. */
  readonly version: string
  /** `zh-CN` and the like, of Excel's own words. */
  readonly language: string
  /** The highest ExcelApi set that is there, as `1.14`; `1.0` where none is. */
  readonly excelApi: string
  /** Whether all of 同表 works here: ExcelApi 1.14, Office LTSC 2021 and later. */
  readonly isEnough: boolean
}
