// The client core's door to the server over HTTP: head, pull, push, receipt and vouch by the routes of the contract.
import { decodePullText } from '#shared/contract/decodePull.ts'
import type { Definitions } from '#shared/contract/decodePush.ts'
import { encodePush } from '#shared/contract/encodePush.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Point, PushId, TransportRefusal } from '#shared/sync/record.ts'
import type { SyncTransport } from '#shared/sync/push/transport.ts'
import type { Failure } from './failure.ts'
import type { CallOptions, ServerClient } from './serverClient.ts'

export interface TransportOptions extends Pick<CallOptions, 'signal' | 'onProgress'> {
  /** Told before each push and each page of a pull. */
  readonly onStep?: (step: TransportStep) => void
}

export type TransportStep =
  { readonly step: 'pull'; readonly rows: number } | { readonly step: 'push'; readonly groups: number }

/** @param options looked up at every call, so that one session serves many jobs */
export function createHttpTransport(
  client: ServerClient,
  definitions: Definitions,
  options: () => TransportOptions = () => ({}),
): SyncTransport {
  let pulled = 0
  return {
    async hello() {
      return toResult(await client.call('hello', null, pick(options())))
    },
    async head(point) {
      const known = point === null ? {} : { headers: { 'If-None-Match': toETag(point) } }
      const answer = await client.call('head', null, { ...pick(options()), ...known })
      if (!answer.ok) return err(toRefusal(answer.error))
      if (answer.value !== 'unchanged') return ok({ unchanged: false, head: answer.value.head })
      return point === null ? err({ kind: 'unknown', detail: '304' }) : ok({ unchanged: true, head: point })
    },
    async pull(request) {
      const { onStep, ...rest } = options()
      if (request.page.token === null) pulled = 0
      onStep?.({ step: 'pull', rows: pulled })
      const answer = await client.call('pull', request, pick(rest))
      if (!answer.ok) return err(toRefusal(answer.error))
      const page = decodePullText(await answer.value.text(), definitions)
      // A stream that breaks off has no last line: nothing of it may be used.
      if (!page.ok) return err({ kind: 'unknown', detail: 'pull' })
      pulled += page.value.put.length
      return ok(page.value)
    },
    async push(envelope) {
      const { onStep, ...rest } = options()
      onStep?.({ step: 'push', groups: envelope.groups.length })
      return toResult(await client.call('push', encodePush(envelope, definitions), pick(rest)))
    },
    async receipt(pushId) {
      const answer = await client.call('receipt', null, { ...pick(options()), params: { pushId } })
      if (answer.ok) return ok(answer.value)
      const isUnknown = answer.error.kind === 'problem' && answer.error.problem.status === 404
      return isUnknown ? ok(null) : err(toRefusal(answer.error))
    },
    async vouch(pushes) {
      const body = {
        pushes: pushes.map(({ envelope, point, seal }) => ({ push: encodePush(envelope, definitions), point, seal })),
      }
      const answer = await client.call('vouch', body, pick(options()))
      // The ids came from these very pushes.
      return answer.ok ? ok(new Set(answer.value.pushIds as readonly PushId[])) : err(toRefusal(answer.error))
    },
  }
}

function pick({ signal, onProgress }: TransportOptions): CallOptions {
  return { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) }
}

function toETag({ csn, h }: Point): string {
  return `"${csn}-${h}"`
}

function toResult<T>(answer: Result<T, Failure>): Result<T, TransportRefusal> {
  return answer.ok ? answer : err(toRefusal(answer.error))
}

/** A call that was cancelled under way says nothing of its outcome, like one whose answer was lost (H1). */
function toRefusal(failure: Failure): TransportRefusal {
  if (failure.kind === 'cancelled') return { kind: 'unknown', detail: 'cancelled' }
  if (failure.kind === 'network') return { kind: 'unknown', detail: failure.detail }
  const { status, code, detail, findings = [] } = failure.problem
  return status >= 500 ? { kind: 'unknown', detail } : { kind: 'refused', status, code, detail, findings }
}
