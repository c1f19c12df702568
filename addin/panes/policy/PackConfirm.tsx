// Confirming a pack: what follows from it is said first, and the admin says that the text was read.
import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { PolicyInfo } from '#shared/contract/policyResources.ts'
import type { ReadPack } from '../../session/readPacks.ts'
import { useServices } from '../../session/services.ts'
import { policyStrings } from '../../strings/policy.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useTask } from '../../session/useTask.ts'
import { TaskStatus } from '../parts.tsx'

export interface PackConfirmProps {
  readonly known: ReadPack
  readonly onChanged: (policy: PolicyInfo) => void
}

export function PackConfirm({ known, onChanged }: PackConfirmProps) {
  const { locale } = useLanguage()
  const words = policyStrings[locale]
  const { client } = useServices()
  const task = useTask()
  const [hasRead, setRead] = useState(false)
  const { id, title } = known.pack
  const confirm = async () => {
    const body = { digest: known.digest }
    const done = await task.run(words.confirming, ({ signal }) =>
      client.call('confirmPack', body, { params: { id }, signal }),
    )
    if (done) onChanged(done)
  }
  const withdraw = async () => {
    const done = await task.run(words.withdrawing, ({ signal }) =>
      client.call('withdrawPack', null, { params: { id }, signal }),
    )
    if (done) onChanged(done)
  }
  if (known.confirmed)
    return (
      <>
        <p>{words.withdrawHint(title)}</p>
        <Button onClick={() => void withdraw()}>{words.withdraw}</Button>
        <TaskStatus task={task} />
      </>
    )
  return (
    <>
      <p>{words.confirmHint(title)}</p>
      <Checkbox label={words.hasRead} checked={hasRead} onChange={(_, data) => setRead(data.checked === true)} />
      <Button appearance="primary" disabledFocusable={!hasRead} onClick={() => void (hasRead && confirm())}>
        {words.confirm}
      </Button>
      <TaskStatus task={task} />
    </>
  )
}
