// After an import the same file, with its base put in and nothing else touched, is kept for its owner to go on editing.
import { createHash } from 'node:crypto'
import type { RecordId } from '#shared/kernel/value.ts'
import type { StoredRecord } from '#shared/sync/record.ts'
import type { AppDeps } from '../deps.ts'
import { pullPartition, toState } from '../workbook/issueWorkbook.ts'
import type { AppliedImport, ImportJob } from './runImport.ts'
import { toWholeFile } from './uploads.ts'

type Needs = Pick<AppDeps, 'store' | 'definitions' | 'clock' | 'newId' | 'workbooks' | 'accounts' | 'reader'>

/** Where the bound file of an import lies among the uploads. */
export function boundFileId(importId: string): string {
  return `${importId}-bound`
}

/**
 * Does nothing where the file cannot carry a base (CSV, old containers), where nothing was imported, or where it lies
 * there already: the import itself stands either way. A second table of the same file is bound in the file kept before.
 */
export async function keepBoundFile(deps: Needs, job: ImportJob, applied: AppliedImport): Promise<void> {
  const { upload, principal } = job
  const { result } = applied.report
  // Ids of two records cannot stand in one row.
  if (job.request.plan.beside !== undefined) return
  if (result.replay || result.counts.rejected + result.counts.conflicts + result.counts.skipped > 0) return
  const pulled = await pullPartition(deps, { p: applied.p, principal }, applied.definition)
  if (pulled === undefined) return
  const state = toState(deps, { ...pulled, issue: { principal }, definition: applied.definition })
  const records = new Map<RecordId, StoredRecord>(pulled.rows.map((record) => [record.id, record]))
  const rows = applied.rows.flatMap(({ row, id }) => {
    const record = records.get(id)
    return record === undefined ? [] : [{ row, record }]
  })
  const id = boundFileId(upload.id)
  const before = await deps.store.files.findUpload(id, principal)
  const bound = await deps.reader.ask({
    name: 'bind',
    file: toWholeFile(upload),
    ...(before === undefined ? {} : { bytes: before.bytes }),
    facts: applied.facts,
    plan: job.request.plan,
    p: applied.p,
    rows,
    state,
  })
  if (!bound.ok) return
  await deps.store.files.saveUpload({
    id,
    userId: principal.userId,
    purpose: 'result',
    fileName: upload.fileName,
    sha256: createHash('sha256').update(bound.value).digest('hex'),
    bytes: bound.value,
    at: deps.clock().toISOString(),
  })
}
