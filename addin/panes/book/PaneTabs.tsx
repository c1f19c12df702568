// The pages of the pane that are always at hand, with what waits on them.
import { useBook } from '../../session/book/useBook.ts'
import { toPaneHash, type PanePage, type PaneRoute } from '../../session/book/usePaneRoute.ts'
import { useLanguage } from '../../session/useLanguage.ts'

const tabs = ['sheets', 'check', 'publish', 'record'] as const satisfies readonly PanePage[]

interface TabsProps {
  readonly route: PaneRoute
  /** What waits on a page; absent: nothing, or it is not known. */
  readonly counts: Partial<Record<PanePage, number>>
}

export function PaneTabs({ route, counts }: TabsProps) {
  const { t } = useLanguage()
  return (
    <nav className="pane-tabs" aria-label={t.book.nav.label}>
      {tabs.map((page) => (
        <a
          key={page}
          className="nav-link"
          href={toPaneHash(page)}
          aria-current={route.page === page ? 'page' : undefined}
        >
          {t.book.nav[page]}
          {(counts[page] ?? 0) > 0 && <span className="tab-count number">{counts[page]}</span>}
        </a>
      ))}
    </nav>
  )
}

export function BookTabs({ route }: Pick<TabsProps, 'route'>) {
  const { sheets } = useBook()
  const decisions = sheets.reduce(
    (sum, { findings }) => sum + findings.filter(({ severity }) => severity !== 'hint').length,
    0,
  )
  const toSend = sheets.reduce(
    (sum, { changes }) => sum + (changes ? changes.mine.length + changes.conflicts.length : 0),
    0,
  )
  return <PaneTabs route={route} counts={{ check: decisions, publish: toSend }} />
}
