// 看全: one masked value, for a reason that is kept; refused, it says whose it is and sends the request (请示).
import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { RecordRow } from '#shared/contract/resources.ts'
import { deny } from '#shared/definition/denial.ts'
import { parsePartitionId, type SheetDefinition } from '#shared/definition/sheet.ts'
import { holdersOf } from '#shared/definition/workflow.ts'
import type { RecordId, Value } from '#shared/kernel/value.ts'
import { newRecordId } from '#shared/sync/newId.ts'
import { useServices } from '../../session/services.ts'
import { showValue } from '../../session/showValue.ts'
import { useFormFocus } from '../../session/useFormFocus.ts'
import { useIds } from '../../session/useIds.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useTask } from '../../session/useTask.ts'
import { historyStrings } from '../../strings/history.ts'
import { TaskStatus } from '../parts.tsx'
import { DenialLine } from '../review/DenialLine.tsx'

export interface RevealPartProps {
  readonly sheet: SheetDefinition
  readonly p: string
  readonly row: RecordRow
  /** Masked in this row. */
  readonly column: string
  /** The history has an entry more. */
  readonly onLogged: () => void
}

const maxReason = 500

/** Give it a key by record and column: what was shown is forgotten with the cell. */
export function RevealPart({ sheet, p, row, column, onLogged }: RevealPartProps) {
  const { t, say, locale } = useLanguage()
  const words = historyStrings[locale].reveal
  const { client } = useServices()
  const ids = useIds()
  const asking = useTask()
  const sending = useTask()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState<Value>(null)
  const [receipt, setReceipt] = useState<string | null>(null)
  const place = parsePartitionId(p)
  const definition = sheet.columns[column]
  if (!place || !definition) return null
  const params = { unit: place.unitId, kind: place.kind, year: String(place.year) }
  const label = say(definition.label)
  const record = row.id as RecordId // from the server
  const { failure } = asking
  const isDenied = failure?.kind === 'problem' && failure.problem.code === 'denied'
  const denial = deny('reveal-denied', {
    whose: holdersOf(sheet.workflow, 'reveal', row.state),
    params: { label: definition.label['zh-Hans'] },
  })

  const ask = async () => {
    setReceipt(null)
    const answer = await asking.run(words.asking, ({ signal }) =>
      client.call('reveal', { record, column, reason: reason.trim() }, { params, signal }),
    )
    if (!answer) return
    setShown(answer.value)
    setOpen(false)
    onLogged()
  }
  const request = async () => {
    const entry = {
      type: 'request',
      kind: 'ask',
      record,
      transition: null,
      to: { roles: denial.whose, level: denial.level },
      text: words.request(label, reason.trim()),
    } as const
    const sent = await sending.run(t.review.sending, ({ signal }) =>
      client.call('proceed', { subject: newRecordId(ids), entry }, { params, signal }),
    )
    if (!sent) return
    setReceipt(sent.receipt)
    asking.forget()
    setOpen(false)
  }
  const close = () => {
    setOpen(false)
    asking.forget()
  }
  return (
    <div className="reveal">
      <div className="line-actions">
        <Button
          size="small"
          aria-expanded={isOpen}
          onClick={() => (shown === null ? setOpen(!isOpen) : setShown(null))}
        >
          {shown === null ? words.open : words.hide}
        </Button>
        <output className="number strong">{shown === null ? '' : showValue(shown, definition, locale)}</output>
      </div>
      <p className="quiet">{shown === null ? words.masked(label) : words.logged}</p>
      {isOpen && <ReasonForm reason={reason} onReason={setReason} onAsk={() => void ask()} onCancel={close} />}
      {isDenied ? (
        <div role="alert">
          <DenialLine sheet={sheet} denial={denial} onRoad={() => void request()} />
        </div>
      ) : (
        <TaskStatus task={asking} />
      )}
      <TaskStatus task={sending} />
      <output>{receipt === null ? '' : t.review.sent(receipt)}</output>
    </div>
  )
}

interface ReasonFormProps {
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly onAsk: () => void
  readonly onCancel: () => void
}

function ReasonForm({ reason, onReason, onAsk, onCancel }: ReasonFormProps) {
  const { t, locale } = useLanguage()
  const words = historyStrings[locale].reveal
  const form = useFormFocus<HTMLFormElement>()
  return (
    <form
      ref={form}
      className="review-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') onAsk()
      }}
    >
      <Field label={words.reason} hint={words.reasonHint} required>
        <Textarea value={reason} maxLength={maxReason} onChange={(_, data) => onReason(data.value)} />
      </Field>
      <div className="line-actions">
        <Button type="submit" appearance="primary" disabledFocusable={reason.trim() === ''}>
          {words.show}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  )
}
