// From what was read of a table to the structure that the rest of the house takes.
import { cellName } from '../../workbook/raw.ts'
import type { ColumnSum, RecognisedColumn, RecognisedRow, RecognisedTable, RowRole, UnitLine } from '../plan.ts'
import type { Doubts } from './doubt.ts'
import { say } from './doubt.ts'
import { formatExact } from './exactSum.ts'
import { isPairBlock, type Layout } from './layout.ts'
import type { ReadBody } from './readBody.ts'
import { rowNumber, rowTexts, type Region } from './region.ts'
import type { ColumnSpan } from './twins.ts'

/** Roles of the rows that hold something, by row number; all other rows of the range are blank. */
function rolesOf(layout: Layout, region: Region, body: ReadBody): Map<number, RecognisedRow> {
  const rows = new Map<number, RecognisedRow>()
  const whole = layout.region
  const set = (k: number, role: RowRole): void => void rows.set(rowNumber(whole, k), { row: rowNumber(whole, k), role })
  for (const k of layout.head.titles) set(k, 'title')
  for (const k of layout.head.metas) set(k, 'meta')
  if (layout.header) {
    for (let k = layout.header.top; k <= layout.header.bottom; k++) set(k, 'header')
    for (let row = rowNumber(whole, layout.header.top); row <= layout.header.lastRow; row++)
      if (!rows.has(row)) rows.set(row, { row, role: 'header' })
  }
  for (let k = layout.tailFrom; k < layout.end; k++) set(k, 'footer')

  const empty = new Set(body.empty.blankForm === undefined ? [...body.empty.numbered, ...body.empty.nameless] : [])
  let section = ''
  body.rows.forEach((read, i) => {
    const k = body.from + i
    const row = rowNumber(region, k)
    if (read.role === 'section') section = rowTexts(region, k).join(' ').slice(0, 200)
    const level = body.hierarchy.levels.get(k)
    const start = body.tall?.partOf.get(k)
    const isEmpty = read.role === 'data' && (body.empty.blankForm !== undefined || empty.has(k))
    if (section === '' && level === undefined && !isEmpty && start === undefined) {
      const parent = body.hierarchy.parents.has(k)
      rows.set(row, parent ? { row, role: read.role, parent: true } : { row, role: read.role })
      return
    }
    rows.set(row, {
      row,
      role: read.role,
      ...(section !== '' && read.role !== 'footer' ? { section } : {}),
      ...(level !== undefined ? { level } : {}),
      ...(isEmpty ? { empty: true as const } : {}),
      ...(start !== undefined ? { partOf: rowNumber(region, start) } : {}),
      ...(body.hierarchy.parents.has(k) ? { parent: true as const } : {}),
    })
  })
  return rows
}

function sumsOf(body: ReadBody): readonly ColumnSum[] {
  const { tallies } = body
  const totals = [...tallies.declared].reverse()
  return tallies.columns.map((column, i) => {
    // The file's own word on the whole column: the last sum of all; a sum of a part when it ties says nothing of the whole.
    const whole =
      totals.find((total) => total.declared[i] !== undefined && total.row.total !== 'balance' && total.ofAll) ??
      totals.find((total) => total.declared[i] !== undefined && total.row.total === 'total' && total.ties[i] === false)
    const declared = whole?.declared[i]
    return {
      index: column.index,
      sum: formatExact(tallies.sums[i] ?? 0n),
      numericCells: tallies.numericCells[i] ?? 0,
      textCells: tallies.textCells[i] ?? 0,
      declared: declared === undefined ? null : formatExact(declared),
      ties: declared === undefined ? null : (whole?.ties[i] ?? null),
    }
  })
}

function columnsOf(body: ReadBody, unit: UnitLine | null, headerRow: number): readonly RecognisedColumn[] {
  return body.columns.map((column) => {
    const own: UnitLine | null = column.ownUnit
      ? { ...column.ownUnit, where: cellName(headerRow, column.index) }
      : column.type === 'money'
        ? unit
        : null
    return {
      index: column.index,
      header: column.header,
      path: column.path,
      type: column.type,
      unit: own,
      fillDown: body.fill.filled.has(column.index),
    }
  })
}

/** 1 less what is in doubt. */
function confidenceOf(layout: Layout, body: ReadBody): number {
  let confidence = layout.certainty === 'sure' ? 1 : layout.certainty === 'guess' ? 0.65 : 0.5
  if (isPairBlock(layout)) confidence -= 0.5
  const { rating } = layout
  if (rating && rating.fill < 0.7) confidence -= 0.1
  if (rating && rating.contrast === 0 && rating.hits < 2) confidence -= 0.1
  const unnamed = body.columns.filter((column) => column.header === '').length
  if (layout.header && unnamed * 4 > body.columns.length) confidence -= 0.1
  if (body.rows.some((row) => row.moved)) confidence -= 0.15
  if (body.rows.some((row) => row.guessed)) confidence -= 0.05
  if (body.tallies.declared.some((total) => total.ties.includes(false))) confidence -= 0.1
  const data = body.rows.filter((row) => row.role === 'data').length
  if (body.rows.length > 0 && data * 3 < body.rows.length) confidence -= 0.1
  return Math.max(0.1, Math.round(confidence * 100) / 100)
}

/** @param span columns of the table @param block number shared by tables that share rows */
export function buildTable(
  layout: Layout,
  part: { readonly region: Region; readonly body: ReadBody; readonly span: ColumnSpan; readonly block: number },
  doubts: Doubts,
): RecognisedTable {
  const { region, body, span, block } = part
  const whole = layout.region
  const top = rowNumber(whole, layout.from)
  const bottom = Math.max(rowNumber(whole, layout.end - 1), layout.header?.lastRow ?? 0)
  const roles = rolesOf(layout, region, body)
  const rowRoles: RecognisedRow[] = []
  for (let row = top; row <= bottom; row++) rowRoles.push(roles.get(row) ?? { row, role: 'blank' })
  const headerRows = rowRoles.filter((row) => row.role === 'header').map((row) => row.row)
  const confidence = confidenceOf(layout, body)
  if (confidence < 0.6)
    say(doubts, { code: 'import/unsure', severity: 'warning' }, { location: { row: top }, params: { top, bottom } })
  const { head } = layout
  return {
    range: { top, left: span.left, bottom, right: span.right },
    rowRoles,
    headerRows,
    columns: columnsOf(body, head.unit, headerRows[headerRows.length - 1] ?? top),
    unit: head.unit,
    title: head.title,
    year: head.year,
    unitName: head.unitName,
    sums: sumsOf(body),
    block,
    confidence,
    findings: doubts.findings,
  }
}
