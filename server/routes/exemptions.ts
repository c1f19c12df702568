// 豁免: which duties a unit excuses, for whom and until when; declaring it, and taking it back at once.
import type { AppDeps } from '../deps.ts'
import { created, json, nothing } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import { answerRights } from './answerRights.ts'

type Names = 'listExemptions' | 'declareExemption' | 'revokeExemption'

export function exemptionHandlers(deps: AppDeps): HandlersOf<Names> {
  const { store, newId } = deps
  return {
    listExemptions: async ({ principal }) => json(await store.listExemptions(principal)),
    declareExemption: async (call) => {
      const { principal, requestId, body } = call
      const id = newId()
      return answerRights(deps, call, await store.exempt({ subject: id, principal, requestId }, body), created({ id }))
    },
    revokeExemption: async (call) => {
      const { principal, requestId, params } = call
      const done = await store.revokeExemption({ subject: params['id'] ?? '', principal, requestId })
      return answerRights(deps, call, done, nothing)
    },
  }
}
