// Why the client core or Excel stopped, as a failure that every page can show.
import { problemWords, type ProblemCode } from '#shared/contract/problemWords.ts'
import { fillPlaces, type Locale, type Params } from '#shared/kernel/words.ts'
import { unreachable } from '#shared/kernel/unreachable.ts'
import type { GroupTooLarge } from '#shared/sync/push/cutEnvelopes.ts'
import type { SessionFailure } from '#shared/sync/session/session.ts'
import type { WorkbookFailure } from '#shared/workbook/port.ts'
import type { Failure } from '../../server/failure.ts'
import type { Strings } from '../../strings/zh-Hans.ts'

export interface Speech {
  readonly t: Strings
  readonly locale: Locale
}

export function failureOfSession(failure: SessionFailure | GroupTooLarge, speech: Speech): Failure {
  switch (failure.code) {
    case 'state.none':
      return toProblem('state.none', speech.t.book.noState)
    case 'state.newer':
      return ofContract('workbook.newer', speech)
    case 'state.damaged':
      return toProblem('state.damaged', speech.t.book.damaged)
    case 'other-server':
      return ofContract('workbook.other-server', speech)
    case 'workbook':
      return failureOfWorkbook(failure.failure, speech)
    case 'refused':
      return toProblem(failure.refusal.code, failure.refusal.detail)
    case 'torn':
      return toProblem('torn', speech.t.book.torn)
    case 'offline':
      return failure.detail === 'cancelled' ? { kind: 'cancelled' } : { kind: 'network', detail: failure.detail }
    case 'checksum':
      return toProblem('checksum', speech.t.book.checksum)
    case 'unstable':
      return toProblem('unstable', speech.t.book.unstable)
    case 'sync/group-too-large':
      return ofContract('push.ops', speech, { count: failure.ops, limit: failure.limit })
    default:
      return unreachable(failure)
  }
}

export function failureOfWorkbook({ code, detail }: WorkbookFailure, { t }: Speech): Failure {
  if (code === 'cancelled') return { kind: 'cancelled' }
  return toProblem(`excel.${code}`, t.book.excel[code](detail))
}

function ofContract(code: ProblemCode, { locale }: Speech, params: Params = {}): Failure {
  return toProblem(code, fillPlaces(problemWords[code].words[locale], params))
}

/** A refusal that no server gave: it has no number there. */
function toProblem(code: string, detail: string): Failure {
  return { kind: 'problem', problem: { type: '', title: '', status: 0, detail, code, requestId: '' } }
}
