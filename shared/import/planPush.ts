// Imported rows against the records already there, by natural key: what would be created, changed, or is the same already.
import { matchKeyOf } from '../definition/naturalKey.ts'
import type { Mask } from '../definition/column.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { RecordId, Value, Values } from '../kernel/value.ts'
import { isShownAs, maskedColumns } from '../definition/mask.ts'
import type { ImportedRow, TablePlan } from './plan.ts'

/** A record as far as import needs it. */
export interface ExistingRecord<Revision> {
  readonly id: RecordId
  readonly rv: Revision
  readonly values: Values
}

export type ImportedChange<Revision> =
  | { readonly change: 'create'; readonly row: number; readonly id: RecordId; readonly values: Values }
  | {
      readonly change: 'update'
      readonly row: number
      readonly id: RecordId
      readonly rv: Revision
      readonly base: Values
      readonly set: Values
    }
  | { readonly change: 'same'; readonly row: number; readonly id: RecordId }

/** Columns that may be written by an import. */
function writable(definition: SheetDefinition): readonly string[] {
  return Object.entries(definition.columns)
    .filter(([, column]) => column.merge !== 'derived' && column.merge !== 'state' && column.merge !== 'sensitive')
    .map(([key]) => key)
}

interface Match {
  readonly onMatch: TablePlan['onMatch']
  /** Of the column, if it has one. */
  readonly mask: Mask | undefined
}

function wantedChange(current: Value, next: Value, { onMatch, mask }: Match): boolean {
  if (current === next) return false
  // one of them is what the mask leaves of the other: nothing new is said
  if (mask !== undefined && (isShownAs(next, current, mask) || isShownAs(current, next, mask))) return false
  if (onMatch === 'replace-all') return true
  if (onMatch === 'fill-blanks-only') return current === null && next !== null
  return next !== null
}

/**
 * @param newId makes an id for each record to be created
 * @returns one change per imported row, in source order; where a key stands several times, rows and records are paired in order
 *          and rows beyond the records are created apart, so that nothing is merged in silence (the set rules say that the
 *          key is taken)
 */
export function planPush<Revision>(
  definition: SheetDefinition,
  rows: readonly Pick<ImportedRow, 'row' | 'values'>[],
  options: {
    readonly existing: readonly ExistingRecord<Revision>[]
    readonly onMatch: TablePlan['onMatch']
    /** Columns that a source column goes to, or that interpretation fills; others are left alone on update. */
    readonly newId: () => RecordId
  },
): readonly ImportedChange<Revision>[] {
  const columns = writable(definition)
  const masks = maskedColumns(definition)
  const byKey = new Map<string, ExistingRecord<Revision>[]>()
  for (const record of options.existing) {
    const key = matchKeyOf(definition.naturalKey, record.values)
    if (key === undefined) continue
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, [record])
    else known.push(record)
  }
  return rows.map((row) => {
    const key = matchKeyOf(definition.naturalKey, row.values)
    const record = key === undefined ? undefined : byKey.get(key)?.shift()
    if (record === undefined) {
      const values = Object.fromEntries(
        columns.flatMap((column) => {
          const value = row.values[column] ?? null
          return value === null ? [] : [[column, value] as const]
        }),
      )
      return { change: 'create', row: row.row, id: options.newId(), values }
    }
    const changed = columns.filter(
      (column) =>
        Object.hasOwn(row.values, column) &&
        wantedChange(record.values[column] ?? null, row.values[column] ?? null, {
          onMatch: options.onMatch,
          mask: masks.get(column),
        }),
    )
    if (changed.length === 0) return { change: 'same', row: row.row, id: record.id }
    const pick = (values: Values): Values =>
      Object.fromEntries(changed.map((column) => [column, values[column] ?? null]))
    return {
      change: 'update',
      row: row.row,
      id: record.id,
      rv: record.rv,
      base: pick(record.values),
      set: pick(row.values),
    }
  })
}
