// Confirming a pack: what follows from it is said first, and the admin says that the text was read.
import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { PolicyInfo } from '#shared/contract/policyResources.ts'
import type { ReadPack } from '../session/readPacks.ts'
import { useServices } from '../session/services.ts'
import { useLanguage } from '../session/useLanguage.ts'
import { useTask } from '../session/useTask.ts'
import { TaskStatus } from './parts.tsx'

export interface PackConfirmProps {
  readonly known: ReadPack
  readonly onChanged: (policy: PolicyInfo) => void
}

export function PackConfirm({ known, onChanged }: PackConfirmProps) {
  const { t } = useLanguage()
  const { client } = useServices()
  const task = useTask()
  const [hasRead, setRead] = useState(false)
  const { id, title } = known.pack
  const confirm = async () => {
    const body = { digest: known.digest }
    const done = await task.run(t.policy.confirming, ({ signal }) =>
      client.call('confirmPack', body, { params: { id }, signal }),
    )
    if (done) onChanged(done)
  }
  const withdraw = async () => {
    const done = await task.run(t.policy.withdrawing, ({ signal }) =>
      client.call('withdrawPack', null, { params: { id }, signal }),
    )
    if (done) onChanged(done)
  }
  if (known.confirmed)
    return (
      <>
        <p>{t.policy.withdrawHint(title)}</p>
        <Button onClick={() => void withdraw()}>{t.policy.withdraw}</Button>
        <TaskStatus task={task} />
      </>
    )
  return (
    <>
      <p>{t.policy.confirmHint(title)}</p>
      <Checkbox label={t.policy.hasRead} checked={hasRead} onChange={(_, data) => setRead(data.checked === true)} />
      <Button appearance="primary" disabledFocusable={!hasRead} onClick={() => void (hasRead && confirm())}>
        {t.policy.confirm}
      </Button>
      <TaskStatus task={task} />
    </>
  )
}
