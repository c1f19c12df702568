// 回避: whose matters somebody does not decide. Seen and entered by the person, and by administrators of the person's units.
import type { AppDeps } from '../deps.ts'
import { json, nothing, refused } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import { refuse } from '../request/refusal.ts'
import { answerRights } from './answerRights.ts'

export function personHandlers(deps: AppDeps): HandlersOf<'readPersons' | 'setPersons'> {
  const { store, newId } = deps
  return {
    readPersons: async ({ principal, params }) => {
      const persons = await store.persons(params['id'] ?? '', principal)
      return persons === undefined ? refused(refuse('unknown')) : json(persons)
    },
    setPersons: async (call) => {
      const { principal, requestId, params, body } = call
      const wish = { userId: params['id'] ?? '', persons: body.persons }
      return answerRights(deps, call, await store.setPersons({ subject: newId(), principal, requestId }, wish), nothing)
    },
  }
}
