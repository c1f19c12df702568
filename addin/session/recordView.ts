// Which records are shown and in what order: search, filter and sort over many rows, pure.
import type { RecordRow } from '#shared/contract/resources.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Finding, Severity } from '#shared/kernel/finding.ts'
import type { Locale } from '#shared/kernel/words.ts'
import { showValue } from './showValue.ts'

export type FindingFilter = 'all' | 'decisions' | 'error' | 'warning' | 'hint'

export interface Sort {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

export interface View {
  readonly query: string
  readonly filter: FindingFilter
  readonly sort: Sort | null
}

/** What is worked out once per list of records. */
export interface RecordIndex {
  readonly rows: readonly RecordRow[]
  /** By record id. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>
  /** Findings of the sheet as a whole. */
  readonly setFindings: readonly Finding[]
  /** What a row is searched by. */
  readonly text: (index: number) => string
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

export function indexRecords(
  rows: readonly RecordRow[],
  findings: readonly Finding[],
  look: { readonly sheet: SheetDefinition; readonly locale: Locale },
): RecordIndex {
  const byId = new Map<string, Finding[]>()
  const setFindings: Finding[] = []
  for (const finding of findings) {
    const { id } = finding.location
    if (id === undefined) setFindings.push(finding)
    else byId.set(id, [...(byId.get(id) ?? []), finding])
  }
  const columns = Object.entries(look.sheet.columns)
  const texts: string[] = []
  return {
    rows,
    findings: byId,
    setFindings,
    text(index) {
      const row = rows[index]
      if (!row) return ''
      return (texts[index] ??= columns
        .map(([key, column]) => {
          const value = row.values[key] ?? null
          if (value === null) return ''
          const shown = fold(showValue(value, column, look.locale))
          // 1,286,400.00 is also found as 1286400
          return column.type === 'money' ? `${shown} ${shown.replaceAll(',', '')}` : shown
        })
        .join('\n'))
    },
  }
}

function passes(filter: FindingFilter, findings: readonly Finding[] | undefined): boolean {
  if (filter === 'all') return true
  const has = (severity: Severity) => findings?.some((finding) => finding.severity === severity) ?? false
  return filter === 'decisions' ? has('error') || has('warning') : has(filter)
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true })

/** Indexes into `rows`; blanks come last in either direction; equal rows keep their order. */
export function viewRecords(index: RecordIndex, view: View): readonly number[] {
  const words = fold(view.query)
    .split(/\s+/)
    .filter((word) => word !== '')
  const shown: number[] = []
  for (let at = 0; at < index.rows.length; at += 1) {
    const row = index.rows[at]
    if (!row || !passes(view.filter, index.findings.get(row.id))) continue
    if (words.length > 0) {
      const text = index.text(at)
      if (!words.every((word) => text.includes(word))) continue
    }
    shown.push(at)
  }
  const { sort } = view
  if (!sort) return shown
  const sign = sort.direction === 'ascending' ? 1 : -1
  const key = (at: number) => index.rows[at]?.values[sort.column] ?? null
  return shown.sort((a, b) => {
    const [left, right] = [key(a), key(b)]
    if (left === right) return a - b
    if (left === null) return 1
    if (right === null) return -1
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right)
    return sign * collator.compare(String(left), String(right)) || a - b
  })
}

/** The worst that was found; undefined when nothing was. */
export function worstOf(findings: readonly Finding[] | undefined): Severity | undefined {
  const severities = new Set(findings?.map((finding) => finding.severity))
  return (['error', 'warning', 'hint'] as const).find((severity) => severities.has(severity))
}
