// What becomes of a change of rights: into the log, out of every session's memory, and in words.
import { roleWords } from '../auth/incompatible.ts'
import type { AppDeps } from '../deps.ts'
import { refused, type Answer } from '../request/answer.ts'
import type { Call } from '../request/call.ts'
import { refusalOfStore } from '../request/storeRefusal.ts'
import type { StoreRefusal } from '../store/refusal.ts'
import { roles } from '#shared/definition/role.ts'
import type { Result } from '#shared/kernel/result.ts'

export function answerRights(
  { accounts, log }: Pick<AppDeps, 'accounts' | 'log'>,
  { principal, requestId, locale }: Pick<Call, 'principal' | 'requestId' | 'locale'>,
  done: Result<void, StoreRefusal>,
  answer: Answer,
): Answer {
  const { userId } = principal
  if (done.ok) {
    log({ event: 'rights-changed', requestId, userId })
    accounts.sessions.forgetAll()
    return answer
  }
  const refusal = refusalOfStore(done.error)
  log({ event: 'rights-refused', requestId, userId, code: refusal.refused })
  const named = Object.entries(refusal.params).map(([key, value]) => {
    const role = roles.find((known) => known === value)
    return [key, role === undefined ? value : roleWords[role][locale]] as const
  })
  return refused({ ...refusal, params: Object.fromEntries(named) })
}
