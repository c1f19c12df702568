// The home page's lines in the order people look for them.
import type { PartitionInfo } from '#shared/contract/resources.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Words } from '#shared/kernel/words.ts'
import { mainAmount } from '#shared/definition/totalLines.ts'

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

export interface HomeTotal {
  readonly key: string
  readonly label: Words | undefined
  /** Of a total line that stands alone and is only called 合计: the column that it sums. */
  readonly of?: Words
  /** 分 */
  readonly amount: number
  /** A plain sum of a column, as against a total line of the kind. */
  readonly isColumn: boolean
}

/** The kind's own total lines where the server gives them; else the sum of its main amount. */
export function homeTotals(partition: PartitionInfo, sheet: SheetDefinition | undefined): readonly HomeTotal[] {
  const main = sheet && mainAmount(sheet)
  const column = main === undefined ? undefined : sheet?.columns[main]
  if (partition.lines)
    return partition.lines.map((line, _, { length }) => ({
      key: line.key,
      label: sheet?.layout.totals.find((total) => total.key === line.key)?.label,
      ...(length === 1 && column ? { of: column.label } : {}),
      amount: line.fen,
      isColumn: false,
    }))
  return partition.totals
    .filter((total) => main === undefined || total.column === main)
    .map((total) => ({
      key: total.column,
      label: sheet?.columns[total.column]?.label,
      amount: total.fen,
      isColumn: true,
    }))
}
