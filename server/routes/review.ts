// The procedure of a sheet: what is on file, what each step lacks, entries of the log, transitions, the desk, the notice.
import { asEntry } from '#shared/contract/reviewBodies.ts'
import { decodeRecordId } from '#shared/contract/decodeScalars.ts'
import type { AppDeps } from '../deps.ts'
import { created, json, refused } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import { refuse } from '../request/refusal.ts'
import { refusedByStore } from '../request/storeRefusal.ts'
import { partitionOf } from './partitions.ts'

type Names = 'review' | 'proceed' | 'reveal' | 'move' | 'desk' | 'notice'

export function reviewHandlers({ store }: AppDeps): HandlersOf<Names> {
  return {
    review: async ({ principal, params, query }) => {
      // what has run out is taken back before anybody decides on it
      await store.revertEmergencies()
      const p = partitionOf(params)
      const asked = query['record']
      const record = asked === undefined ? null : decodeRecordId(asked, '')
      if (record !== null && !record.ok) return refused(refuse('unknown'))
      const info = p === undefined ? undefined : await store.review(p, record === null ? null : record.value, principal)
      return info === undefined ? refused(refuse('unknown')) : json(info)
    },
    proceed: async ({ principal, params, body, requestId }) => {
      const p = partitionOf(params)
      if (p === undefined) return refused(refuse('unknown'))
      const done = await store.proceed({ subject: body.subject, p, entry: asEntry(body.entry), requestId }, principal)
      return done.ok ? created(done.value) : refusedByStore(done.error)
    },
    reveal: async ({ principal, params, body, requestId }) => {
      const p = partitionOf(params)
      const shown = p === undefined ? undefined : await store.reveal({ ...body, p, requestId }, principal)
      if (shown === undefined) return refused(refuse('unknown'))
      return shown.ok ? json(shown.value) : refusedByStore(shown.error)
    },
    move: async ({ principal, params, body, requestId }) => {
      const p = partitionOf(params)
      if (p === undefined) return refused(refuse('unknown'))
      await store.revertEmergencies()
      const context = { bodyHash: null, requestId, source: 'push', fileName: null } as const
      const result = await store.move({ ...body, p }, principal, context)
      return result.ok ? json(result.value) : refusedByStore(result.error)
    },
    desk: async ({ principal }) => json(await store.desk(principal)),
    notice: async ({ principal, params }) => {
      const p = partitionOf(params)
      const list = p === undefined ? undefined : await store.notice(p, params['id'] ?? '', principal)
      return list === undefined ? refused(refuse('unknown')) : json(list)
    },
  }
}
