// An Excel that cannot carry 同表: what is missing, what works instead, and the examination for the IT desk.
import { Button, Link } from '@fluentui/react-components'
import { usePaneHost } from '../../session/book/paneHost.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { DoctorPane } from './DoctorPane.tsx'

export function TooOldPane() {
  const { t } = useLanguage()
  const { facts, neededApi, origin, openInBrowser } = usePaneHost()
  return (
    <main className="too-old">
      <div className="page">
        <h1>{t.book.tooOld.title}</h1>
        <p>{t.book.tooOld.what(facts?.excelApi ?? '', neededApi)}</p>
        <p>{t.book.tooOld.instead}</p>
        <p>
          <Link href={`${origin}/`} target="_blank">
            {origin}
          </Link>
        </p>
        <Button appearance="primary" onClick={() => openInBrowser(`${origin}/`)}>
          {t.book.tooOld.open}
        </Button>
      </div>
      <DoctorPane />
    </main>
  )
}
