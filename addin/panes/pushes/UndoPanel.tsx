// Undoing a push: rehearsed first, in three baskets (恢复, 保留, 不能撤销), then done.
import { Button, Checkbox } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PushSummary, UndoLine, UndoReport } from '#shared/contract/resources.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { Value } from '#shared/kernel/value.ts'
import { sayRejection } from '../../session/pushSentences.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { showValue } from '../../session/showValue.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useTask } from '../../session/useTask.ts'
import type { Strings } from '../../strings/zh-Hans.ts'
import { Done, Part, TaskStatus } from '../parts.tsx'

export interface UndoPanelProps {
  readonly push: Pick<PushSummary, 'pushId' | 'receipt'>
  readonly onClose: () => void
  readonly onDone: () => void
}

const shownLines = 200

/** `本年预算数 90,000.00 → 86,000.00`: what stands there now and what comes back; a masked field by its name only. */
function useFieldNames() {
  const { say, t, locale } = useLanguage()
  const { sheets } = useServices()
  return (line: UndoLine): string => {
    if (line.whole !== undefined) return t.undo.whole[line.whole]
    if (line.fields.length === 0) return t.undo.wholeRow
    const place = parsePartitionId(line.p)
    const sheet = place && findSheet(sheets, place.kind)
    return line.fields
      .map((key) => {
        const column = sheet?.columns[key]
        if (!column) return key
        const values = line.values?.[key]
        const show = (value: Value) => (value === null ? t.blank : showValue(value, column, locale))
        return values ? `${say(column.label)} ${t.records.was(show(values.from), show(values.to))}` : say(column.label)
      })
      .join(t.listSeparator)
  }
}

/** Why a line stays as it is, in words. */
function sayReason(reason: string, t: Strings): string {
  if (reason === 'moved') return t.undo.moved
  if (reason === 'skipped') return t.file.rejection.skipped
  if (reason === 'key-taken') return t.file.conflict.code['key-taken']
  return sayRejection(reason, t)
}

interface BasketProps<Line extends UndoLine = UndoLine> {
  readonly title: string
  readonly lines: readonly Line[]
}

function Basket({ title, lines }: BasketProps) {
  const { t } = useLanguage()
  const names = useFieldNames()
  if (lines.length === 0) return null
  return (
    <details open={lines.length <= 20}>
      <summary>{title}</summary>
      <ul className="change-lines">
        {lines.slice(0, shownLines).map((line) => (
          <li key={line.id}>
            {line.label} <span className="quiet number">{t.undo.fields(names(line))}</span>
          </li>
        ))}
      </ul>
      {lines.length > shownLines && <p className="quiet">{t.file.findings.more(lines.length - shownLines)}</p>}
    </details>
  )
}

/** The same reason is said once, before the rows that it holds back. */
function Refused({ title, lines }: BasketProps<UndoReport['refused'][number]>) {
  const { t } = useLanguage()
  if (lines.length === 0) return null
  const reasons = new Map<string, UndoLine[]>()
  for (const line of lines) {
    const reason = sayReason(line.reason, t)
    reasons.set(reason, [...(reasons.get(reason) ?? []), line])
  }
  return (
    <details open>
      <summary>{title}</summary>
      <ul className="change-lines">
        {[...reasons].map(([reason, held]) => (
          <li key={reason}>
            {reason}
            <div className="quiet">
              {held
                .slice(0, shownLines)
                .map(({ label }) => label)
                .join(t.listSeparator)}
              {held.length > shownLines && ` ${t.file.findings.more(held.length - shownLines)}`}
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

export function UndoPanel({ push, onClose, onDone }: UndoPanelProps) {
  const { t } = useLanguage()
  const { client } = useServices()
  const task = useTask()
  const { run } = task
  const names = useFieldNames()
  const [plan, setPlan] = useState<UndoReport | null>(null)
  const [done, setDone] = useState<UndoReport | null>(null)
  const [force, setForce] = useState<ReadonlySet<string>>(new Set())
  const panel = useRef<HTMLDivElement>(null)

  const ask = useCallback(
    (what: string, dryRun: boolean, forced: readonly string[]) =>
      run(what, ({ signal }) =>
        client.call('undo', { dryRun, force: forced }, { params: { pushId: push.pushId }, signal }),
      ),
    [client, push.pushId, run],
  )
  const rehearse = useCallback(async () => {
    const report = await ask(t.undo.rehearsing, true, [])
    if (report) setPlan(report)
    // the words of `t` change with the language only
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ask])
  useEffect(() => {
    panel.current?.focus()
    void rehearse()
  }, [rehearse])

  const confirm = async () => {
    const report = await ask(t.undo.undoing, false, [...force])
    if (!report) return
    setDone(report)
    onDone()
  }
  const count = plan ? plan.restored.length + force.size : 0
  return (
    <div ref={panel} tabIndex={-1} className="undo-panel">
      <Part title={t.undo.title(push.receipt)}>
        <TaskStatus task={task} onRetry={() => void rehearse()} />
        {done && (
          <Done>
            {t.undo.done(done.result?.receipt ?? '', done.restored.length, done.kept.length, done.refused.length)}
          </Done>
        )}
        {plan && !done && (
          <div aria-live="polite">
            <Basket title={t.undo.restored(plan.restored.length)} lines={plan.restored} />
            {plan.kept.length > 0 && (
              <details open>
                <summary>{t.undo.kept(plan.kept.length)}</summary>
                <p className="quiet">{t.undo.keptHint}</p>
                <ul className="change-lines">
                  {plan.kept.map((line) => (
                    <li key={line.id}>
                      <Checkbox
                        label={`${line.label} ${t.undo.fields(names(line))}`}
                        checked={force.has(line.id)}
                        onChange={(_, data) => {
                          const next = new Set(force)
                          if (data.checked === true) next.add(line.id)
                          else next.delete(line.id)
                          setForce(next)
                        }}
                      />
                    </li>
                  ))}
                </ul>
              </details>
            )}
            <Refused title={t.undo.refused(plan.refused.length)} lines={plan.refused} />
            {count === 0 && <p>{t.undo.nothing}</p>}
          </div>
        )}
        <div className="line-actions">
          {plan && !done && plan.restored.length + plan.kept.length > 0 && (
            <Button
              appearance="primary"
              disabledFocusable={count === 0 || task.running !== null}
              onClick={() => void confirm()}
            >
              {t.undo.confirm(count)}
            </Button>
          )}
          <Button onClick={onClose}>
            {done || (plan && plan.restored.length + plan.kept.length === 0) ? t.close : t.cancel}
          </Button>
        </div>
      </Part>
    </div>
  )
}
