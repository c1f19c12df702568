// What both sides changed, a card each: the first answer to one moves the focus to the next.
import type { ReactNode } from 'react'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Conflict } from '#shared/sync/merge/change.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import type { WorkbookFacts } from '../../session/useWorkbookFacts.ts'
import { conflictKey, type Answer, type Decisions } from '../../session/workbookState.ts'
import { ConflictCard } from './ConflictCard.tsx'
import { Part } from '../parts.tsx'

interface ConflictCardsProps {
  readonly conflicts: readonly Conflict[]
  readonly sheet: SheetDefinition | undefined
  readonly facts: WorkbookFacts
  readonly answers: Decisions['answers']
  readonly onAnswer: (conflict: Conflict, given: Answer) => void
  /** What stands below a card. */
  readonly below?: (conflict: Conflict) => ReactNode
}

/** Values that name the row of a conflict, from whichever side has them. */
function rowOf(conflict: Conflict, facts: WorkbookFacts) {
  const own = conflict.kind === 'row' ? (conflict.mine ?? conflict.theirs ?? conflict.base ?? {}) : {}
  return { ...facts.rowOf(conflict.id), ...own }
}

/** With who and when, where the comparison left them out. */
function signed(conflict: Conflict, facts: WorkbookFacts): Conflict {
  if (conflict.by !== undefined && conflict.by !== '') return conflict
  const author = facts.authorOf(conflict.id, conflict.kind === 'field' ? [conflict.column] : [])
  return author ? { ...conflict, ...author } : conflict
}

export function ConflictCards({ conflicts, sheet, facts, answers, onAnswer, below }: ConflictCardsProps) {
  const { t } = useLanguage()
  const answer = (conflict: Conflict, given: Answer, at: number) => {
    const isFirst = !answers.has(conflictKey(conflict))
    onAnswer(conflict, given)
    const cards = document.querySelectorAll<HTMLElement>('.conflict-card')
    if (isFirst) cards[at + 1]?.querySelector<HTMLElement>('input')?.focus()
  }
  if (conflicts.length === 0) return null
  return (
    <Part
      title={t.file.workbook.conflicts(conflicts.length)}
      aside={<span className="quiet">{t.file.conflict.keys}</span>}
    >
      {conflicts.map((conflict, index) => (
        <div key={conflictKey(conflict)} className="conflict">
          <ConflictCard
            conflict={signed(conflict, facts)}
            sheet={sheet}
            row={rowOf(conflict, facts)}
            place={index + 1}
            all={conflicts.length}
            answer={answers.get(conflictKey(conflict))}
            onAnswer={(given) => answer(conflict, given, index)}
          />
          {below?.(conflict)}
        </div>
      ))}
    </Part>
  )
}
