// Users and their grants, as far as whoever administers them reaches: an administrator's doing ends at the subtree of the grant.
import type { Kysely } from 'kysely'
import type { GrantWish, UserInfo, UserRequest } from '#shared/contract/resources.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Locale } from '#shared/kernel/words.ts'
import { foldRevocable, typesOf, type ExemptionOnFile } from '#shared/review/foldRevocable.ts'
import { localDay } from '../localDay.ts'
import { refuse, refuseFor, type Refusal } from '../request/refusal.ts'
import { toProceeding } from '../store/review/notes.ts'
import { selectNotes } from '../store/review/selectNotes.ts'
import type { Database } from '../store/schema.ts'
import type { AccountDeps } from './accounts.ts'
import { checkPassword } from './checkPassword.ts'
import { exemptionsOf } from './exemptions.ts'
import { checkGrants, grantsOf, saveGrants } from './grants.ts'
import { toGrant } from './heldGrants.ts'
import { identityOf } from './identities.ts'
import type { HeldRight } from './incompatible.ts'
import { insertUser } from './insertUser.ts'
import { jurisdictionOf, rootOf, type Jurisdiction } from './jurisdiction.ts'
import type { Grant } from './principal.ts'
import { checkName } from './signInName.ts'
import { readUnits, type Unit } from './units.ts'

/** Who administers, and in which language a refusal speaks. Nobody does it to oneself, so whoever does it stays. */
export interface Administrator {
  readonly actorId: string
  readonly locale: Locale
}

interface Standing {
  readonly units: readonly Unit[]
  readonly reach: Jurisdiction
}

/** Read inside the change itself: rights taken away a moment ago are gone. undefined: administers nothing (any more). */
async function standingOf(
  { clock }: Pick<AccountDeps, 'clock'>,
  db: Kysely<Database>,
  actorId: string,
): Promise<Standing | undefined> {
  const units = await readUnits(db)
  const reach = jurisdictionOf(units, await grantsOf(db, actorId), localDay(clock()))
  return reach && { units, reach }
}

export async function createUser(
  deps: AccountDeps,
  request: UserRequest,
  { actorId, locale }: Administrator,
): Promise<Result<UserInfo, Refusal>> {
  const { grants } = request
  const names = [request.name, request.displayName, ...(await readUnits(deps.db)).map((unit) => unit.name)]
  const wrong = checkName(request.name) ?? checkPassword(request.password, names)
  if (wrong) return err(wrong)
  const password = await deps.hasher.hash(request.password)
  if (!password.ok) return err(refuseFor('busy', 5))
  const id = deps.newId()
  return deps.db.transaction().execute(async (trx): Promise<Result<UserInfo, Refusal>> => {
    const standing = await standingOf(deps, trx, actorId)
    if (!standing) return err(refuse('forbidden'))
    const refused =
      checkWishes(standing, grants) ?? checkGrants(grants, { units: standing.units, exemptions: [] }, locale)
    if (refused) return err(refused)
    const { name, displayName } = request
    const user = { id, name, displayName, password: password.value, at: deps.clock().toISOString() }
    if (!(await insertUser(trx, user))) return err(refuse('name.taken', { name }))
    await saveGrants(trx, id, { grants, newId: deps.newId })
    return ok(await readUserFor(trx, id, standing.reach))
  })
}

/** Replaces the person's grants inside the administrator's units; those elsewhere stay. They, what others delegated, and what the person's other accounts hold, count for incompatible duties. */
export async function setGrants(
  deps: AccountDeps,
  change: { readonly userId: string; readonly grants: readonly GrantWish[] },
  { actorId, locale }: Administrator,
): Promise<Result<UserInfo, Refusal>> {
  const { userId, grants } = change
  const saved = await deps.db.transaction().execute(async (trx): Promise<Result<UserInfo, Refusal>> => {
    const { userIds } = await identityOf(trx, userId)
    if (userIds.includes(actorId)) return err(refuse('grants.own'))
    const standing = await standingOf(deps, trx, actorId)
    if (!standing) return err(refuse('forbidden'))
    const { units, reach } = standing
    const held = await ownGrants(trx, userId, reach)
    if (!held) return err(refuse('unknown'))
    const elsewhere = held.filter(({ unitId }) => !reach.has(unitId))
    const wanted = [...elsewhere, ...grants]
    const others = await grantsBeside(trx, userId, userIds)
    const exemptions = exemptionsOf(await exemptionsOnFile(trx), userIds)
    const refused =
      checkWishes(standing, grants, elsewhere) ?? checkGrants([...wanted, ...others], { units, exemptions }, locale)
    if (refused) return err(refused)
    await saveGrants(trx, userId, { grants: wanted, newId: deps.newId })
    return ok(await readUserFor(trx, userId, reach))
  })
  deps.sessions.forgetAll()
  return saved
}

/** Also of an account that shares the administrator's own number: an end of rights gives nobody any. */
export async function disableUser(deps: AccountDeps, userId: string, actorId: string): Promise<Result<void, Refusal>> {
  const done = await deps.db.transaction().execute(async (trx): Promise<Result<void, Refusal>> => {
    if (userId === actorId) return err(refuse('grants.own'))
    const standing = await standingOf(deps, trx, actorId)
    if (!standing) return err(refuse('forbidden'))
    const { reach } = standing
    const held = await ownGrants(trx, userId, reach)
    if (!held) return err(refuse('unknown'))
    if (held.some(({ unitId }) => !reach.has(unitId))) return err(refuse('admin.elsewhere'))
    await trx.updateTable('user_account').set({ disabled: 1 }).where('id', '=', userId).execute()
    return ok(undefined)
  })
  if (done.ok) await deps.sessions.endAll(userId)
  return done
}

async function exemptionsOnFile(db: Kysely<Database>): Promise<readonly ExemptionOnFile[]> {
  const log = await selectNotes(db)
    .where('proceeding.type', 'in', typesOf('exemption'))
    .orderBy('proceeding.seq')
    .execute()
  return foldRevocable(log.map(toProceeding), 'exemption')
}

/**
 * What the person holds besides the grants of this account: delegated ones, and those of the person's other accounts. As they
 * were written: what its giver holds no longer comes back by itself when the giver does.
 */
async function grantsBeside(
  db: Kysely<Database>,
  userId: string,
  userIds: readonly string[],
): Promise<readonly HeldRight[]> {
  const rows = await db.selectFrom('access_grant').selectAll().where('user_id', 'in', userIds).execute()
  return rows
    .filter((row) => row.user_id !== userId || row.delegated_by !== null)
    .map((row) => ({ ...toGrant(row), delegation: row.delegation }))
}

/** What administrators gave. undefined: nobody, or nobody of the administrator's units: the two look alike. */
async function ownGrants(
  db: Kysely<Database>,
  userId: string,
  reach: Jurisdiction,
): Promise<readonly Grant[] | undefined> {
  const user = await db.selectFrom('user_account').select('id').where('id', '=', userId).executeTakeFirst()
  if (user === undefined) return undefined
  const held = (await grantsOf(db, userId)).filter(({ delegatedBy }) => delegatedBy === undefined)
  return reach.whole || held.some(({ unitId }) => reach.has(unitId)) ? held : undefined
}

/** Nobody gives a right beyond the own units, and nobody loses sight of an account: without any right it is the root's. */
function checkWishes(
  { reach, units }: Standing,
  grants: readonly GrantWish[],
  elsewhere: readonly Grant[] = [],
): Refusal | undefined {
  const beyond = grants.find(({ unitId }) => !reach.has(unitId))
  if (beyond) return refuse('admin.scope', { unit: beyond.unitId })
  if (!reach.whole && grants.length + elsewhere.length === 0)
    return refuse('grants.none', { unit: rootOf(units)?.name ?? '' })
  return undefined
}

/** As the person sees it, with what was delegated, and how far the person administers. @param today `YYYY-MM-DD` */
export async function readOneself(db: Kysely<Database>, id: string, today: string): Promise<UserInfo> {
  const grants = await grantsOf(db, id)
  const reach = jurisdictionOf(await readUnits(db), grants, today)
  const administers = reach && (reach.whole ? 'server' : 'units')
  return { ...(await describeUser(db, id, grants)), ...(administers ? { administers } : {}) }
}

/**
 * As an administrator sees it: what administrators of these units gave, and may give again. What others have delegated would
 * become the person's own when the list is saved; what is held elsewhere is no business of theirs.
 */
async function readUserFor(db: Kysely<Database>, id: string, reach: Jurisdiction): Promise<UserInfo> {
  const held = (await grantsOf(db, id)).filter(({ delegatedBy }) => delegatedBy === undefined)
  const here = held.filter(({ unitId }) => reach.has(unitId))
  return { ...(await describeUser(db, id, here)), ...(here.length < held.length ? { elsewhere: true } : {}) }
}

async function describeUser(db: Kysely<Database>, id: string, grants: readonly Grant[]): Promise<UserInfo> {
  const user = await db.selectFrom('user_account').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const units = await readUnits(db)
  return {
    id: user.id,
    name: user.name,
    displayName: user.display_name,
    disabled: user.disabled !== 0,
    grants: grants.map(({ role, unitId, kinds, department, from, to, delegatedBy }) => {
      const unitName = units.find((unit) => unit.id === unitId)?.name ?? ''
      const giver = delegatedBy && { delegatedBy: delegatedBy.name }
      return { role, unitId, unitName, kinds, department, from, to, ...giver }
    }),
  }
}

/** Who holds a right in the administrator's units; at the root, everybody. */
export async function listUsers(deps: AccountDeps, actorId: string): Promise<readonly UserInfo[]> {
  const { db } = deps
  const standing = await standingOf(deps, db, actorId)
  if (!standing) return []
  const rows = await db.selectFrom('user_account').select('id').orderBy('created_at').orderBy('id').execute()
  const users = await Promise.all(rows.map((row) => readUserFor(db, row.id, standing.reach)))
  return standing.reach.whole ? users : users.filter(({ grants }) => grants.length > 0)
}
