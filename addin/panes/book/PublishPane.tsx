// 上报: what I changed, what others changed, what both changed; 试上报 says the consequence; then 上报 with its receipt.
import { Button } from '@fluentui/react-components'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { useBook } from '../../session/book/useBook.ts'
import { usePublishing, type Publishing } from '../../session/book/usePublishing.ts'
import { useRun } from '../../session/book/useRun.ts'
import { sayFinding } from '../../session/showValue.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { hasNothingToSend, undecided, type Decisions } from '../../session/workbookState.ts'
import { Part, TaskStatus } from '../parts.tsx'
import { PushSummaryText } from '../pushes/PushSummaryText.tsx'
import { showResult } from '../import/ImportActions.tsx'
import { BookReceipt } from './BookReceipt.tsx'
import { CompareByValue } from './CompareByValue.tsx'
import { Consequences } from './Consequences.tsx'
import { countMatches, MatchRows } from './MatchRows.tsx'
import { SheetComparison } from './SheetComparison.tsx'
import { SpelledCells } from './SpelledCells.tsx'

export function PublishPane({ isSignedIn, run }: { readonly isSignedIn: boolean; readonly run: number }) {
  const { t } = useLanguage()
  const { stage } = useBook()
  const publishing = usePublishing()
  const { decisions, delivery, task } = publishing
  useRun(run, () => void publishing.compare())
  const canWork = isSignedIn && stage === 'open' && task.running === null
  return (
    <div className="page">
      <h1 className="visually-hidden">{t.book.publish.title}</h1>
      {delivery ? (
        <BookReceipt delivery={delivery} />
      ) : decisions ? (
        <Compared publishing={publishing} decisions={decisions} />
      ) : (
        <p>{stage === 'none' ? t.book.noState : t.book.publish.intro}</p>
      )}
      <div className="action-bar">
        <TaskStatus task={task} />
        <CompareByValue task={task} />
        <Actions publishing={publishing} canWork={canWork} />
      </div>
    </div>
  )
}

function Compared({ publishing, decisions }: { readonly publishing: Publishing; readonly decisions: Decisions }) {
  const { t, locale } = useLanguage()
  const { sheets } = useServices()
  const { comparison } = publishing
  const { rehearsal } = decisions
  const first = parsePartitionId(decisions.preview.sheets[0]?.p ?? '')
  return (
    <>
      {comparison?.offline === true && <output className="block">{t.book.publish.offline}</output>}
      {comparison?.settled && <output className="block">{t.book.settled(comparison.settled.result.receipt)}</output>}
      {decisions.preview.findings.map((finding, index) => (
        <p key={index}>{sayFinding(finding, undefined, locale)}</p>
      ))}
      {decisions.preview.sheets.map((sheet) => (
        <SheetComparison key={sheet.p} preview={sheet} decisions={decisions} onDecide={publishing.decide} />
      ))}
      {comparison && (
        <MatchRows sheets={comparison.sheets} task={publishing.task} onMatched={() => void publishing.compare()} />
      )}
      {comparison && <SpelledCells spelled={comparison.spelled} />}
      {rehearsal && (
        <Part title={t.file.rehearse.title}>
          <div aria-live="polite" className="result" ref={showResult}>
            <PushSummaryText report={rehearsal} sheet={first && findSheet(sheets, first.kind)} />
            {comparison && <Consequences comparison={comparison} rehearsal={rehearsal} />}
          </div>
        </Part>
      )}
    </>
  )
}

function Actions({ publishing, canWork }: { readonly publishing: Publishing; readonly canWork: boolean }) {
  const { t } = useLanguage()
  const { decisions, delivery, comparison, compare, publish } = publishing
  if (delivery || !decisions) {
    const label =
      delivery?.waiting === true ? t.book.publish.goOn : delivery ? t.book.publish.again : t.book.publish.compare
    return (
      <div className="line-actions">
        <Button
          appearance={delivery && !delivery.waiting ? 'secondary' : 'primary'}
          disabledFocusable={!canWork}
          onClick={() => void compare()}
        >
          {label}
        </Button>
      </div>
    )
  }
  const open = undecided(decisions).length
  // Rows that are not known yet are nobody's change, and no agreement either.
  const isLost = comparison !== null && countMatches(comparison.sheets) > 0
  const isEmpty =
    !isLost && hasNothingToSend(decisions) && decisions.preview.sheets.every(({ mine }) => mine.length === 0)
  const canSend = canWork && open === 0 && !isEmpty && !isLost && comparison?.offline !== true
  return (
    <>
      {open > 0 && <output className="block">{t.file.workbook.undecided(open)}</output>}
      {isEmpty && <output className="block">{t.book.publish.doneNothing}</output>}
      <div className="line-actions">
        <Button
          appearance={decisions.rehearsal || isEmpty || isLost ? 'secondary' : 'primary'}
          disabledFocusable={!canSend}
          onClick={() => void publish('rehearse')}
        >
          {t.file.workbook.rehearse}
        </Button>
        {decisions.rehearsal && (
          <Button appearance="primary" disabledFocusable={!canSend} onClick={() => void publish('publish')}>
            {t.file.workbook.publish}
          </Button>
        )}
        <Button disabledFocusable={!canWork} onClick={() => void compare()}>
          {t.file.workbook.compareAgain}
        </Button>
      </div>
    </>
  )
}
