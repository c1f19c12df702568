// Of very many findings those that fit an answer: some of every group, and for each group how many there are and in which rows.
import type { Finding } from '../kernel/finding.ts'
import { groupFindings, type FindingGroup } from '../validation/groupFindings.ts'
import type { FixGroup } from './importResources.ts'

export interface ShortFindings {
  readonly findings: readonly Finding[]
  readonly findingCount: number
  readonly fixGroups: readonly FixGroup[]
  readonly groupCount: number
}

const maxGroups = 200
const maxPerGroup = 100
/** Runs of rows named for one group; rows beyond can be seen once these are settled. */
const maxRuns = 2000

/** @param limit of findings in the answer; each group has at least one while there is room */
export function shortenFindings(findings: readonly Finding[], limit: number): ShortFindings {
  const all = groupFindings(findings)
  const groups = all.slice(0, Math.min(maxGroups, limit))
  const room = new Map<FindingGroup, number>(groups.map((group) => [group, 1]))
  let left = limit - groups.length
  for (const group of groups) {
    const more = Math.min(left, maxPerGroup - 1, group.findings.length - 1)
    room.set(group, 1 + more)
    left -= more
  }
  const kept = groups.flatMap((group) => group.findings.slice(0, room.get(group) ?? 0)).toSorted((a, b) => a - b)
  const place = new Map(kept.map((index, at) => [index, at]))
  return {
    findings: kept.flatMap((index) => findings[index] ?? []),
    findingCount: findings.length,
    fixGroups: groups.map((group) => ({
      code: group.code,
      severity: group.severity,
      column: group.column,
      count: group.findings.length,
      findings: group.findings.flatMap((index) => place.get(index) ?? []),
      rows: runsOf(group.findings.flatMap((index) => findings[index]?.location.row ?? [])),
    })),
    groupCount: all.length,
  }
}

/** 3, 4, 5, 9 → 3–5, 9–9. */
function runsOf(rows: readonly number[]): FixGroup['rows'] {
  const runs: [number, number][] = []
  for (const row of [...new Set(rows)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === row - 1) last[1] = row
    else if (runs.length === maxRuns) break
    else runs.push([row, row])
  }
  return runs
}
