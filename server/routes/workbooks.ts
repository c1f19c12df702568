// Edited workbooks that carry their base: upload, what would change, publishing, and the file as it is afterwards.
import type { AppDeps } from '../deps.ts'
import { toWholeFile, type Uploads } from '../import/uploads.ts'
import { created, json, refused } from '../request/answer.ts'
import type { Call, HandlersOf } from '../request/call.ts'
import { refuse } from '../request/refusal.ts'
import { findResult, type Editing } from '../workbook/editedWorkbook.ts'
import { spreadsheetType } from '../workbook/fileNames.ts'
import { previewEdited, publishEdited } from '../workbook/publishEdited.ts'

export function workbookHandlers(
  deps: AppDeps,
  uploads: Uploads,
): HandlersOf<'uploadWorkbook' | 'publishWorkbook' | 'publishedWorkbook'> {
  const find = async (
    call: Pick<Call, 'params' | 'principal' | 'locale' | 'requestId'>,
  ): Promise<Editing | undefined> => {
    const { principal, locale, requestId } = call
    const upload = await deps.store.files.findUpload(call.params['id'] ?? '', principal)
    return upload?.purpose === 'workbook' ? { upload, principal, locale, requestId } : undefined
  }
  return {
    uploadWorkbook: async ({ body, query, principal, locale, requestId, signal }) => {
      const wish = query['compare']
      if (wish !== undefined && wish !== 'value') return refused(refuse('query.invalid', { name: 'compare' }))
      const upload = uploads.take({ purpose: 'workbook', name: query['name'] ?? '', bytes: body }, principal)
      const read = await deps.reader.ask({ name: 'check', file: toWholeFile(upload), signal })
      if (!read.ok) return refused(read.error)
      if (!read.value.carriesBase && wish === undefined) return refused(refuse('workbook.no-base'))
      const kept = await uploads.keep(upload)
      if (!kept.ok) return refused(kept.error)
      const whose = { upload, principal, locale, requestId }
      const editing: Editing = wish === undefined ? whose : { ...whose, wish }
      const preview = await previewEdited(deps, editing)
      return preview.ok ? created(preview.value) : refused(preview.error)
    },
    publishWorkbook: async (call) => {
      const editing = await find(call)
      if (editing === undefined) return refused(refuse('upload.expired'))
      const report = await publishEdited(deps, editing, call.body)
      return report.ok ? json(report.value) : refused(report.error)
    },
    publishedWorkbook: async (call) => {
      const editing = await find(call)
      if (editing === undefined) return refused(refuse('upload.expired'))
      const { bytes, fileName } = (await findResult(deps, editing)) ?? editing.upload
      return { type: 'file', bytes, name: fileName, contentType: spreadsheetType }
    },
  }
}
