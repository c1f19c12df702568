// Units, users and their grants: what administrators do, each in the subtree of the own grants.
import { createUnit } from '../auth/createUnit.ts'
import { readUnits } from '../auth/units.ts'
import { createUser, disableUser, listUsers, setGrants } from '../auth/users.ts'
import { visibleUnits } from '../auth/visibleUnits.ts'
import type { AppDeps } from '../deps.ts'
import { created, json, nothing, refused, type Answer } from '../request/answer.ts'
import type { Call, HandlersOf } from '../request/call.ts'
import type { Refusal } from '../request/refusal.ts'
import { localDay } from '../localDay.ts'

type Names = 'listUnits' | 'createUnit' | 'listUsers' | 'createUser' | 'setGrants' | 'disableUser'

export function administrationHandlers(deps: AppDeps): HandlersOf<Names> {
  const { accounts, log } = deps
  const refuseTo = ({ principal, requestId }: Pick<Call, 'principal' | 'requestId'>, refusal: Refusal): Answer => {
    log({ event: 'administration-refused', requestId, userId: principal.userId, code: refusal.refused })
    return refused(refusal)
  }
  return {
    listUnits: async ({ principal }) => {
      return json(visibleUnits(await readUnits(accounts.db), principal, localDay(deps.clock())))
    },
    createUnit: async (call) => {
      const { body, principal, requestId } = call
      const unit = await createUnit(accounts.db, body, { principal, clock: deps.clock })
      if (!unit.ok) return refuseTo(call, unit.error)
      log({ event: 'unit-created', requestId, userId: principal.userId })
      return created(unit.value)
    },
    listUsers: async ({ principal }) => json(await listUsers(accounts, principal.userId)),
    createUser: async (call) => {
      const { body, locale, principal, requestId } = call
      const user = await createUser(accounts, body, { actorId: principal.userId, locale })
      if (!user.ok) return refuseTo(call, user.error)
      log({ event: 'user-created', requestId, userId: principal.userId })
      return created(user.value)
    },
    setGrants: async (call) => {
      const { body, params, locale, principal, requestId } = call
      const change = { userId: params['id'] ?? '', grants: body.grants }
      const user = await setGrants(accounts, change, { actorId: principal.userId, locale })
      if (!user.ok) return refuseTo(call, user.error)
      log({ event: 'grants-changed', requestId, userId: principal.userId })
      return json(user.value)
    },
    disableUser: async (call) => {
      const { params, principal, requestId } = call
      const done = await disableUser(accounts, params['id'] ?? '', principal.userId)
      if (!done.ok) return refuseTo(call, done.error)
      log({ event: 'user-disabled', requestId, userId: principal.userId })
      return nothing
    },
  }
}
