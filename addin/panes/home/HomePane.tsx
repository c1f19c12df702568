// 我的表: every sheet I may see, by unit and year; one thing to do next.
import { Button, Link } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { PartitionInfo } from '#shared/contract/resources.ts'
import { fen, formatYuan } from '#shared/kernel/money.ts'
import { downloadName } from '../../session/downloadName.ts'
import { decisionsOf, groupByUnit, homeTotals } from '../../session/homeList.ts'
import { reportsFor, type ReportLink } from '../../session/reportView.ts'
import { useLoad, useReloadOnReturn } from '../../session/useLoad.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { goTo, toHash } from '../../session/useRoute.ts'
import { useTask } from '../../session/useTask.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { Lamp, TaskStatus } from '../parts.tsx'
import { DeskPart } from '../review/DeskPart.tsx'
import { TemplateForm } from './TemplateForm.tsx'

function StateLamp({ findings }: Pick<PartitionInfo, 'findings'>) {
  const { t } = useLanguage()
  const { errors, warnings, hints } = findings
  if (errors > 0) return <Lamp color="red">{t.home.decisions(errors + warnings)}</Lamp>
  if (warnings > 0) return <Lamp color="yellow">{t.home.toConfirm(warnings)}</Lamp>
  if (hints > 0) return <Lamp color="blue">{t.home.hints(hints)}</Lamp>
  return <Lamp color="green">{t.lamp.green}</Lamp>
}

interface LineProps {
  readonly partition: PartitionInfo
  readonly onDownload: (partition: PartitionInfo) => void
}

function SheetLine({ partition, onDownload }: LineProps) {
  const { t, say } = useLanguage()
  const { sheets, now } = useServices()
  const sheet = findSheet(sheets, partition.kind)
  const name = t.sheetName(sheet ? say(sheet.title) : partition.kind, partition.year)
  const { unitId, kind, year, lastChange } = partition
  return (
    <tr>
      <th scope="row">
        <Link href={toHash({ page: 'sheet', unitId, kind, year })}>{name}</Link>
        <div className="quiet number">{t.home.rows(partition.rows)}</div>
      </th>
      <td className="amount" data-label={t.home.columnTotals}>
        {homeTotals(partition, sheet).map(({ key, label, of, amount, isColumn }) => (
          <div key={key}>
            <span className="quiet">
              {isColumn
                ? t.home.sumOf(label ? say(label) : key)
                : of && label
                  ? t.home.totalOf(say(of), say(label))
                  : label
                    ? say(label)
                    : key}
            </span>{' '}
            {formatYuan(fen(amount))}
          </div>
        ))}
      </td>
      <td data-label={t.home.columnChange}>
        {lastChange ? (
          <span>
            {t.home.lastChange(showWhen(lastChange.at, now(), t), lastChange.by)}{' '}
            <span className="quiet number">R{lastChange.csn}</span>
          </span>
        ) : (
          <span className="quiet">{t.home.noChange}</span>
        )}
      </td>
      <td data-label={t.home.columnFindings}>
        {partition.rows === 0 ? <Lamp color="grey">{t.lamp.grey}</Lamp> : <StateLamp findings={partition.findings} />}
      </td>
      <td>
        <Button size="small" aria-label={t.home.downloadNamed(name)} onClick={() => onDownload(partition)}>
          {t.home.download}
        </Button>
      </td>
    </tr>
  )
}

function Empty() {
  const { t } = useLanguage()
  return (
    <section className="empty" aria-label={t.home.empty.title}>
      <h2>{t.home.empty.title}</h2>
      <p>{t.home.empty.step}</p>
      <Button appearance="primary" size="large" onClick={() => goTo({ page: 'file' })}>
        {t.home.primary}
      </Button>
      <Link href="./examples/budget-2026.xlsx" download={t.home.empty.exampleName}>
        {t.home.empty.example}
      </Link>
      <p className="quiet">{t.home.empty.otherwise}</p>
    </section>
  )
}

function ReportLinks({ links }: { readonly links: readonly ReportLink[] }) {
  const { t, say } = useLanguage()
  if (links.length === 0) return null
  return (
    <p className="report-links">
      <span className="quiet">{t.report.links}</span>
      {links.map(({ report, unitId, year }) => (
        <Link key={`${report.report} ${year}`} href={toHash({ page: 'report', name: report.report, unitId, year })}>
          {t.sheetName(say(report.sheet.title), year)}
        </Link>
      ))}
    </p>
  )
}

export function HomePane() {
  const { t, say } = useLanguage()
  const { client, sheets, reports, saveFile } = useServices()
  const partitions = useLoad('listPartitions', t.home.loading)
  const units = useLoad('listUnits', t.home.loading)
  const download = useTask()
  useReloadOnReturn(partitions.reload)
  const groups = useMemo(() => groupByUnit(partitions.value ?? []), [partitions.value])

  const save = async (partition: PartitionInfo) => {
    const { unitId: unit, kind, year } = partition
    const sheet = findSheet(sheets, kind)
    const file = await download.run(t.home.downloading, ({ signal }) =>
      client.call('downloadWorkbook', null, { params: { unit, kind, year: String(year) }, signal }),
    )
    if (file) saveFile(downloadName(partition.unitName, sheet ? say(sheet.title) : kind, year), file)
  }
  const all = partitions.value ?? []
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.home.title}</h1>
        {all.length > 0 && (
          <Button appearance="primary" onClick={() => goTo({ page: 'file' })}>
            {t.home.primary}
          </Button>
        )}
      </div>
      {all.length > 0 && <DeskPart />}
      <TaskStatus task={partitions.task} onRetry={partitions.reload} />
      <TaskStatus task={download} />
      {partitions.value && all.length === 0 && <Empty />}
      {all.length > 0 && (
        <>
          <output className="block summary">
            {t.home.summary(
              all.length,
              groups.length,
              all.reduce((sum, each) => sum + decisionsOf(each), 0),
            )}
          </output>
          {groups.map((group) => (
            <section key={group.unitId} aria-label={group.unitName}>
              <h2>{group.unitName}</h2>
              <table className="plain-table home-table stack-narrow">
                <thead>
                  <tr>
                    <th scope="col">{t.home.columnSheet}</th>
                    <th scope="col" className="amount">
                      {t.home.columnTotals}
                    </th>
                    <th scope="col">{t.home.columnChange}</th>
                    <th scope="col">{t.home.columnFindings}</th>
                    <th scope="col">
                      <span className="visually-hidden">{t.home.columnActions}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {group.partitions.map((partition) => (
                    <SheetLine key={partition.p} partition={partition} onDownload={(each) => void save(each)} />
                  ))}
                </tbody>
              </table>
              <ReportLinks links={reportsFor(reports, group.partitions)} />
            </section>
          ))}
        </>
      )}
      {partitions.value && units.value && <TemplateForm units={units.value} />}
    </div>
  )
}
