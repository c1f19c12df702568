// How the host refuses: the error codes of Office.js, as the library reads them from an answer.

/** Codes of Excel.ErrorCodes that this host answers with. */
export type OfficeCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'GeneralException'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidReference'
  | 'InvalidSelection'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'NotImplemented'
  | 'UnsupportedOperation'

export class OfficeFault extends Error {
  readonly code: OfficeCode
  constructor(code: OfficeCode, message: string) {
    super(message)
    this.code = code
  }
}

export function refuse(code: OfficeCode, message: string): never {
  throw new OfficeFault(code, message)
}
