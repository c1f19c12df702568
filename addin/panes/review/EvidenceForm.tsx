// A form for one piece of evidence, drawn from what the step needs.
import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { discussionForms } from '#shared/review/evidence.ts'
import type { EvidenceContent } from '#shared/review/evidence.ts'
import {
  evidenceFields,
  needKey,
  toContent,
  type Draft,
  type FiledNeed,
  type FormField,
} from '../../session/evidenceForm.ts'
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
  const [need, setNeed] = useState(first)
  const [draft, setDraft] = useState<Draft>({})
  const content = toContent(need, draft)
  return (
    <form
      className="review-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (content) onFile(content)
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
          value={draft[field.name] ?? ''}
          onChange={(value) => setDraft((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <div className="line-actions">
        <Button type="submit" appearance="primary" disabled={content === undefined}>
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
  readonly value: string
  readonly onChange: (value: string) => void
}

function FormInput({ field, value, onChange }: FormInputProps) {
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
        <Field label={label}>
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
