// Records as the workbook people know: sections, sums, signatures, and the hidden ids by which it comes back.
import type { SheetDefinition } from '../definition/sheet.ts'
import type { WorkbookBlueprint } from './blueprint.ts'
import { toRuleContext, type ExportRecord, type TemplateContext } from './context.ts'
import { layOut } from './layOut.ts'
import { planLines } from './planLines.ts'

/** @param records of one partition; order is kept where the kind has no hierarchy */
export function exportTable(
  definition: SheetDefinition,
  context: TemplateContext,
  records: readonly ExportRecord[],
): WorkbookBlueprint {
  const known = definition.starterRows?.(toRuleContext(context)) ?? []
  return layOut(definition, context, planLines(definition, { records, known, spareRows: 0 }))
}
