// Everything that is asked of a request before its body is read (reliability.md §3.5).
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Route } from '#shared/contract/routes.ts'
import { refuse, type Refusal } from './refusal.ts'

export const jsonType = 'application/json'

/** Named parameters only, each once. */
export function readQuery(url: URL, route: Route): Result<Readonly<Record<string, string>>, Refusal> {
  const query: Record<string, string> = {}
  const allowed: readonly string[] = route.query ?? []
  for (const [name, value] of url.searchParams) {
    if (!allowed.includes(name)) return err(refuse('query.unknown', { name: name.slice(0, 50) }))
    if (Object.hasOwn(query, name)) return err(refuse('query.repeated', { name }))
    query[name] = value
  }
  return ok(query)
}

export function checkAccept(headers: Headers, route: Route): Result<void, Refusal> {
  const accept = headers.get('accept')
  if (accept === null) return ok(undefined)
  const gives = route.gives ?? jsonType
  const wanted = accept.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase() ?? '')
  const family = `${gives.split('/')[0] ?? ''}/*`
  return wanted.some((type) => type === '*/*' || type === family || type === gives || type === jsonType || type === '')
    ? ok(undefined)
    : err(refuse('request.accept', { gives }))
}

export function checkContent(headers: Headers, route: Route): Result<void, Refusal> {
  const encoding = headers.get('content-encoding')
  if (encoding !== null && encoding.toLowerCase() !== 'identity') return err(refuse('content-encoding'))
  if (route.body === null) return ok(undefined)
  const takes = route.takes ?? jsonType
  const [type = '', ...params] = (headers.get('content-type') ?? '').toLowerCase().split(';')
  const charset = params.map((param) => param.trim()).find((param) => param.startsWith('charset='))
  const fits = type.trim() === takes && (charset === undefined || /^charset="?utf-8"?$/.test(charset))
  return fits ? ok(undefined) : err(refuse('content-type', { takes }))
}

/** Writes come from our own pages or from programs that send no Origin. @param host what the client called us */
export function checkOrigin(headers: Headers, host: string): Result<void, Refusal> {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (origin === null)
    return site === 'cross-site' || site === 'same-site' ? err(refuse('origin', { origin: site })) : ok(undefined)
  const from = URL.canParse(origin) ? new URL(origin).host : ''
  return from === host ? ok(undefined) : err(refuse('origin', { origin: origin.slice(0, 100) }))
}

/** The token of `Authorization: Bearer …`; a Cookie never counts. */
export function readBearer(headers: Headers): string | undefined {
  return /^Bearer (tus_[A-Za-z0-9_-]{43})$/.exec(headers.get('authorization') ?? '')?.[1]
}
