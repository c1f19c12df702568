// What a person holds: grants of administrators, and what others delegated as far as they still hold it themselves.
import { sql, type Kysely } from 'kysely'
import { roles, type Role } from '#shared/definition/role.ts'
import type { Database } from '../store/schema.ts'
import type { Grant } from './principal.ts'

export interface GrantRow {
  readonly user_id: string
  readonly role: string
  readonly unit_id: string
  /** JSON array. */
  readonly kinds: string
  readonly department: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly delegated_by: string | null
  readonly giver_name: string | null
}

/** The person's rows, and those of whoever delegated something to the person; of people who are disabled nothing is given. */
export function selectGrants(db: Kysely<Database>, userId: string) {
  return db
    .selectFrom('access_grant')
    .leftJoin('user_account as giver', 'giver.id', 'access_grant.delegated_by')
    .select(['user_id', 'role', 'unit_id', 'kinds', 'department', 'valid_from', 'valid_to', 'delegated_by'])
    .select('giver.display_name as giver_name')
    .where((eb) =>
      eb.or([
        eb('user_id', '=', userId),
        eb.and([
          eb('delegated_by', 'is', null),
          eb(
            'user_id',
            'in',
            eb
              .selectFrom('access_grant as given')
              .select('given.delegated_by')
              .where('given.user_id', '=', userId)
              .$narrowType<{ delegated_by: string }>(),
          ),
        ]),
      ]),
    )
    .where((eb) => eb.or([eb('delegated_by', 'is', null), eb('giver.disabled', '=', sql.lit(0))]))
    .orderBy('access_grant.id')
}

/** @param rows as selectGrants gives them for this person */
export function toGrants(rows: readonly GrantRow[], userId: string): readonly Grant[] {
  const givers = rows.filter((row) => row.user_id !== userId)
  return rows.flatMap((row): readonly Grant[] => {
    if (row.user_id !== userId) return []
    const grant = toGrant(row)
    if (row.delegated_by === null) return [grant]
    const delegatedBy = { userId: row.delegated_by, name: row.giver_name ?? '' }
    return givers.flatMap((held): readonly Grant[] => {
      const standing = held.user_id === row.delegated_by ? narrow(grant, toGrant(held)) : undefined
      return standing ? [{ ...standing, delegatedBy }] : []
    })
  })
}

export function toGrant(row: Omit<GrantRow, 'giver_name' | 'delegated_by' | 'user_id'>): Grant {
  return {
    role: toRole(row.role),
    unitId: row.unit_id,
    kinds: JSON.parse(row.kinds) as readonly string[], // written as an array of text
    department: row.department,
    from: row.valid_from,
    to: row.valid_to,
  }
}

/** Of what is given what is really held: the same role, unit and department; kinds and days of both. undefined: nothing. */
export function narrow(given: Grant, held: Grant): Grant | undefined {
  if (given.role !== held.role || given.unitId !== held.unitId || given.department !== held.department) return undefined
  const kinds =
    given.kinds.length === 0
      ? held.kinds
      : given.kinds.filter((kind) => held.kinds.length === 0 || held.kinds.includes(kind))
  if (kinds.length === 0 && given.kinds.length > 0) return undefined
  const from = [given.from, held.from].filter((day) => day !== null).toSorted()
  const to = [given.to, held.to].filter((day) => day !== null).toSorted()
  const both = { from: from.at(-1) ?? null, to: to[0] ?? null }
  if (both.from !== null && both.to !== null && both.from > both.to) return undefined
  return { ...given, kinds, ...both }
}

function toRole(text: string): Role {
  const role = roles.find((known) => known === text)
  if (role === undefined) throw new Error(`stored role ${text} is unknown`)
  return role
}
