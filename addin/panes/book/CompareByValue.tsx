// A workbook of another server: nothing it remembers counts here, but it can be compared, when a person chooses so (H14).
import { Button } from '@fluentui/react-components'
import { ok } from '#shared/kernel/result.ts'
import { useBookDesk } from '../../session/book/useBook.ts'
import type { BookTask } from '../../session/book/useBookTask.ts'
import { goToPage } from '../../session/book/usePaneRoute.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'

/** The workbook was refused as another server's: trying once more will not help. */
export function isOtherServer({ failure }: Pick<BookTask, 'failure'>): boolean {
  return failure?.kind === 'problem' && failure.problem.code === 'workbook.other-server'
}

/** Nothing unless `task` ended because of that. Goes on to the comparison. */
export function CompareByValue({ task }: { readonly task: BookTask }) {
  const { t } = useLanguage()
  const { now } = useServices()
  const desk = useBookDesk()
  if (!isOtherServer(task)) return null
  const begin = async () => {
    const opened = await task.run(t.book.opening, (call) =>
      desk.inTurn(call, async () => {
        await desk.open('byValue')
        return ok(desk.view().stage)
      }),
    )
    if (opened === 'open') goToPage('publish', { run: now().getTime() })
  }
  return (
    <div className="line-actions">
      <Button appearance="primary" onClick={() => void begin()}>
        {t.file.compareByValue}
      </Button>
    </div>
  )
}
