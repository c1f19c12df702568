// A file that was imported gets its base: ids and a findings column beside the table, the state sheet, nothing else touched.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { RecordId, Value } from '#shared/kernel/value.ts'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import type { Ancestor, WorkbookState } from '#shared/sync/base.ts'
import { decodeState } from '#shared/sync/decodeState.ts'
import { encodeState } from '#shared/sync/encodeState.ts'
import { readTable } from '#shared/sync/readTable.ts'
import { sameValue } from '#shared/sync/sameValue.ts'
import type { SheetReading } from '#shared/sync/sheetRow.ts'
import { bindLegacy } from '#shared/template/bindLegacy.ts'
import { nodeZipPorts } from './nodeZip.ts'
import type { BindRequest } from './workbookMaker.ts'

/** err: why this file cannot carry a base (no OOXML package, a protected sheet …). */
export async function bindImported(request: BindRequest): Promise<Result<Uint8Array, string>> {
  const { definition, p, plan, rows, sheet, table } = request
  const workbook = openFileWorkbook(request.bytes, nodeZipPorts)
  const known = await workbook.readState()
  if (!known.ok) return err(known.error.code)
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
  const bound = await workbook.apply(edits)
  if (!bound.ok) return err(bound.error.code)
  const shown = await workbook.readTable(binding)
  if (!shown.ok) return err(shown.error.code)
  const apart = findApart(readTable(shown.value, definition, request.context), request)
  const fresh: WorkbookState = { ...request.state, ...apart, bindings: [binding] }
  const earlier = known.value === null ? undefined : decodeState(known.value)
  const state = earlier?.ok === true ? joinStates(earlier.value, fresh) : fresh
  const written = await workbook.apply([{ type: 'setState', rows: encodeState(state) }])
  return written.ok ? ok(workbook.toBytes()) : err(written.error.code)
}

/**
 * Cells that show something else than the record has (a code of the old chart, a blank that the record fills): what the
 * sheet shows is then the ancestor, so that it is nobody's edit, and the next pull writes the record's value there. Spaces
 * around a text (indented names) are the sheet's own look: there the base remembers the text as it is shown.
 */
function findApart(reading: SheetReading, request: BindRequest): Pick<WorkbookState, 'base' | 'ancestors'> {
  const base = new Map(request.state.base)
  const ancestors = new Map<RecordId, Ancestor>()
  for (const row of reading.rows) {
    const id = row.id as RecordId
    const record = base.get(id)
    if (record === undefined) continue
    const apart: Record<string, Value> = {}
    const indented: Record<string, Value> = {}
    for (const [key, value] of Object.entries(row.values)) {
      const known = record.values[key]
      if (sameValue(value, known)) continue
      const isSpace = typeof value === 'string' && typeof known === 'string' && sameValue(value.trim(), known.trim())
      if (isSpace) indented[key] = value
      else apart[key] = value
    }
    if (Object.keys(indented).length > 0) base.set(id, { ...record, values: { ...record.values, ...indented } })
    if (Object.keys(apart).length > 0) ancestors.set(id, { was: 'row', p: request.p, values: apart })
  }
  return { base, ancestors }
}

/** Two tables of one file: everything of both, and the older point, so that nothing between the two is missed. */
function joinStates(earlier: WorkbookState, fresh: WorkbookState): WorkbookState {
  const cursors = [earlier.cursor, fresh.cursor].filter((cursor) => cursor !== null)
  const oldest = cursors.length < 2 ? null : (cursors.toSorted((a, b) => a.csn - b.csn)[0] ?? null)
  const partitions = new Set(fresh.bindings.map(({ partition }) => partition))
  return {
    ...earlier,
    cursor: oldest,
    bindings: [...earlier.bindings.filter(({ partition }) => !partitions.has(partition)), ...fresh.bindings],
    held: [...earlier.held.filter(({ p }) => !partitions.has(p)), ...fresh.held],
    base: new Map([...earlier.base, ...fresh.base]),
    ancestors: new Map([...(earlier.ancestors ?? []), ...(fresh.ancestors ?? [])]),
  }
}
