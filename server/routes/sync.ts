// The sync protocol over HTTP: head, pull, push, receipt, vouch (shared/sync/SPEC.md).
import { decodePushId } from '#shared/contract/decodeScalars.ts'
import type { Vouched } from '#shared/contract/resources.ts'
import type { Point } from '#shared/sync/record.ts'
import type { AppDeps } from '../deps.ts'
import { json, refused } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import { refuse } from '../request/refusal.ts'
import { refusedByStore } from '../request/storeRefusal.ts'

export function syncHandlers(deps: AppDeps): HandlersOf<'head' | 'pull' | 'push' | 'receipt' | 'vouch'> {
  const { store } = deps
  return {
    head: async ({ principal, headers }) => {
      const known = parseETag(headers.get('if-none-match'))
      const { unchanged, head } = await store.headFor(principal, known)
      if (unchanged && known !== null) return { type: 'unchanged', etag: toETag(known) }
      return { type: 'json', value: { head }, headers: { ETag: toETag(head), 'Cache-Control': 'no-cache' } }
    },
    pull: async ({ principal, body }) => {
      const page = await store.pullText(body, principal)
      if (!page.ok) return refusedByStore(page.error)
      return { type: 'stream', contentType: 'application/x-ndjson; charset=utf-8', chunks: page.value }
    },
    push: async ({ principal, body: { envelope, bodyHash }, requestId }) => {
      const result = await store.push(envelope, principal, { bodyHash, requestId, source: 'push', fileName: null })
      return result.ok ? json(result.value) : refusedByStore(result.error)
    },
    receipt: async ({ principal, params }) => {
      const pushId = decodePushId(params['pushId'])
      if (!pushId.ok) return refused(refuse(pushId.error.code, pushId.error.params))
      const result = await store.receipt(pushId.value, principal)
      return result === null ? refused(refuse('unknown')) : json(result)
    },
    vouch: ({ principal, body }) =>
      Promise.resolve(json({ pushIds: [...store.vouch(body, principal)] } satisfies Vouched)),
  }
}

/** `"812-0a1b…"`: the point as entity tag. */
export function toETag(point: Point): string {
  return `"${point.csn}-${point.h}"`
}

export function parseETag(text: string | null): Point | null {
  const match = /^(?:W\/)?"(0|[1-9]\d{0,14})-([0-9a-f]{32})"$/.exec(text ?? '')
  return match ? { csn: Number(match[1]), h: match[2] ?? '' } : null
}
