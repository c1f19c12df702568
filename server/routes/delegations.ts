// 授权: who acts for whom, until when; giving it, and taking it back at once.
import type { AppDeps } from '../deps.ts'
import { created, json, nothing } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import { answerRights } from './answerRights.ts'

type Names = 'listDelegations' | 'delegate' | 'revokeDelegation'

export function delegationHandlers(deps: AppDeps): HandlersOf<Names> {
  const { store, newId } = deps
  return {
    listDelegations: async ({ principal }) => json(await store.listDelegations(principal)),
    delegate: async (call) => {
      const { principal, requestId, body } = call
      const id = newId()
      return answerRights(
        deps,
        call,
        await store.delegate({ subject: id, principal, requestId }, body),
        created({ id }),
      )
    },
    revokeDelegation: async (call) => {
      const { principal, requestId, params } = call
      const done = await store.revokeDelegation({ subject: params['id'] ?? '', principal, requestId })
      return answerRights(deps, call, done, nothing)
    },
  }
}
