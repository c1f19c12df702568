// What Excel refused, in the closed words of the workbook's door.
import type { WorkbookFailure, WorkbookFailureCode } from '#shared/workbook/port.ts'

/** Thrown inside an exchange with Excel to end it with this failure. */
export class OfficeRefusal extends Error {
  readonly failure: WorkbookFailure
  constructor(code: WorkbookFailureCode, detail: string) {
    super(`${code}: ${detail}`)
    this.failure = { code, detail }
  }
}

/** Codes of Office.js (Excel.ErrorCodes, and those the library itself gives). */
const codes: Readonly<Record<string, WorkbookFailureCode>> = {
  AccessDenied: 'protected',
  ItemNotFound: 'missing-sheet',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  InvalidOperationInCellEditMode: 'busy',
  ActivityLimitReached: 'busy',
  InvalidOrTimedOutSession: 'busy',
  HostIsBusy: 'busy',
  WriteNotSupportedWhenModalDialogOpen: 'busy',
  RequestAborted: 'busy',
  Timeout: 'busy',
}

/** Undefined for what is no answer of Excel: a bug, to be thrown on. */
export function toFailure(error: unknown): WorkbookFailure | undefined {
  if (error instanceof OfficeRefusal) return error.failure
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string')
    return undefined
  return { code: codes[error.code] ?? 'unsupported', detail: `${error.code} ${placeOf(error)}`.trim() }
}

/** The answer would be too large: fewer rows are to be asked for. */
export function isTooLarge(error: unknown): boolean {
  return toFailure(error)?.code === 'too-large' && !(error instanceof OfficeRefusal)
}

/** The statement Excel refused, as the library tells it. */
function placeOf(error: object): string {
  const info = 'debugInfo' in error ? error.debugInfo : undefined
  const place = typeof info === 'object' && info !== null && 'errorLocation' in info ? info.errorLocation : undefined
  return typeof place === 'string' ? place : ''
}
