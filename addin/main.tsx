// The composition root of the pages: real server, real browser, the list of sheet kinds.
import { FluentProvider } from '@fluentui/react-components'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { theme } from './looks/theme.ts'
import { AppPane } from './panes/AppPane.tsx'
import { exchangeOverHttp } from './server/exchange.ts'
import { createServerClient } from './server/serverClient.ts'
import { ServicesProvider, type Memory, type Services } from './session/services.ts'
import { LanguageProvider, useLanguageState } from './session/useLanguage.ts'
import { guessLocale } from './strings/load.ts'

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

let loading: Promise<readonly SheetDefinition[]> | undefined

const expiryListeners = new Set<() => void>()

const services: Services = {
  client: createServerClient({
    origin: '',
    exchange: exchangeOverHttp,
    newRequestId: newId,
    onSignedOut: () => expiryListeners.forEach((listener) => listener()),
  }),
  sheets: [],
  loadSheets: () => (loading ??= import('#shared/sheets/index.ts').then((room) => room.sheets)),
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

/** `crypto.randomUUID` is only there over HTTPS; these numbers are for people to read out. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function App() {
  const language = useLanguageState(guessLocale(navigator.languages))
  return (
    <LanguageProvider value={language}>
      <AppPane />
    </LanguageProvider>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('no #root in the page')
createRoot(root).render(
  <StrictMode>
    <ServicesProvider value={services}>
      <FluentProvider theme={theme}>
        <App />
      </FluentProvider>
    </ServicesProvider>
  </StrictMode>,
)
