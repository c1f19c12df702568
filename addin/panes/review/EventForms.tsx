// What may be logged about a row in its state: 催办 and the like, each with the fields its kind names.
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { EventLog } from '#shared/definition/eventLog.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { ReviewInfo } from '#shared/review/reviewInfo.ts'
import { useFormFocus } from '../../session/useFormFocus.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import type { Review } from '../../session/useReview.ts'

export interface EventFormsProps {
  readonly sheet: SheetDefinition
  readonly record: RecordId
  readonly info: ReviewInfo
  readonly review: Review
}

export function EventForms({ sheet, record, info, review }: EventFormsProps) {
  const { say } = useLanguage()
  const [open, setOpen] = useState<string | null>(null)
  const events = (sheet.workflow.events ?? []).filter(({ name }) => info.mayLog.includes(name))
  return (
    <>
      {events.map((event) =>
        open === event.name ? (
          <EventForm
            key={event.name}
            event={event}
            onCancel={() => setOpen(null)}
            onLog={(fields) =>
              void review
                .enter({ type: 'event', record, event: event.name, fields })
                .then((logged) => logged && setOpen(null))
            }
          />
        ) : (
          <Button key={event.name} size="small" onClick={() => setOpen(event.name)}>
            {say(event.label)}
          </Button>
        ),
      )}
    </>
  )
}

interface EventFormProps {
  readonly event: EventLog
  readonly onLog: (fields: Readonly<Record<string, string>>) => void
  readonly onCancel: () => void
}

function EventForm({ event, onLog, onCancel }: EventFormProps) {
  const { t, say } = useLanguage()
  const form = useFormFocus<HTMLFormElement>()
  const [fields, setFields] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(event.fields.map(({ key, choices }) => [key, choices?.[0]?.['zh-Hans'] ?? ''])),
  )
  const set = (key: string, value: string) => setFields((before) => ({ ...before, [key]: value }))
  return (
    <form
      ref={form}
      className="review-form"
      onSubmit={(submit) => {
        submit.preventDefault()
        onLog(fields)
      }}
    >
      {event.fields.map(({ key, label, type, required, choices }) => (
        <Field key={key} label={say(label)} required={required}>
          {type === 'choice' ? (
            <Select value={fields[key] ?? ''} onChange={(_, data) => set(key, data.value)}>
              {(choices ?? []).map((choice) => (
                <option key={choice['zh-Hans']} value={choice['zh-Hans']}>
                  {say(choice)}
                </option>
              ))}
            </Select>
          ) : (
            <Input
              type={type === 'date' ? 'date' : 'text'}
              value={fields[key] ?? ''}
              onChange={(_, data) => set(key, data.value)}
            />
          )}
        </Field>
      ))}
      <div className="line-actions">
        <Button type="submit" appearance="primary">
          {t.review.log}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  )
}
