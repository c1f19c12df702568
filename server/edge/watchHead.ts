// Remembers the newest point of a store that only this process writes to, so that asking for it costs nothing.
import type { Point } from '#shared/sync/record.ts'
import type { RecordStore } from '../store/recordStore.ts'
import type { HeadMemory } from './unchangedHead.ts'

/** The store to use from now on, and its head. On PostgreSQL other servers write too: nothing is remembered. */
export async function watchHead(
  store: RecordStore,
): Promise<{ readonly store: RecordStore; readonly heads: HeadMemory }> {
  if (store.engine !== 'sqlite') return { store, heads: { current: () => undefined } }
  let head: Point = await store.head()
  const after = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } finally {
      const now = await store.head()
      if (now.csn !== head.csn || now.h !== head.h) head = now
    }
  }
  const watched: RecordStore = {
    ...store,
    push: (envelope, principal, context) => after(store.push(envelope, principal, context)),
    move: (request, principal, context) => after(store.move(request, principal, context)),
    proceed: (request, principal) => after(store.proceed(request, principal)),
    revertEmergencies: () => after(store.revertEmergencies()),
    undo: (pushId, request, principal) => after(store.undo(pushId, request, principal)),
  }
  return { store: watched, heads: { current: () => head } }
}
