// A SheetJS workbook as a RawWorkbook: true ranges, days from serials, nothing trusted that the file only claims.
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import type { Result } from '#shared/kernel/result.ts'
import { createFindingLog, type FindingLog } from '#shared/ooxml/findings.ts'
import { maxColumns, maxRows, ooxmlLimits } from '#shared/ooxml/limits.ts'
import { timeFormat, type TimeFormat } from '#shared/ooxml/numberFormat.ts'
import { findOverlap } from '#shared/ooxml/ranges.ts'
import { catchRefusal, refuse } from '#shared/ooxml/refusal.ts'
import { createRowBuilder, createValueCache, type ReadingBudget } from '#shared/ooxml/rowBuilder.ts'
import { similarNames } from '#shared/ooxml/similarNames.ts'
import { createStyleList } from '#shared/ooxml/stylesPart.ts'
import type {
  CellRange,
  Container,
  FileRefusal,
  RawSheet,
  RawStyle,
  RawValue,
  RawWorkbook,
} from '#shared/workbook/raw.ts'

const errorCodes: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

interface Context {
  readonly log: FindingLog
  readonly budget: ReadingBudget
  readonly cache: ReturnType<typeof createValueCache>
  readonly styleOf: (format: string) => { readonly index: number; readonly time: TimeFormat | undefined }
}

/** Refusals: `file.no-cells`, `file.cells.count`, `file.merge.count`, `file.sheets.count`, `file.cell.ref`. */
export function toRawWorkbook(
  workbook: WorkBook,
  file: { readonly container: Container; readonly hasMacros: boolean },
): Result<RawWorkbook, FileRefusal> {
  return catchRefusal(() => {
    if (workbook.SheetNames.length > ooxmlLimits.sheets) refuse('file.sheets.count', { limit: ooxmlLimits.sheets })
    const epoch = workbook.Workbook?.WBProps?.date1904 === true ? 1904 : 1900
    const log = createFindingLog()
    const styles: RawStyle[] = []
    const context: Context = {
      log,
      budget: { cells: 0, slots: 0 },
      cache: createValueCache(epoch),
      styleOf: styleLookup(styles),
    }
    const sheets = workbook.SheetNames.flatMap((name, index): readonly RawSheet[] => {
      const sheet = workbook.Sheets[name]
      if (!sheet) return []
      if (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') {
        log.add({ code: 'file.sheet-ignored', severity: 'hint', location: { sheet: name } })
        return []
      }
      const hidden = workbook.Workbook?.Sheets?.[index]?.Hidden
      const visibility = hidden === 1 ? 'hidden' : hidden === 2 ? 'veryHidden' : 'visible'
      return [{ index, name, visibility, ...toSheet(sheet, name, context) }]
    })
    for (const [other, name] of similarNames(workbook.SheetNames))
      log.add({ code: 'sheet.name-similar', severity: 'warning', location: { sheet: name }, params: { other } })
    if (file.hasMacros || workbook.vbaraw !== undefined) log.add({ code: 'file.macro-ignored', severity: 'hint' })
    if (sheets.every((sheet) => sheet.rows.length === 0))
      refuse('file.no-cells', { sheets: workbook.SheetNames.length })
    const definedNames = (workbook.Workbook?.Names ?? [])
      .slice(0, ooxmlLimits.definedNames)
      .map(({ Name, Ref }) => ({ name: Name, refersTo: Ref }))
    return { container: file.container, sheets, styles, definedNames, epoch, findings: log.all() }
  })
}

function styleLookup(styles: RawStyle[]): Context['styleOf'] {
  const list = createStyleList()
  const known = new Map<string, { readonly index: number; readonly time: TimeFormat | undefined }>()
  styles.push(...list.done().styles)
  return (format) => {
    let style = known.get(format)
    if (!style) {
      const raw: RawStyle = { numberFormat: format, bold: false, strike: false, indent: 0 }
      const index = list.add(raw)
      if (index === styles.length) styles.push(raw)
      style = { index, time: timeFormat(format) }
      known.set(format, style)
    }
    return style
  }
}

function toSheet(sheet: WorkSheet, name: string, context: Context): Omit<RawSheet, 'index' | 'name' | 'visibility'> {
  const builder = createRowBuilder({ sheet: name, limits: ooxmlLimits, budget: context.budget, log: context.log })
  const data = (sheet['!data'] ?? []) as (readonly (CellObject | undefined)[] | undefined)[]
  const rowInfo = sheet['!rows'] ?? []
  // forEach passes over the holes: a used range that lies costs nothing.
  data.forEach((row, r) => {
    if (!row) return
    if (r >= maxRows) refuse('file.cell.ref', { ref: String(r + 1) })
    builder.startRow(r + 1, rowInfo[r]?.hidden === true)
    row.forEach((cell, c) => {
      if (!cell || c >= maxColumns) return
      const style = context.styleOf(typeof cell.z === 'string' ? cell.z : 'General')
      if (style.index !== 0) builder.setStyle(c, style.index)
      const formula = typeof cell.f === 'string' ? cell.f : undefined
      const value = toValue(cell, style.time, { context, name, place: { row: r + 1, column: c } })
      if (value !== null || formula !== undefined) builder.setCell(c, value, formula)
    })
    builder.endRow()
    // Given back row by row: both forms at once would not fit the worker's heap.
    data[r] = undefined
  })
  const merges = (sheet['!merges'] ?? []).map((merge): CellRange => ({
    top: merge.s.r + 1,
    left: merge.s.c,
    bottom: merge.e.r + 1,
    right: merge.e.c,
  }))
  if (merges.length > ooxmlLimits.merges) refuse('file.merge.count', { sheet: name, limit: ooxmlLimits.merges })
  const overlap = findOverlap(merges)
  if (overlap)
    context.log.add({ code: 'merge.overlap', severity: 'warning', location: { sheet: name, row: overlap.top } })
  const hiddenColumns = new Set<number>()
  sheet['!cols']?.forEach((column, i) => {
    if (column?.hidden === true) hiddenColumns.add(i)
  })
  return { ...builder.finish(), merges, hiddenColumns, tables: [] }
}

function toValue(
  cell: CellObject,
  time: TimeFormat | undefined,
  at: {
    readonly context: Context
    readonly name: string
    readonly place: { readonly row: number; readonly column: number }
  },
): RawValue {
  const { v: value } = cell
  if (value === undefined || value === null || cell.t === 'z') return null
  if (cell.t === 'e') return at.context.cache.errorOf(errorCodes[Number(value)] ?? '#ERROR!')
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null
    return time === undefined ? (value === 0 ? 0 : value) : at.context.cache.dateOf(value, time)
  }
  if (typeof value !== 'string' || value === '') return null
  const limit = ooxmlLimits.cellText
  if (value.length <= limit) return value
  const location = { sheet: at.name, row: at.place.row }
  at.context.log.add({ code: 'cell.text-cut', severity: 'error', location, params: { length: value.length, limit } })
  return value.slice(0, limit)
}
