// The one place for files: legacy sheets are recognised and imported, our own workbooks compared and published.
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { sayFinding } from '../../session/showValue.ts'
import { useFile } from '../../session/useFile.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { DropZone } from './DropZone.tsx'
import { ImportPane } from '../import/ImportPane.tsx'
import { useUser } from '../../session/useSession.ts'
import { TaskStatus } from '../parts.tsx'
import { ReceiptView } from '../pushes/ReceiptView.tsx'
import { WorkbookPane } from '../workbook/WorkbookPane.tsx'

/** A workbook of another server: nothing it remembers counts here, but it can be compared. */
function CompareByValue({ file }: { readonly file: File }) {
  const { t } = useLanguage()
  const { open } = useFile()
  return (
    <Button appearance="primary" onClick={() => void open(file, 'value')}>
      {t.file.compareByValue}
    </Button>
  )
}

export function FilePane() {
  const { t, locale } = useLanguage()
  const user = useUser()
  const desk = useFile()
  const { state, task, clear } = desk
  // whoever comes back after a receipt has the next file in hand; the receipt lies under 回执与撤销
  const [isOver] = useState(state.stage === 'receipt')
  useEffect(() => {
    if (isOver) clear()
    // only what was there when the page was opened
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isOver])
  switch (state.stage) {
    case 'empty':
      return (
        <div className="page">
          <h1>{t.file.title}</h1>
          <TaskStatus task={task} />
          {state.refused &&
            task.failure?.kind === 'problem' &&
            task.failure.problem.code === 'workbook.other-server' && <CompareByValue file={state.refused} />}
          {state.without && !task.running && (
            <MessageBar intent="warning" layout="multiline" role="alert">
              <MessageBarBody>
                {t.file.tables.none}
                {state.without.findings.map((finding, index) => (
                  <div key={index}>{sayFinding(finding, undefined, locale)}</div>
                ))}
              </MessageBarBody>
            </MessageBar>
          )}
          {!task.running && <DropZone onFile={(file) => void desk.open(file)} />}
        </div>
      )
    case 'import':
      return <ImportPane desk={desk} state={state} />
    case 'workbook':
      return <WorkbookPane desk={desk} state={state} />
    case 'receipt':
      return (
        <div className="page">
          <ReceiptView
            result={state.report.result}
            fileName={state.fileName}
            by={user.displayName}
            heading={state.how === 'imported' ? t.file.receipt.imported : t.file.receipt.published}
            workbook={state.workbook}
            report={state.report}
          />
          <div className="no-print">
            <Button onClick={desk.clear}>{t.file.another}</Button>
          </div>
        </div>
      )
  }
}
