// The first administrator, signing in and out, open sessions, the own password.
import type { SessionInfo } from '#shared/contract/resources.ts'
import { changePassword, checkSignIn, isInitialised, setUp } from '../auth/accounts.ts'
import { readSession, type Session } from '../auth/sessions.ts'
import { readOneself } from '../auth/users.ts'
import type { AppDeps } from '../deps.ts'
import { created, json, nothing, refused } from '../request/answer.ts'
import type { Call, HandlersOf } from '../request/call.ts'
import { localDay } from '../localDay.ts'
import { refuse } from '../request/refusal.ts'

type Names =
  'setupStatus' | 'setup' | 'signIn' | 'whoAmI' | 'signOut' | 'listSessions' | 'endSession' | 'changePassword'

export function sessionHandlers(deps: AppDeps): HandlersOf<Names> {
  const { accounts, log } = deps
  const describe = async (session: Pick<Session, 'expiresAt'>, userId: string): Promise<SessionInfo> => ({
    expiresAt: new Date(session.expiresAt).toISOString(),
    user: await readOneself(accounts.db, userId, localDay(deps.clock())),
  })
  const open = async (userId: string, call: Pick<Call, 'headers'>): Promise<SessionInfo> => {
    const { token, session } = await accounts.sessions.open(userId, describeAgent(call.headers.get('user-agent') ?? ''))
    return { token, ...(await describe(session, userId)) }
  }
  return {
    setupStatus: async () => json({ initialised: await isInitialised(accounts.db) }),
    setup: async (call) => {
      const done = await setUp(accounts, call.body)
      if (!done.ok) return refused(done.error)
      log({ event: 'set-up', requestId: call.requestId, userId: done.value })
      return created(await open(done.value, call))
    },
    signIn: async (call) => {
      const { name, password } = call.body
      const done = await checkSignIn(accounts, { name, password, address: call.address })
      if (!done.ok) {
        const throttled = done.error.refused === 'sign-in.throttled'
        log({ event: throttled ? 'sign-in-throttled' : 'sign-in-failed', requestId: call.requestId })
        return refused(done.error)
      }
      log({ event: 'sign-in', requestId: call.requestId, userId: done.value })
      return created(await open(done.value, call))
    },
    whoAmI: async ({ principal }) => {
      const session = await readSession(accounts.db, principal.sessionId)
      return session === undefined
        ? refused(refuse('unauthenticated'))
        : json(await describe(session, principal.userId))
    },
    signOut: async ({ principal, requestId }) => {
      if (principal.sessionId !== null) await accounts.sessions.end(principal.userId, principal.sessionId)
      log({ event: 'sign-out', requestId, userId: principal.userId })
      return nothing
    },
    listSessions: async ({ principal }) => json(await accounts.sessions.list(principal)),
    endSession: async ({ principal, params, requestId }) => {
      const ended = await accounts.sessions.end(principal.userId, params['id'] ?? '')
      if (!ended) return refused(refuse('unknown'))
      log({ event: 'session-ended', requestId, userId: principal.userId })
      return nothing
    },
    changePassword: async ({ principal, body, requestId }) => {
      const { userId, sessionId } = principal
      const done = await changePassword(accounts, { userId, sessionId, ...body })
      if (!done.ok) return refused(done.error)
      log({ event: 'password-changed', requestId, userId })
      return nothing
    },
  }
}

/** Browser and system as people recognise them, not the whole header. */
function describeAgent(agent: string): string {
  const browser = /(Edg|Firefox|Chrome|Safari|node|curl)\b/.exec(agent)?.[1]?.replace('Edg', 'Edge') ?? ''
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/.exec(agent)?.[1] ?? ''
  return [browser, system].filter((part) => part !== '').join(' · ')
}
