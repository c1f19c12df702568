// One receipt looked up again, to read or to print.
import { Link } from '@fluentui/react-components'
import type { PushResult } from '#shared/sync/record.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad } from '../../session/useLoad.ts'
import { toHash } from '../../session/useRoute.ts'
import { TaskStatus } from '../parts.tsx'
import { ReceiptView } from './ReceiptView.tsx'

export function ReceiptPane({ pushId }: { readonly pushId: string }) {
  const { t } = useLanguage()
  const receipt = useLoad('receipt', t.pushes.loadingReceipt, { params: { pushId } })
  return (
    <div className="page">
      <p className="no-print">
        <Link href={toHash({ page: 'pushes' })}>{t.pushes.title}</Link>
      </p>
      <TaskStatus task={receipt.task} onRetry={receipt.reload} />
      {receipt.value && <Found pushId={pushId} result={receipt.value} />}
    </div>
  )
}

/** Who sent it and from which file stands in the list of pushes: it is asked for this one. */
function Found({ pushId, result }: { readonly pushId: string; readonly result: PushResult }) {
  const { t } = useLanguage()
  const before = (result.point?.csn ?? 0) + 1
  const list = useLoad('listPushes', t.pushes.loadingReceipt, { query: { before: String(before), limit: '1' } })
  const summary = list.value?.find((push) => push.pushId === pushId)
  return (
    <>
      <TaskStatus task={list.task} onRetry={list.reload} />
      <ReceiptView
        heading={t.file.receipt.title}
        result={result}
        fileName={summary?.fileName ?? null}
        by={summary?.by ?? ''}
        {...(summary ? { touched: summary.sheets, isUndone: summary.undone } : {})}
        onUndone={list.reload}
      />
    </>
  )
}
