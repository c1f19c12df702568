// One sheet against the server: conflict cards first, then missing rows, mine, theirs.
import { Button } from '@fluentui/react-components'
import type { SheetPreview } from '#shared/contract/resources.ts'
import type { Conflict } from '#shared/sync/merge/change.ts'
import { firstColumn, placeOfRecord } from '../../session/book/placeOf.ts'
import { useBook, useBookDesk } from '../../session/book/useBook.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useWorkbookFacts } from '../../session/useWorkbookFacts.ts'
import { answerConflict, confirmDeletes, type Decisions } from '../../session/workbookState.ts'
import { MissingRows, MyChanges, TheirChanges } from '../workbook/ChangeList.tsx'
import { ConflictCards } from '../workbook/ConflictCards.tsx'
import { FindingLines } from '../findings/FindingLines.tsx'
import { SheetHead, useSheetOf } from '../workbook/SheetHead.tsx'

export interface SheetComparisonProps {
  readonly preview: SheetPreview
  readonly decisions: Decisions
  readonly onDecide: (next: Decisions) => void
}

export function SheetComparison({ preview, decisions, onDecide }: SheetComparisonProps) {
  const { t } = useLanguage()
  const desk = useBookDesk()
  const book = useBook()
  const facts = useWorkbookFacts(decisions.preview)
  const { sheet, title } = useSheetOf(preview)
  const own = book.sheets.find(({ p }) => p === preview.p)

  const toCell = (conflict: Conflict) => {
    const cell = own && placeOfRecord(own, conflict.id, conflict.kind === 'field' ? conflict.column : undefined)
    if (!cell) return null
    return (
      <Button size="small" appearance="subtle" onClick={() => void desk.deps.workbook.goTo(cell)}>
        {t.book.publish.toCell}
      </Button>
    )
  }
  return (
    <section aria-label={title}>
      <SheetHead preview={preview} title={title} />
      <ConflictCards
        conflicts={preview.conflicts}
        sheet={sheet}
        facts={facts}
        answers={decisions.answers}
        onAnswer={(conflict, given) => onDecide(answerConflict(decisions, conflict, given))}
        below={toCell}
      />
      {preview.findings.length > 0 && <FindingLines findings={preview.findings} sheet={sheet} />}
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
