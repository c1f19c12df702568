// 授权: who acts for whom, until when; giving it, and taking it back at once.
import { roleWords } from '../auth/incompatible.ts'
import type { AppDeps } from '../deps.ts'
import { created, json, nothing, refused, type Answer } from '../request/answer.ts'
import type { Call, HandlersOf } from '../request/call.ts'
import { refusalOfStore } from '../request/storeRefusal.ts'
import type { StoreRefusal } from '../store/refusal.ts'
import { roles } from '#shared/definition/role.ts'
import type { Result } from '#shared/kernel/result.ts'

type Names = 'listDelegations' | 'delegate' | 'revokeDelegation'

export function delegationHandlers({ store, accounts, log, newId }: AppDeps): HandlersOf<Names> {
  const say = (
    { principal, requestId, locale }: Pick<Call, 'principal' | 'requestId' | 'locale'>,
    done: Result<void, StoreRefusal>,
    answer: Answer,
  ): Answer => {
    const refusal = done.ok ? undefined : refusalOfStore(done.error)
    const code = refusal === undefined ? {} : { code: refusal.refused }
    log({ event: done.ok ? 'rights-changed' : 'rights-refused', requestId, userId: principal.userId, ...code })
    if (refusal === undefined) {
      accounts.sessions.forgetAll()
      return answer
    }
    const named = Object.entries(refusal.params).map(([key, value]) => {
      const role = roles.find((known) => known === value)
      return [key, role === undefined ? value : roleWords[role][locale]] as const
    })
    return refused({ ...refusal, params: Object.fromEntries(named) })
  }
  return {
    listDelegations: async ({ principal }) => json(await store.listDelegations(principal)),
    delegate: async (call) => {
      const { principal, requestId, body } = call
      const subject = newId()
      const done = await store.delegate({ subject, principal, requestId }, body)
      return say(call, done, created({ id: subject }))
    },
    revokeDelegation: async (call) => {
      const { principal, requestId, params } = call
      const done = await store.revokeDelegation({ subject: params['id'] ?? '', principal, requestId })
      return say(call, done, nothing)
    },
  }
}
