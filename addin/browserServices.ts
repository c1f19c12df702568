// What both entrances need from the browser: memory of this machine, downloads, the door to the server.
import type { ReportDefinition } from '#shared/definition/report.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { exchangeOverHttp } from './server/exchange.ts'
import { createServerClient } from './server/serverClient.ts'
import type { Memory, Services } from './session/services.ts'

/** localStorage; a browser that forbids it (private windows, some web views) forgets, and that is all. */
const memory: Memory = {
  read(key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  write(key, value) {
    try {
      if (value === null) localStorage.removeItem(key)
      else localStorage.setItem(key, value)
    } catch {
      // forgotten at the end of this page
    }
  },
}

function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** `crypto.randomUUID` is only there over HTTPS; these numbers are for people to read out. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export interface KindLoaders {
  /** Loads the list of kinds; it is called once. */
  readonly sheets: () => Promise<readonly SheetDefinition[]>
  /** Kind → loads it alone; without it they are loaded together. */
  readonly kinds?: Readonly<Record<string, () => Promise<SheetDefinition>>>
  /** Loads the list of reports; it is called once. */
  readonly reports: () => Promise<readonly ReportDefinition[]>
}

export function createBrowserServices(load: KindLoaders): Services {
  let sheets: Promise<readonly SheetDefinition[]> | undefined
  let reports: Promise<readonly ReportDefinition[]> | undefined
  const loadSheets = () => (sheets ??= load.sheets())
  const loadKinds: Services['loadKinds'] = async (kinds) => {
    const { kinds: alone } = load
    if (sheets || !alone) return (await loadSheets()).filter(({ kind }) => kinds.includes(kind))
    return Promise.all(kinds.flatMap((kind) => alone[kind]?.() ?? []))
  }
  const expiryListeners = new Set<() => void>()
  return {
    client: createServerClient({
      origin: '',
      exchange: exchangeOverHttp,
      newRequestId: newId,
      onSignedOut: () => expiryListeners.forEach((listener) => listener()),
    }),
    sheets: [],
    reports: [],
    loadSheets,
    loadKinds,
    loadReports: () => (reports ??= load.reports()),
    memory,
    now: () => new Date(),
    newId,
    saveFile,
    print: () => window.print(),
    listenForExpiry(listener) {
      expiryListeners.add(listener)
      return () => expiryListeners.delete(listener)
    },
  }
}
