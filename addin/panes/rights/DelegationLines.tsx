// Delegations, each with its state; those in force or to come can be taken back at once, after one more look.
import type { DelegationInfo, DelegationState } from '#shared/contract/rightsResources.ts'
import { grantLine } from '../../session/grantLine.ts'
import { useServices } from '../../session/services.ts'
import { rightStrings } from '../../strings/rights.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useUser } from '../../session/useSession.ts'
import { useTask } from '../../session/useTask.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { Lamp, TaskStatus, type LampColor } from '../parts.tsx'
import { SureButton } from '../SureButton.tsx'

const lamps: Readonly<Record<DelegationState, LampColor>> = {
  standing: 'green',
  coming: 'blue',
  ended: 'grey',
  revoked: 'grey',
  lapsed: 'yellow',
}

export interface DelegationLinesProps {
  readonly title: string
  readonly delegations: readonly DelegationInfo[]
  readonly onDone: (sentence: string) => void
}

export function DelegationLines({ title, delegations, onDone }: DelegationLinesProps) {
  if (delegations.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="change-lines" aria-label={title}>
        {delegations.map((one) => (
          <DelegationLine key={one.id} one={one} onDone={onDone} />
        ))}
      </ul>
    </>
  )
}

function DelegationLine({ one, onDone }: { readonly one: DelegationInfo } & Pick<DelegationLinesProps, 'onDone'>) {
  const language = useLanguage()
  const { t, locale } = language
  const rights = rightStrings[locale]
  const { client, now, sheets } = useServices()
  const me = useUser()
  const task = useTask()
  const isTaker = one.taker.id === me.id
  const words = isTaker
    ? { act: rights.giveBack, named: rights.giveBackNamed(one.giver.name) }
    : { act: rights.revoke, named: rights.revokeNamed(one.taker.name) }
  const revoke = async () => {
    const done = await task.run(rights.revoking, ({ signal }) =>
      client.call('revokeDelegation', null, { params: { id: one.id }, signal }),
    )
    if (done !== undefined) onDone(rights.revoked)
  }
  const isOpen = one.state === 'standing' || one.state === 'coming' || one.state === 'lapsed'
  return (
    <li>
      <div className="page-head">
        <span>
          <span className="strong">{rights.line(one.giver.name, one.taker.name)}</span>{' '}
          <Lamp color={lamps[one.state]}>{rights.state[one.state]}</Lamp>
        </span>
        <span className="line-actions">
          {isOpen && (
            <SureButton word={words.act} named={words.named} sure={words.named} onSure={() => void revoke()} />
          )}
        </span>
      </div>
      <div>
        {grantLine({ ...one, from: null, to: null }, sheets, language)} ·{' '}
        <span className="number">{rights.days(one.from, one.to)}</span>
      </div>
      <div className="quiet">
        {one.reason}
        {one.revoked && ` · ${rights.revokedBy(one.revoked.by, showWhen(one.revoked.at, now(), t))}`}
      </div>
      <TaskStatus task={task} />
    </li>
  )
}
