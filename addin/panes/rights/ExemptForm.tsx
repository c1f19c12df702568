// 豁免: whom, from keeping which duties apart, from when to when, and why.
import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { ExemptionDesk, ExemptionRequest } from '#shared/contract/rightsResources.ts'
import { dayOf } from '../../session/dayOf.ts'
import { excusedWords } from '../../session/excusedWords.ts'
import { useServices } from '../../session/services.ts'
import { exemptionStrings } from '../../strings/exemption.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useTask } from '../../session/useTask.ts'
import { TaskStatus } from '../parts.tsx'

export interface ExemptFormProps extends Pick<ExemptionDesk, 'units' | 'excusable'> {
  readonly onDone: (sentence: string) => void
}

type Wish = Omit<ExemptionRequest, 'unitId'>

export function ExemptForm({ units, excusable, onDone }: ExemptFormProps) {
  const language = useLanguage()
  const words = exemptionStrings[language.locale]
  const { client, now } = useServices()
  const task = useTask()
  const blank: Wish = { personIds: [], excuses: [], from: dayOf(now()), to: '', reason: '' }
  const [unitId, setUnitId] = useState(units[0]?.id ?? '')
  const [form, setForm] = useState(blank)
  const set = (more: Partial<Wish>) => setForm((before) => ({ ...before, ...more }))
  const unit = units.find(({ id }) => id === unitId) ?? units[0]
  if (!unit) return null
  const { personIds, excuses, from, to, reason } = form
  const isComplete = personIds.length > 0 && excuses.length > 0 && from !== '' && to !== '' && reason.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    const wish = { ...form, unitId: unit.id, reason: reason.trim() }
    const done = await task.run(words.declaring, ({ signal }) => client.call('declareExemption', wish, { signal }))
    if (!done) return
    setForm(blank)
    onDone(words.declared(to))
  }
  return (
    <form className="form-stack" aria-label={words.declare} onSubmit={(event) => void submit(event)}>
      {units.length > 1 && (
        <Field label={words.unit}>
          <Select
            value={unit.id}
            onChange={(_, data) => {
              setUnitId(data.value)
              set({ personIds: [] })
            }}
          >
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Choices
        legend={words.persons}
        options={unit.persons.map(({ id, name }) => ({ code: id, label: name }))}
        chosen={personIds}
        onChange={(chosen) => set({ personIds: chosen })}
      />
      {unit.persons.length === 0 && <p>{words.noPersons}</p>}
      <Choices
        legend={words.excuses}
        options={excusable.map((code) => ({ code, label: excusedWords([code], language) }))}
        chosen={excuses}
        onChange={(chosen) => set({ excuses: chosen })}
      />
      {excuses.some((code) => code.includes('+')) && <p className="quiet">{words.grantHint}</p>}
      <div className="form-row">
        <Field label={words.from}>
          <Input type="date" value={from} onChange={(_, data) => set({ from: data.value })} />
        </Field>
        <Field label={words.to}>
          <Input type="date" min={from} value={to} onChange={(_, data) => set({ to: data.value })} />
        </Field>
        <Field label={words.reason} className="grow">
          <Input value={reason} maxLength={500} onChange={(_, data) => set({ reason: data.value })} />
        </Field>
      </div>
      <TaskStatus task={task} />
      <Button type="submit" disabledFocusable={!isComplete}>
        {words.declare}
      </Button>
    </form>
  )
}

interface ChoicesProps {
  readonly legend: string
  readonly options: readonly { readonly code: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function Choices({ legend, options, chosen, onChange }: ChoicesProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(({ code, label }) => (
        <Checkbox
          key={code}
          label={label}
          checked={chosen.includes(code)}
          onChange={(_, data) =>
            onChange(data.checked === true ? [...chosen, code] : chosen.filter((other) => other !== code))
          }
        />
      ))}
    </fieldset>
  )
}
