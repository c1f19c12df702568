// What administrators do to the policy: load, confirm, withdraw, assign, facts, holidays. Each raises the version and is written down.
import type { Kysely, Transaction } from 'kysely'
import { pathOf } from '#shared/policy/adoption.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { findLoosened } from '#shared/policy/comparePacks.ts'
import { decodeHolidayYear } from '#shared/policy/holidayFile.ts'
import type { PolicyPack, UnitFacts } from '#shared/policy/pack.ts'
import { decodePack, encodePack } from '#shared/policy/packFile.ts'
import type { PackFault } from '#shared/policy/packFault.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import { grantsOf } from '../auth/grants.ts'
import { jurisdictionOf } from '../auth/jurisdiction.ts'
import { readUnits } from '../auth/units.ts'
import { localDay } from '../localDay.ts'
import type { Database } from '../store/schema.ts'
import type { PolicyEventTable } from '../store/policySchema.ts'
import { digestPack, type KnownPack, type PolicyBook } from './policyBook.ts'

export interface PolicyActor {
  readonly userId: string
  readonly at: string
}

export interface PolicyDeps {
  readonly db: Kysely<Database>
  readonly policies: () => Promise<PolicyBook>
}

type Done = Promise<Result<void, Refusal>>

/** A pack of a known id is replaced; its confirmation was bound to the old content and counts no more. */
export async function loadPack({ db, policies }: PolicyDeps, file: string, actor: PolicyActor): Done {
  const read = decodePack(file)
  if (!read.ok) return err(refuse('policy.file', { count: read.error.length }, { findings: read.error.map(toFinding) }))
  const pack = read.value
  const book = await policies()
  const units = book.packs.find((known) => known.pack.id === pack.id)?.units ?? []
  for (const unitId of units) {
    const loose = await findLoose({ db, book }, pack, unitId)
    if (loose) return err(loose)
  }
  const content = encodePack(pack)
  const digest = digestPack(pack)
  await change(
    db,
    { actor, action: 'load', subject: pack.id, detail: { digest, documentNo: pack.documentNo } },
    (trx) =>
      trx
        .insertInto('policy_pack')
        .values({ id: pack.id, content, digest, at: actor.at, by_user: actor.userId })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({ content, digest, at: actor.at, by_user: actor.userId }),
        )
        .execute(),
  )
  return ok(undefined)
}

function toFinding({ code, path, params }: PackFault): Finding {
  return { code, severity: 'error', location: {}, params: { ...params, path: path === '' ? '—' : path } }
}

/** The admin says: I have compared this very content with the official text. */
export async function confirmPack(
  { db, policies }: PolicyDeps,
  wish: { readonly id: string; readonly digest: string },
  actor: PolicyActor,
): Done {
  const known = findPack(await policies(), wish.id)
  if (!known) return err(refuse('unknown'))
  if (known.digest !== wish.digest) return err(refuse('policy.changed', { pack: known.pack.title }))
  if (known.confirmed) return ok(undefined)
  await change(db, { actor, action: 'confirm', subject: wish.id, detail: { digest: wish.digest } }, (trx) =>
    trx
      .insertInto('policy_confirmation')
      .values({ pack_id: wish.id, digest: wish.digest, at: actor.at, by_user: actor.userId })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return ok(undefined)
}

/** Its limits warn again, and stop nobody. */
export async function withdrawPack({ db, policies }: PolicyDeps, id: string, actor: PolicyActor): Done {
  const known = findPack(await policies(), id)
  if (!known) return err(refuse('unknown'))
  await change(db, { actor, action: 'withdraw', subject: id, detail: { digest: known.digest } }, (trx) =>
    trx.deleteFrom('policy_confirmation').where('pack_id', '=', id).execute(),
  )
  return ok(undefined)
}

export interface UnitPolicyWish {
  readonly unitId: string
  readonly packs: readonly string[]
  readonly facts: UnitFacts
}

/** Packs that hold for the unit and everything below it, besides those of the units above; and what the unit says of itself. */
export async function setUnitPolicy({ db, policies }: PolicyDeps, wish: UnitPolicyWish, actor: PolicyActor): Done {
  const { unitId, packs, facts } = wish
  const book = await policies()
  const units = await readUnits(db)
  const reach = jurisdictionOf(units, await grantsOf(db, actor.userId), localDay(new Date(actor.at)))
  if (reach?.has(unitId) !== true) return err(refuse('admin.scope', { unit: unitId }))
  if (!units.some(({ id }) => id === unitId)) return err(refuse('unit.unknown', { unit: unitId }))
  const found = packs.map((id) => findPack(book, id))
  const missing = packs.find((_, index) => found[index] === undefined)
  if (missing !== undefined) return err(refuse('policy.no-pack', { pack: missing }))
  const wanted = found.flatMap((known) => known?.pack ?? [])
  for (const pack of wanted) {
    const loose = await findLoose({ db, book }, pack, unitId, wanted)
    if (loose) return err(loose)
  }
  const held = new Set(book.packs.filter(({ units: ids }) => ids.includes(unitId)).map(({ pack }) => pack.id))
  const added = packs.filter((id) => !held.has(id))
  const released = [...held].filter((id) => !packs.includes(id))
  const content = JSON.stringify(facts)
  await db.transaction().execute(async (trx) => {
    const stamp = { at: actor.at, by_user: actor.userId }
    for (const pack_id of added) {
      await trx
        .insertInto('policy_assignment')
        .values({ unit_id: unitId, pack_id, ...stamp })
        .execute()
      await note(trx, { actor, action: 'assign', subject: unitId, detail: { pack: pack_id } })
    }
    for (const pack_id of released) {
      await trx.deleteFrom('policy_assignment').where('unit_id', '=', unitId).where('pack_id', '=', pack_id).execute()
      await note(trx, { actor, action: 'release', subject: unitId, detail: { pack: pack_id } })
    }
    if (content !== JSON.stringify(book.factsOf(unitId))) {
      await trx
        .insertInto('unit_fact')
        .values({ unit_id: unitId, content, ...stamp })
        .onConflict((conflict) => conflict.column('unit_id').doUpdateSet({ content, ...stamp }))
        .execute()
      await note(trx, { actor, action: 'facts', subject: unitId, detail: facts })
    }
    await raiseVersion(trx)
  })
  return ok(undefined)
}

export async function loadHolidays({ db }: PolicyDeps, file: string, actor: PolicyActor): Done {
  let json: unknown
  try {
    json = JSON.parse(file)
  } catch {
    return err(
      refuse(
        'policy.file',
        { count: 1 },
        { findings: [toFinding({ code: 'pack.not-json', path: '', params: { reason: '' } })] },
      ),
    )
  }
  const read = decodeHolidayYear(json)
  if (!read.ok) return err(refuse('policy.file', { count: read.error.length }, { findings: read.error.map(toFinding) }))
  const { year, documentNo } = read.value
  const content = JSON.stringify(read.value)
  const stamp = { at: actor.at, by_user: actor.userId }
  await change(db, { actor, action: 'holidays', subject: String(year), detail: { documentNo } }, (trx) =>
    trx
      .insertInto('holiday_year')
      .values({ year, content, ...stamp })
      .onConflict((conflict) => conflict.column('year').doUpdateSet({ content, ...stamp }))
      .execute(),
  )
  return ok(undefined)
}

function findPack({ packs }: PolicyBook, id: string): KnownPack | undefined {
  return packs.find(({ pack }) => pack.id === id)
}

/** V5: a lower layer may tighten a standard of a higher one, never loosen it. */
async function findLoose(
  known: { readonly db: Kysely<Database>; readonly book: PolicyBook },
  pack: PolicyPack,
  unitId: string,
  beside: readonly PolicyPack[] = [],
): Promise<Refusal | undefined> {
  const units = new Map((await readUnits(known.db)).map((unit) => [unit.id, unit]))
  const above = known.book.adoptedBy(pathOf((id) => units.get(id)?.parentId, unitId)).map((adopted) => adopted.pack)
  const [loose] = findLoosened(
    pack,
    [...above, ...beside].filter(({ id }) => id !== pack.id),
  )
  if (!loose) return undefined
  const { limit, above: upper, pack: higher } = loose
  return refuse('policy.loosens', {
    pack: pack.title,
    clause: limit.clause,
    standard: 'max' in limit ? formatYuan(limit.max) : '—',
    higher: higher.title,
    documentNo: higher.documentNo === '' ? '—' : higher.documentNo,
    higherClause: upper.clause,
    allowed: 'max' in upper ? formatYuan(upper.max) : '—',
  })
}

interface Noted {
  readonly actor: PolicyActor
  readonly action: PolicyEventTable['action']
  readonly subject: string
  readonly detail: object
}

async function change(
  db: Kysely<Database>,
  noted: Noted,
  write: (trx: Transaction<Database>) => Promise<unknown>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await write(trx)
    await note(trx, noted)
    await raiseVersion(trx)
  })
}

async function note(trx: Transaction<Database>, { actor, action, subject, detail }: Noted): Promise<void> {
  await trx
    .insertInto('policy_event')
    .values({ at: actor.at, by_user: actor.userId, action, subject, detail: JSON.stringify(detail) })
    .execute()
}

/** Pushes and pages read the policy anew; workbooks learn that rules may say something else now. */
async function raiseVersion(trx: Transaction<Database>): Promise<void> {
  await trx
    .updateTable('meta')
    .set((eb) => ({ policy_version: eb('policy_version', '+', 1) }))
    .execute()
}
