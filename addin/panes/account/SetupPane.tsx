// The first start: one-time code, first administrator, top unit.
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { UnitKind } from '#shared/definition/rule.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import type { Session } from '../../session/useSession.ts'
import { TaskStatus } from '../parts.tsx'

const minimumPassword = 12

interface Form {
  readonly code: string
  readonly name: string
  readonly displayName: string
  readonly password: string
  readonly passwordAgain: string
  readonly unitName: string
  readonly unitKind: UnitKind
}

const blank: Form = {
  code: '',
  name: '',
  displayName: '',
  password: '',
  passwordAgain: '',
  unitName: '',
  unitKind: 'primary',
}

export function SetupPane({ session }: { readonly session: Session }) {
  const { t } = useLanguage()
  const [form, setForm] = useState(blank)
  const [wasTried, setTried] = useState(false)
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))

  const missing = (text: string) => (wasTried && text.trim() === '' ? { validationMessage: t.setup.required } : {})
  const shortBy = minimumPassword - form.password.length
  const problems = {
    password: wasTried && shortBy > 0 ? { validationMessage: t.setup.passwordShort(shortBy) } : {},
    again: wasTried && form.password !== form.passwordAgain ? { validationMessage: t.setup.passwordDiffers } : {},
  }
  const isComplete =
    [form.code, form.name, form.displayName, form.unitName].every((text) => text.trim() !== '') &&
    shortBy <= 0 &&
    form.password === form.passwordAgain

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isComplete) return
    void session.setUp({
      code: form.code.trim(),
      name: form.name.trim(),
      displayName: form.displayName.trim(),
      password: form.password,
      unitName: form.unitName.trim(),
      unitKind: form.unitKind,
    })
  }
  return (
    <form className="page narrow form" onSubmit={submit} noValidate>
      <h1>{t.setup.title}</h1>
      <p>{t.setup.intro}</p>
      <Field label={t.setup.code} hint={t.setup.codeHint} {...missing(form.code)}>
        <Input autoComplete="one-time-code" value={form.code} onChange={(_, data) => set({ code: data.value })} />
      </Field>
      <Field label={t.setup.displayName} {...missing(form.displayName)}>
        <Input autoComplete="name" value={form.displayName} onChange={(_, data) => set({ displayName: data.value })} />
      </Field>
      <Field label={t.setup.name} hint={t.setup.nameHint} {...missing(form.name)}>
        <Input autoComplete="username" value={form.name} onChange={(_, data) => set({ name: data.value })} />
      </Field>
      <Field label={t.setup.password} hint={t.setup.passwordHint} {...problems.password}>
        <Input
          type="password"
          autoComplete="new-password"
          value={form.password}
          onChange={(_, data) => set({ password: data.value })}
        />
      </Field>
      <Field label={t.setup.passwordAgain} {...problems.again}>
        <Input
          type="password"
          autoComplete="new-password"
          value={form.passwordAgain}
          onChange={(_, data) => set({ passwordAgain: data.value })}
        />
      </Field>
      <Field label={t.setup.unitName} {...missing(form.unitName)}>
        <Input
          autoComplete="organization"
          value={form.unitName}
          onChange={(_, data) => set({ unitName: data.value })}
        />
      </Field>
      <Field label={t.setup.unitKind}>
        <Select
          value={form.unitKind}
          onChange={(_, data) => set({ unitKind: data.value === 'county' ? 'county' : 'primary' })}
        >
          <option value="primary">{t.unitKind.primary}</option>
          <option value="county">{t.unitKind.county}</option>
        </Select>
      </Field>
      <TaskStatus task={session.task} />
      <Button appearance="primary" type="submit" disabledFocusable={session.task.running !== null}>
        {t.setup.submit}
      </Button>
    </form>
  )
}
