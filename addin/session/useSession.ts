// Who is signed in: the token lives in memory, and on this machine only when asked to.
import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import type { SessionInfo, SetupRequest, SignInRequest, UserInfo } from '#shared/contract/resources.ts'
import type { Role } from '#shared/definition/role.ts'
import type { Strings } from '../strings/zh-Hans.ts'
import { useServices } from './services.ts'
import { useTask, type Task } from './useTask.ts'

export type SessionState =
  | { readonly stage: 'starting' }
  | { readonly stage: 'unreachable' }
  | { readonly stage: 'setup' }
  | { readonly stage: 'signedOut' }
  /** The session ended under way: `user` signs in again over the page, which stays as it was. */
  | { readonly stage: 'expired'; readonly user: UserInfo }
  | { readonly stage: 'signedIn'; readonly user: UserInfo }

export interface Session {
  readonly state: SessionState
  readonly task: Task
  readonly start: () => Promise<void>
  readonly signIn: (request: SignInRequest, remember: boolean) => Promise<void>
  readonly setUp: (request: SetupRequest) => Promise<void>
  readonly signOut: () => Promise<void>
}

const memoryKey = 'tongbiao.session'

export function useSessionState(t: Strings): Session {
  const { client, memory, listenForExpiry } = useServices()
  const task = useTask()
  const { run } = task
  const [state, setState] = useState<SessionState>({ stage: 'starting' })

  const enter = useCallback(
    (info: SessionInfo, remember: boolean) => {
      if (info.token !== undefined) {
        client.setToken(info.token)
        if (remember) memory.write(memoryKey, info.token)
      }
      setState({ stage: 'signedIn', user: info.user })
    },
    [client, memory],
  )

  const start = useCallback(async () => {
    setState({ stage: 'starting' })
    const kept = memory.read(memoryKey)
    if (kept !== null) {
      client.setToken(kept)
      const who = await client.call('whoAmI', null)
      if (who.ok) return enter({ ...who.value, token: kept }, true)
      if (who.error.kind !== 'problem') return setState({ stage: 'unreachable' })
      client.setToken(null)
      memory.write(memoryKey, null)
    }
    const status = await run(t.problem.starting, ({ signal }) => client.call('setupStatus', null, { signal }))
    if (!status) return setState({ stage: 'unreachable' })
    setState({ stage: status.initialised ? 'signedOut' : 'setup' })
    // the words of `t` change with the language only
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, enter, memory, run])

  useEffect(() => void start(), [start])

  useEffect(
    () =>
      listenForExpiry(() => {
        client.setToken(null)
        memory.write(memoryKey, null)
        setState((before) => (before.stage === 'signedIn' ? { stage: 'expired', user: before.user } : before))
      }),
    [client, listenForExpiry, memory],
  )

  return {
    state,
    task,
    start,
    async signIn(request, remember) {
      const info = await run(t.signIn.busy, ({ signal }) => client.call('signIn', request, { signal }))
      if (info) enter(info, remember)
    },
    async setUp(request) {
      const info = await run(t.setup.busy, ({ signal }) => client.call('setup', request, { signal }))
      if (info) enter(info, false)
    },
    async signOut() {
      await client.call('signOut', null)
      client.setToken(null)
      memory.write(memoryKey, null)
      setState({ stage: 'signedOut' })
    },
  }
}

const UserContext = createContext<UserInfo | null>(null)

export const UserProvider = UserContext.Provider

/** The person signed in; only below the sign-in gate. */
export function useUser(): UserInfo {
  const user = useContext(UserContext)
  if (!user) throw new Error('no UserProvider above')
  return user
}

const verifiers: ReadonlySet<Role> = new Set(['auditor', 'admin', 'chair', 'director'])

/** Advice only: the server decides. */
export function mayVerifyChain(user: UserInfo): boolean {
  return user.grants.some((grant) => verifiers.has(grant.role))
}

export function isAdmin(user: UserInfo): boolean {
  return user.administers !== undefined
}

/** Policy packs, holidays and units at the top are of the whole server. */
export function administersServer(user: UserInfo): boolean {
  return user.administers === 'server'
}
