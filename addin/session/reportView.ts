// A report as people look at it: its lines by section and code, bars, and the reports that a list of sheets gives rise to.
import { meetsCondition } from '#shared/definition/condition.ts'
import type { ReportBars, ReportDefinition } from '#shared/definition/report.ts'
import type { Section } from '#shared/definition/layout.ts'
import type { PartitionInfo } from '#shared/contract/resources.ts'
import type { Values } from '#shared/kernel/value.ts'

export interface ReportSection {
  /** null: lines that stand under no heading. */
  readonly section: Section | null
  readonly rows: readonly Values[]
}

export function sectionsOf({ sheet }: ReportDefinition, rows: readonly Values[]): readonly ReportSection[] {
  const by = sheet.layout.hierarchy?.column
  const codeOf = (row: Values): string => (by === undefined ? '' : String(row[by] ?? ''))
  const left = new Set(by === undefined ? rows : rows.toSorted((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1)))
  const sections: ReportSection[] = []
  for (const section of sheet.layout.sections) {
    const own = [...left].filter((row) => meetsCondition(section.where, row))
    for (const row of own) left.delete(row)
    if (own.length > 0) sections.push({ section, rows: own })
  }
  return left.size === 0 ? sections : [...sections, { section: null, rows: [...left] }]
}

export interface Bar {
  readonly label: string
  /** As stored; null: there is no whole to compare with. */
  readonly whole: number | null
  readonly parts: readonly number[]
  /** Lengths as shares of the longest bar, 0…1. */
  readonly lengths: readonly number[]
  readonly wholeLength: number
  readonly isOver: boolean
}

const amountOf = (row: Values, column: string): number | null => {
  const value = row[column]
  return typeof value === 'number' ? value : null
}

/** Lines without whole and parts are left out; negative parts are drawn as nothing. */
export function barsOf(bars: ReportBars, rows: readonly Values[]): readonly Bar[] {
  const drawn = rows
    .filter((row) => meetsCondition(bars.where, row))
    .map((row) => ({
      label: String(row[bars.label] ?? ''),
      whole: amountOf(row, bars.whole),
      parts: bars.parts.map((part) => amountOf(row, part) ?? 0),
    }))
    .filter(({ whole, parts }) => whole !== null || parts.some((part) => part !== 0))
  const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + Math.max(0, part), 0)
  const longest = Math.max(1, ...drawn.map(({ whole, parts }) => Math.max(whole ?? 0, sum(parts))))
  return drawn.map(({ label, whole, parts }) => ({
    label,
    whole,
    parts,
    lengths: parts.map((part) => Math.max(0, part) / longest),
    wholeLength: Math.max(0, whole ?? 0) / longest,
    isOver: sum(parts) > (whole ?? 0),
  }))
}

export interface ReportLink {
  readonly report: ReportDefinition
  readonly unitId: string
  readonly year: number
}

/** A report for every year in which a unit has a sheet that it is made of, newest first. */
export function reportsFor(
  reports: readonly ReportDefinition[],
  partitions: readonly PartitionInfo[],
): readonly ReportLink[] {
  const links = reports.flatMap((report) => {
    const kinds = new Set(report.sources.map(({ kind }) => kind))
    const places = new Map(
      partitions
        .filter(({ kind, rows }) => kinds.has(kind) && rows > 0)
        .map(({ unitId, year }) => [`${unitId} ${year}`, { report, unitId, year }]),
    )
    return [...places.values()]
  })
  return links.toSorted((a, b) => b.year - a.year)
}
