// Where a figure came from: who, when, from what to what, out of which file and row.
import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import type { HistoryEntry, RecordRow } from '#shared/contract/resources.ts'
import type { ColumnDefinition } from '#shared/definition/column.ts'
import { looksMasked, maskOf } from '#shared/definition/mask.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { Value } from '#shared/kernel/value.ts'
import { rowName } from '../../session/rowName.ts'
import { sayFinding, showValue } from '../../session/showValue.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad } from '../../session/useLoad.ts'
import { toHash } from '../../session/useRoute.ts'
import { historyStrings } from '../../strings/history.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { LightPart } from './LightPart.tsx'
import { Part, TaskStatus } from '../parts.tsx'
import { RevealPart } from './RevealPart.tsx'

export interface HistoryPanelProps {
  readonly sheet: SheetDefinition
  /** Partition of the row. */
  readonly p: string
  readonly row: RecordRow
  readonly column: string | undefined
  readonly findings: readonly Finding[]
  readonly onBack: () => void
}

function Entry({ entry, sheet }: { readonly entry: HistoryEntry; readonly sheet: SheetDefinition }) {
  const { t, say, locale } = useLanguage()
  const words = historyStrings[locale]
  const { now } = useServices()
  const column = entry.field === null ? undefined : sheet.columns[entry.field]
  const show = (value: Value) => (value === null ? t.blank : column ? showValue(value, column, locale) : String(value))
  return (
    <li>
      <div className="number">
        {entry.kind === 'reveal' ? (
          words.reveal.entry(column ? say(column.label) : '', entry.reason ?? '')
        ) : column && entry.kind !== 'delete' ? (
          <>
            <span className="quiet">{say(column.label)}</span> {t.records.was(show(entry.was), show(entry.now))}
          </>
        ) : (
          words.kind[entry.kind]
        )}
      </div>
      <div className="quiet">
        {showWhen(entry.at, now(), t)} {entry.by} ·{' '}
        {entry.pushId === '' ? (
          words.receipt(entry.receipt)
        ) : (
          <Link href={toHash({ page: 'receipt', pushId: entry.pushId })}>{words.receipt(entry.receipt)}</Link>
        )}
      </div>
      {entry.source && (
        <div className="quiet">{words.source(entry.source.file, entry.source.sheet, entry.source.row)}</div>
      )}
    </li>
  )
}

function isMasked(column: ColumnDefinition, value: Value): boolean {
  return maskOf(column) !== undefined && looksMasked(value)
}

export function HistoryPanel({ sheet, p, row, column, findings, onBack }: HistoryPanelProps) {
  const { t, say, locale } = useLanguage()
  const words = historyStrings[locale]
  const [isWholeRow, setWholeRow] = useState(false)
  const { value, task, reload } = useLoad('recordHistory', words.loading, { params: { id: row.id } })
  const definition = column === undefined ? undefined : sheet.columns[column]
  const ofCell = definition && !isWholeRow
  // steps of the procedure change no cell: they stand above, under 流转, and in the history of the row
  const entries = value?.filter(
    ({ field, kind }) => !ofCell || field === column || (field === null && kind !== 'transition'),
  )
  return (
    <Part
      title={ofCell ? words.ofCell(say(definition.label)) : words.ofRow}
      aside={
        <span className="line-actions">
          {definition && (
            <Button size="small" appearance="subtle" onClick={() => setWholeRow(!isWholeRow)}>
              {isWholeRow ? words.onlyCell : words.wholeRow}
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={onBack}>
            {words.backToCell}
          </Button>
        </span>
      }
    >
      <p className="strong">{rowName(row.values, sheet, locale)}</p>
      {findings.length > 0 && (
        <ul className="finding-lines" aria-label={t.records.rowFindings}>
          {findings.map((finding, index) => (
            <li key={index}>{sayFinding(finding, sheet, locale)}</li>
          ))}
        </ul>
      )}
      {ofCell && isMasked(definition, row.values[column ?? ''] ?? null) && (
        <RevealPart key={`${row.id} ${column}`} sheet={sheet} p={p} row={row} column={column ?? ''} onLogged={reload} />
      )}
      {sheet.light && <LightPart sheet={sheet} record={row.id} />}
      <TaskStatus task={task} onRetry={reload} />
      <div aria-live="polite">
        {entries?.length === 0 && <p className="quiet">{words.none}</p>}
        <ul className="history-lines">
          {entries?.map((entry, index) => (
            <Entry key={index} entry={entry} sheet={sheet} />
          ))}
        </ul>
      </div>
    </Part>
  )
}
