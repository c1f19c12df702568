// 回执与撤销: every push with its receipt, undo where the action was, and the check of the ledger.
import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import type { PushSummary } from '#shared/contract/resources.ts'
import { useServices } from '../session/services.ts'
import { useLanguage } from '../session/useLanguage.ts'
import { useLoad } from '../session/useLoad.ts'
import { toHash } from '../session/useRoute.ts'
import { mayVerifyChain, useUser } from '../session/useSession.ts'
import { showWhen } from '../strings/showWhen.ts'
import { ChainPart } from './ChainPart.tsx'
import { Lamp, TaskStatus } from './parts.tsx'
import { UndoPanel } from './UndoPanel.tsx'

interface LineProps {
  readonly push: PushSummary
  readonly isOpen: boolean
  readonly onUndo: () => void
}

function PushLine({ push, isOpen, onUndo }: LineProps) {
  const { t } = useLanguage()
  const { now } = useServices()
  const { counts } = push
  return (
    <tr>
      <th scope="row" className="number">
        <Link href={toHash({ page: 'receipt', pushId: push.pushId })} aria-label={t.pushes.viewNamed(push.receipt)}>
          {push.receipt}
        </Link>
      </th>
      <td className="number" data-label={t.pushes.when}>
        {showWhen(push.at, now(), t)}
      </td>
      <td data-label={t.pushes.by}>{push.by}</td>
      <td data-label={t.pushes.what}>
        {t.pushes.source[push.source]}
        {push.fileName !== null && <div className="quiet">{push.fileName}</div>}
      </td>
      <td className="number" data-label={t.pushes.counts}>
        {t.pushes.change(counts.created, counts.updated + counts.merged, counts.deleted)}
      </td>
      <td>
        {push.undone ? (
          <Lamp color="grey">{t.pushes.undone}</Lamp>
        ) : (
          <Button size="small" aria-label={t.pushes.undoNamed(push.receipt)} aria-expanded={isOpen} onClick={onUndo}>
            {t.pushes.undo}
          </Button>
        )}
      </td>
    </tr>
  )
}

export function PushesPane() {
  const { t } = useLanguage()
  const user = useUser()
  const pushes = useLoad('listPushes', t.pushes.loading)
  const [undoing, setUndoing] = useState<PushSummary | null>(null)
  const list = pushes.value
  return (
    <div className="page">
      <h1>{t.pushes.title}</h1>
      <TaskStatus task={pushes.task} onRetry={pushes.reload} />
      {undoing && (
        <UndoPanel key={undoing.pushId} push={undoing} onClose={() => setUndoing(null)} onDone={pushes.reload} />
      )}
      {list?.length === 0 && <p>{t.pushes.empty}</p>}
      {list && list.length > 0 && (
        <table className="plain-table stack-narrow">
          <thead>
            <tr>
              <th scope="col">{t.pushes.receipt}</th>
              <th scope="col">{t.pushes.when}</th>
              <th scope="col">{t.pushes.by}</th>
              <th scope="col">{t.pushes.what}</th>
              <th scope="col">{t.pushes.counts}</th>
              <th scope="col">
                <span className="visually-hidden">{t.home.columnActions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map((push) => (
              <PushLine
                key={push.pushId}
                push={push}
                isOpen={undoing?.pushId === push.pushId}
                onUndo={() => setUndoing(push)}
              />
            ))}
          </tbody>
        </table>
      )}
      {mayVerifyChain(user) && <ChainPart />}
    </div>
  )
}
