// What a pull brought: how many, by whom, and what of it waits for a decision.
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { Fetched } from '../../session/book/bookJobs.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useWorkbookFacts } from '../../session/useWorkbookFacts.ts'
import { TheirChanges } from '../workbook/ChangeList.tsx'
import { Done, Part } from '../parts.tsx'

export function PulledPart({ fetched }: { readonly fetched: Fetched }) {
  const { t } = useLanguage()
  const { sheets } = useServices()
  const facts = useWorkbookFacts(fetched)
  const theirs = fetched.sheets.flatMap((sheet) => sheet.theirs)
  const count = (change: (typeof theirs)[number]['change']) => theirs.filter((each) => each.change === change).length
  const mine = fetched.sheets.reduce((sum, sheet) => sum + sheet.mine.length, 0)
  const conflicts = fetched.sheets.reduce((sum, sheet) => sum + sheet.conflicts.length, 0)
  const words = t.book.pulled
  return (
    <Part title={words.title}>
      <Done>
        {theirs.length === 0 ? words.nothing : words.summary(count('add'), count('edit'), count('remove'))}
        {mine > 0 && ` ${words.mineStay(mine)}`}
        {conflicts > 0 && ` ${words.conflicts(conflicts)}`}
      </Done>
      {fetched.settled && <p>{t.book.settled(fetched.settled.result.receipt)}</p>}
      {fetched.wasReset && <p>{words.wasReset}</p>}
      {fetched.dropped.length > 0 && <p>{words.dropped(fetched.dropped.length)}</p>}
      {fetched.sheets.map((sheet) => {
        const place = parsePartitionId(sheet.p)
        return (
          <TheirChanges key={sheet.p} preview={sheet} sheet={place && findSheet(sheets, place.kind)} facts={facts} />
        )
      })}
    </Part>
  )
}
