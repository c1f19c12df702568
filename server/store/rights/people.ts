// Everybody with what they hold: for the rare questions that are not about one person.
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import { run } from '../statement.ts'
import { toGrant } from '../../auth/heldGrants.ts'
import type { Grant } from '../../auth/principal.ts'

export interface Held extends Grant {
  /** null: given by an administrator. */
  readonly delegation: string | null
}

export interface AccountHeld {
  readonly id: string
  readonly name: string
  readonly disabled: boolean
  readonly held: readonly Held[]
}

export async function readPeople(session: Session, queries: Queries): Promise<ReadonlyMap<string, AccountHeld>> {
  const held = new Map<string, Held[]>()
  for (const row of await run(session, queries.everyGrant, {})) {
    const grants = held.get(row.user_id) ?? []
    grants.push({ ...toGrant(row), delegation: row.delegation })
    held.set(row.user_id, grants)
  }
  const accounts = await run(session, queries.everybody, {})
  return new Map(
    accounts.map(({ id, display_name: name, disabled }) => [
      id,
      { id, name, disabled: disabled !== 0, held: held.get(id) ?? [] },
    ]),
  )
}

/** What an administrator gave the person. */
export function ownOf(person: AccountHeld | undefined): readonly Held[] {
  return person?.held.filter(({ delegation }) => delegation === null) ?? []
}
