// A table for paper and for other people: as an export, but without the columns by which a sheet comes back.
import type { SheetDefinition } from '../definition/sheet.ts'
import type { BlueprintRow, WorkbookBlueprint } from './blueprint.ts'
import type { ExportRecord, TemplateContext } from './context.ts'
import { exportTable } from './exportTable.ts'

export function printTable(
  definition: SheetDefinition,
  context: TemplateContext,
  records: readonly ExportRecord[],
): WorkbookBlueprint {
  const blueprint = exportTable(definition, context, records)
  const { sheet } = blueprint
  const width = definition.layout.columns.length
  const kept = (row: BlueprintRow): BlueprintRow => ({
    ...row,
    cells: row.cells.filter(({ column }) => column < width),
  })
  return {
    ...blueprint,
    lists: [],
    sheet: {
      ...sheet,
      columns: sheet.columns.slice(0, width),
      head: sheet.head.map(kept),
      rows: {
        *[Symbol.iterator]() {
          for (const row of sheet.rows) yield kept(row)
        },
      },
      foot: sheet.foot.map(kept),
      merges: sheet.merges.filter(({ right }) => right < width),
      dropDowns: [],
      marks: [],
      filter: null,
    },
  }
}
