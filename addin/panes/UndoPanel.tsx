// Undoing a push: rehearsed first, in three baskets (恢复, 保留, 不能撤销), then done.
import { Button, Checkbox } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PushSummary, UndoLine, UndoReport } from '#shared/contract/resources.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { findSheet, useServices } from '../session/services.ts'
import { useLanguage } from '../session/useLanguage.ts'
import { useTask } from '../session/useTask.ts'
import { Done, Part, TaskStatus } from './parts.tsx'

export interface UndoPanelProps {
  readonly push: Pick<PushSummary, 'pushId' | 'receipt'>
  readonly onClose: () => void
  readonly onDone: () => void
}

const shownLines = 200

function useFieldNames() {
  const { say, t } = useLanguage()
  const { sheets } = useServices()
  return (line: UndoLine): string => {
    if (line.fields.length === 0) return t.undo.wholeRow
    const place = parsePartitionId(line.p)
    const sheet = place && findSheet(sheets, place.kind)
    return line.fields
      .map((key) => {
        const column = sheet?.columns[key]
        return column ? say(column.label) : key
      })
      .join(t.listSeparator)
  }
}

interface BasketProps {
  readonly title: string
  readonly lines: readonly (UndoLine & { readonly reason?: string })[]
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
            {line.label} <span className="quiet">{t.undo.fields(names(line))}</span>
            {line.reason !== undefined && <div className="quiet">{line.reason}</div>}
          </li>
        ))}
      </ul>
      {lines.length > shownLines && <p className="quiet">{t.file.findings.more(lines.length - shownLines)}</p>}
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
            <Basket title={t.undo.refused(plan.refused.length)} lines={plan.refused} />
            {count === 0 && <p>{t.undo.nothing}</p>}
          </div>
        )}
        <div className="line-actions">
          {plan && !done && (
            <Button
              appearance="primary"
              disabledFocusable={count === 0 || task.running !== null}
              onClick={() => void confirm()}
            >
              {t.undo.confirm(count)}
            </Button>
          )}
          <Button onClick={onClose}>{done ? t.close : t.cancel}</Button>
        </div>
      </Part>
    </div>
  )
}
