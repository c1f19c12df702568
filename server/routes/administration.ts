// Units, users and their grants: what administrators do.
import { createUser, disableUser, listUsers, setGrants } from '../auth/accounts.ts'
import { createUnit, readUnits, visibleUnits } from '../auth/units.ts'
import type { AppDeps } from '../deps.ts'
import { created, json, nothing, refused } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import { localDay } from '../localDay.ts'

type Names = 'listUnits' | 'createUnit' | 'listUsers' | 'createUser' | 'setGrants' | 'disableUser'

export function administrationHandlers(deps: AppDeps): HandlersOf<Names> {
  const { accounts, log } = deps
  return {
    listUnits: async ({ principal }) => {
      return json(visibleUnits(await readUnits(accounts.db), principal, localDay(deps.clock())))
    },
    createUnit: async ({ body, principal, requestId }) => {
      const unit = await createUnit(accounts.db, body, deps.clock)
      if (!unit.ok) return refused(unit.error)
      log({ event: 'unit-created', requestId, userId: principal.userId })
      return created(unit.value)
    },
    listUsers: async () => json(await listUsers(accounts.db)),
    createUser: async ({ body, locale, principal, requestId }) => {
      const user = await createUser(accounts, body, locale)
      if (!user.ok) return refused(user.error)
      log({ event: 'user-created', requestId, userId: principal.userId })
      return created(user.value)
    },
    setGrants: async ({ body, params, locale, principal, requestId }) => {
      const change = { userId: params['id'] ?? '', actorId: principal.userId, grants: body.grants, locale }
      const user = await setGrants(accounts, change)
      if (!user.ok) return refused(user.error)
      log({ event: 'grants-changed', requestId, userId: principal.userId })
      return json(user.value)
    },
    disableUser: async ({ params, principal, requestId }) => {
      const done = await disableUser(accounts, params['id'] ?? '', principal.userId)
      if (!done.ok) return refused(done.error)
      log({ event: 'user-disabled', requestId, userId: principal.userId })
      return nothing
    },
  }
}
