// An edited workbook came back: what I changed, what others did meanwhile, what both changed; then 上报.
import { Button, Checkbox } from '@fluentui/react-components'
import type { SheetPreview } from '#shared/contract/resources.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { sayFinding } from '../../session/showValue.ts'
import { findSheet, useServices } from '../../session/services.ts'
import type { FileDesk } from '../../session/useFile.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useWorkbookFacts, type WorkbookFacts } from '../../session/useWorkbookFacts.ts'
import {
  answerConflict,
  confirmDeletes,
  conflictsOf,
  hasNothingToSend,
  undecided,
  type WorkbookState,
} from '../../session/workbookState.ts'
import { showResult } from '../import/ImportActions.tsx'
import { ConflictCards } from './ConflictCards.tsx'
import { DroppedSheets } from './DroppedSheets.tsx'
import { MissingRows, MyChanges, TheirChanges } from './ChangeList.tsx'
import { FindingLines } from '../findings/FindingLines.tsx'
import { Part, TaskStatus } from '../parts.tsx'
import { PushSummaryText } from '../pushes/PushSummaryText.tsx'
import { SheetHead, useSheetOf } from './SheetHead.tsx'

interface SheetProps {
  readonly preview: SheetPreview
  readonly desk: FileDesk
  readonly state: WorkbookState
  readonly facts: WorkbookFacts
}

function SheetPart({ preview, desk, state, facts }: SheetProps) {
  const { t } = useLanguage()
  const { sheet, title } = useSheetOf(preview)
  return (
    <section aria-label={title}>
      <SheetHead preview={preview} title={title} />
      <ConflictCards
        conflicts={preview.conflicts}
        sheet={sheet}
        facts={facts}
        answers={state.answers}
        onAnswer={(conflict, given) => desk.put(answerConflict(state, conflict, given))}
      />
      {preview.findings.length > 0 && (
        <Part title={t.file.findings.title(preview.findings.length)}>
          <FindingLines findings={preview.findings} sheet={sheet} />
        </Part>
      )}
      <MissingRows
        preview={preview}
        sheet={sheet}
        chosen={state.deletes}
        onChoose={(ids) => desk.put(confirmDeletes(state, ids))}
      />
      <MyChanges preview={preview} sheet={sheet} facts={facts} />
      <TheirChanges preview={preview} sheet={sheet} facts={facts} />
    </section>
  )
}

export function WorkbookPane({ desk, state }: { readonly desk: FileDesk; readonly state: WorkbookState }) {
  const { t, locale } = useLanguage()
  const { sheets } = useServices()
  const { preview, rehearsal } = state
  const facts = useWorkbookFacts(preview)
  const open = undecided(state).length
  const isBusy = desk.task.running !== null
  const isEmpty = hasNothingToSend(state)
  const conflictsNow = rehearsal && !rehearsal.result.replay ? rehearsal.result.counts.conflicts : 0
  const matches = preview.sheets.reduce((sum, sheet) => sum + (sheet.matches ?? []).length, 0)
  const firstPlace = parsePartitionId(preview.sheets[0]?.p ?? '')
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.file.workbook.title}</h1>
        <Button size="small" onClick={desk.clear}>
          {t.file.another}
        </Button>
      </div>
      <p className="quiet">{preview.fileName}</p>
      {preview.sheets.length === 0 && <p>{t.file.workbook.noSheets}</p>}
      {preview.findings.map((finding, index) => (
        <p key={index}>{sayFinding(finding, undefined, locale)}</p>
      ))}
      <DroppedSheets
        dropped={preview.dropped ?? []}
        cleared={state.cleared ?? new Set()}
        onClear={(cleared) => desk.put({ ...state, cleared, rehearsal: null })}
      />
      {matches > 0 && (
        <Checkbox
          label={t.file.workbook.matches(matches)}
          checked={state.acceptsMatches === true}
          onChange={(_, data) => desk.put({ ...state, acceptsMatches: data.checked === true, rehearsal: null })}
        />
      )}
      {preview.sheets.map((sheet) => (
        <SheetPart key={`${sheet.p}/${sheet.sheetName}`} preview={sheet} desk={desk} state={state} facts={facts} />
      ))}
      {rehearsal && (
        <Part title={t.file.rehearse.title}>
          <div aria-live="polite" className="result" ref={showResult}>
            <PushSummaryText report={rehearsal} sheet={firstPlace && findSheet(sheets, firstPlace.kind)} />
            {conflictsNow > 0 && <p>{t.file.workbook.changedMeanwhile(conflictsNow)}</p>}
          </div>
        </Part>
      )}
      <div className="action-bar">
        <TaskStatus task={desk.task} />
        {open > 0 && <output className="block">{t.file.workbook.undecided(open)}</output>}
        {isEmpty && <output className="block">{t.file.workbook.nothing}</output>}
        <div className="line-actions">
          <Button
            appearance={rehearsal ? 'secondary' : 'primary'}
            disabledFocusable={isBusy || open > 0 || isEmpty}
            onClick={() => void desk.publish(state, 'rehearse')}
          >
            {t.file.workbook.rehearse}
          </Button>
          {rehearsal && conflictsNow === 0 && (
            <Button
              appearance="primary"
              disabledFocusable={isBusy || open > 0}
              onClick={() => void desk.publish(state, 'publish')}
            >
              {t.file.workbook.publish}
            </Button>
          )}
          {(conflictsNow > 0 || conflictsOf(state).length > 0) && (
            <Button disabledFocusable={isBusy} onClick={() => void desk.compareAgain(state)}>
              {t.file.workbook.compareAgain}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
