// The tree of units.
import type { Kysely } from 'kysely'
import type { UnitInfo, UnitRequest } from '#shared/contract/resources.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import type { Database } from '../store/schema.ts'
import { isCurrent } from './isCurrent.ts'
import type { Principal } from './principal.ts'

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

/** Units of the person's grants and everything below them; an administrator sees all. */
export function visibleUnits(units: readonly Unit[], principal: Principal, today: string): readonly Unit[] {
  const grants = principal.grants.filter((grant) => isCurrent(grant, today))
  if (grants.some((grant) => grant.role === 'admin')) return units
  const held = new Set(grants.map((grant) => grant.unitId))
  return units.filter((unit) => held.has(unit.id) || above(units, unit.id).some((id) => held.has(id)))
}

export async function createUnit(
  db: Kysely<Database>,
  request: UnitRequest,
  clock: () => Date,
): Promise<Result<Unit, Refusal>> {
  return db.transaction().execute(async (trx) => {
    const units = await readUnits(trx)
    const { kind, parentId } = request
    const name = request.name.trim()
    if (parentId !== null && !units.some((unit) => unit.id === parentId))
      return err(refuse('unit.unknown', { unit: parentId }))
    if (name === '' || units.some((unit) => unit.parentId === parentId && unit.name === name))
      return err(refuse('unit.taken', { name }))
    const last = Math.max(0, ...units.map((unit) => Number(/^u(\d+)$/.exec(unit.id)?.[1] ?? 0)))
    const id = `u${last + 1}`
    const created_at = clock().toISOString()
    await trx.insertInto('unit').values({ id, name, kind, parent_id: parentId, created_at }).execute()
    return ok({ id, name, kind, parentId })
  })
}
