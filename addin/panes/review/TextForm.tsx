// One text to write and send: a request, an answer, an objection.
import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useFormFocus } from '../../session/useFormFocus.ts'
import { useLanguage } from '../../session/useLanguage.ts'

export interface TextFormProps {
  readonly label: string
  readonly first?: string
  /** Buttons that send it, each with its own meaning; the first is the primary one. */
  readonly sends: readonly { readonly word: string; readonly onSend: (text: string) => void }[]
  readonly onCancel: () => void
}

export function TextForm({ label, first = '', sends, onCancel }: TextFormProps) {
  const { t } = useLanguage()
  const form = useFormFocus<HTMLDivElement>()
  const [text, setText] = useState(first)
  return (
    <div className="review-form" ref={form}>
      <Field label={label} required>
        <Textarea value={text} onChange={(_, data) => setText(data.value)} />
      </Field>
      <div className="line-actions">
        {sends.map(({ word, onSend }, index) => (
          <Button
            key={word}
            appearance={index === 0 ? 'primary' : 'secondary'}
            disabled={text.trim() === ''}
            onClick={() => onSend(text)}
          >
            {word}
          </Button>
        ))}
        <Button onClick={onCancel}>{t.cancel}</Button>
      </div>
    </div>
  )
}
