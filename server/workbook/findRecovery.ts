// A workbook whose base is of no use here, damaged or another server's: what is needed to compare it by value (W8, H14).
import { decodeState } from '#shared/sync/state/decodeState.ts'
import { salvageBindings } from '#shared/sync/state/salvageBindings.ts'
import type { Recovery } from '#shared/sync/session/session.ts'
import type { WorkbookPort } from '#shared/workbook/port.ts'
import type { Principal } from '../auth/principal.ts'
import type { AppDeps } from '../deps.ts'
import { toIssue } from './issueWorkbook.ts'

type Needs = Pick<AppDeps, 'store' | 'definitions' | 'clock' | 'newId'>

/** undefined: the base is used as it is, or the file is refused. @param wish `value`: the person chose it for a sound base, too */
export async function findRecovery(
  deps: Needs,
  port: Pick<WorkbookPort, 'readState'>,
  { principal, wish }: { readonly principal: Principal; readonly wish: 'value' | undefined },
): Promise<Recovery | undefined> {
  const rows = await port.readState()
  if (!rows.ok || rows.value === null) return undefined
  const fresh = { workbookId: deps.newId(), issue: toIssue(deps, principal) }
  const state = decodeState(rows.value)
  if (state.ok) {
    const { issue, bindings } = state.value
    const isOther = issue.server !== '' && issue.server !== deps.store.serverId
    return isOther && wish === 'value' ? { ...fresh, bindings, replaces: true } : undefined
  }
  if (state.error !== 'state.damaged') return undefined
  const bindings = salvageBindings(rows.value).filter(({ kind }) => deps.definitions.has(kind))
  return bindings.length === 0 ? undefined : { ...fresh, bindings }
}
