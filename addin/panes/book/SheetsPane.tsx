// 本工作簿: every bound sheet with its lamp, and one thing to do next.
import { Button } from '@fluentui/react-components'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { pullBook, type Fetched } from '../../session/book/bookJobs.ts'
import { lampOf } from '../../session/book/lamp.ts'
import { firstColumn } from '../../session/book/placeOf.ts'
import type { SurveyedSheet } from '../../session/book/survey.ts'
import { readUnits } from '../../session/book/unitKinds.ts'
import { useBook, useBookDesk } from '../../session/book/useBook.ts'
import { useBookTask } from '../../session/book/useBookTask.ts'
import { goToPage } from '../../session/book/usePaneRoute.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useRun } from '../../session/book/useRun.ts'
import { sayFinding } from '../../session/showValue.ts'
import { Lamp, TaskStatus } from '../parts.tsx'
import { AllKinds } from './AllKinds.tsx'
import { CompareByValue, isOtherServer } from './CompareByValue.tsx'
import { countMatches, MatchRows } from './MatchRows.tsx'
import { PulledPart } from './PulledPart.tsx'
import { SheetLamp } from './SheetLamp.tsx'
import { Suspense, useState } from 'react'

function SheetCard({ sheet }: { readonly sheet: SurveyedSheet }) {
  const { t, say } = useLanguage()
  const { memory } = useServices()
  const desk = useBookDesk()
  const { facts } = useBook()
  const place = parsePartitionId(sheet.p)
  const { sheetName, headerRow } = sheet.table.binding
  const title = t.sheetName(say(sheet.definition.title), place?.year ?? 0)
  const column = firstColumn(sheet)
  const goTo = () => void desk.deps.workbook.goTo({ sheet: sheetName, row: headerRow, column })
  return (
    <li className="sheet-card">
      <div className="sheet-head">
        <h2>{title}</h2>
        <SheetLamp sheet={sheet} facts={facts} />
      </div>
      <p className="quiet number">
        {[readUnits(memory)[place?.unitId ?? '']?.name, t.book.sheets.rows(sheet.rows)]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      <Button size="small" appearance="subtle" onClick={goTo}>
        {t.book.sheets.goTo(sheetName)}
      </Button>
    </li>
  )
}

function EmptyBook({ isSignedIn }: { readonly isSignedIn: boolean }) {
  const { t } = useLanguage()
  return (
    <section className="empty" aria-label={t.book.noState}>
      <p className="strong">{t.book.noState}</p>
      <p>{t.book.sheets.empty}</p>
      <Button appearance="primary" disabledFocusable={!isSignedIn} onClick={() => goToPage('bind')}>
        {t.book.sheets.bind}
      </Button>
      <Button disabledFocusable={!isSignedIn} onClick={() => goToPage('add')}>
        {t.book.sheets.add}
      </Button>
    </section>
  )
}

export interface SheetsPaneProps {
  readonly isSignedIn: boolean
  /** 取回 was pressed in the ribbon. */
  readonly run: number
}

export function SheetsPane({ isSignedIn, run }: SheetsPaneProps) {
  const { t, locale } = useLanguage()
  const desk = useBookDesk()
  const { stage, sheets, findings, facts } = useBook()
  const task = useBookTask()
  const [fetched, setFetched] = useState<Fetched | null>(null)
  const lamps = sheets.map((sheet) => lampOf(sheet, facts).lamp)
  const pending = sheets.reduce((sum, { changes }) => sum + (changes?.mine.length ?? 0), 0)
  const lost = sheets.flatMap(({ changes }) => (changes ? [changes] : []))
  const isBusy = task.running !== null
  const isOther = isOtherServer(task)

  const pull = async () => {
    setFetched(null)
    const done = await task.run(t.book.sheets.pulling, (call) => pullBook(desk, call))
    if (done) setFetched(done)
  }
  useRun(run, () => void pull())
  const next = isOther
    ? 'compare'
    : lamps.includes('conflict') || lamps.includes('pending')
      ? 'publish'
      : lamps.some((lamp) => lamp === 'behind' || lamp === 'new' || lamp === 'torn')
        ? 'pull'
        : null
  // Nothing is offered before it is known what is there.
  if (stage === 'opening') return null
  if (stage === 'none') return <EmptyBook isSignedIn={isSignedIn} />
  return (
    <div className="page">
      <h1 className="visually-hidden">{t.book.sheets.title}</h1>
      {findings.map((finding, index) => (
        <p key={index}>
          <Lamp color="yellow">{t.severity.warning}</Lamp> {sayFinding(finding, undefined, locale)}
        </p>
      ))}
      <ul className="sheet-cards" aria-label={t.book.sheets.title}>
        {sheets.map((sheet) => (
          <SheetCard key={`${sheet.p}/${sheet.table.binding.sheetName}`} sheet={sheet} />
        ))}
      </ul>
      {countMatches(lost) > 0 && <p>{t.book.sheets.matches(countMatches(lost))}</p>}
      <MatchRows sheets={lost} task={task} />
      {pending > 0 && <p className="quiet">{t.book.sheets.kept(pending)}</p>}
      {next === null && lamps.length > 0 && !facts.isOffline && <p className="quiet">{t.book.sheets.allAgree}</p>}
      <TaskStatus task={task} {...(isOther ? {} : { onRetry: () => void pull() })} />
      <CompareByValue task={task} />
      {fetched && (
        <Suspense fallback={null}>
          <AllKinds>
            <PulledPart fetched={fetched} />
          </AllKinds>
        </Suspense>
      )}
      <div className="action-bar">
        <div className="line-actions">
          {next === 'publish' && (
            <Button appearance="primary" onClick={() => goToPage('publish')}>
              {t.book.sheets.toPublish}
            </Button>
          )}
          <Button
            appearance={next === 'pull' ? 'primary' : 'secondary'}
            disabledFocusable={isBusy || !isSignedIn}
            onClick={() => void pull()}
          >
            {facts.isBehind ? t.book.sheets.toPull : t.book.sheets.pull}
          </Button>
        </div>
        <div className="line-actions tight">
          <Button size="small" appearance="subtle" disabledFocusable={!isSignedIn} onClick={() => goToPage('bind')}>
            {t.book.sheets.bind}
          </Button>
          <Button size="small" appearance="subtle" disabledFocusable={!isSignedIn} onClick={() => goToPage('add')}>
            {t.book.sheets.add}
          </Button>
        </div>
      </div>
    </div>
  )
}
