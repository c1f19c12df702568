// Units in the order of their tree, each with its depth.
import type { UnitInfo } from '#shared/contract/resources.ts'

export interface UnitLine {
  readonly unit: UnitInfo
  /** 0 for a unit whose parent is not in the list. */
  readonly depth: number
}

export function unitTree(units: readonly UnitInfo[]): readonly UnitLine[] {
  const known = new Set(units.map((unit) => unit.id))
  const lines: UnitLine[] = []
  const met = new Set<string>()
  const walk = (parentId: string | null, depth: number) => {
    const own = units.filter(
      (unit) => (unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null) === parentId,
    )
    for (const unit of own.sort((a, b) => a.name.localeCompare(b.name, 'zh-Hans-CN'))) {
      if (met.has(unit.id)) continue
      met.add(unit.id)
      lines.push({ unit, depth })
      walk(unit.id, depth + 1)
    }
  }
  walk(null, 0)
  return lines
}
