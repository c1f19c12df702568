// What 试上报 would lead to: the kind's own totals before and after, and what would still be open.
import type { PushReport } from '#shared/contract/resources.ts'
import { fen, formatYuan } from '#shared/kernel/money.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { Comparison } from '../../session/book/bookJobs.ts'
import { foreseeTotals } from '../../session/book/consequences.ts'
import { useBook } from '../../session/book/useBook.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { sayFinding } from '../../session/showValue.ts'
import { useLanguage } from '../../session/useLanguage.ts'

const shownLines = 20

export interface ConsequencesProps {
  readonly comparison: Comparison
  readonly rehearsal: PushReport
}

export function Consequences({ comparison, rehearsal }: ConsequencesProps) {
  const { t, say, locale } = useLanguage()
  const { sheets } = useServices()
  const { session } = useBook()
  const show = (amount: number) => formatYuan(fen(amount))
  const totals = comparison.sheets.flatMap((changes) => {
    const definition = findSheet(sheets, parsePartitionId(changes.p)?.kind ?? '')
    return session && definition ? foreseeTotals(session, { definition, p: changes.p }, changes) : []
  })
  const open = rehearsal.result.findings.filter(({ severity }) => severity !== 'hint')
  const definition = findSheet(sheets, parsePartitionId(comparison.sheets[0]?.p ?? '')?.kind ?? '')
  return (
    <>
      {totals.length > 0 && (
        <ul className="sentences number">
          {totals.map(({ p, key, label, before, after }) => (
            <li key={`${p}/${key}`} className={before === after ? 'quiet' : ''}>
              {before === after
                ? t.book.publish.same(say(label), show(after))
                : t.book.publish.lines(say(label), show(before), show(after))}
            </li>
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <details>
          <summary>{t.book.publish.left(open.length)}</summary>
          <ul className="finding-lines">
            {open.slice(0, shownLines).map((finding, index) => (
              <li key={index}>{sayFinding(finding, definition, locale)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
