// The tree of units.
import type { Kysely } from 'kysely'
import type { UnitInfo } from '#shared/contract/resources.ts'
import type { Database } from '../store/schema.ts'

export type Unit = UnitInfo

export async function readUnits(db: Kysely<Database>): Promise<readonly Unit[]> {
  const rows = await db.selectFrom('unit').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind === 'county' ? 'county' : 'primary',
    parentId: row.parent_id,
  }))
}

/** Ids from the parent upwards; the stored tree has no cycles. */
export function above(units: readonly Unit[], id: string): readonly string[] {
  const path: string[] = []
  let at = units.find((unit) => unit.id === id)?.parentId ?? null
  while (at !== null && !path.includes(at)) {
    path.push(at)
    at = units.find((unit) => unit.id === at)?.parentId ?? null
  }
  return path
}
