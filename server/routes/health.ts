// Is the server alive, is it ready, what does it speak.
import type { AppDeps } from '../deps.ts'
import { json, refused } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import { isTooFull } from '../edge/freeSpace.ts'
import { refuse, refuseFor } from '../request/refusal.ts'
import { describeServer } from '../workbook/storeTransport.ts'

export function healthHandlers(deps: AppDeps): HandlersOf<'livez' | 'readyz' | 'openApi' | 'hello'> {
  return {
    livez: async () => json({ ok: true }),
    readyz: async () => {
      if (deps.edge.isDraining()) return refused(refuseFor('draining', 5))
      if (isTooFull(await deps.edge.readFreeSpace())) return refused(refuse('storage-low'))
      const probe = await deps.store.probe().catch(() => undefined)
      return probe?.ok === true ? json({ ok: true }) : refused(refuseFor('busy', 10))
    },
    openApi: async () => json(deps.openApi),
    hello: async () => json(await describeServer(deps)),
  }
}
