// What was sent, taking it back, and whether the chain of all that is whole.
import { decodePartition, decodePushId } from '#shared/contract/decodeScalars.ts'
import type { ChainReport, UndoReport } from '#shared/contract/resources.ts'
import { isCurrent } from '../auth/isCurrent.ts'
import type { AppDeps } from '../deps.ts'
import { localDay } from '../localDay.ts'
import { json, refused } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import { refuse } from '../request/refusal.ts'
import { refusedByStore } from '../request/storeRefusal.ts'

const defaultLimit = 50
const mayVerify: ReadonlySet<string> = new Set(['auditor', 'admin', 'chair', 'director'])

export function pushHandlers(deps: AppDeps): HandlersOf<'listPushes' | 'undo' | 'verifyChain'> {
  const { store } = deps
  return {
    listPushes: async ({ principal, query }) => {
      const { p, limit = String(defaultLimit), before } = query
      if (p !== undefined && !decodePartition(p, '').ok) return refused(refuse('query.invalid', { name: 'p' }))
      if (!/^[1-9]\d{0,2}$/.test(limit) || Number(limit) > 200)
        return refused(refuse('query.invalid', { name: 'limit' }))
      if (before !== undefined && !/^[1-9]\d{0,14}$/.test(before))
        return refused(refuse('query.invalid', { name: 'before' }))
      return json(
        await store.listPushes(principal, {
          limit: Number(limit),
          ...(p === undefined ? {} : { p }),
          ...(before === undefined ? {} : { before: Number(before) }),
        }),
      )
    },
    undo: async ({ principal, params, body }) => {
      const pushId = decodePushId(params['pushId'])
      if (!pushId.ok) return refused(refuse('unknown'))
      const report = await store.undo(pushId.value, body, principal)
      if (!report.ok) return refusedByStore(report.error)
      // What the person may not see is not named either.
      const hidden = report.value.refused.map((line) => (line.reason === 'unknown' ? { ...line, label: '' } : line))
      return json({ ...report.value, refused: hidden } satisfies UndoReport)
    },
    verifyChain: async ({ principal }) => {
      const today = localDay(deps.clock())
      if (!principal.grants.some((grant) => mayVerify.has(grant.role) && isCurrent(grant, today)))
        return refused(refuse('forbidden'))
      const { intact, links, brokenAt, head } = await store.verifyChain({})
      return json({ intact, links, brokenAt, head } satisfies ChainReport)
    },
  }
}
