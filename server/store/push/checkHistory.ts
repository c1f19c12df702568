// What a push must fit before anything is decided: the history its author has seen, the definitions it was built with.
import { genesis } from '../chain.ts'
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import type { SheetRules } from '../sheetRules.ts'
import { first } from '../statement.ts'
import type { PushWork } from './pushWork.ts'
import type { Err } from '#shared/kernel/result.ts'

/** Every point the client ever saw must be on our chain: else this server was restored from a backup. */
export async function checkHistory(
  { session, queries }: { readonly session: Session; readonly queries: Queries },
  work: PushWork,
  meta: { readonly csn: number; readonly floor_csn: number },
): Promise<Err<StoreRefusal> | undefined> {
  for (const { csn, h } of work.witness) {
    if (csn > meta.csn) return refuse('history-diverged', { csn })
    if (csn < meta.floor_csn) return refuse('cursor-below-floor', { csn, floor: meta.floor_csn })
    const link = csn === 0 ? genesis : (await first(session, queries.link, { csn }))?.h
    if (link?.slice(0, 32) !== h) return refuse('history-diverged', { csn })
  }
  for (const { ops } of work.groups)
    for (const op of ops) {
      if (!('rv' in op)) continue
      const csn = Number(op.rv.slice(0, op.rv.indexOf('-')))
      if (csn > meta.csn) return refuse('history-diverged', { csn })
    }
  return undefined
}

/** A kind's definition may be older at the client only where nothing it names has changed; versions are equal for now. */
export function checkSchema({ kinds }: SheetRules, { schema }: PushWork): Err<StoreRefusal> | undefined {
  for (const [kind, version] of Object.entries(schema)) {
    const known = kinds.get(kind)?.definition.version
    if (known === undefined) return refuse('kind-unknown', { kind })
    if (version > known) return refuse('schema-too-new', { kind, version, known })
    if (version < known) return refuse('schema-too-old', { kind, version, known })
  }
  return undefined
}
