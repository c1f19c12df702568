// What a person changed: the sheet against what it was last equal to (D1–D4). No network, no ancestors.
import type { RecordId, Value, Values } from '../../kernel/value.ts'
import type { BaseRecord } from '../state/base.ts'
import type { Change } from './change.ts'
import type { IdentifiedRows } from '../table/identifyRows.ts'
import type { MergeFacts } from './mergeFacts.ts'
import { isRecordId } from '../newId.ts'
import { sameValue } from './sameValue.ts'
import type { SheetRow } from '../table/sheetRow.ts'

export interface DiffDeps {
  readonly facts: MergeFacts
  /** For additions that have no id yet. */
  readonly newId: () => RecordId
}

/** Edits and additions in sheet order, then removals in the base's order. Nothing at all while the ids are lost (D5). */
export function diffRows(
  base: ReadonlyMap<RecordId, BaseRecord>,
  rows: IdentifiedRows,
  { facts, newId }: DiffDeps,
): readonly Change[] {
  if (rows.idsLost) return []
  const changes: Change[] = []
  for (const [id, row] of rows.known) {
    const record = base.get(id)
    const edit = record && diffRow(record, row, facts)
    if (edit) changes.push(edit)
  }
  for (const row of rows.additions) changes.push(toAddition(row, isRecordId(row.id) ? row.id : newId(), facts))
  for (const record of base.values()) {
    if (!rows.known.has(record.id))
      changes.push({ change: 'remove', id: record.id, rv: record.rv, base: record.values })
  }
  return changes
}

/** The edit of one row, or undefined when nothing differs. Atomic sets are named whole (M6). */
export function diffRow(record: BaseRecord, row: SheetRow, facts: MergeFacts): Change | undefined {
  if (looksSame(row.values, record.values)) return undefined
  let changed: string[] | undefined
  for (const column of facts.editable) {
    const value = row.values[column]
    if (value === undefined || sameValue(value, record.values[column])) continue
    changed = changed ?? []
    changed.push(column)
  }
  return changed && toEdit(record, { row, columns: changed }, facts)
}

/** Of most rows nothing differs: keys of the row itself are looked up faster than keys out of a list. */
function looksSame(shown: Values, known: Values): boolean {
  for (const key in shown) if (shown[key] !== known[key]) return false
  return true
}

/** @param edit `columns` of `row` that the person changed */
export function toEdit(
  record: BaseRecord,
  edit: { readonly row: SheetRow; readonly columns: readonly string[] },
  facts: MergeFacts,
): Change {
  const { row } = edit
  const columns = new Set(edit.columns)
  for (const atomic of facts.atomicSets) {
    if (atomic.some((column) => columns.has(column))) atomic.forEach((column) => columns.add(column))
  }
  const base: Record<string, Value> = {}
  const set: Record<string, Value> = {}
  for (const column of columns) {
    base[column] = record.values[column] ?? null
    set[column] = row.values[column] ?? base[column]
  }
  for (const column of edit.columns) set[column] = row.values[column] ?? null
  return { change: 'edit', id: record.id, rv: record.rv, base, set, row: row.row }
}

/** Blank cells are left out. */
export function toAddition(row: SheetRow, id: RecordId, facts: MergeFacts): Change {
  return { change: 'add', id, values: pickFilled(row.values, facts.editable), row: row.row }
}

export function pickFilled(values: Values, columns: readonly string[]): Values {
  const filled: Record<string, Value> = {}
  for (const column of columns) {
    const value = values[column]
    if (value !== undefined && value !== null) filled[column] = value
  }
  return filled
}
