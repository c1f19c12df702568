// The home page's lines in the order people look for them.
import type { PartitionInfo } from '#shared/contract/resources.ts'

export interface UnitGroup {
  readonly unitId: string
  readonly unitName: string
  /** Newest year first. */
  readonly partitions: readonly PartitionInfo[]
}

/** What a person has to decide: hints are no decisions. */
export function decisionsOf(partition: Pick<PartitionInfo, 'findings'>): number {
  return partition.findings.errors + partition.findings.warnings
}

export function groupByUnit(partitions: readonly PartitionInfo[]): readonly UnitGroup[] {
  const byUnit = new Map<string, PartitionInfo[]>()
  for (const partition of partitions) byUnit.set(partition.unitId, [...(byUnit.get(partition.unitId) ?? []), partition])
  return [...byUnit]
    .map(([unitId, own]) => ({
      unitId,
      unitName: own[0]?.unitName ?? unitId,
      partitions: [...own].sort((a, b) => b.year - a.year || a.kind.localeCompare(b.kind)),
    }))
    .sort((a, b) => a.unitName.localeCompare(b.unitName, 'zh-Hans-CN'))
}
