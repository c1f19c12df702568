// A whole server for tests: real app, real SQLite in memory, cheap passwords, a clock that can be moved.
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes, type Route, type RouteName } from '#shared/contract/routes.ts'
import type { SessionInfo } from '#shared/contract/resources.ts'
import type { Role } from '#shared/definition/role.ts'
import { createApp, type App } from '#server/app.ts'
import { issueSetupCode } from '#server/auth/setupCode.ts'
import type { ScryptCost } from '#server/auth/password.ts'
import { compose, type Composed } from '#server/composition.ts'
import { readConfig } from '#server/config.ts'
import { createLog } from '#server/log.ts'

export interface ServerWorld {
  readonly app: App
  readonly composed: Composed
  /** Lines of the log. */
  readonly log: string[]
  /** Moves the clock by so many milliseconds. */
  advance(ms: number): void
  call(name: RouteName, request?: TestRequest): Promise<Response>
  /** A session of the administrator, who is made at the first call. */
  admin(): Promise<SignedIn>
  /** A new user with this role in `u1` (or `unitId`), signed in. */
  signIn(
    role: Role,
    more?: { readonly unitId?: string; readonly department?: string; readonly name?: string },
  ): Promise<SignedIn>
  close(): Promise<void>
}

export interface SignedIn {
  readonly token: string
  readonly userId: string
  readonly name: string
}

export interface TestRequest {
  readonly token?: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes and texts go as they are, the rest as JSON. */
  readonly body?: unknown
}

export const testPassword = '梧桐树下三只猫 2026'
const cheap: ScryptCost = { ln: 4, r: 8, p: 1 }

export async function openServerWorld(
  options: { readonly cost?: ScryptCost; readonly environment?: Record<string, string> } = {},
): Promise<ServerWorld> {
  const log: string[] = []
  let now = Date.parse('2026-11-20T02:00:00.000Z')
  const config = readConfig({
    DATA_DIR: join(tmpdir(), 'tongbiao-test'),
    DATABASE_URL: ':memory:',
    RATE_LIMITS: 'off',
    ...options.environment,
  })
  const composed = await compose(config, {
    clock: () => new Date((now += 1)),
    random: (bytes) => randomBytes(bytes),
    log: createLog({ write: (line) => void log.push(line) }),
    passwordCost: options.cost ?? cheap,
  })
  const app = createApp(composed.deps)
  let administrator: Promise<SignedIn> | undefined
  let users = 0

  const call: ServerWorld['call'] = async (name, request = {}) => {
    const route: Route | undefined = routes.find((known) => known.name === name)
    if (route === undefined) throw new Error(`no route ${name}`)
    const path = route.path.replace(/:(\w+)/g, (_, param: string) => encodeURIComponent(request.params?.[param] ?? 'x'))
    const url = `http://localhost:3000${path}${request.query === undefined ? '' : `?${request.query}`}`
    return app.request(url, initOf(route, request))
  }
  const setUp = async (): Promise<SignedIn> => {
    const code = await issueSetupCode(composed.store.db, composed.deps)
    const body = {
      code,
      name: '管理员',
      displayName: '管理员',
      password: testPassword,
      unitName: '某某工会',
      unitKind: 'primary',
    }
    return toSignedIn(await call('setup', { body }))
  }
  const signInAs = async (name: string): Promise<SignedIn> =>
    toSignedIn(await call('signIn', { body: { name, password: testPassword } }))
  /** Signed in afresh each time: the clock may have been moved past the last session. */
  const admin = async (): Promise<SignedIn> => {
    if (administrator !== undefined) return (await administrator) && signInAs('管理员')
    return (administrator = setUp())
  }
  return {
    app,
    composed,
    log,
    call,
    admin,
    advance: (ms) => {
      now += ms
    },
    async signIn(role, more = {}) {
      const { token } = await admin()
      const name = more.name ?? `${role}${++users}`
      const grant = {
        role,
        unitId: more.unitId ?? 'u1',
        kinds: [],
        department: more.department ?? null,
        from: null,
        to: null,
      }
      const body = { name, displayName: `${name}同志`, password: testPassword, grants: [grant] }
      const made = await call('createUser', { token, body })
      if (made.status !== 201) throw new Error(await made.text())
      return signInAs(name)
    },
    close: () => composed.store.close(),
  }
}

function initOf(route: Route, request: TestRequest): RequestInit {
  const headers: Record<string, string> = { host: 'localhost:3000' }
  if (request.token !== undefined) headers['Authorization'] = `Bearer ${request.token}`
  if (route.body !== null) headers['Content-Type'] = route.takes ?? 'application/json'
  const init: RequestInit = { method: route.method, headers: { ...headers, ...request.headers } }
  if (request.body instanceof Uint8Array) init.body = request.body as Uint8Array<ArrayBuffer>
  else if (typeof request.body === 'string') init.body = request.body
  else if (request.body !== undefined) init.body = JSON.stringify(request.body)
  return init
}

async function toSignedIn(response: Response): Promise<SignedIn> {
  if (response.status !== 201) throw new Error(await response.text())
  const session = (await response.json()) as SessionInfo
  return { token: session.token ?? '', userId: session.user.id, name: session.user.name }
}
