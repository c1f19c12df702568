// All handlers, one file per resource; a route of the contract without one is a compile error here.
import type { AppDeps } from '../deps.ts'
import type { Handlers } from '../request/call.ts'
import { createUploads } from '../import/uploads.ts'
import { administrationHandlers } from './administration.ts'
import { delegationHandlers } from './delegations.ts'
import { exemptionHandlers } from './exemptions.ts'
import { healthHandlers } from './health.ts'
import { importHandlers } from './imports.ts'
import { kindHandlers } from './kinds.ts'
import { crossSheetHandlers } from './crossSheets.ts'
import { partitionHandlers } from './partitions.ts'
import { personHandlers } from './persons.ts'
import { policyHandlers } from './policy.ts'
import { pushHandlers } from './pushes.ts'
import { reportHandlers } from './reports.ts'
import { reviewHandlers } from './review.ts'
import { sessionHandlers } from './session.ts'
import { syncHandlers } from './sync.ts'
import { workbookHandlers } from './workbooks.ts'

export function createHandlers(deps: AppDeps): Handlers {
  const uploads = createUploads(deps)
  return {
    ...healthHandlers(deps),
    ...sessionHandlers(deps),
    ...administrationHandlers(deps),
    ...delegationHandlers(deps),
    ...exemptionHandlers(deps),
    ...personHandlers(deps),
    ...kindHandlers(deps),
    ...partitionHandlers(deps),
    ...policyHandlers(deps),
    ...crossSheetHandlers(deps),
    ...reportHandlers(deps),
    ...syncHandlers(deps),
    ...pushHandlers(deps),
    ...reviewHandlers(deps),
    ...importHandlers(deps, uploads),
    ...workbookHandlers(deps, uploads),
  }
}
