// The lines of a report for somebody who may see every row that is added up; a sum of part of the rows would be a lie.
import { toPartitionId } from '#shared/definition/sheet.ts'
import type { ReportDefinition } from '#shared/definition/report.ts'
import type { Values } from '#shared/kernel/value.ts'
import { evaluateReport, type SourceRow } from '#shared/report/evaluateReport.ts'
import { viewOf } from '../auth/view.ts'
import type { Principal } from '../auth/principal.ts'
import { makeUnitTree, type Unit } from '../auth/unitTree.ts'
import { readUnits } from '../auth/units.ts'
import type { AppDeps } from '../deps.ts'
import { localDay } from '../localDay.ts'

export interface ReportPlace {
  readonly unitId: string
  readonly year: number
}

export interface ReportRows {
  readonly unit: Unit
  readonly rows: readonly Values[]
}

export type ReportDeps = Pick<AppDeps, 'store' | 'definitions' | 'accounts' | 'clock' | 'reports'>

/** undefined: no such unit, or some row behind the report is hidden from this person. */
export async function readReport(
  deps: ReportDeps,
  report: ReportDefinition,
  { place, principal }: { readonly place: ReportPlace; readonly principal: Principal },
): Promise<ReportRows | undefined> {
  const units = await readUnits(deps.accounts.db)
  const unit = units.find(({ id }) => id === place.unitId)
  if (unit === undefined) return undefined
  const subject = { grants: principal.grants, units: makeUnitTree(units), today: localDay(deps.clock()) }
  const kinds = [...new Set(report.sources.map(({ kind }) => kind))]
  const seesAll = kinds.every((kind) => {
    const definition = deps.definitions.get(kind)
    return definition !== undefined && viewOf(subject, { definition, unitId: unit.id })?.whole === true
  })
  if (!seesAll) return undefined
  const rows: SourceRow[] = []
  for (const kind of kinds) {
    const records = await deps.store.listRecords(toPartitionId({ kind, unitId: unit.id, year: place.year }), principal)
    for (const { state, values } of records?.rows ?? []) rows.push({ kind, state, values })
  }
  return { unit, rows: evaluateReport(report, rows) }
}
