// One receipt looked up again, to read or to print.
import { Link } from '@fluentui/react-components'
import { useLanguage } from '../session/useLanguage.ts'
import { useLoad } from '../session/useLoad.ts'
import { toHash } from '../session/useRoute.ts'
import { TaskStatus } from './parts.tsx'
import { ReceiptView } from './ReceiptView.tsx'

export function ReceiptPane({ pushId }: { readonly pushId: string }) {
  const { t } = useLanguage()
  const receipt = useLoad('receipt', t.pushes.loadingReceipt, { params: { pushId } })
  const pushes = useLoad('listPushes', t.pushes.loadingReceipt)
  const summary = pushes.value?.find((push) => push.pushId === pushId)
  return (
    <div className="page">
      <p className="no-print">
        <Link href={toHash({ page: 'pushes' })}>{t.pushes.title}</Link>
      </p>
      <TaskStatus task={receipt.task} onRetry={receipt.reload} />
      {receipt.value && (
        <ReceiptView
          heading={t.file.receipt.title}
          result={receipt.value}
          fileName={summary?.fileName ?? null}
          {...(summary ? { by: summary.by } : {})}
        />
      )}
    </div>
  )
}
