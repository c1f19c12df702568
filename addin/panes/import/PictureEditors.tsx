// Correcting one cell, or what one row was taken for, right under the picture.
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { ColumnDefinition } from '#shared/definition/column.ts'
import type { RowRole } from '#shared/import/plan.ts'
import { useLanguage } from '../../session/useLanguage.ts'

function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input, select')?.focus()
}

export interface CellEditorProps {
  readonly cell: string
  /** undefined: the cell belongs to no column, or its row is no data. */
  readonly column: ColumnDefinition | undefined
  readonly text: string
  /** A sentence saying what is wrong, or null when it was taken. */
  readonly onSave: (text: string) => string | null
  readonly onClose: () => void
}

export function CellEditor({ cell, column, text, onSave, onClose }: CellEditorProps) {
  const { t, say } = useLanguage()
  const [draft, setDraft] = useState(text)
  const [problem, setProblem] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => focusFirst(form.current), [])

  if (!column) return <output className="quiet">{t.file.picture.notEditable}</output>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft === text) return onClose()
    const refused = onSave(draft)
    setProblem(refused)
    if (refused === null) onClose()
  }
  return (
    // Escape leaves any field of the form
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="inline-form"
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Field
        label={t.file.picture.edit(cell, say(column.label))}
        {...(problem === null ? {} : { validationMessage: problem })}
      >
        {column.choices ? (
          <Select value={draft} onChange={(_, data) => setDraft(data.value)}>
            {!column.choices.some((choice) => choice.value === draft) && <option value={draft}>{draft}</option>}
            {column.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {say(choice.label)}
              </option>
            ))}
          </Select>
        ) : (
          <Input value={draft} onChange={(_, data) => setDraft(data.value)} />
        )}
      </Field>
      <Button type="submit" size="small">
        {t.file.picture.save}
      </Button>
      <Button size="small" onClick={onClose}>
        {t.cancel}
      </Button>
    </form>
  )
}

const roleChoices: readonly RowRole[] = [
  'data',
  'section',
  'subtotal',
  'total',
  'note',
  'footer',
  'header',
  'title',
  'blank',
]

export interface RoleEditorProps {
  readonly row: number
  readonly role: RowRole
  readonly onSave: (role: RowRole) => void
  readonly onClose: () => void
}

export function RoleEditor({ row, role, onSave, onClose }: RoleEditorProps) {
  const { t } = useLanguage()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => focusFirst(form.current), [])
  return (
    // Escape leaves any field of the form
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="inline-form"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Field label={t.file.picture.rowIs(row)}>
        <Select
          value={role}
          onChange={(_, data) => {
            const next = roleChoices.find((each) => each === data.value)
            if (next) onSave(next)
          }}
        >
          {!roleChoices.includes(role) && <option value={role}>{t.file.picture.role[role]}</option>}
          {roleChoices.map((each) => (
            <option key={each} value={each}>
              {t.file.picture.role[each]}
            </option>
          ))}
        </Select>
      </Field>
      <Button size="small" onClick={onClose}>
        {t.close}
      </Button>
    </form>
  )
}
