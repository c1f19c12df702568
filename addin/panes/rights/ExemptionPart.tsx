// 豁免: what the units that one sees have excused, each with its state; and, for a chair, declaring some more.
import { useState } from 'react'
import { exemptionStrings } from '../../strings/exemption.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad } from '../../session/useLoad.ts'
import { Done, Part, TaskStatus } from '../parts.tsx'
import { ExemptForm } from './ExemptForm.tsx'
import { ExemptionLines } from './ExemptionLines.tsx'

export function ExemptionPart() {
  const { locale } = useLanguage()
  const words = exemptionStrings[locale]
  const desk = useLoad('listExemptions', words.loading)
  const [said, setSaid] = useState<string | null>(null)
  const done = (sentence: string) => {
    setSaid(sentence)
    desk.reload()
  }
  return (
    <Part title={words.title}>
      <p className="quiet">{words.hint}</p>
      {desk.value === undefined && <TaskStatus task={desk.task} onRetry={desk.reload} />}
      {said !== null && <Done>{said}</Done>}
      {desk.value?.exemptions.length === 0 && <p>{words.none}</p>}
      {desk.value && <ExemptionLines exemptions={desk.value.exemptions} onDone={done} />}
      {desk.value && desk.value.units.length > 0 && (
        <ExemptForm units={desk.value.units} excusable={desk.value.excusable} onDone={done} />
      )}
    </Part>
  )
}
