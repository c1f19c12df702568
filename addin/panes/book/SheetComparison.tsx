// One sheet against the server: conflict cards first, then missing rows, mine, theirs.
import { Button } from '@fluentui/react-components'
import type { SheetPreview } from '#shared/contract/resources.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { Conflict } from '#shared/sync/change.ts'
import { firstColumn, placeOfRecord } from '../../session/book/placeOf.ts'
import { useBook, useBookDesk } from '../../session/book/useBook.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { sayFinding } from '../../session/showValue.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useWorkbookFacts, type WorkbookFacts } from '../../session/useWorkbookFacts.ts'
import {
  answerConflict,
  confirmDeletes,
  conflictKey,
  type Answer,
  type Decisions,
} from '../../session/workbookState.ts'
import { MissingRows, MyChanges, TheirChanges } from '../ChangeList.tsx'
import { ConflictCard } from '../ConflictCard.tsx'
import { Lamp, lampOf, Part } from '../parts.tsx'

export interface SheetComparisonProps {
  readonly preview: SheetPreview
  readonly decisions: Decisions
  readonly onDecide: (next: Decisions) => void
}

/** With who and when, where the comparison left them out. */
function signed(conflict: Conflict, facts: WorkbookFacts): Conflict {
  if (conflict.by !== undefined && conflict.by !== '') return conflict
  const author = facts.authorOf(conflict.id, conflict.kind === 'field' ? [conflict.column] : [])
  return author ? { ...conflict, ...author } : conflict
}

export function SheetComparison({ preview, decisions, onDecide }: SheetComparisonProps) {
  const { t, say, locale } = useLanguage()
  const { sheets } = useServices()
  const desk = useBookDesk()
  const book = useBook()
  const facts = useWorkbookFacts(decisions.preview)
  const place = parsePartitionId(preview.p)
  const sheet = place && findSheet(sheets, place.kind)
  const title = place && sheet ? t.sheetName(say(sheet.title), place.year) : preview.sheetName
  const { counts, conflicts } = preview
  const own = book.sheets.find(({ p }) => p === preview.p)

  const answer = (conflict: Conflict, given: Answer, at: number) => {
    const isFirst = !decisions.answers.has(conflictKey(conflict))
    onDecide(answerConflict(decisions, conflict, given))
    const cards = document.querySelectorAll<HTMLElement>('.conflict-card')
    if (isFirst) cards[at + 1]?.querySelector<HTMLElement>('input')?.focus()
  }
  const rowOf = (conflict: Conflict) => {
    const values = conflict.kind === 'row' ? (conflict.mine ?? conflict.theirs ?? conflict.base ?? {}) : {}
    return { ...facts.rowOf(conflict.id), ...values }
  }
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className="summary">
        {t.file.workbook.summary(counts.added, counts.changed, counts.deleted, counts.unchanged)}
        {conflicts.length > 0 && t.file.workbook.andConflicts(conflicts.length)}
      </p>
      {conflicts.length > 0 && (
        <Part
          title={t.file.workbook.conflicts(conflicts.length)}
          aside={<span className="quiet">{t.file.conflict.keys}</span>}
        >
          {conflicts.map((conflict, index) => {
            const cell = own && placeOfRecord(own, conflict.id, conflict.kind === 'field' ? conflict.column : undefined)
            return (
              <div key={conflictKey(conflict)}>
                <ConflictCard
                  conflict={signed(conflict, facts)}
                  sheet={sheet}
                  row={rowOf(conflict)}
                  place={index + 1}
                  all={conflicts.length}
                  answer={decisions.answers.get(conflictKey(conflict))}
                  onAnswer={(given) => answer(conflict, given, index)}
                />
                {cell && (
                  <Button size="small" appearance="subtle" onClick={() => void desk.deps.workbook.goTo(cell)}>
                    {t.book.publish.toCell}
                  </Button>
                )}
              </div>
            )
          })}
        </Part>
      )}
      {preview.findings.length > 0 && (
        <ul className="finding-lines">
          {preview.findings.map((finding, index) => (
            <li key={index}>
              <Lamp color={lampOf[finding.severity]}>{t.severity[finding.severity]}</Lamp>{' '}
              {sayFinding(finding, sheet, locale)}
            </li>
          ))}
        </ul>
      )}
      <MissingRows
        preview={preview}
        sheet={sheet}
        chosen={decisions.deletes}
        onChoose={(ids) => onDecide(confirmDeletes(decisions, ids))}
      />
      <MyChanges
        preview={preview}
        sheet={sheet}
        facts={facts}
        unfolded={5}
        onGoTo={(row) => {
          if (own) void desk.deps.workbook.goTo({ sheet: preview.sheetName, row, column: firstColumn(own) })
        }}
      />
      <TheirChanges preview={preview} sheet={sheet} facts={facts} />
    </section>
  )
}
