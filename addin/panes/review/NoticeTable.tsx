// 公示: the list as it may be shown, on screen and on paper.
import { Button } from '@fluentui/react-components'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { showValue } from '../../session/showValue.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad } from '../../session/useLoad.ts'
import type { ReviewPlace } from '../../session/useReview.ts'
import { TaskStatus } from '../parts.tsx'

export interface NoticeTableProps {
  readonly sheet: SheetDefinition
  readonly place: ReviewPlace
  readonly id: string
}

export function NoticeTable({ sheet, place, id }: NoticeTableProps) {
  const { t, say, locale } = useLanguage()
  const { print } = useServices()
  const { unitId: unit, kind, year } = place
  const { value, task, reload } = useLoad('notice', t.review.loading, {
    params: { unit, kind, year: String(year), id },
  })
  return (
    <section className="notice-print" aria-label={t.review.need.notice}>
      <TaskStatus task={task} onRetry={reload} />
      {value && (
        <>
          <h3>
            {t.sheetName(say(sheet.title), year)} {t.review.need.notice}
          </h3>
          <p>{t.review.noticeDays(value.from, value.to)}</p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className="table-scroll" tabIndex={0} aria-label={t.review.showNotice}>
            <table>
              <thead>
                <tr>
                  {value.columns.map((key) => (
                    <th key={key} scope="col">
                      {say(sheet.columns[key]?.label ?? sheet.title)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {value.rows.map((row, index) => (
                  <tr key={index}>
                    {row.map((cell, at) => {
                      const column = sheet.columns[value.columns[at] ?? '']
                      const isMasked = typeof cell === 'string' && cell.includes('*')
                      const text = column && !isMasked ? showValue(cell, column, locale) : String(cell ?? '')
                      return (
                        <td key={at} className={column?.type === 'money' ? 'amount' : undefined}>
                          {text}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p>{t.review.noticePlace(value.place, value.contact)}</p>
          <Button size="small" className="no-print" onClick={print}>
            {t.review.printNotice}
          </Button>
        </>
      )}
    </section>
  )
}
