// A table that was imported gets its base, in any workbook: ids and a findings column beside it, the state sheet, nothing else.
import type { RuleContext } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { ImportPlan, RecognisedTable } from '../import/plan.ts'
import { ok, type Result } from '../kernel/result.ts'
import type { RecordId, Value } from '../kernel/value.ts'
import type { Ancestor, WorkbookState } from '../sync/state/base.ts'
import { decodeState } from '../sync/state/decodeState.ts'
import { encodeState } from '../sync/state/encodeState.ts'
import { joinStates } from '../sync/state/joinStates.ts'
import { planEdits } from '../sync/table/planEdits.ts'
import { readTable } from '../sync/table/readTable.ts'
import type { StoredRecord } from '../sync/record.ts'
import { sameValue } from '../sync/merge/sameValue.ts'
import type { SheetReading } from '../sync/table/sheetRow.ts'
import type {
  BoundTable,
  CallOptions,
  TableBinding,
  WorkbookEdit,
  WorkbookFailure,
  WorkbookPort,
} from '../workbook/port.ts'
import type { RawSheet } from '../workbook/raw.ts'
import { bindLegacy } from './bindLegacy.ts'

export interface BindTable {
  readonly definition: SheetDefinition
  readonly context: RuleContext
  readonly sheet: RawSheet
  readonly table: RecognisedTable
  readonly plan: ImportPlan
  readonly p: string
  /** Source row → record. */
  readonly rows: readonly { readonly row: number; readonly record: StoredRecord }[]
  readonly state: Omit<WorkbookState, 'bindings'>
}

/**
 * Cells that were corrected on the way in hold what was settled: who mended a slip does not find it again in the file. A
 * base that the workbook carries already for other tables is kept. The state is written last.
 */
export async function bindTable(
  port: WorkbookPort,
  request: BindTable,
  options?: CallOptions,
): Promise<Result<TableBinding, WorkbookFailure>> {
  const { definition, p, plan, rows, sheet, table } = request
  const known = await port.readState(options)
  if (!known.ok) return known
  const { binding, edits } = bindLegacy({
    sheet,
    table,
    mappings: plan.mappings,
    ids: new Map(rows.map(({ row, record }) => [row, record.id])),
    partition: p,
    kind: definition.kind,
    schema: definition.version,
    unitFen: plan.conventions.unitFen,
  })
  const bound = await port.apply(edits, options)
  if (!bound.ok) return bound
  const read = await port.readTable(binding, options)
  if (!read.ok) return read
  const corrected = correctCells(read.value, request)
  const mended = corrected.length === 0 ? ok(undefined) : await port.apply(corrected, options)
  if (!mended.ok) return mended
  const shown = corrected.length === 0 ? read : await port.readTable(binding, options)
  if (!shown.ok) return shown
  const ancestors = findApart(readTable(shown.value, definition, request.context), request)
  const fresh: WorkbookState = { ...request.state, ancestors, bindings: [binding] }
  const earlier = known.value === null ? undefined : decodeState(known.value)
  const state = earlier?.ok === true ? joinStates(earlier.value, fresh) : fresh
  const written = await port.apply([{ type: 'setState', rows: encodeState(state) }], options)
  return written.ok ? ok(binding) : written
}

/** The corrections of the plan, of rows that became records; a formula stays a formula. */
function correctCells(table: BoundTable, { definition, context, plan, rows }: BindTable): readonly WorkbookEdit[] {
  const imported = new Set(rows.map(({ row }) => row))
  const raws = new Map(table.rows.map(({ raw }) => [raw.index, raw]))
  const cells = plan.corrections
    .filter(({ row, column }) => {
      const at = table.columns.get(column)
      return imported.has(row) && at !== undefined && raws.get(row)?.formulas?.[at] === undefined
    })
    .map(({ row, column, value }) => ({ row, values: { [column]: value } }))
  const writes = { cells, ids: [], inserts: [], deletes: [] }
  const reading = readTable(table, definition, context)
  return planEdits(table, reading, { writes, context: { definition, year: plan.conventions.year } })
}

/**
 * Cells that show something else than the record has (a code of the old chart, a blank that the record fills): what the
 * sheet shows is then the ancestor, so that it is nobody's edit, and the next pull writes the record's value there. Records
 * that came from elsewhere never stood in this sheet: they are on their way to it, not deleted from it.
 */
function findApart(reading: SheetReading, request: BindTable): ReadonlyMap<RecordId, Ancestor> {
  const ancestors = new Map<RecordId, Ancestor>()
  for (const row of reading.rows) {
    const id = row.id as RecordId
    const record = request.state.base.get(id)
    if (record === undefined) continue
    const apart: Record<string, Value> = {}
    for (const [key, value] of Object.entries(row.values)) {
      if (!sameValue(value, record.values[key])) apart[key] = value
    }
    if (Object.keys(apart).length > 0) ancestors.set(id, { was: 'row', p: request.p, values: apart })
  }
  const shown = new Set(reading.rows.map((row) => row.id))
  for (const id of request.state.base.keys()) if (!shown.has(id)) ancestors.set(id, { was: 'absent', p: request.p })
  return ancestors
}
