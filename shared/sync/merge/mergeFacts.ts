// What merging needs to know of a sheet kind, gathered once from its definition.
import type { MergeClass } from '../../definition/column.ts'
import type { SumTerm } from '../../definition/rule.ts'
import type { SheetDefinition } from '../../definition/sheet.ts'

export interface MergeFacts {
  readonly classes: ReadonlyMap<string, MergeClass>
  /** Money columns that feed a total line or a sum rule: equal values typed by both sides are no agreement (SPEC M2). */
  readonly strictMoney: ReadonlySet<string>
  readonly atomicSets: readonly (readonly string[])[]
  /** Columns a workbook may push and keeps a base of: free, money and key. In the definition's order. */
  readonly editable: readonly string[]
}

export function toMergeFacts(definition: SheetDefinition): MergeFacts {
  const columns = Object.entries(definition.columns)
  const summed = findSummedColumns(definition)
  return {
    classes: new Map(columns.map(([key, column]) => [key, column.merge])),
    strictMoney: new Set(
      columns.filter(([key, { merge }]) => merge === 'money' && summed.has(key)).map(([key]) => key),
    ),
    atomicSets: definition.atomicSets,
    editable: columns
      .filter(([, column]) => isEditable(column.merge) && column.fieldClass !== 'sensitive')
      .map(([key]) => key),
  }
}

export function isEditable(mergeClass: MergeClass): boolean {
  return mergeClass === 'free' || mergeClass === 'money' || mergeClass === 'key'
}

/** Columns whose values are added up somewhere: total lines of the layout, and sum rules. */
function findSummedColumns(definition: SheetDefinition): ReadonlySet<string> {
  const summed = new Set<string>()
  const addTerms = (terms: readonly SumTerm[]): void => terms.forEach((term) => summed.add(term.column))
  for (const total of definition.layout.totals) total.columns.forEach((column) => summed.add(column))
  for (const rule of definition.rules) {
    if (rule.scope !== 'set') continue
    if (rule.set.type === 'sum') addTerms(rule.set.terms)
    if (rule.set.type === 'compareSums') {
      addTerms(rule.set.left)
      addTerms(rule.set.right)
    }
  }
  return summed
}
