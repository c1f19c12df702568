// 单位与用户: plain but complete.
import { useLanguage } from '../session/useLanguage.ts'
import { useLoad } from '../session/useLoad.ts'
import { isAdmin, useUser } from '../session/useSession.ts'
import { TaskStatus } from './parts.tsx'
import { UnitsPart } from './UnitsPart.tsx'
import { UsersPart } from './UsersPart.tsx'

function AdminPage() {
  const { t } = useLanguage()
  const units = useLoad('listUnits', t.admin.loading)
  const users = useLoad('listUsers', t.admin.loading)
  return (
    <div className="page">
      <h1>{t.admin.title}</h1>
      <TaskStatus task={units.task} onRetry={units.reload} />
      {users.task.failure && <TaskStatus task={users.task} onRetry={users.reload} />}
      {units.value && <UnitsPart units={units.value} onChanged={units.reload} />}
      {units.value && users.value && <UsersPart users={users.value} units={units.value} onChanged={users.reload} />}
    </div>
  )
}

export function AdminPane() {
  const { t } = useLanguage()
  return isAdmin(useUser()) ? <AdminPage /> : <p className="page">{t.admin.noAdmin}</p>
}
