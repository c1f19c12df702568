// The frame around every page: sign-in gate, navigation, language, and the page itself.
import { Button, Link } from '@fluentui/react-components'
import { lazy, Suspense, use, useEffect, useMemo, type ReactNode } from 'react'
import { ServicesProvider, useServices } from '../session/services.ts'
import { useLanguage } from '../session/useLanguage.ts'
import { goTo, parseRoute, revisit, toHash, useRoute, useVisits, type Route } from '../session/useRoute.ts'
import { isAdmin, UserProvider, useSessionState, type Session } from '../session/useSession.ts'
import { FileProvider, useFileState } from '../session/useFile.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { FailureBar, TaskStatus } from './parts.tsx'
import { SetupPane } from './account/SetupPane.tsx'
import { SignInPane } from './account/SignInPane.tsx'

const HomePane = lazy(() => import('./home/HomePane.tsx').then((m) => ({ default: m.HomePane })))
const FilePane = lazy(() => import('./file/FilePane.tsx').then((m) => ({ default: m.FilePane })))
const RecordsPane = lazy(() => import('./records/RecordsPane.tsx').then((m) => ({ default: m.RecordsPane })))
const PushesPane = lazy(() => import('./pushes/PushesPane.tsx').then((m) => ({ default: m.PushesPane })))
const ReceiptPane = lazy(() => import('./pushes/ReceiptPane.tsx').then((m) => ({ default: m.ReceiptPane })))
const ReportPane = lazy(() => import('./report/ReportPane.tsx').then((m) => ({ default: m.ReportPane })))
const AdminPane = lazy(() => import('./admin/AdminPane.tsx').then((m) => ({ default: m.AdminPane })))
const AccountPane = lazy(() => import('./account/AccountPane.tsx').then((m) => ({ default: m.AccountPane })))

function Page({ route }: { readonly route: Route }) {
  const { t } = useLanguage()
  switch (route.page) {
    case 'home':
      return <HomePane />
    case 'file':
      return <FilePane />
    case 'sheet':
      return (
        <RecordsPane
          key={toHash(route)}
          unitId={route.unitId}
          kind={route.kind}
          year={route.year}
          first={route.record ?? null}
        />
      )
    case 'report':
      return <ReportPane key={toHash(route)} name={route.name} unitId={route.unitId} year={route.year} />
    case 'pushes':
      return <PushesPane />
    case 'receipt':
      return <ReceiptPane key={route.pushId} pushId={route.pushId} />
    case 'admin':
      return <AdminPane />
    case 'account':
      return <AccountPane />
    case 'unknown':
      return (
        <div className="page">
          <h1>{t.problem.notFound}</h1>
          <Link href="#/">{t.problem.toHome}</Link>
        </div>
      )
  }
}

function NavLink({
  to,
  current,
  children,
}: {
  readonly to: Route
  readonly current: boolean
  readonly children: ReactNode
}) {
  return (
    <a
      className="nav-link"
      href={toHash(to)}
      aria-current={current ? 'page' : undefined}
      onClick={() => toHash(parseRoute(location.hash)) === toHash(to) && revisit()}
    >
      {children}
    </a>
  )
}

function Header({ session, route }: { readonly session: Session; readonly route: Route }) {
  const { t } = useLanguage()
  const user = session.state.stage === 'signedIn' ? session.state.user : null
  return (
    <header className="app-header">
      <a className="brand" href="#/">
        {t.productName}
      </a>
      {user && (
        <nav className="app-nav" aria-label={t.nav.label}>
          <NavLink
            to={{ page: 'home' }}
            current={route.page === 'home' || route.page === 'sheet' || route.page === 'report'}
          >
            {t.nav.home}
          </NavLink>
          <NavLink to={{ page: 'file' }} current={route.page === 'file'}>
            {t.nav.file}
          </NavLink>
          <NavLink to={{ page: 'pushes' }} current={route.page === 'pushes' || route.page === 'receipt'}>
            {t.nav.pushes}
          </NavLink>
          {isAdmin(user) && (
            <NavLink to={{ page: 'admin' }} current={route.page === 'admin'}>
              {t.nav.admin}
            </NavLink>
          )}
        </nav>
      )}
      <div className="app-user">
        {user && (
          <a className="nav-link" href="#/account" aria-label={`${t.nav.account} ${user.displayName}`}>
            {user.displayName}
          </a>
        )}
        <LanguageChoice />
        {user && (
          <Button size="small" onClick={() => void session.signOut().then(() => goTo({ page: 'home' }))}>
            {t.nav.signOut}
          </Button>
        )}
      </div>
    </header>
  )
}

function SignedIn({ session, route }: { readonly session: Session; readonly route: Route }) {
  const { t } = useLanguage()
  const services = useServices()
  const [sheets, reports] = [use(services.loadSheets()), use(services.loadReports())]
  const withSheets = useMemo(() => ({ ...services, sheets, reports }), [services, sheets, reports])
  const file = useFileState()
  const visits = useVisits()
  if (session.state.stage !== 'signedIn' && session.state.stage !== 'expired') return null
  return (
    <ServicesProvider value={withSheets}>
      <UserProvider value={session.state.user}>
        <FileProvider value={file}>
          <ErrorBoundary resetKey={toHash(route)} newReference={services.newId} words={t.problem}>
            <Suspense fallback={<p className="page quiet">{t.problem.loadingPage}…</p>}>
              <Page key={visits} route={route} />
            </Suspense>
          </ErrorBoundary>
        </FileProvider>
      </UserProvider>
    </ServicesProvider>
  )
}

export function AppPane() {
  const { t } = useLanguage()
  const session = useSessionState(t)
  const { loadSheets, loadReports } = useServices()
  const route = useRoute()
  const { state } = session
  // fetched while somebody types a password
  useEffect(() => {
    void loadSheets()
    void loadReports()
  }, [loadSheets, loadReports])
  const hasWork = state.stage === 'signedIn' || state.stage === 'expired'
  return (
    <>
      <a className="skip-link" href="#main" onClick={skipToMain}>
        {t.skipToMain}
      </a>
      <Header session={session} route={route} />
      <main id="main" tabIndex={-1}>
        {state.stage === 'starting' && (
          <div className="page narrow">
            <TaskStatus task={session.task} />
          </div>
        )}
        {state.stage === 'unreachable' && (
          <div className="page narrow">
            <FailureBar failure={{ kind: 'network', detail: '' }} onRetry={() => void session.start()} />
          </div>
        )}
        {state.stage === 'setup' && <SetupPane session={session} />}
        {(state.stage === 'signedOut' || state.stage === 'expired') && <SignInPane session={session} />}
        {hasWork && (
          <div hidden={state.stage === 'expired'} key={state.user.id}>
            <Suspense fallback={<p className="page quiet">{t.problem.loadingPage}…</p>}>
              <SignedIn session={session} route={route} />
            </Suspense>
          </div>
        )}
      </main>
    </>
  )
}

/** The address after # is ours for pages, so the jump is done by hand. */
function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
