// Findings grouped by the one step that clears most of them, largest first: what a person should do next.
import type { Finding, FindingFix, Severity } from '../kernel/finding.ts'

export interface FindingGroup {
  readonly code: string
  readonly severity: Severity
  readonly column: string | null
  /** The step that clears them all, when there is one. */
  readonly fix: FindingFix | null
  /** Places in the list that was given. */
  readonly findings: readonly number[]
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

/** A mapping or value alias clears many at once; setting one cell clears only its own. */
function sharedFix(finding: Finding): FindingFix | null {
  return finding.fix === undefined || finding.fix.type === 'setValue' ? null : finding.fix
}

export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, { first: Finding; indexes: number[] }>()
  findings.forEach((finding, index) => {
    const fix = sharedFix(finding)
    const key =
      fix === null ? `${finding.severity}|${finding.code}|${finding.location.column ?? ''}` : JSON.stringify(fix)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: finding, indexes: [index] })
    else group.indexes.push(index)
  })
  return [...groups.values()]
    .map(({ first, indexes }) => ({
      code: first.code,
      severity: first.severity,
      column: first.location.column ?? null,
      fix: sharedFix(first),
      findings: indexes,
    }))
    .sort(
      (a, b) =>
        rank[a.severity] - rank[b.severity] || b.findings.length - a.findings.length || a.code.localeCompare(b.code),
    )
}
