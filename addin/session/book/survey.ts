// One reading of the bound sheets: what differs from the last pull, and what the rules say, cell by cell. Asks no server.
import type { RuleContext } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { rowsOfStep, withPauses, type Steps } from '#shared/kernel/steps.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import type { WorkbookState } from '#shared/sync/state/base.ts'
import { describeWithPauses, type SheetChanges } from '#shared/sync/session/previewSession.ts'
import type { Session, SessionFailure } from '#shared/sync/session/session.ts'
import { compareWithPauses, readTables, type SessionTable } from '#shared/sync/session/sessionTables.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import { validateSet } from '#shared/validation/setFindings.ts'
import type { BoundTable } from '#shared/workbook/port.ts'
import { cellName } from '#shared/workbook/raw.ts'

export interface SurveyedSheet {
  readonly p: string
  readonly definition: SheetDefinition
  readonly table: BoundTable
  /** null: never compared with the server since it was bound. */
  readonly changes: SheetChanges | null
  /** Of cells, rows and the whole, with their places in the sheet. */
  readonly findings: readonly Finding[]
  readonly rows: number
}

export interface Survey {
  readonly sheets: readonly SurveyedSheet[]
  /** Of the workbook: sheets that are gone. */
  readonly findings: readonly Finding[]
}

export async function surveyBook(session: Session): Promise<Result<Survey, SessionFailure>> {
  const read = await readTables(session)
  if (!read.ok) return read
  const { tables, findings } = read.value
  const seen = await compareWithPauses(session, session.state, tables)
  const described = await describeWithPauses(session, session.state, seen)
  const compared = new Map(described.map((changes) => [changes.p, changes]))
  const sheets: SurveyedSheet[] = []
  for (const table of tables) {
    const context = session.deps.contextOf(table.p)
    const found = await withPauses(validateInSteps(table, context, session.state.base), session.deps.pause)
    const rows = table.reading.rows.filter(({ blank }) => blank !== true).length
    const { p, definition } = table
    sheets.push({ p, definition, table: table.table, changes: compared.get(p) ?? null, findings: found, rows })
  }
  return ok({ sheets, findings })
}

/**
 * Everything the rules of the kind say of a sheet as it stands, computed columns included. Columns that the sheet does not
 * show are as the record has them.
 */
function* validateInSteps(
  { definition, table, reading }: SessionTable,
  context: RuleContext,
  base: WorkbookState['base'],
): Steps<readonly Finding[]> {
  const sheet = table.binding.sheetName
  const ofRows: Finding[] = []
  // Sums name rows by id; here the id is the row's number, padded so that the first row comes first.
  const named: { readonly id: string; readonly values: Values }[] = []
  for (let at = 0; at < reading.rows.length; at += rowsOfStep) {
    yield
    const located = reading.rows
      .slice(at, at + rowsOfStep)
      .filter(({ blank }) => blank !== true)
      .map(({ row, id, values }) => {
        const known = base.get(id as RecordId)?.values // any other text finds nothing
        const shown = known && { shown: known }
        return { values: withComputed(definition, { ...known, ...values }), location: { sheet, row }, ...shown }
      })
    ofRows.push(...validateRows(definition, located, context))
    for (const { values, location } of located) named.push({ id: String(location.row).padStart(8, '0'), values })
  }
  yield
  const ofSets = validateSet(definition, named, context).map((finding): Finding => {
    const { id, ...place } = finding.location
    return { ...finding, location: id === undefined ? { ...place, sheet } : { ...place, sheet, row: Number(id) } }
  })
  yield
  // A cell that cannot be read is a finding of its own; that it is blank besides says nothing.
  const unreadable = new Set(reading.rows.flatMap(({ row, unreadable: keys }) => keys.map((key) => `${row}/${key}`)))
  const own = [...ofRows, ...ofSets].filter(({ location: { row, column } }) => !unreadable.has(`${row}/${column}`))
  return [...reading.findings, ...own].map((finding) => atCell(finding, table))
}

function withComputed(definition: SheetDefinition, values: Values): Values {
  const computed = Object.entries(definition.columns).filter(([, { compute }]) => compute !== undefined)
  if (computed.length === 0) return values
  const all = { ...values }
  for (const [key, { compute }] of computed) all[key] = compute?.(all) ?? null
  return all
}

function atCell(finding: Finding, table: BoundTable): Finding {
  const { row, column, cell } = finding.location
  const at = column === undefined ? undefined : table.columns.get(column)
  if (row === undefined || at === undefined || cell !== undefined) return finding
  return { ...finding, location: { ...finding.location, cell: cellName(row, at) } }
}
