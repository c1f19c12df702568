// The composition root of the pages: real server, real browser, the list of sheet kinds.
import { FluentProvider } from '@fluentui/react-components'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserServices } from './browserServices.ts'
import { theme } from './looks/theme.ts'
import { AppPane } from './panes/AppPane.tsx'
import { ServicesProvider } from './session/services.ts'
import { LanguageProvider, useLanguageState } from './session/useLanguage.ts'
import { guessLocale } from './strings/load.ts'

const services = createBrowserServices({
  sheets: () => import('#shared/sheets/index.ts').then((room) => room.sheets),
  reports: () => import('#shared/sheets/reports/index.ts').then((room) => room.reports),
})

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
