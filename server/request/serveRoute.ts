// One request to one route, from headers to answer: who asks, may they, what do they send, what is answered.
import type { IncomingMessage } from 'node:http'
import type { Route } from '#shared/contract/routes.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Locale } from '#shared/kernel/words.ts'
import { isInitialised } from '../auth/accounts.ts'
import { jurisdictionOf } from '../auth/jurisdiction.ts'
import type { Principal } from '../auth/principal.ts'
import { readUnits } from '../auth/units.ts'
import type { AppDeps } from '../deps.ts'
import { refused, type Answer } from './answer.ts'
import { anonymous, type AnyHandler, type Call } from './call.ts'
import { decodeFor } from './decodeFor.ts'
import { checkAccept, checkContent, checkOrigin, readBearer, readQuery } from './preconditions.ts'
import { readBody } from './readBody.ts'
import { refuse, refuseFor, type Refusal } from './refusal.ts'
import type { Rates } from './rates.ts'
import type { UploadSlots } from './uploadSlots.ts'
import { localDay } from '../localDay.ts'

export interface Asked {
  readonly request: Request
  readonly url: URL
  /** As the client called us: `host[:port]`. */
  readonly host: string
  readonly params: Readonly<Record<string, string>>
  readonly incoming: IncomingMessage | undefined
  readonly locale: Locale
  readonly requestId: string
  readonly address: string
}

export interface Served {
  readonly answer: Answer
  readonly userId: string
  readonly bytes: number
}

interface Gates {
  readonly slots: UploadSlots
  readonly rates: Rates
}

/** Routes that answer before the first administrator is there. */
const beforeSetup: ReadonlySet<string> = new Set(['livez', 'readyz', 'openApi', 'hello', 'setupStatus', 'setup'])

export function createServeRoute(deps: AppDeps, { slots, rates }: Gates) {
  let initialised = false

  const identify = async (route: Route, asked: Asked): Promise<Result<Principal, Refusal>> => {
    if (deps.edge.isDraining() && route.name !== 'livez' && route.name !== 'readyz')
      return err(refuseFor('draining', 5))
    if (!initialised && !beforeSetup.has(route.name)) {
      initialised = await isInitialised(deps.accounts.db)
      if (!initialised) return err(refuse('not-initialised'))
    }
    if (route.auth === 'public') return ok(anonymous)
    const token = readBearer(asked.request.headers)
    const session = token === undefined ? undefined : await deps.accounts.sessions.authenticate(token)
    if (session === undefined) return err(refuse('unauthenticated'))
    if (route.auth === 'user') return ok(session.principal)
    // which units an administrator may do it for, the handler asks
    const units = await readUnits(deps.accounts.db)
    const reach = jurisdictionOf(units, session.principal.grants, localDay(deps.clock()))
    if (!reach) return err(refuse('forbidden'))
    return route.auth === 'root' && !reach.whole ? err(refuse('admin.server')) : ok(session.principal)
  }

  const take = async (route: Route, asked: Asked): Promise<Result<Uint8Array<ArrayBuffer>, Refusal>> =>
    readBody(
      asked.request,
      {
        maxBytes: route.maxBytes,
        timeoutMs: route.takes === undefined ? deps.edge.jsonTimeoutMs : deps.edge.fileTimeoutMs,
        tooLarge: route.takes === undefined ? 'body.too-large' : 'file.too-large',
      },
      asked.incoming,
    )

  return async (route: Route, handler: AnyHandler, asked: Asked): Promise<Served> => {
    const { request } = asked
    const principal = await identify(route, asked)
    if (!principal.ok) return { answer: refused(principal.error), userId: '', bytes: 0 }
    const { userId } = principal.value
    const no = (refusal: Refusal, bytes = 0): Served => ({ answer: refused(refusal), userId, bytes })
    const rate = rates.take(route.name, userId)
    if (!rate.ok) return no(rate.error)
    const query = readQuery(asked.url, route)
    if (!query.ok) return no(query.error)
    const fit = checkAccept(request.headers, route)
    if (!fit.ok) return no(fit.error)
    if (route.method !== 'GET') {
      const origin = checkOrigin(request.headers, asked.host)
      if (!origin.ok) return no(origin.error)
    }
    const content = checkContent(request.headers, route)
    if (!content.ok) return no(content.error)
    const slot = route.takes === undefined ? undefined : slots.take(userId)
    if (slot !== undefined && !slot.ok) return no(slot.error)
    try {
      const bytes = await take(route, asked)
      if (!bytes.ok) return no(bytes.error)
      const size = bytes.value.byteLength
      const body = route.body === null ? ok(null) : decodeFor(route.body, bytes.value, deps.definitions)
      if (!body.ok) return no(body.error, size)
      const call = {
        params: asked.params,
        query: query.value,
        headers: request.headers,
        body: body.value,
        principal: principal.value,
        locale: asked.locale,
        requestId: asked.requestId,
        address: asked.address,
        signal: request.signal,
      } satisfies Omit<Call, 'body'> & { readonly body: unknown }
      // decodeFor has just read the body by the route's own name for it
      return { answer: await handler(call as never), userId, bytes: size }
    } finally {
      if (slot?.ok) slot.value()
    }
  }
}
