// Finds a bound table again, by its header texts and its id column, wherever rows, columns and sheets were moved to.
import { err, ok, type Result } from '../kernel/result.ts'
import {
  findingsHeader,
  idHeader,
  stateSheetName,
  type BoundRow,
  type BoundTable,
  type TableBinding,
  type WorkbookFailure,
} from './port.ts'
import type { RawRow, RawSheet, RawValue } from './raw.ts'

/** What stands in the id column of the first row under the table: signatures and notes begin there. */
export const endMark = '表尾'

/** Rows a header may be high. */
const headerHeight = 3

interface FoundHeader {
  readonly sheet: RawSheet
  /** 1-based, the lowest of the header's rows. */
  readonly row: number
  readonly columns: ReadonlyMap<string, number>
  readonly idColumn: number | undefined
  readonly findingsColumn: number | undefined
  readonly score: number
}

/**
 * `missing-table` where no sheet shows the id column's header or at least half of the bound headers.
 * The binding that comes back names the sheet and the row where the table stands now.
 */
export function findTable(sheets: readonly RawSheet[], binding: TableBinding): Result<BoundTable, WorkbookFailure> {
  const own = binding.sheetName.toLowerCase()
  const candidates = sheets
    .filter((sheet) => sheet.name.toLowerCase() !== stateSheetName)
    .map((sheet) => findHeader(sheet, binding))
    .filter((found) => found !== undefined)
    // Of a sheet and its copy the one that kept the name is the table.
    .toSorted((a, b) => b.score - a.score || Number(isNamed(b, own)) - Number(isNamed(a, own)))
  const best = candidates.find((found) => isNamed(found, own) && found.idColumn !== undefined) ?? candidates[0]
  if (!best) return err({ code: 'missing-table', detail: binding.sheetName })
  const { sheet, row, columns, idColumn, findingsColumn } = best
  const rows = rowsBelow(sheet, best)
  const found = { binding: { ...binding, sheetName: sheet.name, headerRow: row }, columns, idColumn, rows }
  return ok(findingsColumn === undefined ? found : { ...found, findingsColumn })
}

function isNamed(found: FoundHeader, lowerName: string): boolean {
  return found.sheet.name.toLowerCase() === lowerName
}

function findHeader(sheet: RawSheet, binding: TableBinding): FoundHeader | undefined {
  const wanted = new Map<string, string[]>()
  for (const [key, text] of Object.entries(binding.headers)) {
    const normal = normalizeCell(text)
    if (normal !== '') wanted.set(normal, [...(wanted.get(normal) ?? []), key])
  }
  let best: FoundHeader | undefined
  // Of equals the first one counts: below a header that shows everything none can be better.
  const most = [...wanted.values()].flat().length + 2
  for (const [at, row] of sheet.rows.entries()) {
    if (best?.score === most) break
    if (!row.cells.some((cell) => typeof cell === 'string' && isWanted(cell, wanted))) continue
    const found = matchHeader(sheet, at, wanted)
    if (found && (!best || found.score > best.score)) best = found
  }
  const half = Math.max(2, Math.ceil(Object.keys(binding.headers).length / 2))
  return best && (best.idColumn !== undefined || best.columns.size >= half) ? best : undefined
}

function isWanted(cell: string, wanted: ReadonlyMap<string, readonly string[]>): boolean {
  if (cell.length > 200) return false
  const text = normalizeCell(cell)
  return text === idHeader || wanted.has(text)
}

/** Columns whose lowest header text, from the row at `at` upwards, is a bound one. */
function matchHeader(
  sheet: RawSheet,
  at: number,
  wanted: ReadonlyMap<string, readonly string[]>,
): FoundHeader | undefined {
  const row = sheet.rows[at]
  if (!row) return undefined
  const above = sheet.rows
    .slice(Math.max(0, at - headerHeight + 1), at + 1)
    .filter((each) => each.index > row.index - headerHeight)
  const width = Math.max(...above.map((each) => each.cells.length))
  const columns = new Map<string, number>()
  let idColumn: number | undefined
  let findingsColumn: number | undefined
  for (let column = 0; column < width; column++) {
    const text = above.findLast((each) => (each.cells[column] ?? null) !== null)?.cells[column]
    if (typeof text !== 'string' || text.length > 200) continue
    const normal = normalizeCell(text)
    if (normal === idHeader) idColumn ??= column
    if (normal === findingsHeader) findingsColumn ??= column
    const key = wanted.get(normal)?.find((each) => !columns.has(each))
    if (key !== undefined) columns.set(key, column)
  }
  const score = columns.size + (idColumn === undefined ? 0 : 2)
  return score === 0 ? undefined : { sheet, row: row.index, columns, idColumn, findingsColumn, score }
}

function rowsBelow(sheet: RawSheet, { row, columns, idColumn }: FoundHeader): readonly BoundRow[] {
  const below = sheet.rows.filter((each) => each.index > row)
  const rows = below.map((raw) => ({ raw, id: idColumn === undefined ? '' : textOf(raw, idColumn) }))
  const marked = rows.findIndex(({ id }) => id === endMark)
  const lastId = rows.findLastIndex(({ id }) => id !== '' && id !== endMark)
  const end = marked > lastId ? marked : findFooter(sheet, rows, { after: lastId, columns })
  const isHeading = repeatsHeadings(sheet.rows.filter((each) => each.index <= row))
  return rows
    .slice(0, end < 0 ? rows.length : end)
    .filter(({ raw, id }) => id !== endMark && (id !== '' || !isHeading(raw)))
}

/** Title and header as printed lists repeat them on every page: the row says nothing but what stands at or above the header. */
function repeatsHeadings(above: readonly RawRow[]): (row: RawRow) => boolean {
  const lines = above.map(({ cells }) => cells.filter(isFilled).map(headingOf))
  const known = (found: readonly (readonly (string | undefined)[])[]): ReadonlySet<string | undefined> =>
    new Set(found.flat().filter((text) => text !== undefined))
  const texts = known(lines)
  const alone = known(lines.filter((line) => line.length === 1))
  return ({ cells }) => {
    const [first, ...more] = cells.filter(isFilled)
    if (first === undefined) return false
    return more.length === 0
      ? alone.has(headingOf(first))
      : texts.has(headingOf(first)) && more.every((cell) => texts.has(headingOf(cell)))
  }
}

const isFilled = (cell: RawValue): boolean => cell !== null && cell !== ''

/** Figures are no headings: of them nothing is said. */
function headingOf(cell: RawValue): string | undefined {
  return typeof cell === 'string' && cell.length <= 200 ? normalizeCell(cell) : undefined
}

/** Without a mark: the first row after the last known one that looks like signatures or a note. */
function findFooter(
  sheet: RawSheet,
  rows: readonly BoundRow[],
  { after, columns }: { readonly after: number; readonly columns: ReadonlyMap<string, number> },
): number {
  const first = Math.min(...columns.values())
  const looksLikeFooter = ({ raw }: BoundRow): boolean => {
    const filled = raw.cells.filter((cell) => cell !== null && cell !== '')
    const [only] = filled
    if (filled.length !== 1 || typeof only !== 'string') return false
    if (/^\s*(注|备注|说明|填表说明)\s*[:：1一]/.test(only)) return true
    const isWide = sheet.merges.some(
      (merge) =>
        merge.top <= raw.index && merge.bottom >= raw.index && merge.left <= first && merge.right - merge.left >= 1,
    )
    return isWide && /[^\d\s][:：]/.test(only)
  }
  for (let at = after + 1; at < rows.length; at++) {
    const row = rows[at]
    if (row && looksLikeFooter(row)) return at
  }
  return -1
}

function textOf(raw: RawRow, column: number): string {
  const cell = raw.cells[column] ?? null
  return cell === null || typeof cell === 'object' ? '' : String(cell).trim()
}

function normalizeCell(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
