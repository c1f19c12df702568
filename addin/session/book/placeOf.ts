// Between cells and records: where a record stands in its sheet, and whose cell a person has selected.
import type { RecordId } from '#shared/kernel/value.ts'
import { isRecordId } from '#shared/sync/newId.ts'
import type { CellPlace } from '../../workbook/liveWorkbook.ts'
import type { SurveyedSheet } from './survey.ts'

type Placed = Pick<SurveyedSheet, 'table'>

/** undefined: the sheet does not show it. @param key column; absent: the first one */
export function placeOfRecord({ table }: Placed, id: string, key: string | undefined): CellPlace | undefined {
  const row = table.rows.find((each) => each.id.trim().toLowerCase() === id)
  const column = (key === undefined ? undefined : table.columns.get(key)) ?? firstColumn({ table })
  return row && { sheet: table.binding.sheetName, row: row.raw.index, column }
}

export type SelectedRecord<S> =
  | { readonly found: 'record'; readonly sheet: S; readonly id: RecordId; readonly column: string | undefined }
  /** A row that was never sent. */
  | { readonly found: 'unsent'; readonly sheet: S }
  | { readonly found: 'nothing' }

export function recordAt<S extends Placed>(sheets: readonly S[], place: CellPlace): SelectedRecord<S> {
  const sheet = sheets.find(({ table }) => table.binding.sheetName === place.sheet)
  const row = sheet?.table.rows.find(({ raw }) => raw.index === place.row)
  if (!sheet || !row) return { found: 'nothing' }
  const id = row.id.trim().toLowerCase()
  if (!isRecordId(id)) return { found: 'unsent', sheet }
  const column = [...sheet.table.columns].find(([, at]) => at === place.column)?.[0]
  return { found: 'record', sheet, id, column }
}

/** 0-based, of the bound columns. */
export function firstColumn({ table }: Placed): number {
  return Math.min(...table.columns.values())
}
