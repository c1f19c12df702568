// Uploaded files, import runs and remembered mappings: rows of the same database, so that one backup holds everything.
import type { Engine } from './engine.ts'
import type { FileStore } from './recordStore.ts'
import { refuse, type StoreRefusal } from './refusal.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { PushId } from '#shared/sync/record.ts'

export function makeFileStore({ db, dialect }: Engine): FileStore {
  /** A full disk or a lock is a refusal; anything else is a bug. */
  const saving = async (work: () => Promise<unknown>): Promise<Result<void, StoreRefusal>> => {
    try {
      await work()
      return ok(undefined)
    } catch (error) {
      const trouble = dialect.troubleOf(error)
      if (trouble === null || trouble === 'key-taken') throw error
      return refuse(trouble === 'storage-full' ? 'storage-full' : 'busy')
    }
  }
  return {
    saveUpload: ({ id, userId, purpose, fileName, sha256, bytes, at }) =>
      saving(() => {
        const insert = db
          .insertInto('upload')
          .values({ id, user_id: userId, purpose, file_name: fileName, sha256, bytes, at })
        if (purpose !== 'result') return insert.execute()
        // what the server makes itself is made anew: a second table of one file goes into the file kept before
        const anew = { sha256, bytes, at }
        return insert.onConflict((conflict) => conflict.column('id').doUpdateSet(anew)).execute()
      }),
    findUpload: async (id, { userId }) => {
      const row = await db
        .selectFrom('upload')
        .selectAll()
        .where('id', '=', id)
        .where('user_id', '=', userId)
        .executeTakeFirst()
      return (
        row && {
          id,
          userId,
          purpose: row.purpose,
          fileName: row.file_name,
          sha256: row.sha256,
          bytes: row.bytes,
          at: row.at,
        }
      )
    },
    saveImportRun: ({ id, uploadId, userId, content, pushId, at }) =>
      saving(() =>
        db
          .insertInto('import_run')
          .values({ id, upload_id: uploadId, user_id: userId, content, push_id: pushId, at })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ content, push_id: pushId }))
          .execute(),
      ),
    findImportRun: async (id, { userId }) => {
      const row = await db
        .selectFrom('import_run')
        .selectAll()
        .where('id', '=', id)
        .where('user_id', '=', userId)
        .executeTakeFirst()
      return (
        row && {
          id,
          uploadId: row.upload_id,
          userId,
          content: row.content,
          pushId: row.push_id as PushId | null,
          at: row.at,
        }
      )
    },
    saveProfile: async ({ unitId, kind, fingerprint, content, at, by }) => {
      await db
        .insertInto('profile')
        .values({ unit_id: unitId, kind, fingerprint, content, at, by_user: by })
        .onConflict((conflict) =>
          conflict.columns(['unit_id', 'kind', 'fingerprint']).doUpdateSet({ content, at, by_user: by }),
        )
        .execute()
    },
    listProfiles: async (unitIds) => {
      if (unitIds.length === 0) return []
      const rows = await db
        .selectFrom('profile')
        .selectAll()
        .where('unit_id', 'in', unitIds)
        .orderBy('at', 'desc')
        .limit(1000)
        .execute()
      return rows.map(({ unit_id: unitId, by_user: by, kind, fingerprint, content, at }) => ({
        unitId,
        kind,
        fingerprint,
        content,
        at,
        by,
      }))
    },
    purgeUploads: (before) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('import_run').where('at', '<', before).where('push_id', 'is', null).execute()
        const gone = await transaction
          .deleteFrom('upload')
          .where('at', '<', before)
          .where((eb) =>
            eb.not(eb.exists(eb.selectFrom('import_run').select('id').whereRef('upload_id', '=', 'upload.id'))),
          )
          .executeTakeFirst()
        return Number(gone.numDeletedRows)
      }),
  }
}
