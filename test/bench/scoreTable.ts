// One file's recognition against its ground truth: header, data, total and footer rows, records, columns, cells, sums.
import { readFileSync } from 'node:fs'
import { inspectWorkbook, type InspectReport, type InspectTable } from '#shared/import/inspect.ts'
import { columnIndex } from '#shared/workbook/raw.ts'
import { readFile } from '#server/workbook/readFile.ts'
import { rowsIn, type GroundTruth } from './groundTruth.ts'

export const aspects = ['header', 'data', 'total', 'footer', 'records', 'columns', 'cells', 'sums'] as const
export type Aspect = (typeof aspects)[number]

export interface Score {
  readonly id: string
  readonly file: string
  /** undefined: the ground truth says nothing of it. */
  readonly aspects: Readonly<Record<Aspect, boolean | undefined>>
  readonly exact: boolean
  readonly failures: readonly string[]
  /** Codes of what recognition itself found doubtful in the sheet. */
  readonly findings: readonly string[]
}

const unwrap = (text: string): string =>
  text
    .replace(/^="(.*)"$/s, '$1')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()

function same(expected: string | number | null, actual: unknown): boolean {
  if (typeof expected === 'number') return typeof actual === 'number' && Math.abs(expected - actual) < 1e-9
  return expected === null ? actual === null : typeof actual === 'string' && unwrap(expected) === unwrap(actual)
}

/** A1 of the first data row's first cells, so that `first` can be compared. */
function firstCells(truth: GroundTruth): readonly { readonly ref: string; readonly value: string | null }[] {
  const row = truth.data?.[0]?.[0]
  if (row === undefined) return []
  return (truth.first ?? []).map((text, i) => ({
    ref: `${String.fromCharCode(65 + i)}${row}`,
    value: unwrap(text) === '' ? null : unwrap(text),
  }))
}

/** The table (or the halves side by side) that the ground truth speaks of. */
function tablesOf(report: InspectReport, truth: GroundTruth): readonly InspectTable[] {
  const tables = report.sheets[0]?.tables ?? []
  const first = truth.data?.[0]?.[0] ?? truth.header_rows?.[0] ?? 1
  const holds = (table: InspectTable): boolean =>
    table.data.some(([from, to]) => from <= first && first <= to) ||
    [...table.headerRows, ...table.sectionRows, ...table.subtotalRows, ...table.totalRows].includes(first)
  const best = tables.find(holds) ?? tables[0]
  if (!best) return []
  return truth.layout === undefined
    ? [best]
    : tables.filter((table) => table.headerRows.join(',') === best.headerRows.join(','))
}

type Roles = ReadonlyMap<number, ReadonlySet<string>>

function rolesOf(tables: readonly InspectTable[]): Roles {
  const roles = new Map<number, Set<string>>()
  const add = (rows: readonly number[], role: string): void => {
    for (const row of rows) roles.set(row, (roles.get(row) ?? new Set()).add(role))
  }
  for (const table of tables) {
    add(rowsIn(table.data), 'data')
    add(table.headerRows, 'header')
    add(table.repeatedHeaderRows, 'repeated')
    add(table.sectionRows, 'section')
    add([...table.subtotalRows, ...table.totalRows], 'total')
    add(table.footerRows, 'footer')
    add(table.blankRows, 'blank')
  }
  return roles
}

const equalRows = (a: readonly number[], b: readonly number[]): boolean => a.join(',') === b.join(',')

function scoreHeader(truth: GroundTruth, tables: readonly InspectTable[], fail: (text: string) => void): boolean {
  const found = tables[0]?.headerRows ?? []
  const repeated = tables[0]?.repeatedHeaderRows ?? []
  const good = equalRows(found, truth.header_rows ?? [])
  if (!good) fail(`header rows ${found.join(',')} instead of ${(truth.header_rows ?? []).join(',')}`)
  if (truth.repeated_header_rows && !equalRows(repeated, truth.repeated_header_rows)) {
    fail(`repeated header rows ${repeated.join(',')} instead of ${truth.repeated_header_rows.join(',')}`)
    return false
  }
  return good
}

/**
 * Every row of the true ranges is data here; or holds nothing; or is one of the true sums; or, where two tables share rows,
 * a section or a sum of one half. No row outside of the ranges is data.
 */
function scoreData(
  truth: GroundTruth,
  { roles, holding }: { readonly roles: Roles; readonly holding: ReadonlySet<number> },
  fail: (text: string) => void,
): boolean {
  const inside = new Set(rowsIn(truth.data ?? []))
  const sums = new Set(truth.total_rows)
  const blanks = new Set(truth.blank_rows)
  const wrong: string[] = []
  for (const row of inside) {
    const seen = roles.get(row) ?? new Set([holding.has(row) ? 'outside' : 'blank'])
    const half = truth.layout !== undefined && (seen.has('section') || seen.has('total'))
    if (seen.has('data') ? blanks.has(row) : !(seen.has('blank') || (seen.has('total') && sums.has(row)) || half))
      wrong.push(`${row} is ${[...seen].join('/')}`)
  }
  for (const [row, seen] of roles) {
    if (seen.has('data') && !inside.has(row) && !sums.has(row) && !truth.footer_rows?.includes(row))
      wrong.push(`${row} is data`)
  }
  if (wrong.length > 0) fail(`data: ${wrong.slice(0, 6).join(', ')}${wrong.length > 6 ? ` … (${wrong.length})` : ''}`)
  return wrong.length === 0
}

function scoreRole(
  rows: readonly number[] | undefined,
  role: string,
  roles: Roles,
  fail: (text: string) => void,
): boolean | undefined {
  if (!rows) return undefined
  const missing = rows.filter((row) => !roles.get(row)?.has(role))
  if (missing.length > 0) fail(`${role} rows missing: ${missing.join(',')}`)
  return missing.length === 0
}

function scoreColumns(
  truth: GroundTruth,
  tables: readonly InspectTable[],
  fail: (text: string) => void,
): boolean | undefined {
  const columns = tables.flatMap((table) => table.columns)
  let good: boolean | undefined
  if (truth.header) {
    const wrong = truth.header
      .map((text, i) => [unwrap(text), columns.find((column) => columnIndex(column.col) === i)?.header ?? ''] as const)
      .filter(([expected, found]) => expected.replaceAll(' ', '') !== found.replaceAll(' ', ''))
    good = wrong.length === 0
    for (const [expected, found] of wrong.slice(0, 3)) fail(`column “${found}” instead of “${expected}”`)
  }
  if (truth.fill_down) {
    const filled = columns.filter((column) => column.fillDown).map((column) => column.col)
    const amounts = columns.filter((column) => column.type === 'money').map((column) => column.col)
    const missing = truth.fill_down.filter((col) => !filled.includes(col) && !amounts.includes(col))
    const right = missing.length === 0 && (truth.fill_down.length > 0 || filled.length === 0)
    if (!right) fail(`fill down ${filled.join(',')} instead of ${truth.fill_down.join(',')}`)
    good = (good ?? true) && right
  }
  return good
}

function scoreCells(truth: GroundTruth, report: InspectReport, fail: (text: string) => void): boolean | undefined {
  const expected = [...(truth.cells ?? []), ...firstCells(truth)]
  if (expected.length === 0 && !truth.filled) return undefined
  const { cells = {}, filled = {} } = report.sheets[0] ?? {}
  const wrong = [
    ...expected
      .filter(({ ref, value }) => !same(value, cells[ref]))
      .map(({ ref }) => `${ref}=${JSON.stringify(cells[ref])}`),
    ...(truth.filled ?? [])
      .filter(({ ref, value }) => !same(value, filled[ref]))
      .map(({ ref }) => `filled ${ref}=${JSON.stringify(filled[ref])}`),
  ]
  if (wrong.length > 0) fail(`cells: ${wrong.slice(0, 5).join(', ')}`)
  return wrong.length === 0
}

/** Sums the truth gives; else no sum may contradict the number that a sum must be. */
function scoreSums(
  truth: GroundTruth,
  tables: readonly InspectTable[],
  fail: (text: string) => void,
): boolean | undefined {
  const sums = tables.flatMap((table) => table.sums)
  const once = /([A-Z]+).*?counted once.*?: (\d+(?:\.\d+)?)/.exec(truth.no_fill_down_sum ?? '')
  const wanted = [
    ...(truth.sums ?? []),
    ...(truth.no_fill_down_sum
      ? [{ col: 'G', sum: once?.[2] ?? /(\d+)\s*$/.exec(truth.no_fill_down_sum)?.[1] ?? '' }]
      : []),
  ]
  if (wanted.length === 0) return undefined
  const wrong = wanted.filter(
    ({ col, sum }) => Number(sums.find((one) => one.col === col)?.sum ?? Number.NaN) !== Number(sum),
  )
  for (const { col, sum } of wrong)
    fail(`sum of ${col}: ${sums.find((one) => one.col === col)?.sum ?? 'none'} instead of ${sum}`)
  return wrong.length === 0
}

/** @param folder corpus/open */
export async function scoreTable(folder: string, truth: GroundTruth): Promise<Score> {
  const failures: string[] = []
  const fail = (text: string): void => void failures.push(text)
  const read = await readFile(readFileSync(`${folder}/${truth.file}`), truth.file, { where: 'here' })
  if (!read.ok) {
    const none = Object.fromEntries(aspects.map((aspect) => [aspect, false])) as Record<Aspect, boolean>
    return {
      id: truth.id,
      file: truth.file,
      aspects: none,
      exact: false,
      failures: [read.error.code],
      findings: [read.error.code],
    }
  }
  const references = [...(truth.cells ?? []), ...firstCells(truth), ...(truth.filled ?? [])].map(({ ref }) => ref)
  const report = inspectWorkbook(read.value, {
    file: truth.file,
    locale: 'zh-Hans',
    sheet: truth.sheet_index ?? 0,
    cells: references,
  })
  const tables = tablesOf(report, truth)
  const roles = rolesOf(tables)
  const holding = new Set(read.value.sheets[truth.sheet_index ?? 0]?.rows.map((row) => row.index))
  const records = tables.reduce((sum, table) => sum + table.records, 0)
  if (truth.records !== undefined && records !== truth.records) fail(`${records} records instead of ${truth.records}`)
  const scored: Record<Aspect, boolean | undefined> = {
    header: scoreHeader(truth, tables, fail),
    data: scoreData(truth, { roles, holding }, fail),
    total: scoreRole(truth.total_rows, 'total', roles, fail),
    footer: scoreRole(truth.footer_rows, 'footer', roles, fail),
    records: truth.records === undefined ? undefined : records === truth.records,
    columns: scoreColumns(truth, tables, fail),
    cells: scoreCells(truth, report, fail),
    sums: scoreSums(truth, tables, fail),
  }
  return {
    id: truth.id,
    file: truth.file,
    aspects: scored,
    exact: failures.length === 0,
    failures,
    findings: report.findings.filter((finding) => finding.code.startsWith('import/')).map((finding) => finding.code),
  }
}
