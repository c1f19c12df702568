// One sheet's records: search, filter, sort, look into a figure's history, take the workbook along.
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { RecordRow } from '#shared/contract/resources.ts'
import { toPartitionId } from '#shared/definition/sheet.ts'
import { fen, formatYuan } from '#shared/kernel/money.ts'
import { downloadName } from '../../session/downloadName.ts'
import { nameColumn } from '../../session/nameColumn.ts'
import { indexRecords, viewRecords, worstOf, type FindingFilter, type Sort } from '../../session/recordView.ts'
import { rowTitle } from '../../session/rowName.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad } from '../../session/useLoad.ts'
import { useNarrow } from '../../session/useNarrow.ts'
import { goTo } from '../../session/useRoute.ts'
import { useSettled } from '../../session/useSettled.ts'
import { mainAmount, sumTotalLines } from '#shared/definition/totalLines.ts'
import { useTask } from '../../session/useTask.ts'
import { historyStrings } from '../../strings/history.ts'
import { CrossSheets } from './CrossSheets.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { CommentsPart } from './CommentsPart.tsx'
import { FindingLines } from '../findings/FindingLines.tsx'
import { TaskStatus } from '../parts.tsx'
import { movesAsSheet } from '#shared/definition/workflow.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { loggedOf } from '../../session/loggedEvents.ts'
import { ReviewPart } from '../review/ReviewPart.tsx'
import { RecordGrid, type GridHandle } from './RecordGrid.tsx'
import { splitColumns } from './splitColumns.ts'

const filters: readonly FindingFilter[] = ['all', 'decisions', 'error', 'warning', 'hint']

export interface RecordsPaneProps {
  readonly unitId: string
  readonly kind: string
  readonly year: number
  /** The one record that is listed until all are asked for; null: all. */
  readonly first?: string | null
}

export function RecordsPane({ unitId, kind, year, first = null }: RecordsPaneProps) {
  const { t, say, locale } = useLanguage()
  const { client, sheets, saveFile } = useServices()
  const params = { unit: unitId, kind, year: String(year) }
  const records = useLoad('listRecords', t.records.loading, { params })
  const units = useLoad('listUnits', t.records.loading)
  const download = useTask()
  const isNarrow = useNarrow()
  const grid = useRef<GridHandle>(null)
  const history = useRef<HTMLDivElement>(null)
  const [only, setOnly] = useState(first)
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<FindingFilter>('all')
  const [sort, setSort] = useState<Sort | null>(null)
  const [narrowColumn, setNarrowColumn] = useState<string | null>(null)
  const [selected, setSelected] = useState<{ readonly row: RecordRow; readonly column: string | undefined } | null>(
    null,
  )

  const sheet = findSheet(sheets, kind)
  const list = records.value
  const index = useMemo(
    () => (list && sheet ? indexRecords(list.rows, list.findings, { sheet, locale }) : undefined),
    [list, sheet, locale],
  )
  const view = useDeferredValue(useMemo(() => ({ query, filter, sort }), [query, filter, sort]))
  const shown = useMemo(() => {
    const found = index ? viewRecords(index, view) : []
    return only === null ? found : found.filter((at) => index?.rows[at]?.id === only)
  }, [index, view, only])
  const settled = useSettled(selected, 150)
  const select = useCallback((row: RecordRow, column: string | undefined) => setSelected({ row, column }), [])
  const logged = useMemo(
    () => loggedOf(sheet, list?.events ?? [], { say, times: t.records.times }),
    [sheet, list, say, t],
  )
  const worst = useCallback((id: string) => worstOf(index?.findings.get(id)), [index])

  // sheets whose rows move together are looked at as a whole
  const reviewed = sheet && !movesAsSheet(sheet.workflow) ? (settled?.row.id ?? null) : null

  const { all, unused } = useMemo(() => splitColumns(sheet, list?.rows ?? []), [sheet, list])
  const name = useMemo(() => {
    const key = nameColumn(sheet, list?.rows.map((row) => row.values) ?? [])
    return all.find((column) => column.key === key)
  }, [sheet, list, all])
  const others = all.filter((column) => column !== name)
  const second =
    others.find(({ key }) => key === narrowColumn) ??
    others.find(({ key }) => sheet && key === mainAmount(sheet)) ??
    others[0]
  const columns = isNarrow ? [name, second].flatMap((column) => column ?? []) : all

  const amount = sheet && mainAmount(sheet)
  const amountColumn = amount === undefined ? undefined : sheet?.columns[amount]
  const totals = useMemo(
    () =>
      sheet && index && amount !== undefined
        ? sumTotalLines(
            sheet,
            index.rows.map((row) => row.values),
            amount,
          )
        : [],
    [sheet, index, amount],
  )
  const shownSum = useMemo(() => {
    if (!index || amount === undefined || shown.length === index.rows.length) return null
    return shown.reduce((sum, at) => sum + Number(index.rows[at]?.values[amount] ?? 0), 0)
  }, [index, amount, shown])

  if (!sheet) return <p className="page">{t.problem.notFound}</p>
  // rows that move one by one are gone about beside the row, so that the list does not move when another one is chosen
  const isWhole = movesAsSheet(sheet.workflow)
  const review = (
    <ReviewPart
      key={reviewed ?? ''}
      sheet={sheet}
      place={{ unitId, kind, year, record: reviewed }}
      rowName={reviewed !== null && settled ? rowTitle(settled.row.values, { sheet, locale, name: name?.key }) : ''}
      onMoved={records.reload}
    />
  )
  const unitName = units.value?.find((unit) => unit.id === unitId)?.name ?? ''
  const title = t.sheetName(say(sheet.title), year)
  const save = async () => {
    const file = await download.run(t.home.downloading, ({ signal }) =>
      client.call('downloadWorkbook', null, { params, signal }),
    )
    if (file) saveFile(downloadName(unitName, say(sheet.title), year), file)
  }
  const changeSort = (column: string) =>
    setSort((before) => {
      if (before?.column !== column) return { column, direction: 'ascending' }
      return before.direction === 'ascending' ? { column, direction: 'descending' } : null
    })
  return (
    <div className="page wide records">
      <div className="page-head">
        <h1>
          {unitName} {title}
        </h1>
        {records.task.failure === null && (
          <div className="line-actions">
            <Button onClick={() => goTo({ page: 'file' })}>{t.records.upload}</Button>
            <Button appearance="primary" onClick={() => void save()}>
              {t.records.download}
            </Button>
          </div>
        )}
      </div>
      <TaskStatus task={records.task} onRetry={records.reload} />
      <TaskStatus task={download} />
      {index && index.rows.length > 0 && isWhole && review}
      {index && index.rows.length === 0 && <p>{t.records.empty}</p>}
      {index && index.setFindings.length > 0 && (
        <details open className="part">
          <summary>{t.records.sheetFindings}</summary>
          <FindingLines findings={index.setFindings} sheet={sheet} />
        </details>
      )}
      {index && index.rows.length > 0 && (
        <>
          <div className="form-row">
            <Field label={t.records.search}>
              <Input
                type="search"
                placeholder={t.records.searchHint}
                value={query}
                onChange={(_, data) => setQuery(data.value)}
              />
            </Field>
            <Field label={t.records.filter}>
              <Select
                value={filter}
                onChange={(_, data) => setFilter(filters.find((each) => each === data.value) ?? 'all')}
              >
                {filters.map((each) => (
                  <option key={each} value={each}>
                    {t.records.filters[each]}
                  </option>
                ))}
              </Select>
            </Field>
            {isNarrow && (
              <Field label={t.records.shownColumn}>
                <Select value={second?.key ?? ''} onChange={(_, data) => setNarrowColumn(data.value)}>
                  {others.map(({ key, definition }) => (
                    <option key={key} value={key}>
                      {say(definition.label)}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
            <output className="quiet number">
              {t.records.count(shown.length, index.rows.length)}
              {unused.length > 0 &&
                ` · ${t.records.unused(unused.map(({ definition }) => say(definition.label)).join(t.listSeparator))}`}
            </output>
          </div>
          {totals.length > 0 && (
            <dl className="total-lines number" aria-live="polite">
              {totals.map((line) => (
                <div key={line.key}>
                  <dt>
                    {totals.length === 1 && amountColumn
                      ? t.home.totalOf(say(amountColumn.label), say(line.label))
                      : say(line.label)}
                  </dt>
                  <dd>{formatYuan(fen(line.fen))}</dd>
                </div>
              ))}
              {shownSum !== null && (
                <div>
                  <dt>{t.records.shownSum(shown.length)}</dt>
                  <dd>{formatYuan(fen(shownSum))}</dd>
                </div>
              )}
            </dl>
          )}
          {only !== null && (
            <p>
              {t.records.onlyOne}{' '}
              <Button size="small" onClick={() => setOnly(null)}>
                {t.records.showAll(index.rows.length)}
              </Button>
            </p>
          )}
          <div className="records-layout">
            {shown.length === 0 ? (
              <p>
                {t.records.noMatch}{' '}
                <Button
                  size="small"
                  onClick={() => {
                    setQuery('')
                    setFilter('all')
                    setOnly(null)
                  }}
                >
                  {t.records.clearFilter}
                </Button>
              </p>
            ) : (
              <RecordGrid
                handle={grid}
                label={t.records.gridLabel(title)}
                rows={index.rows}
                shown={shown}
                columns={columns}
                isNarrow={isNarrow}
                worst={worst}
                logged={logged}
                sort={sort}
                onSort={changeSort}
                onSelect={select}
                onOpen={() => history.current?.focus()}
              />
            )}
            <div className="records-side" ref={history} tabIndex={-1}>
              {!isWhole && review}
              {settled ? (
                <>
                  <HistoryPanel
                    sheet={sheet}
                    p={toPartitionId({ unitId, kind, year })}
                    row={settled.row}
                    column={settled.column}
                    findings={index.findings.get(settled.row.id) ?? []}
                    onBack={() => grid.current?.focusCell()}
                  />
                  <CommentsPart
                    key={settled.row.id}
                    p={toPartitionId({ unitId, kind, year })}
                    record={settled.row.id as RecordId} // from the server
                  />
                </>
              ) : (
                <p className="quiet">{historyStrings[locale].pick}</p>
              )}
            </div>
          </div>
          <CrossSheets place={params} sheet={sheet} />
        </>
      )}
    </div>
  )
}
