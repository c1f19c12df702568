// Delegations and exemptions as the log has them, each with its end.
import type { PlainDate } from '../kernel/plainDate.ts'
import type { Proceeding, StoredEntry } from './proceeding.ts'
import type { Signed } from './fold.ts'

type Revocable = 'delegation' | 'exemption'

/** Signed by whoever gave or declared it. */
export type OnFile<Type extends Revocable> = Signed &
  Omit<Extract<StoredEntry, { readonly type: Type }>, 'type'> & {
    readonly id: string
    readonly revoked: Signed | null
  }

export type DelegationOnFile = OnFile<'delegation'>
export type ExemptionOnFile = OnFile<'exemption'>

/** Types of the entries that foldRevocable reads. */
export function typesOf(type: Revocable): readonly StoredEntry['type'][] {
  return [type, `${type}-revoked`]
}

/** @param proceedings oldest first; others are passed over. @returns newest first */
export function foldRevocable<Type extends Revocable>(
  proceedings: readonly Proceeding[],
  of: Type,
): readonly OnFile<Type>[] {
  const known = new Map<string, OnFile<Type>>()
  for (const { subject: id, entry, userId, by, at } of proceedings) {
    const signed = { userId, by, at }
    if (entry.type === of) {
      const { type: _, ...said } = entry
      known.set(id, { id, ...signed, ...said, revoked: null } as unknown as OnFile<Type>) // of this type, as just asked
    } else if (entry.type === `${of}-revoked`) {
      const begun = known.get(id)
      if (begun && begun.revoked === null) known.set(id, { ...begun, revoked: signed })
    }
  }
  return [...known.values()].toReversed()
}

/** Without a look at anything but its own days and end. `standing` is the only state in which an exemption counts. */
export function daysState(
  { from, until, revoked }: Pick<ExemptionOnFile, 'from' | 'until' | 'revoked'>,
  today: PlainDate,
): 'coming' | 'standing' | 'ended' | 'revoked' {
  if (revoked) return 'revoked'
  if (until < today) return 'ended'
  return today < from ? 'coming' : 'standing'
}
