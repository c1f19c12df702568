// A plan carried out: rows → one push, rehearsed or applied, whole or not at all.
import { createHash } from 'node:crypto'
import type { ImportRequest } from '#shared/contract/importResources.ts'
import { toReport } from '#shared/contract/pushReport.ts'
import type { PushReport } from '#shared/contract/resources.ts'
import { toPartitionId, type SheetDefinition } from '#shared/definition/sheet.ts'
import { halvesOf } from '#shared/import/halves.ts'
import { planPush, type ImportedChange } from '#shared/import/planPush.ts'
import { toProfile } from '#shared/import/profile.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import {
  noCounts,
  type Op,
  type PushEnvelope,
  type PushId,
  type PushResult,
  type RecordRevision,
  type StoredRecord,
} from '#shared/sync/record.ts'
import type { Principal } from '../auth/principal.ts'
import { readUnits } from '../auth/units.ts'
import type { AppDeps } from '../deps.ts'
import { localDay } from '../localDay.ts'
import { readUnitPolicy } from '../policy/readUnitPolicy.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import { refusalOfStore } from '../request/storeRefusal.ts'
import type { Upload } from '../store/recordStore.ts'
import type { ContextFacts } from './fileReader.ts'
import { unpackRows, type PlainRow } from './packRows.ts'
import { toWholeFile } from './uploads.ts'

type Needs = Pick<AppDeps, 'definitions' | 'reader' | 'store' | 'clock' | 'newId' | 'random' | 'accounts'>

export interface ImportJob {
  readonly upload: Upload
  readonly request: ImportRequest
  readonly principal: Principal
  readonly requestId: string
  readonly signal?: AbortSignal
}

/** What an import wrote, as the bound workbook and its history need it. */
export interface AppliedImport {
  readonly report: PushReport
  readonly p: string
  readonly facts: ContextFacts
  readonly definition: SheetDefinition
  /** Source row → record. */
  readonly rows: readonly { readonly row: number; readonly id: RecordId }[]
}

interface Prepared {
  readonly definition: SheetDefinition
  readonly sheetName: string
  readonly p: string
  readonly facts: ContextFacts
  readonly changes: readonly ImportedChange<RecordRevision>[]
}

/** Nothing is kept: what would happen. */
export async function rehearseImport(deps: Needs, job: ImportJob): Promise<Result<PushReport, Refusal>> {
  const prepared = await prepare(deps, job)
  if (!prepared.ok) return prepared
  const pushId = Buffer.from(deps.random(16)).toString('hex') as PushId
  const result = await send(deps, job, { prepared: prepared.value, pushId, dryRun: true })
  return result.ok ? ok(toReport(result.value)) : result
}

/**
 * The push id is made from file and request, so that the same request sent twice (a double click, a lost answer) finds the
 * first one's result.
 */
export async function applyImport(deps: Needs, job: ImportJob): Promise<Result<AppliedImport, Refusal>> {
  const prepared = await prepare(deps, job)
  if (!prepared.ok) return prepared
  const pushId = pushIdOf(job)
  const known = await deps.store.receipt(pushId, job.principal)
  const sent = known === null ? await send(deps, job, { prepared: prepared.value, pushId, dryRun: false }) : ok(known)
  if (!sent.ok) {
    const twin = sent.error.refused === 'push-id-reused' ? await deps.store.receipt(pushId, job.principal) : null
    if (twin === null) return sent
    return ok(toApplied(prepared.value, twin))
  }
  if (known === null && sent.value.point !== null) await remember(deps, job, { prepared: prepared.value, pushId })
  return ok(toApplied(prepared.value, sent.value))
}

function pushIdOf(job: ImportJob): PushId {
  const text = JSON.stringify([job.upload.id, job.request])
  return createHash('sha256').update(text).digest('hex').slice(0, 32) as PushId
}

async function prepare(deps: Needs, job: ImportJob): Promise<Result<Prepared, Refusal>> {
  const { upload } = job
  const { plan, unitId, year } = job.request
  const definition = deps.definitions.get(plan.kind)
  if (definition === undefined) return err(refuse('kind-unknown', { kind: plan.kind }))
  const unit = (await readUnits(deps.accounts.db)).find((known) => known.id === unitId)
  const p = toPartitionId({ kind: plan.kind, unitId, year })
  const existing = unit && (await deps.store.listRecords(p, job.principal))
  if (unit === undefined || existing === undefined) return err(refuse('forbidden'))
  const facts = { today: localDay(deps.clock()), year, ...(await readUnitPolicy(deps, unitId)) }
  const read = await deps.reader.ask({ name: 'rows', file: toWholeFile(upload), signal: job.signal, plan, facts })
  if (!read.ok) return read
  const rows = unpackRows(read.value.rows)
  const changes = planRows(deps, definition, { rows, existing: existing.rows, job })
  return ok({ definition, sheetName: read.value.sheetName, p, facts, changes })
}

function planRows(
  deps: Needs,
  definition: SheetDefinition,
  source: { readonly rows: readonly PlainRow[]; readonly existing: readonly StoredRecord[]; readonly job: ImportJob },
): readonly ImportedChange<RecordRevision>[] {
  return planPush<RecordRevision>(definition, source.rows, {
    existing: source.existing,
    onMatch: source.job.request.plan.onMatch,
    newId: () => deps.newId() as RecordId,
  })
}

async function send(
  deps: Needs,
  job: ImportJob,
  push: { readonly prepared: Prepared; readonly pushId: PushId; readonly dryRun: boolean },
): Promise<Result<PushResult, Refusal>> {
  const { definition, p, changes, sheetName } = push.prepared
  const groups = changes.flatMap((change) => toOp(change, p) ?? []).map((op, index) => ({ g: index + 1, ops: [op] }))
  if (groups.length === 0) return ok(await emptyResult(deps, push.pushId))
  const envelope: PushEnvelope = {
    pushId: push.pushId,
    api: 1,
    schema: { [definition.kind]: definition.version },
    workbook: job.upload.id,
    witness: [],
    mode: 'all',
    dryRun: push.dryRun,
    confirmedDeletes: 0,
    groups,
  }
  const result = await deps.store.push(envelope, job.principal, {
    bodyHash: null,
    requestId: job.requestId,
    source: 'import',
    fileName: job.upload.fileName,
    origins: changes.map(({ id, row }) => ({ id, sheet: sheetName, row })),
  })
  return result.ok ? result : err(refusalOfStore(result.error))
}

function toOp(change: ImportedChange<RecordRevision>, p: string): Op | undefined {
  switch (change.change) {
    case 'create':
      return { op: 'create', id: change.id, p, values: change.values }
    case 'update':
      return { op: 'update', id: change.id, rv: change.rv, base: change.base, set: change.set }
    case 'same':
      return undefined
  }
}

/** Every row is on the server already, as it stands in the file. */
async function emptyResult(deps: Needs, pushId: PushId): Promise<PushResult> {
  return {
    pushId,
    replay: false,
    point: null,
    head: await deps.store.head(),
    results: [],
    counts: noCounts,
    totals: [],
    findings: [],
    at: deps.clock().toISOString(),
    seal: '',
    receipt: '',
  }
}

async function remember(
  deps: Needs,
  job: ImportJob,
  done: { readonly prepared: Prepared; readonly pushId: PushId },
): Promise<void> {
  const { upload } = job
  const at = deps.clock().toISOString()
  const { plan, unitId, year } = job.request
  const content = JSON.stringify({ plan, unitId, year })
  const run = { id: upload.id, uploadId: upload.id, userId: job.principal.userId, content, pushId: done.pushId, at }
  await deps.store.files.saveImportRun(run)
  for (const half of halvesOf(plan)) {
    const { kind, fingerprint } = half
    const profile = { unitId, kind, fingerprint, content: JSON.stringify(toProfile(half)), at }
    await deps.store.files.saveProfile({ ...profile, by: job.principal.userId })
  }
}

function toApplied(prepared: Prepared, result: PushResult): AppliedImport {
  const { p, facts, definition, changes } = prepared
  return { report: toReport(result), p, facts, definition, rows: changes.map(({ row, id }) => ({ row, id })) }
}
