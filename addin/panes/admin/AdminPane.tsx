// 单位与用户: plain but complete.
import { useState } from 'react'
import type { PolicyInfo } from '#shared/contract/policyResources.ts'
import { policyStrings } from '../../strings/policy.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad } from '../../session/useLoad.ts'
import { isAdmin, useUser } from '../../session/useSession.ts'
import { TaskStatus } from '../parts.tsx'
import { PolicyPart } from '../policy/PolicyPart.tsx'
import { DelegationPart } from '../rights/DelegationPart.tsx'
import { ExemptionPart } from '../rights/ExemptionPart.tsx'
import { UnitsPart } from './UnitsPart.tsx'
import { UsersPart } from './UsersPart.tsx'

function AdminPage() {
  const { t, locale } = useLanguage()
  const words = policyStrings[locale]
  const units = useLoad('listUnits', t.admin.loading)
  const users = useLoad('listUsers', t.admin.loading)
  const loaded = useLoad('readPolicy', words.loadingAll)
  const [changed, setChanged] = useState<PolicyInfo>()
  const policy = changed ?? loaded.value
  return (
    <div className="page">
      <h1>{t.admin.title}</h1>
      <TaskStatus task={units.task} onRetry={units.reload} />
      {loaded.task.failure && <TaskStatus task={loaded.task} onRetry={loaded.reload} />}
      {users.task.failure && <TaskStatus task={users.task} onRetry={users.reload} />}
      {units.value && <UnitsPart units={units.value} onChanged={units.reload} />}
      {units.value && policy && <PolicyPart policy={policy} units={units.value} onChanged={setChanged} />}
      {units.value && users.value && <UsersPart users={users.value} units={units.value} onChanged={users.reload} />}
      <DelegationPart />
      <ExemptionPart />
    </div>
  )
}

export function AdminPane() {
  const { t } = useLanguage()
  return isAdmin(useUser()) ? <AdminPage /> : <p className="page">{t.admin.noAdmin}</p>
}
