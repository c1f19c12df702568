// The composition root of the pane: in Excel the open workbook, in a plain browser a file; the same app either way.
import { loadSheet } from '#shared/sheets/loadSheet.ts'
import { FluentProvider } from '@fluentui/react-components'
import { lazy, StrictMode, Suspense, useSyncExternalStore, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserServices } from './browserServices.ts'
import { darkTheme, theme } from './looks/theme.ts'
import { followOfficeTheme, type Shade } from './looks/officeTheme.ts'
import { BookApp } from './panes/book/BookApp.tsx'
import { PaneHostProvider, type PaneHost } from './session/book/paneHost.ts'
import { goToPage, type PanePage } from './session/book/usePaneRoute.ts'
import { ServicesProvider } from './session/services.ts'
import { LanguageProvider, useLanguageState } from './session/useLanguage.ts'
import { guessLocale } from './strings/load.ts'
import { neededApi } from './workbook/hostFacts.ts'
import type { LiveWorkbook } from './workbook/liveWorkbook.ts'
import { createOfficeWorkbook } from './workbook/officeWorkbook.ts'

const TooOldPane = lazy(() => import('./panes/book/TooOldPane.tsx').then((m) => ({ default: m.TooOldPane })))
const FileBook = lazy(() => import('./panes/book/FileBook.tsx').then((m) => ({ default: m.FileBook })))

const services = createBrowserServices({
  sheets: () => import('#shared/sheets/index.ts').then((room) => room.sheets),
  kinds: loadSheet,
  reports: () => import('#shared/sheets/reports/index.ts').then((room) => room.reports),
})

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function toHost(workbook: LiveWorkbook | null): PaneHost {
  return {
    facts: workbook?.hostFacts() ?? null,
    neededApi,
    agent: navigator.userAgent,
    origin: location.origin,
    copyText,
    openInBrowser(address) {
      // In Excel a window would open inside the web view.
      const canAsk = workbook !== null && Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')
      if (canAsk) Office.context.ui.openBrowserWindow(address)
      else window.open(address, '_blank', 'noopener')
    },
    file: null,
  }
}

/** Names of the functions in manifest.xml → the page that does the work. */
const ribbon: Readonly<Record<string, PanePage>> = { check: 'check', publish: 'publish', refresh: 'sheets' }

/** A button of the ribbon opens the pane on the right page and begins its work there. */
function associateRibbon(): void {
  let presses = 0
  for (const [name, page] of Object.entries(ribbon))
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      presses += 1
      goToPage(page, { run: presses })
      // Hosts without the shared runtime have no pane to show; they do not show the buttons either.
      if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) void Office.addin.showAsTaskpane()
      event.completed()
    })
}

function Surroundings({ shade, children }: { readonly shade: Shade; readonly children: ReactNode }) {
  const isDark = useSyncExternalStore(shade.subscribe, shade.isDark)
  const displayed = typeof Office === 'undefined' ? undefined : Office.context.displayLanguage
  const language = useLanguageState(guessLocale(displayed === undefined ? navigator.languages : [displayed]))
  return (
    <FluentProvider theme={isDark ? darkTheme : theme}>
      <LanguageProvider value={language}>{children}</LanguageProvider>
    </FluentProvider>
  )
}

function start(workbook: LiveWorkbook | null): void {
  const host = toHost(workbook)
  const root = document.getElementById('root')
  if (!root) throw new Error('no #root in the page')
  document.documentElement.dataset['ready'] = 'true'
  const page =
    workbook === null || host.facts === null ? (
      <FileBook host={host} />
    ) : host.facts.isEnough ? (
      <PaneHostProvider value={host}>
        <BookApp workbook={workbook} />
      </PaneHostProvider>
    ) : (
      <PaneHostProvider value={host}>
        <TooOldPane />
      </PaneHostProvider>
    )
  createRoot(root).render(
    <StrictMode>
      <ServicesProvider value={services}>
        <Surroundings shade={followOfficeTheme()}>
          <Suspense fallback={null}>{page}</Suspense>
        </Surroundings>
      </ServicesProvider>
    </StrictMode>,
  )
}

if (typeof Office === 'undefined') start(null)
else
  void Office.onReady(({ host }) => {
    if (host !== Office.HostType.Excel) return start(null)
    associateRibbon()
    return start(createOfficeWorkbook())
  })
