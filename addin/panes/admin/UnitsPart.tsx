// The tree of units, and a new one.
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { UnitInfo } from '#shared/contract/resources.ts'
import type { UnitKind } from '#shared/definition/rule.ts'
import { useServices } from '../../session/services.ts'
import { unitTree } from '../../session/unitTree.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { administersServer, useUser } from '../../session/useSession.ts'
import { useTask } from '../../session/useTask.ts'
import { Done, Part, TaskStatus } from '../parts.tsx'

export interface UnitsPartProps {
  readonly units: readonly UnitInfo[]
  readonly onChanged: () => void
}

export function UnitsPart({ units, onChanged }: UnitsPartProps) {
  const { t } = useLanguage()
  const { client } = useServices()
  const me = useUser()
  const task = useTask()
  const lines = unitTree(units)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<UnitKind>('primary')
  const [parentId, setParentId] = useState(lines[0]?.unit.id ?? '')
  const [added, setAdded] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const request = { name: name.trim(), kind, parentId: parentId === '' ? null : parentId }
    const unit = await task.run(t.admin.addingUnit, ({ signal }) => client.call('createUnit', request, { signal }))
    if (!unit) return
    setAdded(unit.name)
    setName('')
    onChanged()
  }
  return (
    <Part title={t.admin.units}>
      <ul className="tree">
        {lines.map(({ unit, depth }) => (
          <li key={unit.id} style={{ paddingInlineStart: `${depth * 1.5}em` }}>
            {unit.name} <span className="quiet">{t.unitKind[unit.kind]}</span>
          </li>
        ))}
      </ul>
      <form className="form-row" onSubmit={(event) => void submit(event)}>
        <Field label={t.admin.unitName}>
          <Input value={name} onChange={(_, data) => setName(data.value)} />
        </Field>
        <Field label={t.admin.unitKind}>
          <Select value={kind} onChange={(_, data) => setKind(data.value === 'county' ? 'county' : 'primary')}>
            <option value="primary">{t.unitKind.primary}</option>
            <option value="county">{t.unitKind.county}</option>
          </Select>
        </Field>
        <Field label={t.admin.parent}>
          <Select value={parentId} onChange={(_, data) => setParentId(data.value)}>
            {administersServer(me) && <option value="">{t.admin.noParent}</option>}
            {lines.map(({ unit }) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" disabledFocusable={name.trim() === ''}>
          {t.admin.addUnit}
        </Button>
      </form>
      <TaskStatus task={task} />
      {added !== null && <Done>{t.admin.unitAdded(added)}</Done>}
    </Part>
  )
}
