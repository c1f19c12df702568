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
