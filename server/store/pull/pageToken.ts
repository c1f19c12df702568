// Where a chain of pages goes on: signed, bound to user, view and start, never stored.
import { createHmac, timingSafeEqual } from 'node:crypto'

export interface PagePosition {
  /** The last row sent: its commit and its place of creation. */
  readonly csn: number
  readonly seq: number
}

/** What must not have changed since the first page. */
export interface PageScope {
  readonly userId: string
  /** Cursor, held partitions with their projections, visible partitions: any text. */
  readonly start: string
}

export function writePageToken(key: string, scope: PageScope, { csn, seq }: PagePosition): string {
  const body = `${csn}.${seq}`
  return `${body}.${sign(key, scope, body)}`
}

/** undefined: not ours, not this user's, or another view. */
export function readPageToken(key: string, scope: PageScope, token: string): PagePosition | undefined {
  const match = /^(\d{1,15})\.(\d{1,15})\.([0-9a-f]{32})$/.exec(token)
  if (!match) return undefined
  const [, csn = '', seq = '', signature = ''] = match
  const wanted = sign(key, scope, `${csn}.${seq}`)
  return timingSafeEqual(Buffer.from(wanted), Buffer.from(signature))
    ? { csn: Number(csn), seq: Number(seq) }
    : undefined
}

function sign(key: string, { userId, start }: PageScope, body: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update(JSON.stringify([userId, start, body]))
    .digest('hex')
    .slice(0, 32)
}
