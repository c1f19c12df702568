// Which partitions a person sees, under which projection, and the SQL filter that shows only their rows.
import type { Subject } from '../../auth/decide.ts'
import { viewOf, type Area, type View } from '../../auth/view.ts'
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import type { SheetRules } from '../sheetRules.ts'
import { run } from '../statement.ts'
import { hash } from 'node:crypto'

export interface SeenPartition {
  readonly p: string
  readonly kind: string
  readonly unitId: string
  readonly year: number
  readonly rows: number
  readonly lastCsn: number
  readonly x: string
  readonly totals: string
  readonly view: View
  /** Changes whenever other rows or columns are shown: then the partition is dropped and sent again. */
  readonly proj: string
}

/** Every stored partition of which the subject may see something, by id. */
export async function seenPartitions(
  session: Session,
  parts: { readonly queries: Queries; readonly rules: SheetRules; readonly subject: Subject },
): Promise<readonly SeenPartition[]> {
  const { queries, rules, subject } = parts
  const views = new Map<string, { readonly view: View; readonly proj: string } | undefined>()
  const stored = await run(session, queries.allPartitions, {})
  return stored.flatMap(({ p, kind, unit_id: unitId, year, rows, last_csn: lastCsn, x, totals }) => {
    const key = `${unitId}/${kind}`
    if (!views.has(key)) {
      const definition = rules.kinds.get(kind)?.definition
      const view = definition && viewOf(subject, { definition, unitId })
      views.set(key, view && { view, proj: toProjection(view, definition.version) })
    }
    const seen = views.get(key)
    return seen ? [{ p, kind, unitId, year, rows, lastCsn, x, totals, ...seen }] : []
  })
}

/** 8 hex digits over what is shown. */
function toProjection({ whole, masked, ...rows }: View, version: number): string {
  const shown = whole ? 'whole' : areaText(rows)
  const columns = [...masked].map(([column, { mask, shown: open }]) => ` ${column} ${mask} ${areaText(open)}`)
  return hash('sha256', `${version} ${shown}${columns.join('')}`, 'hex').slice(0, 8)
}

function areaText({ states, own }: Area): string {
  return JSON.stringify([
    [...states].toSorted(),
    [...own].map(([state, departments]) => JSON.stringify([state, [...departments].toSorted()])).toSorted(),
  ])
}
