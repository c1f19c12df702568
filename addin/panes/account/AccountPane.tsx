// My own account: rights, password, devices signed in.
import { Button, Field, Input } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad } from '../../session/useLoad.ts'
import { useUser } from '../../session/useSession.ts'
import { useTask } from '../../session/useTask.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { GrantLines } from '../admin/GrantLines.tsx'
import { Done, Lamp, Part, TaskStatus } from '../parts.tsx'
import { DelegationPart } from '../rights/DelegationPart.tsx'
import { ExemptionPart } from '../rights/ExemptionPart.tsx'
import { PersonsPart } from '../rights/PersonsPart.tsx'

function PasswordForm() {
  const { t } = useLanguage()
  const { client } = useServices()
  const task = useTask()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [isDone, setDone] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setDone(false)
    const answer = await task.run(t.account.changing, ({ signal }) =>
      client.call('changePassword', { current, next }, { signal }),
    )
    if (answer === undefined) return
    setDone(true)
    setCurrent('')
    setNext('')
  }
  return (
    <Part title={t.account.password}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <Field label={t.account.current}>
          <Input
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(_, data) => setCurrent(data.value)}
          />
        </Field>
        <Field label={t.account.next} hint={t.setup.passwordHint}>
          <Input type="password" autoComplete="new-password" value={next} onChange={(_, data) => setNext(data.value)} />
        </Field>
        <TaskStatus task={task} />
        {isDone && <Done>{t.account.changed}</Done>}
        <Button type="submit" disabledFocusable={current === '' || next === ''}>
          {t.account.change}
        </Button>
      </form>
    </Part>
  )
}

function Devices() {
  const { t } = useLanguage()
  const { client, now } = useServices()
  const sessions = useLoad('listSessions', t.account.loading)
  const task = useTask()
  const [isEnded, setEnded] = useState(false)
  const end = async (id: string) => {
    const answer = await task.run(t.account.ending, ({ signal }) =>
      client.call('endSession', null, { params: { id }, signal }),
    )
    if (answer === undefined) return
    setEnded(true)
    sessions.reload()
  }
  return (
    <Part title={t.account.sessions}>
      <TaskStatus task={sessions.task} onRetry={sessions.reload} />
      <TaskStatus task={task} />
      {isEnded && <Done>{t.account.ended}</Done>}
      <ul className="change-lines">
        {sessions.value?.map((session) => (
          <li key={session.id} className="device">
            <div>
              {session.agent}
              <div className="quiet number">
                {t.account.since(showWhen(session.createdAt, now(), t))} ·{' '}
                {t.account.seen(showWhen(session.lastSeenAt, now(), t))}
              </div>
            </div>
            {session.current ? (
              <Lamp color="green">{t.account.thisOne}</Lamp>
            ) : (
              <Button size="small" aria-label={t.account.endNamed(session.agent)} onClick={() => void end(session.id)}>
                {t.account.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}

export function AccountPane() {
  const { t } = useLanguage()
  const user = useUser()
  return (
    <div className="page">
      <h1>{t.nav.account}</h1>
      <p>
        {user.displayName} <span className="quiet">{user.name}</span>
      </p>
      <Part title={t.account.grants}>
        {user.grants.length === 0 ? <p>{t.account.noGrants}</p> : <GrantLines grants={user.grants} />}
      </Part>
      <DelegationPart />
      <ExemptionPart />
      <PersonsPart />
      <PasswordForm />
      <Devices />
    </div>
  )
}
