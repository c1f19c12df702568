// The tree of units (工会): who stands under whom.
import type { UnitKind } from '#shared/definition/rule.ts'

export interface Unit {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly parentId: string | null
}

export type UnitTree = ReadonlyMap<string, Unit>

export function makeUnitTree(units: readonly Unit[]): UnitTree {
  return new Map(units.map((unit) => [unit.id, unit]))
}

/** `unitId` is `ancestorId` or below it. A cycle (the database refuses them) ends as false. */
export function isWithin(tree: UnitTree, unitId: string, ancestorId: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = unitId; at !== null && !seen.has(at); at = tree.get(at)?.parentId ?? null) {
    if (at === ancestorId) return true
    seen.add(at)
  }
  return false
}
