// The kind's own total lines over what a file would import.
import { mainAmount, sumTotalLines, type TotalSum } from '#shared/definition/totalLines.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { ImportPreview } from '#shared/contract/importResources.ts'

/**
 * The kind's total lines over what a file would import: as the server computed them against the file's own totals, else
 * summed here where every row is at hand.
 */
export function sumFileTotals(sheet: SheetDefinition, preview: ImportPreview | null): readonly TotalSum[] {
  const column = mainAmount(sheet)
  if (!preview || column === undefined) return []
  const named = sheet.layout.totals.flatMap((line) => {
    const names = new Set([line.label['zh-Hans'], ...line.synonyms])
    const check = preview.totals.find((each) => each.column === column && names.has(each.label))
    return check ? [{ key: line.key, label: line.label, fen: check.computed }] : []
  })
  if (named.length > 0 || preview.rows.length < preview.counts.imported) return named
  return sumTotalLines(
    sheet,
    preview.rows.map((row) => row.values),
    column,
  )
}
