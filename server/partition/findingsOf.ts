// What the rules and the total lines say of the rows of a sheet that a person may see. Figures for the home page are kept
// until the sheet changes.
import { pathOf, policyDay } from '#shared/policy/adoption.ts'
import { parsePartitionId, type SheetDefinition } from '#shared/definition/sheet.ts'
import type { RuleContext } from '#shared/definition/rule.ts'
import { mainAmount, sumTotalLines } from '#shared/definition/totalLines.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { StoredRecord } from '#shared/sync/record.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import { settleFindings } from '#shared/review/eventCounts.ts'
import { validateSet } from '#shared/validation/setFindings.ts'
import type { Principal } from '../auth/principal.ts'
import { readUnits } from '../auth/units.ts'
import type { AppDeps } from '../deps.ts'
import type { PartitionSummary, RecordRows } from '../store/recordStore.ts'
import { localDay } from '../localDay.ts'

export interface FindingCounts {
  readonly errors: number
  readonly warnings: number
  readonly hints: number
}

type Needs = Pick<AppDeps, 'store' | 'definitions' | 'accounts' | 'clock'>

/** What rules may know of a sheet besides its rows. Throws when `p` is none or no kind of ours: it came from the store. */
export async function contextOf(
  deps: Needs,
  p: string,
): Promise<{ readonly definition: SheetDefinition; readonly context: RuleContext }> {
  const partition = parsePartitionId(p)
  const definition = partition && deps.definitions.get(partition.kind)
  const today = localDay(deps.clock())
  if (partition === undefined || definition === undefined) throw new Error(`no sheet kind for ${p}`)
  const units = new Map((await readUnits(deps.accounts.db)).map((unit) => [unit.id, unit]))
  const unitKind = units.get(partition.unitId)?.kind ?? 'primary'
  const { year } = partition
  const policies = await deps.store.policies()
  const policy = policies.policyFor(
    pathOf((id) => units.get(id)?.parentId, partition.unitId),
    policyDay(year, today),
  )
  return { definition, context: { today, year, unitKind, policy, calendar: policies.calendar } }
}

export async function findingsOfRows(
  deps: Needs,
  { p, rows, events }: Pick<RecordRows, 'p' | 'rows' | 'events'>,
): Promise<readonly Finding[]> {
  const { definition, context } = await contextOf(deps, p)
  const located = rows.map(({ id, values }) => ({ values, location: { id }, shown: values }))
  const ofRows = settleFindings(definition, validateRows(definition, located, context), events)
  return [...ofRows, ...validateSet(definition, rows, context)]
}

export interface SheetFigures {
  readonly findings: FindingCounts
  /** The kind's total lines over its main amount; absent where it has none. */
  readonly lines?: readonly { readonly key: string; readonly fen: number }[]
}

/** In the order of the sheets. Figures by sheet, change, person with rights, and day: what a person may see of a sheet may differ. */
export function createSheetFigures(
  deps: Needs & Pick<AppDeps, 'rules'>,
): (summaries: readonly PartitionSummary[], principal: Principal) => Promise<readonly SheetFigures[]> {
  const kept = new Map<string, SheetFigures>()
  const most = 2000
  const isLinked = (kind: string): boolean => deps.rules.linked.termsOf.has(kind)
  return async (summaries, principal) => {
    const day = localDay(deps.clock())
    const { version } = await deps.store.policies()
    const newest = newestOfUnits(summaries.filter(({ kind }) => isLinked(kind)))
    const who = `${principal.userId} ${JSON.stringify(principal.grants)}`
    const figures: SheetFigures[] = []
    for (const summary of summaries) {
      const { p, kind, unitId, lastCsn } = summary
      // a rule over several sheets may say something else of this one when another sheet of the unit has changed
      const changed = isLinked(kind) ? newest.get(unitId) : lastCsn
      const key = `${who} ${p} ${changed ?? 0} ${version} ${day}`
      let known = kept.get(key)
      if (known === undefined) {
        known = await readFigures(deps, summary, principal)
        if (kept.size >= most) kept.clear()
        kept.set(key, known)
      }
      figures.push(known)
    }
    return figures
  }
}

async function readFigures(deps: Needs, summary: PartitionSummary, principal: Principal): Promise<SheetFigures> {
  const { p, kind } = summary
  const list = summary.rows === 0 ? undefined : await deps.store.listRecords(p, principal)
  const rows = list?.rows ?? []
  const linked = rows.length === 0 ? [] : ((await deps.store.linked(p, principal)) ?? [])
  const findings = countBySeverity([
    ...(list === undefined || rows.length === 0 ? [] : await findingsOfRows(deps, list)),
    ...linked.flatMap(({ finding }) => finding ?? []),
  ])
  return { findings, ...sumLines(deps.definitions.get(kind), rows) }
}

function newestOfUnits(summaries: readonly PartitionSummary[]): ReadonlyMap<string, number> {
  const newest = new Map<string, number>()
  for (const { unitId, lastCsn } of summaries) newest.set(unitId, Math.max(newest.get(unitId) ?? 0, lastCsn))
  return newest
}

function sumLines(definition: SheetDefinition | undefined, rows: readonly StoredRecord[]): Pick<SheetFigures, 'lines'> {
  const column = definition && mainAmount(definition)
  if (definition === undefined || column === undefined) return {}
  const values = rows.map((row) => row.values)
  const lines = sumTotalLines(definition, values, column).map(({ key, fen }) => ({ key, fen }))
  return lines.length === 0 ? {} : { lines }
}

function countBySeverity(findings: readonly Finding[]): FindingCounts {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), hints: count('hint') }
}
