// 授权: a person lets somebody act for a while with a right of the person's own; taken back at once.
import { commitEntry, type Entering, type RightsCall } from './commitEntry.ts'
import { isSamePerson } from './readIdentities.ts'
import { readExemptions } from './readExemptions.ts'
import { ownOf, readPeople, type AccountHeld } from './people.ts'
import type { Pushing } from '../push/pushRecords.ts'
import { toUnit } from '../readSubject.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import { toProceeding } from '../review/notes.ts'
import { run } from '../statement.ts'
import { narrow } from '../../auth/heldGrants.ts'
import { toIdentity } from '../../auth/identities.ts'
import { exemptionsOf } from '../../auth/exemptions.ts'
import type { IncompatiblePair } from '../../auth/heldDuty.ts'
import { findIncompatible, toDuty } from '../../auth/incompatible.ts'
import { jurisdictionOf } from '../../auth/jurisdiction.ts'
import type { Grant } from '../../auth/principal.ts'
import { above, type Unit } from '../../auth/units.ts'
import { undelegable, type DelegationRequest } from '#shared/contract/rightsResources.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { parsePlainDate } from '#shared/kernel/plainDate.ts'
import { foldRevocable, type ExemptionOnFile } from '#shared/review/foldRevocable.ts'
import type { StoredEntry } from '#shared/review/proceeding.ts'

type Done = Promise<Result<void, StoreRefusal>>
type Parts = Pick<Pushing, 'engine' | 'queries' | 'now'>

export function delegate(parts: Parts, call: RightsCall, wish: DelegationRequest): Done {
  return commitEntry(parts, call, async (entering) => {
    const { session, queries, author } = entering
    const decided = await decideDelegation(entering, wish)
    if (!decided.ok) return decided
    await run(session, queries.insertGrant, {
      id: call.subject,
      user: wish.takerId,
      role: wish.role,
      unit: wish.unitId,
      kinds: JSON.stringify(wish.kinds),
      department: wish.department,
      from: wish.from,
      to: wish.to,
      giver: author.userId,
      delegation: call.subject,
    })
    return decided
  })
}

async function decideDelegation(
  { session, queries, dialect, author, today }: Entering,
  wish: DelegationRequest,
): Promise<Result<StoredEntry, StoreRefusal>> {
  const from = parsePlainDate(wish.from)
  const until = parsePlainDate(wish.to)
  if (from === undefined || until === undefined || from > until) return refuse('grants.period')
  if (until < today) return refuse('delegation.ended')
  if (wish.reason.trim() === '') return refuse('delegation.reason')
  if (undelegable.has(wish.role)) return refuse('delegation.role')
  if (isSamePerson(author.identities, author.userId, wish.takerId)) return refuse('delegation.self')
  const given: Grant = { ...wish }
  const holds = author.grants.some((held) => held.delegatedBy === undefined && isWhole(given, held))
  if (!holds) return refuse('delegation.not-held')
  const units = (await run(session, queries.units, {})).map(toUnit)
  const people = await readPeople(session, queries)
  const taker = people.get(wish.takerId)
  if (!taker || !mayTake(taker, { unitId: wish.unitId, units })) return refuse('delegation.taker')
  const { userIds } = toIdentity(await run(session, queries.identity, { user: taker.id }), taker.id)
  const held = userIds.flatMap((id) => people.get(id)?.held ?? [])
  const exemptions = exemptionsOf(await readExemptions({ session, queries, dialect }), userIds)
  const pair = findClash({ held }, given, { units, exemptions })
  if (pair) return refuse('grants.incompatible', { first: pair.first, second: pair.second })
  return ok({
    type: 'delegation',
    toId: taker.id,
    to: taker.name,
    role: wish.role,
    unitId: wish.unitId,
    kinds: wish.kinds,
    department: wish.department,
    from,
    until,
    reason: wish.reason.trim(),
  })
}

/** Duties that nobody may hold together, were the person to have this, too. @param standing exemptions: the person's */
export function findClash(
  person: Pick<AccountHeld, 'held'>,
  given: Pick<Grant, 'role' | 'unitId'>,
  { units, exemptions }: { readonly units: readonly Unit[]; readonly exemptions: readonly ExemptionOnFile[] },
): IncompatiblePair | undefined {
  const held = person.held.map((grant) => toDuty(grant, units))
  return findIncompatible([...held, { ...given, above: above(units, given.unitId), days: null }], exemptions)
}

/** Nothing of what is given is beyond what is held. */
function isWhole(given: Grant, held: Grant): boolean {
  const both = narrow(given, held)
  return (
    both !== undefined && both.from === given.from && both.to === given.to && both.kinds.length === given.kinds.length
  )
}

/** Whoever holds a right in the unit, above it or below it, and administers nothing. */
export function mayTake(
  person: AccountHeld,
  { unitId, units }: { readonly unitId: string; readonly units: readonly Unit[] },
): boolean {
  const own = ownOf(person)
  if (person.disabled || own.some(({ role }) => role === 'admin')) return false
  return own.some(
    (grant) =>
      grant.unitId === unitId ||
      above(units, unitId).includes(grant.unitId) ||
      above(units, grant.unitId).includes(unitId),
  )
}

/** By the giver; by the taker, who gives it back; by whoever administers the unit. Again is no mistake. */
export function revokeDelegation(parts: Parts, call: RightsCall): Done {
  return commitEntry(parts, call, async ({ session, queries, dialect, author, today }) => {
    const log = await run(session, queries.notesOfSubjects, { subjects: dialect.list([call.subject]) })
    const [known] = foldRevocable(log.map(toProceeding), 'delegation')
    if (!known) return refuse('not-found')
    const units = (await run(session, queries.units, {})).map(toUnit)
    const reach = jurisdictionOf(units, author.grants, today)
    if (known.userId !== author.userId && known.toId !== author.userId && reach?.has(known.unitId) !== true)
      return refuse('not-found')
    if (known.revoked !== null) return ok(null)
    await run(session, queries.deleteDelegated, { delegation: call.subject })
    return ok({ type: 'delegation-revoked' })
  })
}
