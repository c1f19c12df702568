// Accounts: signing in, the first administrator, the own password.
import type { Kysely } from 'kysely'
import type { GrantWish, SetupRequest } from '#shared/contract/resources.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { refuse, refuseFor, type Refusal } from '../request/refusal.ts'
import type { Database } from '../store/schema.ts'
import { checkPassword } from './checkPassword.ts'
import { saveGrants } from './grants.ts'
import { insertUser } from './insertUser.ts'
import type { Hasher } from './password.ts'
import { checkSetupCode, forgetSetupCode } from './setupCode.ts'
import type { Sessions } from './sessions.ts'
import { checkName, foldName } from './signInName.ts'
import type { Throttle } from './throttle.ts'

export interface AccountDeps {
  readonly db: Kysely<Database>
  readonly clock: () => Date
  readonly newId: () => string
  readonly hasher: Hasher
  readonly throttle: Throttle
  readonly sessions: Sessions
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
