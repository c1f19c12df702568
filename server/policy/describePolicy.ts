// The policy as the page and the command line show it.
import type { PolicyInfo } from '#shared/contract/policyResources.ts'
import type { PolicyPack } from '#shared/policy/pack.ts'
import { findLoosened } from '#shared/policy/comparePacks.ts'
import { encodePack } from '#shared/policy/packFile.ts'
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'
import type { PolicyBook } from './policyBook.ts'

const newestEvents = 50

export async function describePolicy(db: Kysely<Database>, book: PolicyBook): Promise<PolicyInfo> {
  const events = await db
    .selectFrom('policy_event')
    .innerJoin('user_account', 'user_account.id', 'policy_event.by_user')
    .select(['policy_event.at', 'action', 'subject', 'detail', 'user_account.display_name as by'])
    .orderBy('seq', 'desc')
    .limit(newestEvents)
    .execute()
  const facts = await db.selectFrom('unit_fact').select('unit_id').execute()
  const all = book.packs.map(({ pack }) => pack)
  return {
    version: book.version,
    packs: book.packs.map(({ pack, digest, origin, confirmed, units }) => ({
      file: encodePack(pack),
      digest,
      origin,
      confirmed,
      units,
      loosens: titlesLoosened(pack, all),
    })),
    holidays: book.holidays.map(({ year, documentNo, certainty, off, work }) => ({
      year,
      documentNo,
      certainty,
      off: off.map(({ name, from, to }) => ({ name, from, to })),
      work,
    })),
    facts: facts.map(({ unit_id: unitId }) => ({ unitId, ...book.factsOf(unitId) })),
    events,
  }
}

/** National packs hold everywhere: whoever loosens one can be assigned nowhere. */
function titlesLoosened(pack: PolicyPack, all: readonly PolicyPack[]): readonly string[] {
  const national = all.filter(({ layer, id }) => layer === 'national' && id !== pack.id)
  return [...new Set(findLoosened(pack, national).map((loose) => loose.pack.title))]
}
