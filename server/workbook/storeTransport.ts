// The client core's door to the server, when both are in one process: the store, as one person sees it.
import { maxOps } from '#shared/contract/decodePush.ts'
import { problemWords } from '#shared/contract/problemWords.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { fillPlaces, type Locale } from '#shared/kernel/words.ts'
import type { Hello, TransportRefusal } from '#shared/sync/record.ts'
import type { SyncTransport } from '#shared/sync/push/transport.ts'
import type { Principal } from '../auth/principal.ts'
import type { AppDeps } from '../deps.ts'
import { refusalOfStore } from '../request/storeRefusal.ts'
import type { PushContext } from '../store/pushContext.ts'
import type { StoreRefusal } from '../store/refusal.ts'

export interface TransportOwner {
  readonly principal: Principal
  readonly locale: Locale
  readonly push: Pick<PushContext, 'requestId' | 'source' | 'fileName'>
}

export function storeTransport(
  deps: Pick<AppDeps, 'store' | 'definitions' | 'clock'>,
  owner: TransportOwner,
): SyncTransport {
  const { store } = deps
  const { principal } = owner
  const refuse = (refusal: StoreRefusal): Result<never, TransportRefusal> => {
    const { refused, params, findings = [] } = refusalOfStore(refusal)
    const { status, words } = problemWords[refused]
    const detail = fillPlaces(words[owner.locale], params)
    return err(
      status >= 500 ? { kind: 'unknown', detail } : { kind: 'refused', status, code: refused, detail, findings },
    )
  }
  return {
    hello: async () => ok(await describeServer(deps)),
    head: async (point) => ok(await store.headFor(principal, point)),
    pull: async (request) => {
      const page = await store.pull(request, principal)
      return page.ok ? page : refuse(page.error)
    },
    push: async (envelope) => {
      const result = await store.push(envelope, principal, { ...owner.push, bodyHash: null })
      return result.ok ? result : refuse(result.error)
    },
    receipt: async (pushId) => ok(await store.receipt(pushId, principal)),
    vouch: (pushes) => Promise.resolve(ok(store.vouch(pushes, principal))),
  }
}

export const maxPushBytes = 5 * 1024 * 1024
export const maxFileBytes = 20 * 1024 * 1024

/** What the server speaks: the answer of `hello`. */
export async function describeServer(deps: Pick<AppDeps, 'store' | 'definitions' | 'clock'>): Promise<Hello> {
  const { store } = deps
  const meta = await store.db.selectFrom('meta').select('policy_version').executeTakeFirst()
  return {
    api: { min: 1, max: 1 },
    schema: Object.fromEntries(
      [...deps.definitions.values()].map(({ kind, version }) => [kind, { min: 1, max: version }]),
    ),
    policyVersion: meta?.policy_version ?? 0,
    server: store.serverId,
    epoch: store.epoch,
    head: await store.head(),
    limits: { maxOps, maxPushBytes, maxFileBytes },
    serverTime: deps.clock().toISOString(),
  }
}
