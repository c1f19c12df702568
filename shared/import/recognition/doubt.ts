// Findings of recognition, gathered as they are met; the same thing is said once.
import type { Finding, FindingLocation, Severity } from '../../kernel/finding.ts'
import type { Params } from '../../kernel/words.ts'

export interface Doubts {
  readonly sheet: string
  readonly findings: Finding[]
}

export function newDoubts(sheet: string): Doubts {
  return { sheet, findings: [] }
}

export function say(
  doubts: Doubts,
  what: { readonly code: string; readonly severity: Severity },
  at: { readonly location?: FindingLocation; readonly params?: Params } = {},
): void {
  doubts.findings.push({
    code: what.code,
    severity: what.severity,
    location: { sheet: doubts.sheet, ...at.location },
    params: at.params ?? {},
  })
}

/** `3, 5–8, 12 …`: at most six runs. */
export function rowList(rows: readonly number[]): string {
  const runs: string[] = []
  let start = rows[0]
  let previous = rows[0]
  if (start === undefined || previous === undefined) return ''
  for (const row of [...rows.slice(1), Number.NaN]) {
    if (row === previous + 1) {
      previous = row
      continue
    }
    runs.push(start === previous ? String(start) : `${start}–${previous}`)
    if (runs.length === 6) return Number.isNaN(row) ? runs.join(', ') : `${runs.join(', ')} …`
    start = row
    previous = row
  }
  return runs.join(', ')
}
