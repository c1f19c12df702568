// Everything the app needs from outside; put together by the composition root.
import type { ReportDefinition } from '#shared/definition/report.ts'
import type { Definitions } from '#shared/contract/decodePush.ts'
import type { AccountDeps } from './auth/accounts.ts'
import type { FileReader } from './import/fileReader.ts'
import type { Log } from './log.ts'
import type { FreeSpace } from './edge/freeSpace.ts'
import type { Pages } from './pages/pages.ts'
import type { RateLimits } from './request/rates.ts'
import type { RecordStore } from './store/recordStore.ts'
import type { SheetRules } from './store/sheetRules.ts'
import type { WorkbookMaker } from './workbook/workbookMaker.ts'

export interface AppDeps {
  readonly store: RecordStore
  readonly accounts: AccountDeps
  readonly definitions: Definitions
  readonly reports: readonly ReportDefinition[]
  readonly rules: SheetRules
  readonly clock: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly newId: () => string
  readonly log: Log
  /** undefined: no pages were built; the API works all the same. */
  readonly pages: Pages | undefined
  readonly reader: FileReader
  readonly workbooks: WorkbookMaker
  /** OpenAPI document of the contract. */
  readonly openApi: unknown
  /** manifest.xml as it lies in the project. */
  readonly manifest: string
  readonly edge: EdgeSettings
}

export interface EdgeSettings {
  /** Tells browsers to insist on HTTPS; off for local certificates. */
  readonly hsts: boolean
  /** Who may frame the pages: the Office hosts, and the intranet's. */
  readonly frameAncestors: readonly string[]
  /** Where else scripts may come from: the network of Office.js, when it is not served from here. */
  readonly scriptOrigins: readonly string[]
  /** This server itself speaks HTTPS. */
  readonly hasTls: boolean
  /** Addresses of proxies whose X-Forwarded-* are believed. */
  readonly trustedProxies: readonly string[]
  readonly jsonTimeoutMs: number
  readonly fileTimeoutMs: number
  /** Files of one user that are read at the same time. */
  readonly uploadsAtOnce: number
  /** How often one person may push, pull and export; null: as often as they like. */
  readonly rates: RateLimits | null
  /** Of the disk that holds the records; undefined: nobody knows. */
  readonly readFreeSpace: () => Promise<FreeSpace | undefined>
  /** true while shutting down: new work is refused. */
  readonly isDraining: () => boolean
}
