// A table that is worked out from the sheets: picture first, the table behind it, a workbook for paper.
import { Button, Link } from '@fluentui/react-components'
import { Fragment, useMemo } from 'react'
import type { ReportDefinition } from '#shared/definition/report.ts'
import { fen, formatYuan } from '#shared/kernel/money.ts'
import type { Values } from '#shared/kernel/value.ts'
import { downloadName } from '../../session/downloadName.ts'
import { barsOf, sectionsOf } from '../../session/reportView.ts'
import { useServices } from '../../session/services.ts'
import { showValue } from '../../session/showValue.ts'
import { sumTotalLines } from '#shared/definition/totalLines.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad } from '../../session/useLoad.ts'
import { useTask } from '../../session/useTask.ts'
import { TaskStatus } from '../parts.tsx'
import { ReportBars } from './ReportBars.tsx'

export interface ReportPlace {
  readonly name: string
  readonly unitId: string
  readonly year: number
}

export function ReportPane({ name, unitId, year }: ReportPlace) {
  const { t, say } = useLanguage()
  const { client, reports, saveFile, print } = useServices()
  const params = { report: name, unit: unitId, year: String(year) }
  const table = useLoad('report', t.report.loading, { params })
  const download = useTask()
  const report = reports.find((each) => each.report === name)
  const rows = table.value?.rows
  if (report === undefined)
    return (
      <div className="page">
        <h1>{t.problem.notFound}</h1>
        <Link href="#/">{t.problem.toHome}</Link>
      </div>
    )
  const title = t.sheetName(say(report.sheet.title), year)
  const save = async () => {
    const file = await download.run(t.home.downloading, ({ signal }) =>
      client.call('reportWorkbook', null, { params, signal }),
    )
    if (file) saveFile(downloadName(table.value?.unitName ?? '', say(report.sheet.title), year), file)
  }
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          <p className="quiet">
            {table.value?.unitName} · {say(report.sheet.description)}
          </p>
        </div>
        <div className="form-row">
          <Button onClick={() => void save()}>{t.home.download}</Button>
          <Button onClick={print}>{t.report.print}</Button>
        </div>
      </div>
      <TaskStatus task={table.task} onRetry={table.reload} />
      <TaskStatus task={download} />
      {rows && rows.length === 0 && <p>{t.report.empty}</p>}
      {rows && rows.length > 0 && <Lines report={report} rows={rows} />}
    </div>
  )
}

function Lines({ report, rows }: { readonly report: ReportDefinition; readonly rows: readonly Values[] }) {
  const { t, say, locale } = useLanguage()
  const { sheet } = report
  const columns = sheet.layout.columns.filter((key) => rows.some((row) => (row[key] ?? null) !== null))
  const sections = useMemo(() => sectionsOf(report, rows), [report, rows])
  const bars = useMemo(() => (report.bars ? barsOf(report.bars, rows) : []), [report, rows])
  const labelOf = (key: string): string => {
    const column = sheet.columns[key]
    return column ? say(column.label) : key
  }
  const isAmount = (key: string): boolean => /money|percent|integer/.test(sheet.columns[key]?.type ?? '')
  const totals = sheet.layout.totals.map((line) => ({
    key: line.key,
    label: line.label,
    sums: new Map(
      line.columns.map((column) => [
        column,
        sumTotalLines(sheet, rows, column).find(({ key }) => key === line.key)?.fen ?? 0,
      ]),
    ),
  }))
  return (
    <>
      {report.bars && bars.length > 0 && (
        <>
          <output className="block summary">
            {t.report.summary(bars.length, bars.filter(({ isOver }) => isOver).length)}
          </output>
          <ReportBars bars={bars} whole={labelOf(report.bars.whole)} parts={report.bars.parts.map(labelOf)} />
        </>
      )}
      {/* Wider than a narrow window: by keyboard it must be reachable to be scrolled. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll" tabIndex={0} aria-label={t.report.table}>
        <table className="plain-table report-table">
          <caption className="quiet">{t.report.unit}</caption>
          <thead>
            <tr>
              {columns.map((key) => (
                <th key={key} scope="col" className={isAmount(key) ? 'amount' : undefined}>
                  {labelOf(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sections.map(({ section, rows: own }) => (
              <Fragment key={section?.key ?? ''}>
                {section && (
                  <tr className="section">
                    <th colSpan={columns.length} scope="colgroup">
                      {say(section.label)}
                    </th>
                  </tr>
                )}
                {own.map((row, at) => (
                  <tr key={at}>
                    {columns.map((key) => {
                      const column = sheet.columns[key]
                      return (
                        <td key={key} className={isAmount(key) ? 'amount' : undefined}>
                          {column ? showValue(row[key] ?? null, column, locale) : ''}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            {totals.map((total) => (
              <tr key={total.key}>
                {columns.map((key, at) => {
                  const sum = total.sums.get(key)
                  return at === 0 ? (
                    <th key={key} scope="row">
                      {say(total.label)}
                    </th>
                  ) : (
                    <td key={key} className={isAmount(key) ? 'amount' : undefined}>
                      {sum === undefined ? '' : formatYuan(fen(sum))}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tfoot>
        </table>
      </section>
    </>
  )
}
