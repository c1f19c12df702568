// Old sheets: upload, what was recognised, plan, rehearsal, import, and the same file back with its base.
import { applyImport, rehearseImport, type ImportJob } from '../import/runImport.ts'
import { analyseFile, describePlanned } from '../import/analyseFile.ts'
import { boundFileId, keepBoundFile } from '../import/keepBoundFile.ts'
import type { Uploads } from '../import/uploads.ts'
import { readUnits } from '../auth/units.ts'
import type { Principal } from '../auth/principal.ts'
import type { AppDeps } from '../deps.ts'
import { created, json, refused } from '../request/answer.ts'
import type { Call, HandlersOf } from '../request/call.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import type { UnitKind } from '#shared/definition/rule.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'

type Names = 'uploadImport' | 'planImport' | 'rehearseImport' | 'applyImport' | 'importedWorkbook'
type WithPlan = Pick<Call<'planImport'>, 'params' | 'body' | 'principal' | 'requestId'>

export function importHandlers(deps: AppDeps, uploads: Uploads): HandlersOf<Names> {
  const kindOfUnit = async (unitId: string | undefined, principal: Principal): Promise<UnitKind> => {
    const units = await readUnits(deps.accounts.db)
    const wanted = unitId ?? principal.grants[0]?.unitId
    return units.find((unit) => unit.id === wanted)?.kind ?? 'primary'
  }
  const openJob = async (call: WithPlan): Promise<Result<ImportJob, Refusal>> => {
    const file = await uploads.open(call.params['id'] ?? '', call.principal)
    if (!file.ok) return err(file.error)
    return ok({ file: file.value, request: call.body, principal: call.principal, requestId: call.requestId })
  }
  return {
    uploadImport: async ({ body, query, principal }) => {
      const file = await uploads.save({ purpose: 'import', name: query['name'] ?? '', bytes: body }, principal)
      if (!file.ok) return refused(file.error)
      const year = deps.clock().getFullYear()
      return created(await analyseFile(deps, file.value, { year, unitKind: await kindOfUnit(undefined, principal) }))
    },
    planImport: async (call) => {
      const job = await openJob(call)
      if (!job.ok) return refused(job.error)
      const { plan, year, unitId } = call.body
      const unitKind = await kindOfUnit(unitId, call.principal)
      const table = await describePlanned(deps, job.value.file, { plan, year, unitKind })
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
