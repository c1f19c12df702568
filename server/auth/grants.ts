// Grants as stored, and what must hold before they are.
import type { Kysely, Transaction } from 'kysely'
import type { GrantWish } from '#shared/contract/resources.ts'
import type { Locale } from '#shared/kernel/words.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import type { Database } from '../store/schema.ts'
import { selectGrants, toGrants } from './heldGrants.ts'
import { findIncompatible, roleWords } from './incompatible.ts'
import type { Grant } from './principal.ts'
import { above, type Unit } from './units.ts'

export async function grantsOf(db: Kysely<Database>, userId: string): Promise<readonly Grant[]> {
  return toGrants(await selectGrants(db, userId).execute(), userId)
}

/** The first thing that is wrong with a whole set of grants of one person. */
export function checkGrants(grants: readonly GrantWish[], units: readonly Unit[], locale: Locale): Refusal | undefined {
  for (const grant of grants) {
    if (!units.some((unit) => unit.id === grant.unitId)) return refuse('unit.unknown', { unit: grant.unitId })
    if (grant.from !== null && grant.to !== null && grant.from > grant.to) return refuse('grants.period')
    if (grant.role === 'department' && grant.department === null) return refuse('grants.department')
  }
  const pair = findIncompatible(grants.map((grant) => ({ ...grant, above: above(units, grant.unitId) })))
  return pair
    ? refuse('grants.incompatible', { first: roleWords[pair.first][locale], second: roleWords[pair.second][locale] })
    : undefined
}

export async function saveGrants(
  trx: Transaction<Database>,
  userId: string,
  save: { readonly grants: readonly GrantWish[]; readonly newId: () => string },
): Promise<void> {
  // what others have delegated to this person is theirs to take back
  await trx.deleteFrom('access_grant').where('user_id', '=', userId).where('delegation', 'is', null).execute()
  for (const grant of save.grants)
    await trx
      .insertInto('access_grant')
      .values({
        id: save.newId(),
        user_id: userId,
        role: grant.role,
        unit_id: grant.unitId,
        kinds: JSON.stringify(grant.kinds),
        department: grant.department,
        valid_from: grant.from,
        valid_to: grant.to,
      })
      .execute()
}
