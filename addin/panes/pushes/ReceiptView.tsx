// 回执: number, counts, totals before → after; printed on A4 with lines to sign.
import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import type { PushReport } from '#shared/contract/resources.ts'
import { parsePartitionId, type SheetDefinition } from '#shared/definition/sheet.ts'
import { fen, formatYuan } from '#shared/kernel/money.ts'
import type { ControlTotal, PushResult } from '#shared/sync/record.ts'
import { downloadName } from '../../session/downloadName.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { toHash } from '../../session/useRoute.ts'
import { useSheetNames } from '../../session/useSheetNames.ts'
import { useTask } from '../../session/useTask.ts'
import { showMoment, showWhen } from '../../strings/showWhen.ts'
import { Lamp, TaskStatus } from '../parts.tsx'
import { UndoPanel } from './UndoPanel.tsx'
import { PushSummaryText } from './PushSummaryText.tsx'

export interface ReceiptViewProps {
  readonly heading: string
  readonly result: PushResult
  readonly fileName: string | null
  /** '' where that is not known. */
  readonly by: string
  /** Partitions that were touched; absent: those whose sums it tells. */
  readonly touched?: readonly string[]
  /** Taken back already. */
  readonly isUndone?: boolean
  readonly onUndone?: () => void
  readonly report?: PushReport
  /** Where the workbook that carries the new base comes from. */
  readonly workbook?: { readonly name: 'importedWorkbook' | 'publishedWorkbook'; readonly id: string }
}

/** Sums that say something: of amounts people fill in, and not nothing before and after. */
function isCounted(total: ControlTotal, sheets: readonly SheetDefinition[]): boolean {
  const place = parsePartitionId(total.p)
  const column = place && findSheet(sheets, place.kind)?.columns[total.column]
  return column?.merge !== 'derived' && (total.before !== 0 || total.after !== 0)
}

/** Some total line of the column takes rows away: a plain sum of its rows adds up what does not belong together. */
function isMixed(total: ControlTotal, sheets: readonly SheetDefinition[]): boolean {
  const place = parsePartitionId(total.p)
  const lines = (place && findSheet(sheets, place.kind)?.layout.totals) ?? []
  return lines.some(({ columns, terms }) => columns.includes(total.column) && terms.some(({ times }) => times < 0))
}

/** Sheets that a push touched, by the partitions its totals name. */
function partitionsOf(result: PushResult): readonly string[] {
  return [...new Set(result.totals.map((total) => total.p))]
}

export function ReceiptView({
  heading,
  result,
  fileName,
  by,
  touched,
  report,
  workbook,
  isUndone = false,
  onUndone,
}: ReceiptViewProps) {
  const { t, say } = useLanguage()
  const { client, sheets, now, saveFile, print } = useServices()
  const { sheetOf, unitOf } = useSheetNames()
  const task = useTask()
  const [isUndoing, setUndoing] = useState(false)
  const { counts, point, receipt } = result
  const places = touched ?? partitionsOf(result)
  const unitNames = [...new Set(places.flatMap((p) => unitOf(p) ?? []))]
  const sheetNames = places.map(sheetOf)
  const totals = result.totals.filter((total) => isCounted(total, sheets))
  const left = counts.conflicts + counts.rejected + counts.skipped
  const firstPlace = parsePartitionId(places[0] ?? '')
  const rows: readonly (readonly [string, string])[] = [
    [t.file.receipt.unit, unitNames.join(t.listSeparator)],
    [t.file.receipt.sheet, sheetNames.join(t.listSeparator)],
    [t.file.receipt.file, fileName ?? ''],
    [t.file.receipt.at, showMoment(result.at, t)],
    [t.file.receipt.by, by],
    [t.file.receipt.code, point === null ? '' : `${point.csn}-${point.h}`],
  ]
  const download = async () => {
    if (!workbook) return
    const file = await task.run(t.file.receipt.downloading, ({ signal }) =>
      client.call(workbook.name, null, { params: { id: workbook.id }, signal }),
    )
    if (file) saveFile(fileName ?? 'tongbiao.xlsx', file)
  }
  const downloadNew = async () => {
    const sheet = firstPlace && findSheet(sheets, firstPlace.kind)
    if (!sheet) return
    const { unitId: unit, kind, year } = firstPlace
    const file = await task.run(t.file.receipt.downloading, ({ signal }) =>
      client.call('downloadWorkbook', null, { params: { unit, kind, year: String(year) }, signal }),
    )
    if (file) saveFile(downloadName(unitNames[0] ?? '', say(sheet.title), year), file)
  }
  return (
    <article className="receipt" aria-label={t.file.receipt.title}>
      <header className="receipt-head">
        <h1 className="no-print">{heading}</h1>
        <p className="print-only paper-title">{[...unitNames, ...sheetNames, t.file.receipt.title].join(' ')}</p>
        {receipt === '' ? (
          <p>{t.file.receipt.nothing}</p>
        ) : (
          <p className="receipt-number">
            {t.file.receipt.number} <strong className="number">{receipt}</strong>
          </p>
        )}
        <span className="no-print">
          <Lamp color="green">{t.file.receipt.agrees(showWhen(result.at, now(), t))}</Lamp>
        </span>
      </header>
      <p className="strong">
        {[
          t.file.receipt.counts(counts.created, counts.updated, counts.deleted),
          counts.merged > 0 ? t.file.receipt.merged(counts.merged) : '',
          left > 0 ? t.file.receipt.left(left) : '',
        ]
          .filter((part) => part !== '')
          .join(t.comma)}
      </p>
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="number">{value}</dd>
            </div>
          ))}
      </dl>
      {totals.length > 0 && (
        <table className="plain-table">
          <caption>{t.file.receipt.control}</caption>
          <thead>
            <tr>
              <th scope="col">{t.file.totals.column}</th>
              <th scope="col" className="amount">
                {t.file.receipt.before}
              </th>
              <th scope="col" className="amount">
                {t.file.receipt.after}
              </th>
              <th scope="col" className="amount">
                {t.file.receipt.change}
              </th>
            </tr>
          </thead>
          <tbody>
            {totals.map((total) => {
              const place = parsePartitionId(total.p)
              const column = place && findSheet(sheets, place.kind)?.columns[total.column]
              const show = (amount: number) => formatYuan(fen(amount))
              return (
                <tr key={`${total.p}/${total.column}`}>
                  <th scope="row">{column ? say(column.label) : total.column}</th>
                  <td className="amount">{show(total.before)}</td>
                  <td className="amount">{show(total.after)}</td>
                  <td className="amount">{show(total.after - total.before)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {totals.some((total) => isMixed(total, sheets)) && <p className="quiet">{t.file.receipt.mixed}</p>}
      {report && report.problems.length > 0 && (
        <PushSummaryText report={report} sheet={firstPlace && findSheet(sheets, firstPlace.kind)} />
      )}
      <div className="sign-lines print-only" aria-hidden="true">
        {[
          t.file.receipt.signHandler,
          t.file.receipt.signReview,
          t.file.receipt.signApprove,
          t.file.receipt.signDate,
        ].map((label) => (
          <span key={label}>{label}</span>
        ))}
      </div>
      <div className="no-print">
        <TaskStatus task={task} />
        <div className="line-actions">
          {workbook && task.failure?.kind === 'problem' && (
            <Button appearance="primary" onClick={() => void downloadNew()}>
              {t.file.receipt.downloadNew}
            </Button>
          )}
          {workbook && task.failure?.kind !== 'problem' && (
            <Button appearance="primary" onClick={() => void download()}>
              {workbook.name === 'importedWorkbook' ? t.file.receipt.download : t.file.receipt.downloadFresh}
            </Button>
          )}
          <Button onClick={print}>{t.file.receipt.print}</Button>
          {firstPlace && <Link href={toHash({ page: 'sheet', ...firstPlace })}>{t.file.receipt.records}</Link>}
          {isUndone && <Lamp color="grey">{t.pushes.undone}</Lamp>}
          {receipt !== '' && !isUndone && !isUndoing && (
            <Button onClick={() => setUndoing(true)}>{t.file.receipt.undo}</Button>
          )}
        </div>
        {isUndoing && <UndoPanel push={result} onClose={() => setUndoing(false)} onDone={() => onUndone?.()} />}
      </div>
    </article>
  )
}
