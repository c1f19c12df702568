// The frame of the pane: who is signed in, where we are, the one banner that counts, and the page itself.
import { Button } from '@fluentui/react-components'
import { Suspense, useEffect } from 'react'
import { usePaneHost } from '../../session/book/paneHost.ts'
import { keepPolicy } from '../../session/book/knownPolicy.ts'
import { keepUnits } from '../../session/book/unitKinds.ts'
import { BookProvider, useBook, useFreshBook, useNewDesk } from '../../session/book/useBook.ts'
import { toPaneHash, usePaneRoute, type PanePage, type PaneRoute } from '../../session/book/usePaneRoute.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { UserProvider, useSessionState, type Session } from '../../session/useSession.ts'
import type { LiveWorkbook } from '../../workbook/liveWorkbook.ts'
import { failureOfSession } from '../../session/book/failure.ts'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { LanguageChoice } from '../LanguageChoice.tsx'
import { FailureBar, TaskStatus } from '../parts.tsx'
import { SignInPane } from '../account/SignInPane.tsx'
import { AllKinds } from './AllKinds.tsx'
import { FirstPage } from './FirstPage.tsx'
import {
  AddPane,
  BindPane,
  CheckPane,
  DoctorPane,
  PublishPane,
  PushesPane,
  ReceiptPane,
  RecordPane,
} from './laterPages.ts'
import { BookTabs, PaneTabs } from './PaneTabs.tsx'
import { SheetsPane } from './SheetsPane.tsx'

/** Pages that are of use to who is not signed in, too. */
const openPages: readonly PanePage[] = ['check', 'doctor']

interface PageProps {
  readonly route: PaneRoute
  readonly isSignedIn: boolean
}

function Page({ route, isSignedIn }: PageProps) {
  if (route.page === 'sheets') return <SheetsPane isSignedIn={isSignedIn} run={route.run} />
  if (route.page === 'doctor') return <DoctorPane />
  return (
    <AllKinds>
      <PageOfKinds route={route} isSignedIn={isSignedIn} />
    </AllKinds>
  )
}

function PageOfKinds({ route, isSignedIn }: PageProps) {
  const { page, run, id } = route
  switch (page) {
    case 'sheets':
    case 'doctor':
      return null
    case 'check':
      return <CheckPane run={run} />
    case 'publish':
      return <PublishPane isSignedIn={isSignedIn} run={run} />
    case 'record':
      return <RecordPane isSignedIn={isSignedIn} />
    case 'bind':
      return isSignedIn ? <BindPane /> : null
    case 'add':
      return isSignedIn ? <AddPane /> : null
    case 'receipts':
      return isSignedIn ? <PushesPane /> : null
    case 'receipt':
      return isSignedIn ? <ReceiptPane key={id} pushId={id} /> : null
  }
}

function Footer({ session }: { readonly session: Session }) {
  const { t } = useLanguage()
  const user = session.state.stage === 'signedIn' ? session.state.user : null
  return (
    <footer className="pane-foot">
      <a href={toPaneHash('doctor')}>{t.book.nav.doctor}</a>
      {user && <a href={toPaneHash('receipts')}>{t.book.nav.receipts}</a>}
      <LanguageChoice />
      {user && (
        <span className="line-actions tight">
          <span>{user.displayName}</span>
          <Button size="small" appearance="subtle" onClick={() => void session.signOut()}>
            {t.nav.signOut}
          </Button>
        </span>
      )}
    </footer>
  )
}

interface DeskProps {
  readonly workbook: LiveWorkbook
  readonly session: Session
}

function Desk({ workbook, session }: DeskProps) {
  const { t } = useLanguage()
  const { client, memory } = useServices()
  const { stage } = session.state
  const user = stage === 'signedIn' || stage === 'expired' ? session.state.user : null
  const desk = useNewDesk(workbook)
  const route = usePaneRoute()
  const isSignedIn = stage === 'signedIn'
  useFreshBook(desk, isSignedIn, user?.name ?? '')
  useEffect(() => {
    if (!isSignedIn) return
    void client.call('listUnits', null).then((units) => units.ok && keepUnits(memory, units.value))
    void client.call('readPolicy', null).then((policy) => policy.ok && keepPolicy(memory, policy.value))
  }, [client, isSignedIn, memory])
  const needsSignIn = (stage === 'signedOut' || stage === 'expired') && !openPages.includes(route.page)
  const pages = (
    <Suspense fallback={<p className="page quiet">{t.problem.loadingPage}…</p>}>
      <BookState />
      <Page route={route} isSignedIn={isSignedIn} />
      <FirstPageOfBook />
    </Suspense>
  )
  return (
    <BookProvider value={desk}>
      <BookTabs route={route} />
      <main id="main" tabIndex={-1}>
        {stage === 'unreachable' && <Unreachable session={session} />}
        {needsSignIn && <SignInPane session={session} />}
        <div hidden={needsSignIn} className="pane-body">
          {user ? <UserProvider value={user}>{pages}</UserProvider> : pages}
        </div>
      </main>
    </BookProvider>
  )
}

/** Before anybody is signed in the workbook is not looked at, and no kind is loaded. */
function Door({ session, route }: { readonly session: Session; readonly route: PaneRoute }) {
  return (
    <>
      <PaneTabs route={route} counts={{}} />
      <main id="main" tabIndex={-1}>
        <SignInPane session={session} />
        <FirstPage />
      </main>
    </>
  )
}

/** It is drawn once it is known what the workbook holds. */
function FirstPageOfBook() {
  const { stage } = useBook()
  return stage === 'opening' ? null : <FirstPage />
}

/** What keeps the workbook's memory from being used, above every page. */
function BookState() {
  const { t, locale } = useLanguage()
  const { stage, failure, facts } = useBook()
  if (stage === 'opening') return <output className="page quiet block">{t.book.opening}…</output>
  if (stage === 'broken' && failure)
    return (
      <div className="page">
        <FailureBar failure={failureOfSession(failure, { t, locale })} />
      </div>
    )
  if (facts.isOffline) return <output className="banner">{t.book.offlineBanner}</output>
  return null
}

function Unreachable({ session }: { readonly session: Session }) {
  return (
    <div className="page">
      <FailureBar failure={{ kind: 'network', detail: '' }} onRetry={() => void session.start()} />
    </div>
  )
}

export function BookApp({ workbook }: { readonly workbook: LiveWorkbook }) {
  const { t } = useLanguage()
  const { newId } = useServices()
  const { file } = usePaneHost()
  const session = useSessionState(t)
  const route = usePaneRoute()
  const { stage } = session.state
  return (
    <div className="pane">
      {file && (
        <div className="file-bar">
          <span>{t.book.file.name(file.name)}</span>
          <Button size="small" onClick={file.save}>
            {t.book.file.save}
          </Button>
        </div>
      )}
      {stage === 'starting' && (
        <div className="page">
          <TaskStatus task={session.task} />
        </div>
      )}
      {stage === 'setup' && (
        <main className="page">
          <p>{t.book.notSetUp}</p>
          <FirstPage />
        </main>
      )}
      {stage !== 'starting' && stage !== 'setup' && (
        <ErrorBoundary resetKey={route.page} newReference={newId} words={t.problem}>
          <Suspense fallback={<p className="page quiet">{t.problem.loadingPage}…</p>}>
            {stage === 'signedOut' && !openPages.includes(route.page) ? (
              <Door session={session} route={route} />
            ) : (
              <Desk workbook={workbook} session={session} />
            )}
          </Suspense>
        </ErrorBoundary>
      )}
      <Footer session={session} />
    </div>
  )
}
