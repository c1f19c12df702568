// What a person has decided about a file so far; pure steps, so that each can be tested alone.
import type { FixGroup, ImportAnalysis, ImportTable } from '#shared/contract/importResources.ts'
import type { PushReport, UnitInfo } from '#shared/contract/resources.ts'
import { halvesOf } from '#shared/import/halves.ts'
import type { ImportPlan, RowRole, TablePlan } from '#shared/import/plan.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { splitCell } from './splitCell.ts'
import type { Value } from '#shared/kernel/value.ts'

export interface ImportState {
  readonly stage: 'import'
  readonly analysis: ImportAnalysis
  readonly units: readonly UnitInfo[]
  /** Place in `analysis.tables`. */
  readonly chosen: number
  readonly table: ImportTable
  /** null: the table is of no kind we know. */
  readonly plan: ImportPlan | null
  /** null until it is certain or chosen: never import into a guessed unit. */
  readonly unitId: string | null
  /** Findings looked at and left as they are, by `findingKey`. */
  readonly seen: ReadonlySet<string>
  /** null: not rehearsed, or something changed since. */
  readonly rehearsal: PushReport | null
  readonly wasRehearsed: boolean
}

/** The table people most likely mean: of a known kind, with the most rows to import. */
function likeliestTable(analysis: ImportAnalysis): number {
  const rows = (table: ImportTable) => (table.plan === null ? -1 : (table.preview?.counts.imported ?? 0))
  return analysis.tables.reduce(
    (best, table, index) => (rows(table) > rows(analysis.tables[best] ?? table) ? index : best),
    0,
  )
}

/** The unit the file names, or the only one there is; null when a person must say. */
function certainUnit(units: readonly UnitInfo[], named: string | null): string | null {
  if (units.length === 1) return units[0]?.id ?? null
  const name = named?.replace(/\s/g, '') ?? ''
  const same = name === '' ? [] : units.filter((unit) => unit.name.replace(/\s/g, '') === name)
  return same.length === 1 ? (same[0]?.id ?? null) : null
}

export function startImport(analysis: ImportAnalysis, units: readonly UnitInfo[]): ImportState | null {
  return chooseTable({ analysis, units }, likeliestTable(analysis))
}

export function chooseTable(from: Pick<ImportState, 'analysis' | 'units'>, chosen: number): ImportState | null {
  const table = from.analysis.tables[chosen]
  if (!table) return null
  return {
    stage: 'import',
    analysis: from.analysis,
    units: from.units,
    chosen,
    table,
    plan: table.plan,
    unitId: certainUnit(from.units, table.table.unitName),
    seen: new Set(),
    rehearsal: null,
    wasRehearsed: false,
  }
}

/** Every table of the plan, the leading one and those beside it. */
function changePlan(state: ImportState, change: (half: TablePlan) => TablePlan): ImportState {
  if (state.plan === null) return state
  const { beside, ...leading } = state.plan
  const plan = beside === undefined ? change(leading) : { ...change(leading), beside: beside.map(change) }
  return { ...state, plan, rehearsal: null }
}

const holds = (half: TablePlan, index: number): boolean => half.mappings.some(({ source }) => source.index === index)

/** @param index 0-based source column; a column of the kind is fed by one source column of a table only */
export function mapColumn(state: ImportState, index: number, target: string | null): ImportState {
  return changePlan(state, (half) =>
    !holds(half, index)
      ? half
      : {
          ...half,
          mappings: half.mappings.map((mapping) => {
            if (mapping.source.index === index) return { ...mapping, target, basis: 'manual', confidence: 1 }
            return target !== null && mapping.target === target
              ? { ...mapping, target: null, basis: 'manual', confidence: 1 }
              : mapping
          }),
        },
  )
}

/** A person says which kind the table is of; the server then plans it anew. */
export function chooseKind(
  state: ImportState,
  kind: { readonly kind: string; readonly version: number },
  year: number,
): ImportState {
  const { sheetName, tableIndex, table } = state.table
  return {
    ...state,
    plan: {
      kind: kind.kind,
      schema: kind.version,
      sheetName,
      tableIndex,
      fingerprint: '',
      mappings: [],
      conventions: {
        unitFen: Math.round((table.unit?.scale ?? 1) * 100),
        year: table.year ?? year,
        blankMoney: 'null',
      },
      roles: [],
      corrections: [],
      aliases: [],
      onMatch: 'replace-with-nonblank',
      accepted: [],
    },
    table: { ...state.table, plan: null, preview: null },
    seen: new Set(),
    rehearsal: null,
  }
}

/** What each row was taken for, a person's word first; parents counted as sums of the rows below them are subtotals. */
export function rolesOf(table: ImportTable, plan: ImportPlan | null): ReadonlyMap<number, RowRole> {
  const roles = new Map<number, RowRole>(table.table.rowRoles.map(({ row, role }) => [row, role]))
  for (const { where } of table.preview?.totals ?? []) {
    const row = where === null ? undefined : splitCell(where)?.row
    if (row !== undefined && roles.get(row) === 'data') roles.set(row, 'subtotal')
  }
  for (const { row, role } of plan?.roles ?? []) roles.set(row, role)
  return roles
}

export interface Correction {
  /** 1-based source row. */
  readonly row: number
  readonly column: string
  readonly value: Value
  /** 0-based source column: says which of several tables beside one another is meant. */
  readonly index?: number | undefined
}

export function correctCells(state: ImportState, corrections: readonly Correction[]): ImportState {
  const key = (correction: Correction) => `${correction.row}/${correction.column}`
  const leading = state.plan?.mappings
  return changePlan(state, (half) => {
    const own = corrections
      .filter(({ index }) => (index === undefined ? half.mappings === leading : holds(half, index)))
      .map(({ row, column, value }) => ({ row, column, value }))
    const fresh = new Set(own.map(key))
    return { ...half, corrections: [...half.corrections.filter((old) => !fresh.has(key(old))), ...own] }
  })
}

/** A person knows better what a row is. @param row 1-based source row */
export function correctRole(state: ImportState, row: number, role: RowRole): ImportState {
  return changePlan(state, (plan) => ({
    ...plan,
    roles: [...plan.roles.filter((old) => old.row !== row), { row, role }],
  }))
}

/** One step for all: what the findings themselves suggest. */
export function applyFixes(state: ImportState, findings: readonly Finding[]): ImportState {
  return findings.reduce((next, finding) => {
    const { fix, location } = finding
    if (!fix) return next
    switch (fix.type) {
      case 'setValue':
        return location.row === undefined
          ? next
          : correctCells(next, [
              {
                row: location.row,
                column: fix.column,
                value: fix.value,
                index: location.cell === undefined ? undefined : splitCell(location.cell)?.column,
              },
            ])
      case 'mapValue':
        return changePlan(next, (plan) => ({
          ...plan,
          aliases: [
            ...plan.aliases.filter((alias) => alias.column !== fix.column || alias.from !== fix.from),
            { column: fix.column, from: fix.from, to: fix.to },
          ],
        }))
      case 'mapColumn': {
        const mappings = next.plan === null ? [] : halvesOf(next.plan).flatMap((half) => half.mappings)
        const mapping = mappings.find((each) => each.source.header === fix.header)
        return mapping ? mapColumn(next, mapping.source.index, fix.column) : next
      }
    }
  }, state)
}

/** The same finding in a later answer has the same key. */
export function findingKey(finding: Finding): string {
  const { row, cell, column } = finding.location
  return JSON.stringify([finding.code, row ?? null, cell ?? null, column ?? null])
}

export function acceptFindings(state: ImportState, findings: readonly Finding[]): ImportState {
  const seen = new Set([...state.seen, ...findings.map(findingKey)])
  const rows = findings.flatMap((finding) => (finding.location.row === undefined ? [] : [finding.location.row]))
  return changePlan({ ...state, seen }, (plan) => ({
    ...plan,
    accepted: [...new Set([...plan.accepted, ...rows])].sort((a, b) => a - b),
  }))
}

export function choosePlace(
  state: ImportState,
  place: { readonly unitId?: string; readonly year?: number; readonly onMatch?: ImportPlan['onMatch'] },
): ImportState {
  const next = { ...state, unitId: place.unitId ?? state.unitId }
  return changePlan(next, (plan) => ({
    ...plan,
    conventions: { ...plan.conventions, year: place.year ?? plan.conventions.year },
    onMatch: place.onMatch ?? plan.onMatch,
  }))
}

/** The server's new answer for the changed plan; what was decided meanwhile stays. */
export function takeTable(state: ImportState, table: ImportTable): ImportState {
  return {
    ...state,
    table: { ...table, guess: table.guess ?? state.table.guess },
    plan: state.plan?.mappings.length === 0 ? table.plan : state.plan,
  }
}

export function takeRehearsal(state: ImportState, rehearsal: PushReport): ImportState {
  return { ...state, rehearsal, wasRehearsed: true }
}

export interface FindingGroup {
  readonly code: string
  readonly severity: Finding['severity']
  /** Those that the answer had room for. */
  readonly findings: readonly Finding[]
  /** All that are open, shown or not. */
  readonly count: number
  /** Rows of all of them, as runs, both ends included. */
  readonly rows: readonly (readonly [number, number])[]
}

const groupKey = (group: Pick<FixGroup, 'code' | 'count' | 'rows'>): string =>
  JSON.stringify([group.code, group.count, group.rows.slice(0, 10)])

/** Settles a whole group, those included that the answer had no room for. */
export function acceptGroup(state: ImportState, group: FindingGroup): ImportState {
  const rows = group.rows.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
  const next = acceptFindings({ ...state, seen: new Set([...state.seen, groupKey(group)]) }, group.findings)
  return changePlan(next, (plan) => ({
    ...plan,
    accepted: [...new Set([...plan.accepted, ...rows])].sort((a, b) => a - b),
  }))
}

/** Groups of findings still open, largest first: each is one decision. Hints are no decisions. */
export function openGroups(state: ImportState): readonly FindingGroup[] {
  const preview = state.table.preview
  if (!preview) return []
  return preview.fixGroups
    .filter((group) => group.severity !== 'hint' && !state.seen.has(groupKey(group)))
    .map((group) => {
      const findings = group.findings
        .flatMap((index) => preview.findings[index] ?? [])
        .filter((finding) => finding.severity !== 'hint' && !state.seen.has(findingKey(finding)))
      const { code, severity, rows } = group
      const count = findings.length + group.count - group.findings.length
      return { code, severity, findings, count, rows } satisfies FindingGroup
    })
    .filter((group) => group.count > 0)
}

export function hintsOf(state: ImportState): readonly Finding[] {
  return (state.table.preview?.findings ?? []).filter((finding) => finding.severity === 'hint')
}
