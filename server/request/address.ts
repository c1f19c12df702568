// Who is at the other end, and what they called us. Forwarded headers count only from proxies named in the settings.
import type { IncomingMessage } from 'node:http'

export function clientAddress(
  headers: Headers,
  incoming: IncomingMessage | undefined,
  trusted: readonly string[],
): string {
  const peer = incoming?.socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  if (!trusted.includes(peer)) return peer
  const chain = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return chain.findLast((address) => address !== '' && !trusted.includes(address)) ?? peer
}

/** `host[:port]` in lower case. */
export function clientHost(
  headers: Headers,
  incoming: IncomingMessage | undefined,
  trusted: readonly string[],
): string {
  const peer = incoming?.socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  const forwarded = trusted.includes(peer) ? headers.get('x-forwarded-host') : null
  return (forwarded ?? headers.get('host') ?? '').toLowerCase()
}

/** `https://host[:port]` as the caller wrote it; undefined where it is not HTTPS, or no host name at all. */
export function secureOrigin(
  headers: Headers,
  incoming: IncomingMessage | undefined,
  { trustedProxies, hasTls }: { readonly trustedProxies: readonly string[]; readonly hasTls: boolean },
): string | undefined {
  const peer = incoming?.socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  const isForwarded = trustedProxies.includes(peer) && headers.get('x-forwarded-proto')?.toLowerCase() === 'https'
  const host = clientHost(headers, incoming, trustedProxies)
  if (!hasTls && !isForwarded) return undefined
  return /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/.test(host) ? `https://${host}` : undefined
}
