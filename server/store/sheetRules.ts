// What the store must know of sheet kinds; given by the composition root, so that the engine never names a kind.
import type { Finding } from '#shared/kernel/finding.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import type { RuleContext } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'

/** Findings of one row: types, required, limits, field and row rules; an id for the location. */
export type RowChecker = (values: Values, id: RecordId) => readonly Finding[]

export interface SheetRules {
  readonly definitions: ReadonlyMap<string, SheetDefinition>
  /** Compiled once per definition and context; called for every row that a push creates or changes. */
  rowChecker(definition: SheetDefinition, context: RuleContext): RowChecker
}
