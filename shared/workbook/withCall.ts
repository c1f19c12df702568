// A workbook whose every call reports to one listener and stops at one signal: for work that makes many calls.
import type { CallOptions, WorkbookPort } from './port.ts'

/** Options given to a single call go before these. */
export function withCall(port: WorkbookPort, call: CallOptions): WorkbookPort {
  return {
    readState: (options) => port.readState({ ...call, ...options }),
    readTable: (binding, options) => port.readTable(binding, { ...call, ...options }),
    apply: (edits, options) => port.apply(edits, { ...call, ...options }),
  }
}
