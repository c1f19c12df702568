// 授权: which of one's own rights, to whom, for which sheets, from when to when, and why.
import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { GrantInfo } from '#shared/contract/resources.ts'
import type { DelegationDesk, DelegationRequest } from '#shared/contract/rightsResources.ts'
import { dayOf } from '../../session/dayOf.ts'
import { grantLine } from '../../session/grantLine.ts'
import { useServices } from '../../session/services.ts'
import { rightStrings } from '../../strings/rights.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useTask } from '../../session/useTask.ts'
import { TaskStatus } from '../parts.tsx'

export interface DelegateFormProps {
  /** One's own, that may be given away. */
  readonly grants: readonly GrantInfo[]
  readonly takers: DelegationDesk['takers']
  readonly onDone: (sentence: string) => void
}

type Wish = Pick<DelegationRequest, 'takerId' | 'kinds' | 'from' | 'to' | 'reason'>

export function DelegateForm({ grants, takers, onDone }: DelegateFormProps) {
  const language = useLanguage()
  const { say, locale } = language
  const rights = rightStrings[locale]
  const { client, now, sheets } = useServices()
  const task = useTask()
  const blank: Wish = { takerId: '', kinds: [], from: dayOf(now()), to: '', reason: '' }
  const [at, setAt] = useState(0)
  const [form, setForm] = useState(blank)
  const set = (more: Partial<Wish>) => setForm((before) => ({ ...before, ...more }))
  const grant = grants[at]
  if (!grant) return null
  const able = takers.filter(({ role, unitId }) => role === grant.role && unitId === grant.unitId)
  const taker = able.find(({ id }) => id === form.takerId)
  const within = sheets.filter(({ kind }) => grant.kinds.length === 0 || grant.kinds.includes(kind))
  const isComplete = taker !== undefined && form.from !== '' && form.to !== '' && form.reason.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!taker || !isComplete) return
    const { role, unitId, department } = grant
    const kinds = form.kinds.length === 0 ? grant.kinds : form.kinds
    const { from, to, reason } = form
    const wish = { takerId: taker.id, role, unitId, department, kinds, from, to, reason: reason.trim() }
    const done = await task.run(rights.delegating, ({ signal }) => client.call('delegate', wish, { signal }))
    if (!done) return
    setForm(blank)
    onDone(rights.delegated(taker.name, to))
  }
  return (
    <form className="form-stack" aria-label={rights.delegate} onSubmit={(event) => void submit(event)}>
      <div className="form-row">
        <Field label={rights.which}>
          <Select
            value={String(at)}
            onChange={(_, data) => {
              setAt(Number(data.value))
              set({ takerId: '', kinds: [] })
            }}
          >
            {grants.map((one, index) => (
              <option key={index} value={index}>
                {grantLine(one, sheets, language)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={rights.taker}>
          <Select value={taker?.id ?? ''} onChange={(_, data) => set({ takerId: data.value })}>
            <option value="">{rights.choose}</option>
            {able.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {able.length === 0 && <p>{rights.noTaker}</p>}
      <fieldset>
        <legend>{rights.kinds}</legend>
        {within.map(({ kind, title }) => (
          <Checkbox
            key={kind}
            label={say(title)}
            checked={form.kinds.includes(kind)}
            onChange={(_, data) =>
              set({
                kinds: data.checked === true ? [...form.kinds, kind] : form.kinds.filter((other) => other !== kind),
              })
            }
          />
        ))}
      </fieldset>
      <div className="form-row">
        <Field label={rights.from}>
          <Input type="date" value={form.from} onChange={(_, data) => set({ from: data.value })} />
        </Field>
        <Field label={rights.to}>
          <Input type="date" min={form.from} value={form.to} onChange={(_, data) => set({ to: data.value })} />
        </Field>
        <Field label={rights.reason} className="grow">
          <Input value={form.reason} maxLength={500} onChange={(_, data) => set({ reason: data.value })} />
        </Field>
      </div>
      <TaskStatus task={task} />
      <Button type="submit" disabledFocusable={!isComplete}>
        {rights.delegate}
      </Button>
    </form>
  )
}
