// Rights as rows: role × unit × kind, with a department and dates where needed.
import { Button, Field, Input, Select } from '@fluentui/react-components'
import type { UnitInfo, UserRequest } from '#shared/contract/resources.ts'
import { roles } from '#shared/definition/role.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'

type Grants = UserRequest['grants']
type Grant = Grants[number]

export interface GrantEditorProps {
  readonly grants: Grants
  readonly units: readonly UnitInfo[]
  readonly onChange: (grants: Grants) => void
}

export function GrantEditor({ grants, units, onChange }: GrantEditorProps) {
  const { t, say } = useLanguage()
  const { sheets } = useServices()
  const change = (at: number, part: Partial<Grant>) =>
    onChange(grants.map((grant, index) => (index === at ? { ...grant, ...part } : grant)))
  const add = () => {
    const unitId = units[0]?.id
    if (unitId === undefined) return
    onChange([...grants, { role: 'finance', unitId, kinds: [], department: null, from: null, to: null }])
  }
  return (
    <div className="grant-editor">
      {grants.map((grant, index) => (
        <fieldset key={index} className="form-row grant-row">
          <legend className="visually-hidden">{`${t.admin.grants} ${index + 1}`}</legend>
          <Field label={t.admin.role}>
            <Select
              value={grant.role}
              onChange={(_, data) => change(index, { role: roles.find((role) => role === data.value) ?? grant.role })}
            >
              {roles.map((role) => (
                <option key={role} value={role}>
                  {t.role[role]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t.admin.unit}>
            <Select value={grant.unitId} onChange={(_, data) => change(index, { unitId: data.value })}>
              {units.map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {unit.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t.admin.kinds}>
            <Select
              value={grant.kinds[0] ?? ''}
              onChange={(_, data) => change(index, { kinds: data.value === '' ? [] : [data.value] })}
            >
              <option value="">{t.admin.allKinds}</option>
              {sheets.map((sheet) => (
                <option key={sheet.kind} value={sheet.kind}>
                  {say(sheet.title)}
                </option>
              ))}
            </Select>
          </Field>
          {grant.role === 'department' && (
            <Field label={t.admin.department}>
              <Input
                value={grant.department ?? ''}
                onChange={(_, data) => change(index, { department: data.value === '' ? null : data.value })}
              />
            </Field>
          )}
          <Field label={t.admin.from}>
            <Input
              type="date"
              value={grant.from ?? ''}
              onChange={(_, data) => change(index, { from: data.value === '' ? null : data.value })}
            />
          </Field>
          <Field label={t.admin.to}>
            <Input
              type="date"
              value={grant.to ?? ''}
              onChange={(_, data) => change(index, { to: data.value === '' ? null : data.value })}
            />
          </Field>
          <Button size="small" onClick={() => onChange(grants.filter((_, at) => at !== index))}>
            {t.admin.removeGrant}
          </Button>
        </fieldset>
      ))}
      <Button size="small" onClick={add}>
        {t.admin.addGrant}
      </Button>
    </div>
  )
}
