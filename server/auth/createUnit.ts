// A new unit below one that the person administers; at the top only for administrators of the server.
import type { Kysely } from 'kysely'
import type { UnitRequest } from '#shared/contract/resources.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { localDay } from '../localDay.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import type { Database } from '../store/schema.ts'
import { grantsOf } from './grants.ts'
import { jurisdictionOf } from './jurisdiction.ts'
import type { Principal } from './principal.ts'
import { readUnits, type Unit } from './units.ts'

export async function createUnit(
  db: Kysely<Database>,
  request: UnitRequest,
  { principal, clock }: { readonly principal: Principal; readonly clock: () => Date },
): Promise<Result<Unit, Refusal>> {
  return db.transaction().execute(async (trx) => {
    const units = await readUnits(trx)
    const { kind, parentId } = request
    const name = request.name.trim()
    const reach = jurisdictionOf(units, await grantsOf(trx, principal.userId), localDay(clock()))
    if (!reach) return err(refuse('forbidden'))
    if (parentId === null && !reach.whole) return err(refuse('admin.server'))
    if (parentId !== null && !reach.has(parentId)) return err(refuse('admin.scope', { unit: parentId }))
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
