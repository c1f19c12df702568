// 72 小时追认: what was taken as an emergency and not ratified in time is taken back by the server.
import { pushRecords, type Pushing } from '../push/pushRecords.ts'
import type { PushWork } from '../push/pushWork.ts'
import { sha256 } from '../sha256.ts'
import { run } from '../statement.ts'
import { systemActor, systemName } from '../systemActor.ts'
import { toProceeding } from './notes.ts'
import type { PushId } from '#shared/sync/record.ts'
import { foldProceedings, type Emergency } from '#shared/review/fold.ts'
import type { RecordId } from '#shared/kernel/value.ts'

const types = ['emergency', 'emergency-ratified', 'emergency-reverted']

/** @returns how many were taken back */
export async function revertEmergencies(pushing: Pushing): Promise<number> {
  const { engine, queries } = pushing
  const { at } = pushing.now()
  const expired = await engine.read(async (session) => {
    const rows = await run(session, queries.notesOfTypes, { types: engine.dialect.list(types) })
    return foldProceedings(rows.map(toProceeding)).emergencies.filter(({ end, until }) => end === null && until <= at)
  })
  for (const emergency of expired)
    await pushRecords(
      pushing,
      revertWork(emergency, pushing.seals.ownPushId(`revert ${emergency.id}`)),
      systemPrincipal,
    )
  return expired.length
}

const systemPrincipal = { userId: systemActor, name: systemName, sessionId: null, grants: [] }

/** @param pushId the same for the same emergency: two servers that come by at once take it back once */
function revertWork({ id, p, ids, from, to }: Emergency, pushId: PushId): PushWork {
  return {
    pushId,
    schema: {},
    witness: [],
    mode: 'groups',
    dryRun: false,
    groups: ids.map((record, index) => ({
      g: index + 1,
      ops: [{ op: 'move', id: record, to: from, as: 'revert', from: to }],
    })),
    bodyHash: sha256(id),
    context: { bodyHash: null, requestId: pushId, source: 'push', fileName: null },
    undoOf: null,
    sealed: null,
    system: {
      notes: (moved: readonly RecordId[]) => {
        const back = new Set(moved)
        const entry = {
          type: 'emergency-reverted',
          reverted: moved,
          kept: ids.filter((record) => !back.has(record)),
        } as const
        return [{ subject: id, p, record: null, entry }]
      },
    },
  }
}
