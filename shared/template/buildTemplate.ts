// A fresh workbook for one partition: the form people know, with the rows it always has.
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Values } from '../kernel/value.ts'
import type { WorkbookBlueprint } from './blueprint.ts'
import { toRuleContext, type TemplateContext } from './context.ts'
import { layOut } from './layOut.ts'
import { planLines } from './planLines.ts'

/** Rows that stand above others in the hierarchy become sums; the others wait for their amounts and have no ids yet. */
export function buildTemplate(definition: SheetDefinition, context: TemplateContext): WorkbookBlueprint {
  const starters = definition.starterRows?.(toRuleContext(context)) ?? []
  const column = definition.layout.hierarchy?.column
  const codes = starters.map((values) => (column === undefined ? null : (values[column] ?? null)))
  const isParent = (values: Values): boolean => {
    const code = column === undefined ? null : values[column]
    if (typeof code !== 'string' || code === '') return false
    return codes.some((other) => typeof other === 'string' && other.length > code.length && other.startsWith(code))
  }
  const lines = planLines(definition, {
    records: starters.filter((values) => !isParent(values)).map((values) => ({ id: null, values })),
    known: starters.filter(isParent),
    spareRows: definition.layout.spareRows,
  })
  return layOut(definition, context, lines)
}
