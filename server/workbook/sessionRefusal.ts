// Why a workbook could not be compared or published, as the problems of the contract.
import { problemWords, type ProblemCode } from '#shared/contract/problemWords.ts'
import { unreachable } from '#shared/kernel/unreachable.ts'
import type { GroupTooLarge } from '#shared/sync/push/cutEnvelopes.ts'
import type { TransportRefusal } from '#shared/sync/record.ts'
import type { SessionFailure } from '#shared/sync/session/session.ts'
import type { WorkbookFailure } from '#shared/workbook/port.ts'
import { refuse, refuseFor, type Refusal } from '../request/refusal.ts'

export function refusalOfSession(failure: SessionFailure | GroupTooLarge): Refusal {
  switch (failure.code) {
    case 'state.none':
      return refuse('workbook.no-base')
    case 'state.newer':
      return refuse('workbook.newer')
    case 'state.damaged':
      return refuse('workbook.damaged', { detail: '_tongbiao' })
    case 'workbook':
      return refusalOfWorkbook(failure.failure)
    case 'refused':
      return refusalOfTransport(failure.refusal)
    case 'other-server':
      return refuse('workbook.other-server')
    case 'torn':
      return refuse('workbook.damaged', { detail: 'torn' })
    case 'offline':
    case 'checksum':
    case 'unstable':
      return refuseFor('busy', 5)
    case 'sync/group-too-large':
      return refuse('push.ops', { count: failure.ops, limit: failure.limit })
    default:
      return unreachable(failure)
  }
}

/** The store's own refusal, on its way back through the client core. */
export function refusalOfTransport(refusal: TransportRefusal & { readonly kind: 'refused' }): Refusal {
  const findings = refusal.findings.length > 0 ? { findings: refusal.findings } : {}
  return refuse(isProblemCode(refusal.code) ? refusal.code : 'internal', {}, findings)
}

function refusalOfWorkbook({ code, detail }: WorkbookFailure): Refusal {
  if (code === 'unsupported') return refuse('file.type', { what: 'package' })
  return code === 'busy' ? refuseFor('busy', 5) : refuse('workbook.damaged', { detail })
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemWords, code)
}
