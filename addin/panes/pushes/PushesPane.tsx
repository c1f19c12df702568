// 回执与撤销: every push with its receipt, undo where the action was, and the check of the ledger.
import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import type { PushSummary } from '#shared/contract/resources.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad, type Loaded } from '../../session/useLoad.ts'
import { toHash } from '../../session/useRoute.ts'
import { mayVerifyChain, useUser } from '../../session/useSession.ts'
import { useSheetNames, type SheetNames } from '../../session/useSheetNames.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { ChainPart } from './ChainPart.tsx'
import { Lamp, TaskStatus } from '../parts.tsx'
import { UndoPanel } from './UndoPanel.tsx'

const pageLength = 50

interface LineProps {
  readonly push: PushSummary
  readonly names: SheetNames
  /** Sheets of several units stand in the list. */
  readonly withUnit: boolean
  readonly isOpen: boolean
  readonly onUndo: () => void
}

function PushLine({ push, names, withUnit, isOpen, onUndo }: LineProps) {
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
      <td data-label={t.pushes.sheets}>
        {push.sheets.map((p) => (
          <div key={p}>
            <SheetLink p={p} names={names} withUnit={withUnit} />
          </div>
        ))}
      </td>
      <td data-label={t.pushes.what}>
        {t.pushes.source[push.source]}
        {push.fileName !== null && <div className="quiet">{push.fileName}</div>}
      </td>
      <td className="number" data-label={t.pushes.counts}>
        {push.source === 'step'
          ? t.pushes.moved(counts.updated + counts.merged)
          : t.pushes.change(counts.created, counts.updated + counts.merged, counts.deleted)}
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

interface SheetLinkProps extends Pick<LineProps, 'names' | 'withUnit'> {
  readonly p: string
}

function SheetLink({ p, names, withUnit }: SheetLinkProps) {
  const place = parsePartitionId(p)
  const name = withUnit ? `${names.unitOf(p) ?? ''} ${names.sheetOf(p)}`.trim() : names.sheetOf(p)
  return place ? <Link href={toHash({ page: 'sheet', ...place })}>{name}</Link> : name
}

/** Newest first; pages before it stay above while older ones are fetched. */
function usePushes(): Loaded<readonly PushSummary[]> & { readonly more: (() => void) | undefined } {
  const { t } = useLanguage()
  const [earlier, setEarlier] = useState<readonly PushSummary[]>([])
  const last = earlier.at(-1)
  const page = useLoad('listPushes', t.pushes.loading, {
    query: { limit: String(pageLength), ...(last ? { before: last.receipt.slice(1) } : {}) },
  })
  const value = page.value && [...earlier, ...page.value]
  const isFull = page.value?.length === pageLength
  return {
    ...page,
    value: value ?? (earlier.length > 0 ? earlier : undefined),
    reload: () => (earlier.length > 0 ? setEarlier([]) : page.reload()),
    more: isFull && value ? () => setEarlier(value) : undefined,
  }
}

export function PushesPane() {
  const { t } = useLanguage()
  const user = useUser()
  const names = useSheetNames()
  const pushes = usePushes()
  const [undoing, setUndoing] = useState<PushSummary | null>(null)
  const list = pushes.value
  const withUnit = new Set(list?.flatMap(({ sheets }) => sheets.map((p) => parsePartitionId(p)?.unitId))).size > 1
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
              <th scope="col">{t.pushes.sheets}</th>
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
                names={names}
                withUnit={withUnit}
                isOpen={undoing?.pushId === push.pushId}
                onUndo={() => setUndoing(push)}
              />
            ))}
          </tbody>
        </table>
      )}
      {pushes.more && <Button onClick={pushes.more}>{t.pushes.earlier}</Button>}
      {mayVerifyChain(user) && <ChainPart />}
    </div>
  )
}
