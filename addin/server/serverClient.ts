// The door to the server: every call goes by the routes of the contract and comes back as a Result.
import { routes, type Route } from '#shared/contract/routes.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Locale } from '#shared/kernel/words.ts'
import type { Answer, Body, EndpointName } from './endpoints.ts'
import { isProblem, type Failure } from './failure.ts'
import type { Exchange, Reply } from './exchange.ts'

export interface CallOptions {
  /** Values of the path's `:places`. */
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Besides those that every call has. */
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  /** Bytes of the body that have left, of all. */
  readonly onProgress?: (sent: number, total: number) => void
}

export type Answered<Name extends EndpointName> = Result<Answer<Name>, Failure>

export interface ServerClient {
  call<Name extends EndpointName>(name: Name, body: Body<Name>, options?: CallOptions): Promise<Answered<Name>>
  /** The bearer token of later calls; kept in memory only. */
  setToken(token: string | null): void
  /** Language the server writes its refusals in. */
  setLocale(locale: Locale): void
}

export interface ServerClientPorts {
  /** '' for the page's own server. */
  readonly origin: string
  readonly exchange: Exchange
  readonly newRequestId: () => string
  /** The session is over (401 on any call but sign-in). */
  readonly onSignedOut: () => void
}

const routeByName: ReadonlyMap<string, Route> = new Map(routes.map((route) => [route.name, route]))

/** `/records/:id` + { id: 'a/b' } → `/records/a%2Fb`; throws when a place has no value (a bug). */
export function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`no value for :${name} in ${path}`)
    return encodeURIComponent(value)
  })
}

export function createServerClient(ports: ServerClientPorts): ServerClient {
  let token: string | null = null
  let locale: Locale = 'zh-Hans'

  function read(route: Route, reply: Reply, asked: string | null): Result<unknown, Failure> {
    if (reply.status >= 200 && reply.status < 300) {
      if (route.gives !== undefined) return ok(reply.body)
      if (reply.text === '') return ok(null)
      return parseJson(reply.text)
    }
    if (reply.status === 304) return ok('unchanged')
    const parsed = parseJson(reply.text)
    if (!parsed.ok || !isProblem(parsed.value)) return err({ kind: 'network', detail: `HTTP ${reply.status}` })
    // An answer to whoever was here before says nothing of the session that has begun since.
    if (reply.status === 401 && asked !== null && asked === token) ports.onSignedOut()
    return err({ kind: 'problem', problem: parsed.value })
  }

  return {
    async call(name, body, options = {}) {
      const route = routeByName.get(name)
      const asked = token
      if (!route) throw new Error(`no route ${name}`)
      const search = new URLSearchParams(options.query).toString()
      const headers: Record<string, string> = {
        'Accept-Language': locale,
        'X-Request-Id': ports.newRequestId(),
        ...options.headers,
      }
      if (asked !== null) headers['Authorization'] = `Bearer ${asked}`
      if (body !== null) headers['Content-Type'] = route.takes ?? 'application/json'
      const reply = await ports.exchange({
        method: route.method,
        url: `${ports.origin}${fillPath(route.path, options.params ?? {})}${search === '' ? '' : `?${search}`}`,
        headers,
        body: body === null || body instanceof Blob ? body : JSON.stringify(body),
        wants: route.gives === undefined ? 'text' : 'file',
        signal: options.signal,
        onProgress: options.onProgress,
      })
      // The contract's types are what the server answers; its own tests hold it to them.
      return (reply.ok ? read(route, reply.value, asked) : reply) as Answered<typeof name>
    },
    setToken(next) {
      token = next
    },
    setLocale(next) {
      locale = next
    },
  }
}

function parseJson(text: string): Result<unknown, Failure> {
  try {
    return ok(JSON.parse(text) as unknown)
  } catch {
    return err({ kind: 'network', detail: 'JSON' })
  }
}
