// 授权: what I gave, what I was given, what there is in the units that I administer; and giving some more.
import { useState } from 'react'
import { undelegable } from '#shared/contract/rightsResources.ts'
import { rightStrings } from '../../strings/rights.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad } from '../../session/useLoad.ts'
import { useUser } from '../../session/useSession.ts'
import { Done, Part, TaskStatus } from '../parts.tsx'
import { DelegateForm } from './DelegateForm.tsx'
import { DelegationLines } from './DelegationLines.tsx'

export function DelegationPart() {
  const { locale } = useLanguage()
  const rights = rightStrings[locale]
  const me = useUser()
  const desk = useLoad('listDelegations', rights.loading)
  const [said, setSaid] = useState<string | null>(null)
  const done = (sentence: string) => {
    setSaid(sentence)
    desk.reload()
  }
  const grants = me.grants.filter(({ role, delegatedBy }) => !undelegable.has(role) && delegatedBy === undefined)
  const all = desk.value?.delegations ?? []
  const given = all.filter(({ giver }) => giver.id === me.id)
  const received = all.filter(({ taker }) => taker.id === me.id)
  const others = all.filter(({ giver, taker }) => giver.id !== me.id && taker.id !== me.id)
  return (
    <Part title={rights.delegations}>
      <p className="quiet">{rights.delegationHint}</p>
      {desk.value === undefined && <TaskStatus task={desk.task} onRetry={desk.reload} />}
      {said !== null && <Done>{said}</Done>}
      {desk.value && all.length === 0 && <p>{rights.none}</p>}
      <DelegationLines title={rights.given} delegations={given} onDone={done} />
      <DelegationLines title={rights.received} delegations={received} onDone={done} />
      <DelegationLines title={rights.others} delegations={others} onDone={done} />
      {desk.value && <DelegateForm grants={grants} takers={desk.value.takers} onDone={done} />}
    </Part>
  )
}
