// Rows whose ids are gone, or are another server's: found again by their key columns once a person says so (D5, H14).
import { Button } from '@fluentui/react-components'
import { ok } from '#shared/kernel/result.ts'
import type { SheetChanges } from '#shared/sync/session/previewSession.ts'
import { matchBook } from '../../session/book/bookJobs.ts'
import { useBookDesk } from '../../session/book/useBook.ts'
import type { BookTask } from '../../session/book/useBookTask.ts'
import { useLanguage } from '../../session/useLanguage.ts'

export interface MatchRowsProps {
  /** As they were compared; those without matches have no part in it. */
  readonly sheets: readonly SheetChanges[]
  readonly task: BookTask
  readonly onMatched?: () => void
}

export function MatchRows({ sheets, task, onMatched }: MatchRowsProps) {
  const { t } = useLanguage()
  const desk = useBookDesk()
  const count = countMatches(sheets)
  if (count === 0) return null
  const match = async () => {
    const done = await task.run(t.book.sheets.matching, async () => {
      const matched = await matchBook(desk, sheets)
      return matched.ok ? ok(true) : matched
    })
    if (done) onMatched?.()
  }
  return (
    <div className="line-actions">
      <Button appearance="primary" disabledFocusable={task.running !== null} onClick={() => void match()}>
        {t.book.sheets.acceptMatches(count)}
      </Button>
    </div>
  )
}

export function countMatches(sheets: readonly Pick<SheetChanges, 'matches'>[]): number {
  return sheets.reduce((sum, { matches }) => sum + matches.length, 0)
}
