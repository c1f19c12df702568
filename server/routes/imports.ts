// Old sheets: upload, what was recognised, plan, rehearsal, import, and the same file back with its base.
import { applyImport, rehearseImport, type ImportJob } from '../import/runImport.ts'
import type { ReadingWish } from '../import/fileReader.ts'
import { boundFileId, keepBoundFile } from '../import/keepBoundFile.ts'
import { knownProfiles } from '../import/knownProfiles.ts'
import { toWholeFile, type Uploads } from '../import/uploads.ts'
import { isCurrent } from '../auth/isCurrent.ts'
import type { Principal } from '../auth/principal.ts'
import { readUnits } from '../auth/units.ts'
import { visibleUnits } from '../auth/visibleUnits.ts'
import type { AppDeps } from '../deps.ts'
import { readUnitPolicy, readUnitsByName } from '../policy/readUnitPolicy.ts'
import { created, json, refused } from '../request/answer.ts'
import type { Call, HandlersOf } from '../request/call.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import type { ImportAnalysis } from '#shared/contract/importResources.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { localDay } from '../localDay.ts'

type Names = 'uploadImport' | 'planImport' | 'rehearseImport' | 'applyImport' | 'importedWorkbook'
type WithPlan = Pick<Call<'planImport'>, 'params' | 'body' | 'principal' | 'requestId' | 'signal'>

export function importHandlers(deps: AppDeps, uploads: Uploads): HandlersOf<Names> {
  const wishOf = async (
    principal: Principal,
    place: { readonly year: number; readonly unitId?: string },
  ): Promise<ReadingWish> => {
    const today = localDay(deps.clock())
    const seen = visibleUnits(await readUnits(deps.accounts.db), principal, today)
    const asked = place.unitId ?? principal.grants.find((grant) => isCurrent(grant, today))?.unitId
    return {
      year: place.year,
      // what another unit has set itself is not told by judging a file as that unit's
      ...(await readUnitPolicy(deps, seen.find(({ id }) => id === asked)?.id)),
      today,
      profiles: await knownProfiles(deps, principal, place.unitId),
    }
  }
  const openJob = async (call: WithPlan): Promise<Result<ImportJob, Refusal>> => {
    const { body: request, principal, requestId, signal } = call
    const upload = await uploads.open(call.params['id'] ?? '', principal)
    return upload.ok ? ok({ upload: upload.value, request, principal, requestId, signal }) : upload
  }
  return {
    uploadImport: async ({ body, query, principal, signal }) => {
      const upload = uploads.take({ purpose: 'import', name: query['name'] ?? '', bytes: body }, principal)
      const place = await wishOf(principal, { year: deps.clock().getFullYear() })
      const wish = { ...place, named: await readUnitsByName(deps, principal) }
      const read = await deps.reader.ask({ name: 'analyse', file: toWholeFile(upload), signal, wish })
      if (!read.ok) return refused(read.error)
      const kept = await uploads.keep(upload)
      if (!kept.ok) return refused(kept.error)
      const { container, ...analysis } = read.value
      const file = { name: upload.fileName, bytes: upload.bytes.byteLength, container }
      return created({ importId: upload.id, file, ...analysis } satisfies ImportAnalysis)
    },
    planImport: async (call) => {
      const job = await openJob(call)
      if (!job.ok) return refused(job.error)
      const { plan, year, unitId } = call.body
      const { upload, principal, signal } = job.value
      const wish = await wishOf(principal, { year, unitId })
      const table = await deps.reader.ask({ name: 'plan', file: toWholeFile(upload), signal, plan, wish })
      return table.ok ? json(table.value) : refused(table.error)
    },
    rehearseImport: async (call) => {
      const job = await openJob(call)
      const report = job.ok ? await rehearseImport(deps, job.value) : job
      return report.ok ? json(report.value) : refused(report.error)
    },
    applyImport: async (call) => {
      const job = await openJob(call)
      if (!job.ok) return refused(job.error)
      const applied = await applyImport(deps, job.value)
      if (!applied.ok) return refused(applied.error)
      await keepBoundFile(deps, job.value, applied.value)
      return json(applied.value.report)
    },
    importedWorkbook: async ({ params, principal }) => {
      const id = params['id'] ?? ''
      const run = await deps.store.files.findImportRun(id, principal)
      if (run === undefined || run.pushId === null) return refused(refuse('import.not-applied'))
      const kept = await deps.store.files.findUpload(boundFileId(id), principal)
      if (kept === undefined) return refused(refuse('import.cannot-bind'))
      return { type: 'file', bytes: kept.bytes, name: kept.fileName, contentType: 'application/octet-stream' }
    },
  }
}
