// A blank workbook of a kind for a unit and year.
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { UnitInfo } from '#shared/contract/resources.ts'
import { downloadName } from '../session/downloadName.ts'
import { useServices } from '../session/services.ts'
import { useLanguage } from '../session/useLanguage.ts'
import { useTask } from '../session/useTask.ts'
import { Part, TaskStatus } from './parts.tsx'

export function TemplateForm({ units }: { readonly units: readonly UnitInfo[] }) {
  const { t, say } = useLanguage()
  const { client, sheets, now, saveFile } = useServices()
  const task = useTask()
  const [kind, setKind] = useState(sheets[0]?.kind ?? '')
  const [unitId, setUnitId] = useState(units[0]?.id ?? '')
  const [year, setYear] = useState(String(now().getFullYear()))
  const sheet = sheets.find((each) => each.kind === kind)
  const unit = units.find((each) => each.id === unitId)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!sheet || !unit) return
    const file = await task.run(t.home.template.busy, ({ signal }) =>
      client.call('template', null, { params: { kind }, query: { unit: unitId, year }, signal }),
    )
    if (file) saveFile(downloadName(unit.name, say(sheet.title), Number(year)), file)
  }
  if (units.length === 0) return <p>{t.home.empty.noUnit}</p>
  return (
    <Part title={t.home.template.title}>
      <form className="form-row" onSubmit={(event) => void submit(event)}>
        <Field label={t.home.template.kind}>
          <Select value={kind} onChange={(_, data) => setKind(data.value)}>
            {sheets.map((each) => (
              <option key={each.kind} value={each.kind}>
                {say(each.title)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t.home.template.unit}>
          <Select value={unitId} onChange={(_, data) => setUnitId(data.value)}>
            {units.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t.home.template.year}>
          <Input type="number" min={2000} max={2099} value={year} onChange={(_, data) => setYear(data.value)} />
        </Field>
        <Button type="submit">{t.home.template.submit}</Button>
      </form>
      <TaskStatus task={task} />
    </Part>
  )
}
