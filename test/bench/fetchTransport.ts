// The client core's door to the server over fetch, counting what goes over the wire: for benchmarks, in Node and in a page.
import { decodePullText } from '#shared/contract/decodePull.ts'
import type { Definitions } from '#shared/contract/decodePush.ts'
import { encodePush } from '#shared/contract/encodePush.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Hello, Point, PushResult, TransportRefusal } from '#shared/sync/record.ts'
import type { SyncTransport } from '#shared/sync/push/transport.ts'

export interface ServerCall {
  readonly name: string
  readonly requestBytes: number
  readonly answerBytes: number
  /** What the server said when it refused. */
  readonly problem?: string
}

export interface CountingTransport extends SyncTransport {
  /** Since it was last emptied. */
  readonly calls: ServerCall[]
}

/** @param base as `http://127.0.0.1:1234/api/v1` */
export function fetchTransport(base: string, token: string, definitions: Definitions): CountingTransport {
  const calls: ServerCall[] = []
  const encoder = new TextEncoder()
  const ask = async (
    name: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly status: number; readonly text: string; readonly etag: string }> => {
    const sent = body === undefined ? null : JSON.stringify(body)
    const response = await fetch(`${base}/${path}`, {
      method: sent === null ? 'GET' : 'POST',
      body: sent,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
    })
    const text = await response.text()
    calls.push({
      name,
      requestBytes: encoder.encode(sent ?? '').length,
      answerBytes: encoder.encode(text).length,
      ...(response.status >= 400 ? { problem: text.slice(0, 500) } : {}),
    })
    return { status: response.status, text, etag: response.headers.get('etag') ?? '' }
  }
  const answered = <T>({
    status,
    text,
  }: {
    readonly status: number
    readonly text: string
  }): Result<T, TransportRefusal> =>
    status < 300 ? ok(JSON.parse(text) as T) : err({ kind: 'unknown', detail: `${status} ${text.slice(0, 500)}` })
  return {
    calls,
    hello: async () => answered<Hello>(await ask('hello', 'hello')),
    async head(point) {
      const tag: Readonly<Record<string, string>> = point ? { 'If-None-Match': `"${point.csn}-${point.h}"` } : {}
      const answer = await ask('head', 'sync/head', undefined, tag)
      if (answer.status === 304 && point) return ok({ unchanged: true, head: point })
      const head = answered<{ readonly head: Point }>(answer)
      return head.ok ? ok({ unchanged: false, head: head.value.head }) : head
    },
    async pull(request) {
      const answer = await ask('pull', 'sync/pull', request)
      if (answer.status >= 300) return err({ kind: 'unknown', detail: answer.text.slice(0, 500) })
      const page = decodePullText(answer.text, definitions)
      return page.ok ? ok(page.value) : err({ kind: 'unknown', detail: JSON.stringify(page.error) })
    },
    push: async (envelope) => answered<PushResult>(await ask('push', 'sync/push', encodePush(envelope, definitions))),
    async receipt(pushId) {
      const answer = await ask('receipt', `sync/receipts/${pushId}`)
      return answer.status === 404 ? ok(null) : answered<PushResult>(answer)
    },
    vouch: () => Promise.resolve(ok(new Set())),
  }
}
