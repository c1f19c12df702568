// Signing in; also after a session ended under way, when the page below stays as it was.
import { Button, Checkbox, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useLanguage } from '../../session/useLanguage.ts'
import type { Session } from '../../session/useSession.ts'
import { TaskStatus } from '../parts.tsx'

export function SignInPane({ session }: { readonly session: Session }) {
  const { t } = useLanguage()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [remember, setRemember] = useState(false)
  const [isIncomplete, setIncomplete] = useState(false)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const incomplete = name.trim() === '' || password === ''
    setIncomplete(incomplete)
    if (!incomplete) void session.signIn({ name: name.trim(), password }, remember)
  }
  return (
    <form className="page narrow form" onSubmit={submit} noValidate>
      <h1>{t.signIn.title}</h1>
      <p className="quiet">{t.productLine}</p>
      {session.state.stage === 'expired' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t.signIn.expired}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={t.signIn.name}>
        <Input autoComplete="username" value={name} onChange={(_, data) => setName(data.value)} />
      </Field>
      <Field label={t.signIn.password} {...(isIncomplete ? { validationMessage: t.signIn.incomplete } : {})}>
        <Input
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(_, data) => setPassword(data.value)}
        />
      </Field>
      <Field hint={t.signIn.rememberHint}>
        <Checkbox
          label={t.signIn.remember}
          checked={remember}
          onChange={(_, data) => setRemember(data.checked === true)}
        />
      </Field>
      <TaskStatus task={session.task} />
      <Button appearance="primary" type="submit" disabledFocusable={session.task.running !== null}>
        {t.signIn.submit}
      </Button>
      <p className="quiet">{t.signIn.forgotten}</p>
    </form>
  )
}
