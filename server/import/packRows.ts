// Imported rows packed by columns to cross from a thread: names of columns once instead of once a row.
import type { ImportedRow } from '#shared/import/plan.ts'
import type { Value } from '#shared/kernel/value.ts'

export interface PackedRows {
  readonly keys: readonly string[]
  /** 1-based source rows. */
  readonly rows: Int32Array
  /** By key, then by row; undefined where a row does not speak of the column. */
  readonly columns: readonly (readonly (Value | undefined)[])[]
}

export type PlainRow = Pick<ImportedRow, 'row' | 'values'>

export function packRows(rows: readonly PlainRow[]): PackedRows {
  const keys = new Set<string>()
  for (const { values } of rows) for (const key in values) keys.add(key)
  return {
    keys: [...keys],
    rows: Int32Array.from(rows, ({ row }) => row),
    columns: [...keys].map((key) => rows.map(({ values }) => values[key])),
  }
}

/** Inverse of `packRows`. */
export function unpackRows({ keys, rows, columns }: PackedRows): readonly PlainRow[] {
  return Array.from(rows, (row, place) => {
    const values: Record<string, Value> = {}
    for (let k = 0; k < keys.length; k++) {
      const value = columns[k]?.[place]
      if (value !== undefined) values[keys[k] ?? ''] = value
    }
    return { row, values }
  })
}
