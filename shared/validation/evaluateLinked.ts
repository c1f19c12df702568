// Rules over several sheets evaluated over all rows at once: for examples, files and the law that sums kept up agree.
import type { RuleContext } from '../definition/rule.ts'
import type { Finding } from '../kernel/finding.ts'
import { judgeGroup, noRows, type LinkedSum } from './linkedFindings.ts'
import {
  contributionsOf,
  type LinkedPlan,
  type LinkedRowFacts,
  type LinkedSide,
  type LinkedYears,
  type PlannedRule,
} from './linkedPlan.ts'

export interface PlacedRow extends LinkedRowFacts {
  readonly kind: string
  readonly unitId: string
  readonly year: number
}

/** Whose rules are asked, for which year. */
export interface LinkedPlace {
  readonly unitId: string
  readonly year: number
}

/** Does a sheet of that place count in a sum that the rule needs for `asked`? */
export function isInReach(
  { rule }: Pick<PlannedRule, 'rule'>,
  years: LinkedYears,
  { sheet, asked }: { readonly sheet: LinkedPlace; readonly asked: LinkedPlace },
): boolean {
  if (rule.linked.reach === 'unit' && sheet.unitId !== asked.unitId) return false
  return isInYears(years, { sheet: sheet.year, asked: asked.year })
}

export function isInYears(
  years: LinkedYears,
  { sheet, asked }: { readonly sheet: number; readonly asked: number },
): boolean {
  return years === 'all' || sheet === (years === 'same' ? asked : asked - 1)
}

/** One finding per broken group, by rule and then by group; locations are empty: the whole reach is asked about. */
export function evaluateLinked(
  plan: LinkedPlan,
  rows: readonly PlacedRow[],
  asked: LinkedPlace & { readonly context: RuleContext },
): readonly Finding[] {
  const sums = new Map<PlannedRule, Map<string, Map<LinkedSide, LinkedSum>>>()
  for (const row of rows)
    for (const { planned, slot, group, sum } of contributionsOf(plan, row.kind, row)) {
      if (!isInReach(planned, slot.years, { sheet: row, asked })) continue
      const groups = sums.get(planned) ?? new Map<string, Map<LinkedSide, LinkedSum>>()
      const sides = groups.get(group) ?? emptySides(planned)
      const before = sides.get(slot.side) ?? noRows
      sides.set(slot.side, { count: before.count + 1, sum: before.sum + sum })
      groups.set(group, sides)
      sums.set(planned, groups)
    }
  return plan.rules.flatMap((planned) =>
    [...(sums.get(planned) ?? [])]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([group, sides]) => judgeGroup(planned, { group, sums: sides, location: {} }, asked.context) ?? []),
  )
}

/** Every side that the rule sums, with nothing in it: a base without rows is 0, not unknown. */
export function emptySides({ slots }: PlannedRule): Map<LinkedSide, LinkedSum> {
  return new Map(slots.map(({ side }) => [side, noRows]))
}
