// What the store must know of sheet kinds; given by the composition root, so that the engine never names a kind.
import { makeKindCodec, type KindCodec } from './kindCodec.ts'
import type { RuleContext } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import { planLinked, type LinkedPlan } from '#shared/validation/linkedPlan.ts'
import { blocksSave, checkRow, compileRowValidator } from '#shared/validation/validateRows.ts'

/** Findings of one row: limits, field and row rules; an id for the location. @param before as it is stored, if it is */
export type RowChecker = (values: Values, id: RecordId, before?: Values) => readonly Finding[]

export interface SheetRules {
  readonly kinds: ReadonlyMap<string, KindCodec>
  /** Rules over several sheets, of all kinds. */
  readonly linked: LinkedPlan
  /** Compiled once per definition and context; called for every row that a push creates or changes. */
  rowChecker(definition: SheetDefinition, context: RuleContext): RowChecker
  /** The finding keeps its row from being saved; other errors only keep it from going on. */
  blocksSave(definition: SheetDefinition, finding: Finding): boolean
}

export function makeSheetRules(definitions: readonly SheetDefinition[]): SheetRules {
  return {
    linked: planLinked(definitions),
    kinds: new Map(definitions.map((definition) => [definition.kind, makeKindCodec(definition)])),
    rowChecker: (definition, context) => {
      const validator = compileRowValidator(definition)
      return (values, id, before) => {
        const findings: Finding[] = []
        checkRow(validator, { values, location: { id }, ...(before && { shown: before }) }, { context, findings })
        return findings
      }
    },
    blocksSave,
  }
}
