// A form for one piece of evidence, drawn from what the step needs.
import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { discussionForms } from '#shared/review/evidence.ts'
import type { EvidenceContent } from '#shared/review/evidence.ts'
import {
  evidenceFields,
  needKey,
  toContent,
  unreadFields,
  type Draft,
  type FiledNeed,
  type FormField,
} from '../../session/evidenceForm.ts'
import { useFormFocus } from '../../session/useFormFocus.ts'
import { useLanguage } from '../../session/useLanguage.ts'

export interface EvidenceFormProps {
  readonly needs: readonly FiledNeed[]
  /** Chosen at first. */
  readonly first: FiledNeed
  readonly onFile: (content: EvidenceContent) => void
  readonly onCancel: () => void
}

export function EvidenceForm({ needs, first, onFile, onCancel }: EvidenceFormProps) {
  const { t } = useLanguage()
  const name = useNeedName()
  const form = useFormFocus<HTMLFormElement>()
  const [need, setNeed] = useState(first)
  const [draft, setDraft] = useState<Draft>({})
  const [tried, setTried] = useState(false)
  const unread = tried ? unreadFields(need, draft) : []
  return (
    <form
      ref={form}
      className="review-form"
      onSubmit={(event) => {
        event.preventDefault()
        const content = toContent(need, draft)
        if (content) onFile(content)
        setTried(true)
      }}
    >
      <Field label={t.review.fileWhich}>
        <Select
          value={needKey(need)}
          onChange={(_, data) => setNeed(needs.find((each) => needKey(each) === data.value) ?? need)}
        >
          {needs.map((each) => (
            <option key={needKey(each)} value={needKey(each)}>
              {name(each)}
            </option>
          ))}
        </Select>
      </Field>
      {evidenceFields[need.type].map((field) => (
        <FormInput
          key={field.name}
          field={field}
          wrong={unread.includes(field)}
          value={draft[field.name] ?? ''}
          onChange={(value) => setDraft((before) => ({ ...before, [field.name]: value }))}
        />
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

/** 会议决议（工会委员会）, 公示, 入户调查 … */
export function useNeedName(): (need: FiledNeed) => string {
  const { t, say } = useLanguage()
  return (need) => {
    if (need.type === 'inquiry') return say(need.label)
    const word = t.review.need[need.type]
    return need.type === 'resolution' ? `${word} · ${t.review.body[need.body]}` : word
  }
}

interface FormInputProps {
  readonly field: FormField
  /** Shown with what is to be written there. */
  readonly wrong: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

function FormInput({ field, wrong, value, onChange }: FormInputProps) {
  const { t } = useLanguage()
  const label = t.review.field[field.name]
  switch (field.type) {
    case 'long':
      return (
        <Field label={label}>
          <Textarea value={value} onChange={(_, data) => onChange(data.value)} />
        </Field>
      )
    case 'form':
      return (
        <Field label={label}>
          <Select value={value === '' ? 'groups' : value} onChange={(_, data) => onChange(data.value)}>
            {discussionForms.map((form) => (
              <option key={form} value={form}>
                {t.review.form[form]}
              </option>
            ))}
          </Select>
        </Field>
      )
    case 'text':
    case 'date':
    case 'number':
      return (
        <Field
          label={label}
          {...(wrong
            ? {
                validationState: 'error',
                validationMessage: field.type === 'date' ? t.review.dateWanted : t.review.numberWanted,
              }
            : {})}
        >
          <Input
            type={field.type === 'date' ? 'date' : 'text'}
            inputMode={field.type === 'number' ? 'numeric' : 'text'}
            value={value}
            onChange={(_, data) => onChange(data.value)}
          />
        </Field>
      )
  }
}
