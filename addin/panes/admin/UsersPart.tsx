// Users with their grants: add, change, disable.
import { Button, Field, Input } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { UnitInfo, UserInfo, UserRequest } from '#shared/contract/resources.ts'
import { useServices } from '../../session/services.ts'
import { rightStrings } from '../../strings/rights.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useUser } from '../../session/useSession.ts'
import { useTask } from '../../session/useTask.ts'
import { GrantEditor } from './GrantEditor.tsx'
import { GrantLines } from './GrantLines.tsx'
import { Done, Lamp, Part, TaskStatus } from '../parts.tsx'
import { SureButton } from '../SureButton.tsx'
import { Persons } from '../rights/PersonsPart.tsx'

type Grants = UserRequest['grants']

export interface UsersPartProps {
  readonly users: readonly UserInfo[]
  readonly units: readonly UnitInfo[]
  readonly onChanged: () => void
}

interface UserLineProps {
  readonly user: UserInfo
  readonly units: readonly UnitInfo[]
  readonly onSay: (sentence: string) => void
}

function withoutNames(user: UserInfo): Grants {
  return user.grants.map(({ role, unitId, kinds, department, from, to }) => ({
    role,
    unitId,
    kinds,
    department,
    from,
    to,
  }))
}

function UserLine({ user, units, onSay }: UserLineProps) {
  const { t, locale } = useLanguage()
  const rights = rightStrings[locale]
  const { client } = useServices()
  const me = useUser()
  const task = useTask()
  const [grants, setGrants] = useState<Grants | null>(null)
  const [isOpen, setOpen] = useState(false)
  const save = async () => {
    if (!grants) return
    const next = await task.run(t.admin.savingGrants, ({ signal }) =>
      client.call('setGrants', { grants }, { params: { id: user.id }, signal }),
    )
    if (!next) return
    setGrants(null)
    onSay(t.admin.grantsSaved(user.displayName, next.grants.length))
  }
  const disable = async () => {
    const answer = await task.run(t.admin.disabling, ({ signal }) =>
      client.call('disableUser', null, { params: { id: user.id }, signal }),
    )
    if (answer !== undefined) onSay(t.admin.disabled(user.displayName))
  }
  const mayDisable = user.id !== me.id && user.elsewhere !== true && user.disabled !== true
  return (
    <li className="user-line">
      <div className="page-head">
        <span>
          <span className="strong">{user.displayName}</span> <span className="quiet">{user.name}</span>
          {user.disabled === true && <Lamp color="grey">{t.admin.isDisabled}</Lamp>}
        </span>
        <span className="line-actions">
          {user.id !== me.id && (
            <Button
              size="small"
              aria-label={t.admin.editGrantsNamed(user.displayName)}
              aria-expanded={grants !== null}
              onClick={() => setGrants(grants === null ? withoutNames(user) : null)}
            >
              {t.admin.editGrants}
            </Button>
          )}
          {user.id !== me.id && (
            <Button
              size="small"
              aria-label={rights.editPersonsNamed(user.displayName)}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {rights.editPersons}
            </Button>
          )}
          {mayDisable && (
            <SureButton
              word={t.admin.disable}
              named={t.admin.disableNamed(user.displayName)}
              sure={t.admin.confirmDisable(user.displayName)}
              onSure={() => void disable()}
            />
          )}
        </span>
      </div>
      {grants === null ? (
        <GrantLines grants={user.grants} />
      ) : (
        <>
          <GrantEditor grants={grants} units={units} onChange={setGrants} />
          <Button appearance="primary" size="small" onClick={() => void save()}>
            {t.admin.saveGrants}
          </Button>
        </>
      )}
      {isOpen && <Persons userId={user.id} />}
      {user.elsewhere === true && <p className="quiet">{t.admin.elsewhere}</p>}
      {user.id === me.id && <p className="quiet">{t.admin.own}</p>}
      <TaskStatus task={task} />
    </li>
  )
}

const blank = { name: '', displayName: '', password: '' }

function NewUser({ units, onSay }: Pick<UserLineProps, 'units' | 'onSay'>) {
  const { t } = useLanguage()
  const { client } = useServices()
  const task = useTask()
  const [form, setForm] = useState(blank)
  const [grants, setGrants] = useState<Grants>([])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const request = { name: form.name.trim(), displayName: form.displayName.trim(), password: form.password, grants }
    const user = await task.run(t.admin.addingUser, ({ signal }) => client.call('createUser', request, { signal }))
    if (!user) return
    setForm(blank)
    setGrants([])
    onSay(t.admin.userAdded(user.displayName))
  }
  const isComplete = Object.values(form).every((text) => text.trim() !== '')
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={t.admin.addUser}>
      <h3>{t.admin.addUser}</h3>
      <div className="form-row with-hints">
        <Field label={t.setup.displayName}>
          <Input value={form.displayName} onChange={(_, data) => setForm({ ...form, displayName: data.value })} />
        </Field>
        <Field label={t.setup.name} hint={t.setup.nameHint}>
          <Input autoComplete="off" value={form.name} onChange={(_, data) => setForm({ ...form, name: data.value })} />
        </Field>
        <Field label={t.admin.initialPassword} hint={t.setup.passwordHint}>
          <Input
            type="password"
            autoComplete="new-password"
            value={form.password}
            onChange={(_, data) => setForm({ ...form, password: data.value })}
          />
        </Field>
      </div>
      <GrantEditor grants={grants} units={units} onChange={setGrants} />
      <TaskStatus task={task} />
      <Button type="submit" disabledFocusable={!isComplete}>
        {t.admin.addUser}
      </Button>
    </form>
  )
}

export function UsersPart({ users, units, onChanged }: UsersPartProps) {
  const { t } = useLanguage()
  const [said, setSaid] = useState<string | null>(null)
  const say = (sentence: string) => {
    setSaid(sentence)
    onChanged()
  }
  return (
    <Part title={t.admin.users}>
      {said !== null && <Done>{said}</Done>}
      <ul className="change-lines">
        {users.map((user) => (
          <UserLine key={user.id} user={user} units={units} onSay={say} />
        ))}
      </ul>
      <NewUser units={units} onSay={say} />
    </Part>
  )
}
