// What would happen, and the one next step: 试上报, then 导入.
import { Button } from '@fluentui/react-components'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { fen, formatYuan } from '#shared/kernel/money.ts'
import type { ImportState } from '../../session/importState.ts'
import { sumFileTotals } from '../../session/fileTotals.ts'
import type { FileDesk } from '../../session/useFile.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { Part, TaskStatus } from '../parts.tsx'
import { PushSummaryText } from '../pushes/PushSummaryText.tsx'

/** A result that comes below the fold is brought into view. */
export function showResult(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

export interface ImportActionsProps {
  readonly desk: FileDesk
  readonly state: ImportState
  readonly sheet: SheetDefinition
}

export function ImportActions({ desk, state, sheet }: ImportActionsProps) {
  const { t, say } = useLanguage()
  const { plan, rehearsal, unitId } = state
  if (!plan) return null
  const importable = state.table.preview?.counts.imported ?? 0
  const counts = rehearsal?.result.counts
  const writes = counts ? counts.created + counts.updated + counts.deleted + counts.merged : 0
  const totals = sumFileTotals(sheet, state.table.preview).map(
    (line) => `${say(line.label)} ${formatYuan(fen(line.fen))} ${t.yuan}`,
  )
  const isBusy = desk.task.running !== null
  const canRehearse = unitId !== null && importable > 0
  return (
    <>
      {rehearsal && (
        <Part title={t.file.rehearse.title}>
          <div aria-live="polite" className="result" ref={showResult}>
            <PushSummaryText report={rehearsal} sheet={sheet} more={totals} />
          </div>
        </Part>
      )}
      <div className="action-bar">
        <TaskStatus task={desk.task} />
        {importable === 0 && <p>{t.file.rehearse.nothingToImport}</p>}
        {!rehearsal && state.wasRehearsed && <p className="quiet">{t.file.rehearse.stale}</p>}
        <div className="line-actions">
          <Button
            appearance={rehearsal ? 'secondary' : 'primary'}
            disabledFocusable={!canRehearse || isBusy}
            onClick={() => void desk.rehearseImport(state)}
          >
            {t.file.rehearse.submit}
          </Button>
          {rehearsal && (
            <Button
              appearance="primary"
              disabledFocusable={isBusy || writes === 0}
              onClick={() => void desk.applyImport(state)}
            >
              {t.file.apply.submit(writes)}
            </Button>
          )}
          {!rehearsal && <span className="quiet">{t.file.rehearse.hint}</span>}
        </div>
      </div>
    </>
  )
}
