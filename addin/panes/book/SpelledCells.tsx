// Cells of new rows that publishing will write as their records have them: said before, cell by cell.
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { Value } from '#shared/kernel/value.ts'
import type { Comparison } from '../../session/book/bookJobs.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { showValue } from '../../session/showValue.ts'
import { useLanguage } from '../../session/useLanguage.ts'

const shownLines = 200

export function SpelledCells({ spelled }: Pick<Comparison, 'spelled'>) {
  const { t, locale } = useLanguage()
  const { sheets } = useServices()
  const all = spelled.flatMap(({ p, cells }) => cells.map((cell) => ({ p, ...cell })))
  if (all.length === 0) return null
  const show = (p: string, key: string, value: Value) => {
    const column = findSheet(sheets, parsePartitionId(p)?.kind ?? '')?.columns[key]
    return value === null || !column ? t.blank : showValue(value, column, locale)
  }
  return (
    <details>
      <summary>{t.book.publish.spelled(all.length)}</summary>
      <ul className="change-lines number">
        {all.slice(0, shownLines).map(({ p, cell, column, shown, recorded }) => (
          <li key={`${p}/${cell}`}>
            {t.book.publish.spelledLine(cell, show(p, column, shown), show(p, column, recorded))}
          </li>
        ))}
      </ul>
    </details>
  )
}
