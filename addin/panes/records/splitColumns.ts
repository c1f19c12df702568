// Which columns of a sheet its grid shows.
import type { GridColumn } from './RecordGrid.tsx'
import type { RecordRow } from '#shared/contract/resources.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'

/** Columns as printed; those in which nothing stands are left out, and named. */
export function splitColumns(sheet: SheetDefinition | undefined, rows: readonly RecordRow[]) {
  const all: GridColumn[] = []
  const unused: GridColumn[] = []
  for (const key of sheet?.layout.columns ?? []) {
    const definition = sheet?.columns[key]
    if (!definition || key === sheet?.layout.sequenceColumn) continue
    const isUsed = definition.required || rows.some((row) => (row.values[key] ?? null) !== null)
    if (isUsed) all.push({ key, definition })
    else unused.push({ key, definition })
  }
  return { all, unused }
}
