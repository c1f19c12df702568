// 豁免: a unit too small to keep all duties apart says openly which persons may take which together, how long and why.
import { commitEntry, type Entering, type RightsCall } from './commitEntry.ts'
import { mayTake } from './delegate.ts'
import { readPeople } from './people.ts'
import { isSamePerson } from './readIdentities.ts'
import type { Pushing } from '../push/pushRecords.ts'
import { toUnit } from '../readSubject.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import { run } from '../statement.ts'
import { isChairOf } from '../../auth/chairs.ts'
import { excusable } from '../../auth/exemptions.ts'
import { exemptionDays, type ExemptionRequest } from '#shared/contract/rightsResources.ts'
import { parsePlainDate, plusDays } from '#shared/kernel/plainDate.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { StoredEntry } from '#shared/review/proceeding.ts'

export function exempt(
  parts: Pick<Pushing, 'engine' | 'queries' | 'now'>,
  call: RightsCall,
  wish: ExemptionRequest,
): Promise<Result<void, StoreRefusal>> {
  return commitEntry(parts, call, (entering) => decideExemption(entering, wish))
}

async function decideExemption(
  { session, queries, author, today }: Entering,
  wish: ExemptionRequest,
): Promise<Result<StoredEntry, StoreRefusal>> {
  const { unitId } = wish
  const units = (await run(session, queries.units, {})).map(toUnit)
  if (!units.some(({ id }) => id === unitId) || !isChairOf(author.grants, unitId, { units, today }))
    return refuse('exemption.not-chair')
  const from = parsePlainDate(wish.from)
  const until = parsePlainDate(wish.to)
  if (from === undefined || until === undefined || from > until) return refuse('grants.period')
  // what was done before was done without it
  if (from < today || until > plusDays(from, exemptionDays)) return refuse('exemption.days', { days: exemptionDays })
  const reason = wish.reason.trim()
  if (reason === '') return refuse('exemption.reason')
  const excuses = excusable.filter((code) => wish.excuses.includes(code))
  if (excuses.length === 0 || excuses.length < new Set(wish.excuses).size) return refuse('exemption.excuse')
  const ids = [...new Set(wish.personIds)]
  if (ids.some((id) => isSamePerson(author.identities, author.userId, id))) return refuse('exemption.self')
  const people = await readPeople(session, queries)
  const persons = ids.flatMap((id) => {
    const person = people.get(id)
    return person && mayTake(person, { unitId, units }) ? [{ id, name: person.name }] : []
  })
  if (ids.length === 0 || persons.length < ids.length) return refuse('exemption.person')
  return ok({ type: 'exemption', unitId, persons, excuses, from, until, reason })
}
