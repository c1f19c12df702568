// 核对账本: every link of the audit chain computed again.
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ChainReport } from '#shared/contract/resources.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useTask } from '../../session/useTask.ts'
import { Lamp, Part, TaskStatus } from '../parts.tsx'

export function ChainPart() {
  const { t } = useLanguage()
  const { client } = useServices()
  const task = useTask()
  const [report, setReport] = useState<ChainReport | null>(null)
  const check = async () => {
    const answer = await task.run(t.chain.checking, ({ signal }) => client.call('verifyChain', null, { signal }))
    if (answer) setReport(answer)
  }
  return (
    <Part title={t.chain.title}>
      <p className="quiet">{t.chain.hint}</p>
      <TaskStatus task={task} />
      {report && !task.running && (
        <output className="block">
          {report.intact ? (
            <Lamp color="green">{t.chain.intact(report.links, report.head.csn)}</Lamp>
          ) : (
            <Lamp color="red">{t.chain.broken(report.brokenAt ?? 0)}</Lamp>
          )}
        </output>
      )}
      <Button onClick={() => void check()}>{t.chain.check}</Button>
    </Part>
  )
}
