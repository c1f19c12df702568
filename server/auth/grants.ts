// Grants as stored, and what must hold before they are.
import type { Kysely, Transaction } from 'kysely'
import type { GrantWish } from '#shared/contract/resources.ts'
import type { Locale } from '#shared/kernel/words.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import type { Database } from '../store/schema.ts'
import { selectGrants, toGrants } from './heldGrants.ts'
import { concerns } from './excusesRoles.ts'
import { findIncompatible, roleWords, toDuty, type HeldRight } from './incompatible.ts'
import type { Grant } from './principal.ts'
import type { Unit } from './units.ts'
import type { ExemptionOnFile } from '#shared/review/foldRevocable.ts'

export async function grantsOf(db: Kysely<Database>, userId: string): Promise<readonly Grant[]> {
  return toGrants(await selectGrants(db, userId).execute(), userId)
}

/** The first thing that is wrong with a whole set of grants of one person. @param standing exemptions: the person's */
export function checkGrants(
  grants: readonly HeldRight[],
  { units, exemptions }: { readonly units: readonly Unit[]; readonly exemptions: readonly ExemptionOnFile[] },
  locale: Locale,
): Refusal | undefined {
  for (const grant of grants) {
    if (!units.some((unit) => unit.id === grant.unitId)) return refuse('unit.unknown', { unit: grant.unitId })
    if (grant.from !== null && grant.to !== null && grant.from > grant.to) return refuse('grants.period')
    if (grant.role === 'department' && grant.department === null) return refuse('grants.department')
  }
  const duties = grants.map((grant) => toDuty(grant, units))
  const pair = findIncompatible(duties, exemptions)
  if (!pair) return undefined
  const named = { first: roleWords[pair.first][locale], second: roleWords[pair.second][locale] }
  const both = duties.filter(({ role }) => role === pair.first || role === pair.second)
  const exemption = exemptions.find((one) => concerns(one, pair, both))
  return exemption
    ? refuse('grants.exempt-days', { ...named, from: exemption.from, to: exemption.until })
    : refuse('grants.incompatible', named)
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
