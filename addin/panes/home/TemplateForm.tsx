// A blank workbook of a kind for a unit and year.
import { Button } from '@fluentui/react-components'
import type { FormEvent } from 'react'
import type { UnitInfo } from '#shared/contract/resources.ts'
import { downloadName } from '../../session/downloadName.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useSheetChoice } from '../../session/useSheetChoice.ts'
import { useTask } from '../../session/useTask.ts'
import { Part, TaskStatus } from '../parts.tsx'
import { SheetChoiceFields } from '../SheetChoiceFields.tsx'

export function TemplateForm({ units }: { readonly units: readonly UnitInfo[] }) {
  const { t, say } = useLanguage()
  const { client, saveFile } = useServices()
  const task = useTask()
  const choice = useSheetChoice(units)
  const { definition, kind, unit, unitId, year } = choice

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!definition || !unit) return
    const file = await task.run(t.home.template.busy, ({ signal }) =>
      client.call('template', null, { params: { kind }, query: { unit: unitId, year }, signal }),
    )
    if (file) saveFile(downloadName(unit.name, say(definition.title), Number(year)), file)
  }
  if (units.length === 0) return <p>{t.home.empty.noUnit}</p>
  return (
    <Part title={t.home.template.title}>
      <form className="form-row" onSubmit={(event) => void submit(event)}>
        <SheetChoiceFields choice={choice} />
        <Button type="submit">{t.home.template.submit}</Button>
      </form>
      <TaskStatus task={task} />
    </Part>
  )
}
