// The app: every route of the contract, the pages, and one way of refusing.
import { Hono, type Context } from 'hono'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { routes } from '#shared/contract/routes.ts'
import type { AppDeps } from './deps.ts'
import { describeError } from './log.ts'
import { servePage } from './pages/servePage.ts'
import { toProblemResponse } from './problem.ts'
import { stampManifest } from './manifest/stampManifest.ts'
import { clientAddress, clientHost, secureOrigin } from './request/address.ts'
import { releaseChunks, toResponse } from './request/answer.ts'
import type { AnyHandler } from './request/call.ts'
import { securityHeaders } from './request/headers.ts'
import { findLocale } from './request/locale.ts'
import { createRates } from './request/rates.ts'
import { refuse, refuseFor, type Refusal } from './request/refusal.ts'
import { createServeRoute } from './request/serveRoute.ts'
import { createUploadSlots } from './request/uploadSlots.ts'
import { createHandlers } from './routes/handlers.ts'
import { StoreTrouble } from './store/storeError.ts'

/** What Node's listener puts beside each request; absent in tests that call `app.request`. */
export interface Bindings {
  readonly incoming?: IncomingMessage
  readonly outgoing?: ServerResponse
}

export type App = Hono<{ Bindings: Bindings }>
type AppContext = Context<{ Bindings: Bindings }>

/** Methods that are answered without work: what the address takes. */
const asking: ReadonlySet<string> = new Set(['HEAD', 'OPTIONS'])

export interface AppOptions {
  /** PEM of the local certificate authority, offered for download at /ca.crt. */
  readonly authority?: string
}

export function createApp(deps: AppDeps, options: AppOptions = {}): App {
  const app: App = new Hono<{ Bindings: Bindings }>()
  const handlers = createHandlers(deps)
  const serveRoute = createServeRoute(deps, {
    slots: createUploadSlots(deps.edge.uploadsAtOnce),
    rates: createRates(deps.edge.rates, deps.clock),
  })
  const apiHeaders = securityHeaders(deps.edge, 'api')

  const finish = (response: Response, requestId: string): Response => {
    for (const [name, value] of Object.entries(apiHeaders)) response.headers.set(name, value)
    response.headers.set('X-Request-Id', requestId)
    return response
  }
  const no = (c: AppContext, refusal: Refusal, requestId: string): Response =>
    finish(toProblemResponse(refusal, { locale: findLocale(c.req.header('accept-language')), requestId }), requestId)

  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path)
    const allow = [...here.map((route): string => route.method), ...asking].join(', ')
    app.all(path, async (c: AppContext) => {
      const requestId = requestIdOf(c, deps)
      const route = here.find((known) => known.method === c.req.method)
      if (route === undefined) {
        if (asking.has(c.req.method))
          return finish(new Response(null, { status: 204, headers: { Allow: allow } }), requestId)
        return no(
          c,
          refuse('request.method', { method: c.req.method.slice(0, 20) }, { headers: { Allow: allow } }),
          requestId,
        )
      }
      const started = deps.clock().getTime()
      const locale = findLocale(c.req.header('accept-language'))
      const handler: AnyHandler = handlers[route.name]
      let response: Response
      let facts: {
        readonly userId?: string
        readonly code?: string
        readonly bytes?: number
        readonly error?: ReturnType<typeof describeError>
      }
      try {
        const served = await serveRoute(route, handler, {
          request: c.req.raw,
          url: new URL(c.req.url),
          host: clientHost(c.req.raw.headers, c.env?.incoming, deps.edge.trustedProxies),
          params: c.req.param(),
          incoming: c.env?.incoming,
          locale,
          requestId,
          address: clientAddress(c.req.raw.headers, c.env?.incoming, deps.edge.trustedProxies),
        })
        const { answer, userId, bytes } = served
        facts = { userId, bytes, ...(answer.type === 'refused' ? { code: answer.refusal.refused } : {}) }
        response =
          answer.type === 'refused' ? toProblemResponse(answer.refusal, { locale, requestId }) : toResponse(answer)
        if (answer.type === 'stream') c.env?.outgoing?.once('finish', () => releaseChunks(answer.chunks))
      } catch (error) {
        const refusal = refusalOfError(error)
        facts = { code: refusal.refused, error: describeError(error) }
        response = toProblemResponse(refusal, { locale, requestId })
      }
      const durationMs = deps.clock().getTime() - started
      deps.log({
        event: 'request',
        requestId,
        route: route.name,
        method: route.method,
        status: response.status,
        durationMs,
        ...facts,
      })
      return finish(response, requestId)
    })
  }

  const { authority } = options
  if (authority !== undefined)
    app.get('/ca.crt', (c) => finish(c.body(authority, 200, authorityHeaders), requestIdOf(c, deps)))

  app.get('/manifest.xml', (c) => {
    const requestId = requestIdOf(c, deps)
    const origin = secureOrigin(c.req.raw.headers, c.env?.incoming, deps.edge)
    if (origin === undefined) return no(c, refuse('manifest.insecure'), requestId)
    return finish(c.body(stampManifest(deps.manifest, origin), 200, manifestHeaders), requestId)
  })

  app.notFound((c) => {
    const requestId = requestIdOf(c, deps)
    const method = c.req.method
    if (method !== 'GET' && method !== 'HEAD' && !c.req.path.startsWith('/api/'))
      return no(
        c,
        refuse('request.method', { method: method.slice(0, 20) }, { headers: { Allow: 'GET, HEAD' } }),
        requestId,
      )
    const page = deps.pages && servePage(deps.pages, c.req.raw, deps.edge)
    return page ?? no(c, refuse('unknown'), requestId)
  })
  app.onError((error, c) => {
    const requestId = requestIdOf(c, deps)
    deps.log({ event: 'failed', requestId, status: 500, error: describeError(error) })
    return no(c, refuse('internal'), requestId)
  })
  return app
}

/** The database said no, which passes; everything else is a bug. */
function refusalOfError(error: unknown): Refusal {
  if (!(error instanceof StoreTrouble) || error.trouble === 'key-taken') return refuse('internal')
  return error.trouble === 'storage-full' ? refuse('storage-full') : refuseFor('busy', 2)
}

const authorityHeaders = {
  'Content-Type': 'application/x-x509-ca-cert',
  'Content-Disposition': 'attachment; filename="tongbiao-ca.crt"',
}

const manifestHeaders = {
  'Content-Type': 'text/xml; charset=utf-8',
  'Cache-Control': 'no-cache',
  'Content-Disposition': 'attachment; filename="manifest.xml"',
}

/** The client's own where it is harmless, else ours. */
function requestIdOf(c: AppContext, deps: AppDeps): string {
  const given = c.req.header('x-request-id')
  return given !== undefined && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : deps.newId()
}
