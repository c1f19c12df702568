// People and their rights: signing in, the first administrator, users, grants.
import type { Kysely, Transaction } from 'kysely'
import type { SetupRequest, UserInfo, UserRequest } from '#shared/contract/resources.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Locale } from '#shared/kernel/words.ts'
import { refuse, refuseFor, type Refusal } from '../request/refusal.ts'
import type { Database } from '../store/schema.ts'
import { checkPassword } from './checkPassword.ts'
import { checkGrants, grantsOf, saveGrants, type GrantWish } from './grants.ts'
import { isCurrent } from './isCurrent.ts'
import type { Hasher } from './password.ts'
import { checkSetupCode, forgetSetupCode } from './setupCode.ts'
import type { Sessions } from './sessions.ts'
import type { Throttle } from './throttle.ts'
import { readUnits } from './units.ts'
import { localDay } from '../localDay.ts'

export interface AccountDeps {
  readonly db: Kysely<Database>
  readonly clock: () => Date
  readonly newId: () => string
  readonly hasher: Hasher
  readonly throttle: Throttle
  readonly sessions: Sessions
}

/** NFKC and lower case: one name in two spellings is one account. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

export function checkName(name: string): Refusal | undefined {
  const folded = foldName(name)
  const plain = /^[^\s\p{C}\p{Z}]{1,40}$/u.test(folded)
  return plain ? undefined : refuse('name.format')
}

export async function isInitialised(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom('user_account').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** The user's id, or why not; unknown names, wrong passwords and disabled users cost and say the same. */
export async function checkSignIn(
  deps: AccountDeps,
  attempt: { readonly name: string; readonly password: string; readonly address: string },
): Promise<Result<string, Refusal>> {
  const name = foldName(attempt.name)
  const keys = [
    { type: 'name', text: name },
    { type: 'address', text: attempt.address },
  ] as const
  const wait = await deps.throttle.waitFor(keys)
  if (wait > 0) return err(refuseFor('sign-in.throttled', wait))
  const user = await deps.db.selectFrom('user_account').selectAll().where('name', '=', name).executeTakeFirst()
  const verdict = await deps.hasher.verify(attempt.password, user?.password)
  if (!verdict.ok) return err(refuseFor('busy', 5))
  if (user === undefined || verdict.value === 'wrong' || user.disabled !== 0) {
    await deps.throttle.countFailure(keys)
    return err(refuse('sign-in.failed'))
  }
  await deps.throttle.forget(keys[0])
  if (verdict.value === 'stale') {
    const renewed = await deps.hasher.hash(attempt.password)
    if (renewed.ok)
      await deps.db.updateTable('user_account').set({ password: renewed.value }).where('id', '=', user.id).execute()
  }
  return ok(user.id)
}

/** The one-time code becomes the first unit and the first administrator. */
export async function setUp(deps: AccountDeps, request: SetupRequest): Promise<Result<string, Refusal>> {
  const { db, clock } = deps
  if (await isInitialised(db)) return err(refuse('already-initialised'))
  if (!(await checkSetupCode(db, request.code, clock()))) return err(refuse('setup.code'))
  const wrong =
    checkName(request.name) ?? checkPassword(request.password, [request.name, request.displayName, request.unitName])
  if (wrong) return err(wrong)
  const password = await deps.hasher.hash(request.password)
  if (!password.ok) return err(refuseFor('busy', 5))
  const userId = deps.newId()
  return db.transaction().execute(async (trx) => {
    if (await isInitialised(trx)) return err(refuse('already-initialised'))
    const at = clock().toISOString()
    const unit = { id: 'u1', name: request.unitName.trim(), kind: request.unitKind, parent_id: null, created_at: at }
    await trx.insertInto('unit').values(unit).execute()
    await insertUser(trx, {
      id: userId,
      name: request.name,
      displayName: request.displayName,
      password: password.value,
      at,
    })
    const grant: GrantWish = { role: 'admin', unitId: unit.id, kinds: [], department: null, from: null, to: null }
    await saveGrants(trx, userId, { grants: [grant], newId: deps.newId })
    await forgetSetupCode(trx)
    return ok(userId)
  })
}

interface NewUser {
  readonly id: string
  readonly name: string
  readonly displayName: string
  readonly password: string
  readonly at: string
}

/** false: the name is taken, if only since a moment ago. */
async function insertUser(trx: Transaction<Database>, user: NewUser): Promise<boolean> {
  const done = await trx
    .insertInto('user_account')
    .values({
      id: user.id,
      name: foldName(user.name),
      display_name: user.displayName,
      password: user.password,
      disabled: 0,
      created_at: user.at,
      password_changed_at: user.at,
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function createUser(
  deps: AccountDeps,
  request: UserRequest,
  locale: Locale,
): Promise<Result<UserInfo, Refusal>> {
  const units = await readUnits(deps.db)
  const names = [request.name, request.displayName, ...units.map((unit) => unit.name)]
  const wrong =
    checkName(request.name) ?? checkPassword(request.password, names) ?? checkGrants(request.grants, units, locale)
  if (wrong) return err(wrong)
  const password = await deps.hasher.hash(request.password)
  if (!password.ok) return err(refuseFor('busy', 5))
  const id = deps.newId()
  const saved = await deps.db.transaction().execute(async (trx): Promise<Result<void, Refusal>> => {
    const { name, displayName } = request
    const user = { id, name, displayName, password: password.value, at: deps.clock().toISOString() }
    if (!(await insertUser(trx, user))) return err(refuse('name.taken', { name }))
    await saveGrants(trx, id, { grants: request.grants, newId: deps.newId })
    return ok(undefined)
  })
  return saved.ok ? ok(await readUser(deps.db, id, 'granted')) : saved
}

export interface GrantChange {
  readonly userId: string
  readonly actorId: string
  readonly grants: readonly GrantWish[]
  readonly locale: Locale
}

export async function setGrants(deps: AccountDeps, change: GrantChange): Promise<Result<UserInfo, Refusal>> {
  const { userId, grants } = change
  if (userId === change.actorId) return err(refuse('grants.own'))
  const wrong = checkGrants(grants, await readUnits(deps.db), change.locale)
  if (wrong) return err(wrong)
  const saved = await deps.db.transaction().execute(async (trx): Promise<Result<void, Refusal>> => {
    const user = await trx.selectFrom('user_account').select('id').where('id', '=', userId).executeTakeFirst()
    if (user === undefined) return err(refuse('unknown'))
    const keepsAdmin = grants.some((grant) => grant.role === 'admin')
    if (!keepsAdmin && (await isLastAdmin(deps, trx, userId))) return err(refuse('admin.last'))
    await saveGrants(trx, userId, { grants, newId: deps.newId })
    return ok(undefined)
  })
  deps.sessions.forgetAll()
  return saved.ok ? ok(await readUser(deps.db, userId, 'granted')) : saved
}

export async function disableUser(deps: AccountDeps, userId: string, actorId: string): Promise<Result<void, Refusal>> {
  if (userId === actorId) return err(refuse('grants.own'))
  const done = await deps.db.transaction().execute(async (trx): Promise<Result<void, Refusal>> => {
    const user = await trx.selectFrom('user_account').select('id').where('id', '=', userId).executeTakeFirst()
    if (user === undefined) return err(refuse('unknown'))
    if (await isLastAdmin(deps, trx, userId)) return err(refuse('admin.last'))
    await trx.updateTable('user_account').set({ disabled: 1 }).where('id', '=', userId).execute()
    return ok(undefined)
  })
  if (done.ok) await deps.sessions.endAll(userId)
  return done
}

async function isLastAdmin(deps: AccountDeps, trx: Transaction<Database>, userId: string): Promise<boolean> {
  const today = localDay(deps.clock())
  const admins = await trx
    .selectFrom('access_grant')
    .innerJoin('user_account', 'user_account.id', 'access_grant.user_id')
    .select(['user_id', 'valid_from', 'valid_to'])
    .where('role', '=', 'admin')
    .where('disabled', '=', 0)
    .execute()
  const able = admins
    .filter((row) => isCurrent({ from: row.valid_from, to: row.valid_to }, today))
    .map((row) => row.user_id)
  return able.includes(userId) && able.every((id) => id === userId)
}

export async function changePassword(
  deps: AccountDeps,
  change: {
    readonly userId: string
    readonly sessionId: string | null
    readonly current: string
    readonly next: string
  },
): Promise<Result<void, Refusal>> {
  const user = await deps.db
    .selectFrom('user_account')
    .selectAll()
    .where('id', '=', change.userId)
    .executeTakeFirstOrThrow()
  // A session left open is no place to try passwords either.
  const keys = [{ type: 'name', text: user.name }] as const
  const wait = await deps.throttle.waitFor(keys)
  if (wait > 0) return err(refuseFor('sign-in.throttled', wait))
  const verdict = await deps.hasher.verify(change.current, user.password)
  if (!verdict.ok) return err(refuseFor('busy', 5))
  if (verdict.value === 'wrong') {
    await deps.throttle.countFailure(keys)
    return err(refuse('password.current'))
  }
  await deps.throttle.forget(keys[0])
  const wrong = checkPassword(change.next, [user.name, user.display_name])
  if (wrong) return err(wrong)
  const password = await deps.hasher.hash(change.next)
  if (!password.ok) return err(refuseFor('busy', 5))
  const password_changed_at = deps.clock().toISOString()
  await deps.db
    .updateTable('user_account')
    .set({ password: password.value, password_changed_at })
    .where('id', '=', user.id)
    .execute()
  await deps.sessions.endAll(user.id, change.sessionId)
  return ok(undefined)
}

/**
 * @param which `granted`: what administrators gave, and may give again; what others have delegated would become the person's
 * own when the list is saved · `all`: with what was delegated
 */
export async function readUser(db: Kysely<Database>, id: string, which: 'granted' | 'all'): Promise<UserInfo> {
  const user = await db.selectFrom('user_account').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const units = await readUnits(db)
  const held = await grantsOf(db, id)
  const grants = which === 'all' ? held : held.filter(({ delegatedBy }) => delegatedBy === undefined)
  return {
    id: user.id,
    name: user.name,
    displayName: user.display_name,
    disabled: user.disabled !== 0,
    grants: grants.map(({ role, unitId, kinds, department, from, to }) => {
      const unitName = units.find((unit) => unit.id === unitId)?.name ?? ''
      return { role, unitId, unitName, kinds, department, from, to }
    }),
  }
}

export async function listUsers(db: Kysely<Database>): Promise<readonly UserInfo[]> {
  const rows = await db.selectFrom('user_account').select('id').orderBy('created_at').orderBy('id').execute()
  return Promise.all(rows.map((row) => readUser(db, row.id, 'granted')))
}
