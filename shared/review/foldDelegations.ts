// Delegations as the log has them, each with its end.
import type { Proceeding, StoredEntry } from './proceeding.ts'
import type { Signed } from './fold.ts'

export interface DelegationOnFile extends Signed, Omit<Extract<StoredEntry, { readonly type: 'delegation' }>, 'type'> {
  readonly id: string
  readonly revoked: Signed | null
}

/** @param proceedings oldest first. Signed by the giver. @returns newest first */
export function foldDelegations(proceedings: readonly Proceeding[]): readonly DelegationOnFile[] {
  const known = new Map<string, DelegationOnFile>()
  for (const { subject: id, entry, userId, by, at } of proceedings) {
    const signed = { userId, by, at }
    if (entry.type === 'delegation') {
      const { type: _, ...said } = entry
      known.set(id, { id, ...signed, ...said, revoked: null })
    } else if (entry.type === 'delegation-revoked') {
      const begun = known.get(id)
      if (begun && begun.revoked === null) known.set(id, { ...begun, revoked: signed })
    }
  }
  return [...known.values()].toReversed()
}
