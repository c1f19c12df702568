// Is the server alive, is it ready, what does it speak.
import { maxOps } from '#shared/contract/decodePush.ts'
import { routes } from '#shared/contract/routes.ts'
import type { Hello } from '#shared/sync/record.ts'
import type { AppDeps } from '../deps.ts'
import { json, refused, type Answer } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import { refuseFor } from '../request/refusal.ts'

const bytesOf = (name: string): number => routes.find((route) => route.name === name)?.maxBytes ?? 0

export function healthHandlers(deps: AppDeps): HandlersOf<'livez' | 'readyz' | 'openApi' | 'hello'> {
  const { store } = deps
  const schema = Object.fromEntries(
    [...deps.definitions.values()].map((definition) => [definition.kind, { min: 1, max: definition.version }]),
  )
  return {
    livez: async () => json({ ok: true }),
    readyz: async () => {
      if (deps.edge.isDraining()) return refused(refuseFor('draining', 5))
      const probe = await store.probe().catch(() => undefined)
      return probe?.ok === true ? json({ ok: true }) : refused(refuseFor('busy', 10))
    },
    openApi: async () => json(deps.openApi),
    hello: async (): Promise<Answer> => {
      const meta = await store.db.selectFrom('meta').select('policy_version').executeTakeFirst()
      const hello: Hello = {
        api: { min: 1, max: 1 },
        schema,
        policyVersion: meta?.policy_version ?? 0,
        epoch: store.epoch,
        head: await store.head(),
        limits: { maxOps, maxPushBytes: bytesOf('push'), maxFileBytes: bytesOf('uploadImport') },
        serverTime: deps.clock().toISOString(),
      }
      return json(hello)
    },
  }
}
