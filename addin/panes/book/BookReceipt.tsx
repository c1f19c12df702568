// What became of a publication: number, counts, totals before and after, and what is still to be done.
import { Button } from '@fluentui/react-components'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { fen, formatYuan } from '#shared/kernel/money.ts'
import type { Delivery } from '../../session/book/bookJobs.ts'
import { goToPage } from '../../session/book/usePaneRoute.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { Done, Lamp, Part } from '../parts.tsx'
import { PushSummaryText } from '../pushes/PushSummaryText.tsx'

export function BookReceipt({ delivery }: { readonly delivery: Delivery }) {
  const { t, say } = useLanguage()
  const { sheets, now } = useServices()
  const { report, waiting, refusal, stale, unconfirmed, current } = delivery
  const { result } = report
  const { receipt, counts, pushId } = result
  const words = t.book.publish
  const definitionOf = (p: string) => findSheet(sheets, parsePartitionId(p)?.kind ?? '')
  const totals = result.totals.filter(
    ({ p, column, before, after }) =>
      definitionOf(p)?.columns[column]?.merge !== 'derived' && (before !== 0 || after !== 0),
  )
  const left = counts.conflicts + counts.rejected + counts.skipped
  return (
    <div className="receipt">
      {waiting && <p role="alert">{words.waiting}</p>}
      {refusal && (
        <p role="alert">
          {words.refused(refusal.detail)} {words.stillThere}
        </p>
      )}
      {!waiting && !refusal && (receipt !== '' || left === 0) && (
        <Done>{receipt === '' ? words.doneNothing : words.done}</Done>
      )}
      {receipt !== '' && (
        <p className="receipt-number">
          {t.file.receipt.number} <strong className="number">{receipt}</strong>
        </p>
      )}
      {current && receipt !== '' && left === 0 && (
        <Lamp color="green">{t.book.lamp.agreesAt(showWhen(result.at, now(), t))}</Lamp>
      )}
      {receipt !== '' && (
        <p className="strong">
          {[
            t.file.receipt.counts(counts.created, counts.updated, counts.deleted),
            counts.merged > 0 ? t.file.receipt.merged(counts.merged) : '',
            left > 0 ? t.file.receipt.left(left) : '',
          ]
            .filter((part) => part !== '')
            .join(t.comma)}
        </p>
      )}
      {totals.length > 0 && (
        <Part title={t.file.receipt.control}>
          <ul className="sentences number">
            {totals.map(({ p, column, before, after }) => (
              <li key={`${p}/${column}`}>
                {words.lines(
                  say(definitionOf(p)?.columns[column]?.label ?? { 'zh-Hans': column, 'zh-Hant': column, en: column }),
                  formatYuan(fen(before)),
                  formatYuan(fen(after)),
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {report.problems.length > 0 && (
        <PushSummaryText report={report} sheet={definitionOf(result.totals[0]?.p ?? '')} />
      )}
      {stale.length > 0 && <p>{words.stale(stale.length)}</p>}
      {unconfirmed.length > 0 && <p>{words.kept(unconfirmed.length)}</p>}
      {receipt !== '' && <Button onClick={() => goToPage('receipt', { id: pushId })}>{words.print}</Button>}
    </div>
  )
}
