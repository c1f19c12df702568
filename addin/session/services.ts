// What the pages need from the world, handed in once by the composition root.
import { createContext, useContext } from 'react'
import type { ReportDefinition } from '#shared/definition/report.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { ServerClient } from '../server/serverClient.ts'

/** Small text kept on this machine; reads give null and writes do nothing where the browser forbids it. */
export interface Memory {
  read(key: string): string | null
  /** null forgets. */
  write(key: string, value: string | null): void
}

export interface Services {
  readonly client: ServerClient
  /** The kinds; empty before sign-in, so that the first page is small. */
  readonly sheets: readonly SheetDefinition[]
  /** Tables that are worked out from the sheets; empty before sign-in. */
  readonly reports: readonly ReportDefinition[]
  /** The same promise every time. */
  readonly loadSheets: () => Promise<readonly SheetDefinition[]>
  /** Only these kinds, and of them not what other kinds say of them: enough to read and compare a sheet. */
  readonly loadKinds: (kinds: readonly string[]) => Promise<readonly SheetDefinition[]>
  readonly loadReports: () => Promise<readonly ReportDefinition[]>
  readonly memory: Memory
  readonly now: () => Date
  readonly newId: () => string
  /** Hands a file to the person: the browser's download. */
  readonly saveFile: (name: string, file: Blob) => void
  readonly print: () => void
  /** Calls back when the server no longer knows the session; returns how to stop listening. */
  readonly listenForExpiry: (listener: () => void) => () => void
}

const ServicesContext = createContext<Services | null>(null)

export const ServicesProvider = ServicesContext.Provider

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('no ServicesProvider above')
  return services
}

export function findSheet(sheets: readonly SheetDefinition[], kind: string): SheetDefinition | undefined {
  return sheets.find((sheet) => sheet.kind === kind)
}
