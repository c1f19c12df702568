// Grants as stored, and what must hold before they are.
import type { Kysely, Transaction } from 'kysely'
import type { GrantInfo } from '#shared/contract/resources.ts'
import { roles, type Role } from '#shared/definition/role.ts'
import type { Locale } from '#shared/kernel/words.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import type { Database } from '../store/schema.ts'
import { findIncompatible, roleWords } from './incompatible.ts'
import type { Grant } from './principal.ts'
import { above, type Unit } from './units.ts'

export type GrantWish = Omit<GrantInfo, 'unitName'>

export async function grantsOf(db: Kysely<Database>, userId: string): Promise<readonly Grant[]> {
  const rows = await db
    .selectFrom('access_grant')
    .leftJoin('user_account as giver', 'giver.id', 'access_grant.delegated_by')
    .selectAll('access_grant')
    .select(['giver.display_name as giver_name', 'giver.persons as giver_persons'])
    .where('user_id', '=', userId)
    // whoever has been disabled has nothing to give any more
    .where((eb) => eb.or([eb('access_grant.delegated_by', 'is', null), eb('giver.disabled', '=', 0)]))
    .orderBy('access_grant.id')
    .execute()
  return rows.map((row) => ({
    role: toRole(row.role),
    unitId: row.unit_id,
    kinds: JSON.parse(row.kinds) as readonly string[], // written below, as an array of text
    department: row.department,
    from: row.valid_from,
    to: row.valid_to,
    ...toGiver(row),
  }))
}

/** Of a grant that was given away: by whom. */
export function toGiver(row: {
  readonly delegated_by: string | null
  readonly giver_name: string | null
  readonly giver_persons: string | null
}): Pick<Grant, 'delegatedBy'> {
  const { delegated_by: userId, giver_name: name, giver_persons: persons } = row
  if (userId === null) return {}
  return { delegatedBy: { userId, name: name ?? '', persons: JSON.parse(persons ?? '[]') as readonly string[] } }
}

function toRole(text: string): Role {
  const role = roles.find((known) => known === text)
  if (role === undefined) throw new Error(`stored role ${text} is unknown`)
  return role
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
