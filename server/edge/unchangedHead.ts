// The cheap path of P-9: a client asks whether anything is new and nothing is. Asked far more often than anything else, so
// it is answered before the app, from what this process remembers; whatever is not certain goes the ordinary way.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Sessions } from '../auth/sessions.ts'
import type { Log } from '../log.ts'
import { toETag } from '../routes/sync.ts'
import type { Point } from '#shared/sync/record.ts'

export interface HeadMemory {
  /** The newest point, where this process is the only writer; undefined: ask the store. */
  current(): Point | undefined
}

export interface HeadDeps {
  readonly sessions: Sessions
  readonly heads: HeadMemory
  readonly isDraining: () => boolean
  readonly log: Log
}

const path = '/api/v1/sync/head'
/** Not one line each: how many there were, once so many. */
const logEvery = 1000

/** true: answered. */
export function createUnchangedHead(deps: HeadDeps): (request: IncomingMessage, response: ServerResponse) => boolean {
  let answered = 0
  let tagOf: Point | undefined
  let tag = ''
  let headers: Readonly<Record<string, string>> = {}
  return (request, response) => {
    if (request.url !== path || request.method !== 'GET') return false
    const known = request.headers['if-none-match']
    const authorization = request.headers.authorization
    if (known === undefined || authorization === undefined || deps.isDraining()) return false
    const head = deps.heads.current()
    if (head === undefined) return false
    if (head !== tagOf) {
      tagOf = head
      tag = toETag(head)
      headers = { ETag: tag, 'Cache-Control': 'no-cache' }
    }
    if (known !== tag || !authorization.startsWith('Bearer tus_')) return false
    if (deps.sessions.recall(authorization.slice(7)) === undefined) return false
    response.writeHead(304, headers)
    response.end()
    answered++
    if (answered % logEvery === 0) deps.log({ event: 'unchanged-heads', count: logEvery })
    return true
  }
}
