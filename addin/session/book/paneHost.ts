// What the pane needs from the program around it, besides the workbook.
import { createContext, useContext } from 'react'
import type { HostFacts } from '../../workbook/liveWorkbook.ts'

export interface PaneHost {
  /** null: not in Excel. */
  readonly facts: HostFacts | null
  /** ExcelApi that all of 同表 needs. */
  readonly neededApi: string
  readonly agent: string
  readonly origin: string
  /** false: the browser forbids it. */
  readonly copyText: (text: string) => Promise<boolean>
  /** Opens an address of this server in the person's own browser. */
  readonly openInBrowser: (address: string) => void
  /** Not in Excel: the file on the desk, and how to get it back. */
  readonly file: { readonly name: string; readonly save: () => void } | null
}

const HostContext = createContext<PaneHost | null>(null)

export const PaneHostProvider = HostContext.Provider

export function usePaneHost(): PaneHost {
  const host = useContext(HostContext)
  if (!host) throw new Error('no PaneHostProvider above')
  return host
}
