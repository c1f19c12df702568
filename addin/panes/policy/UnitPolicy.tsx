// Which packs hold for a unit and all below it, and the facts by which their tiers are chosen.
import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { PolicyInfo } from '#shared/contract/policyResources.ts'
import type { UnitInfo } from '#shared/contract/resources.ts'
import { unitNatures, type UnitNature } from '#shared/policy/pack.ts'
import { decodeYuan, encodeYuan } from '#shared/policy/yuan.ts'
import type { ReadPack } from '../../session/readPacks.ts'
import { useServices } from '../../session/services.ts'
import { unitTree } from '../../session/unitTree.ts'
import { policyStrings } from '../../strings/policy.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useTask } from '../../session/useTask.ts'
import { Done, TaskStatus } from '../parts.tsx'

export interface UnitPolicyProps {
  readonly packs: readonly ReadPack[]
  readonly policy: PolicyInfo
  readonly units: readonly UnitInfo[]
  readonly onChanged: (policy: PolicyInfo) => void
}

export function UnitPolicy(props: UnitPolicyProps) {
  const { t, locale } = useLanguage()
  const words = policyStrings[locale]
  const lines = unitTree(props.units)
  const [unitId, setUnit] = useState(lines[0]?.unit.id ?? '')
  return (
    <section>
      <h3>{words.assign}</h3>
      <p className="quiet">{words.assignHint}</p>
      <Field label={t.admin.unit}>
        <Select value={unitId} onChange={(_, data) => setUnit(data.value)}>
          {lines.map(({ unit }) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </Select>
      </Field>
      <UnitForm key={`${unitId} ${props.policy.version}`} {...props} unitId={unitId} />
    </section>
  )
}

function UnitForm({ packs, policy, unitId, onChanged }: UnitPolicyProps & { readonly unitId: string }) {
  const { locale } = useLanguage()
  const words = policyStrings[locale]
  const { client } = useServices()
  const task = useTask()
  const known = policy.facts.find((facts) => facts.unitId === unitId)
  const [chosen, setChosen] = useState(packs.flatMap(({ pack, units }) => (units.includes(unitId) ? [pack.id] : [])))
  const [perHead, setPerHead] = useState(known?.retainedPerHead == null ? '' : encodeYuan(known.retainedPerHead))
  const [nature, setNature] = useState<UnitNature | ''>(known?.nature ?? '')
  const [isSaved, setSaved] = useState(false)
  const amount = perHead.trim() === '' ? null : decodeYuan(perHead.trim())
  const isWrong = amount !== null && !amount.ok
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (amount !== null && !amount.ok) return
    const facts = { retainedPerHead: amount === null ? null : amount.value, nature: nature === '' ? null : nature }
    const body = { packs: chosen, facts }
    const done = await task.run(words.assigning, ({ signal }) =>
      client.call('setUnitPolicy', body, { params: { id: unitId }, signal }),
    )
    if (!done) return
    setSaved(true)
    onChanged(done)
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      {packs
        .filter(({ pack }) => pack.layer !== 'national')
        .map(({ pack }) => (
          <Checkbox
            key={pack.id}
            label={`${pack.title} ${pack.region}`}
            checked={chosen.includes(pack.id)}
            onChange={(_, data) =>
              setChosen(data.checked === true ? [...chosen, pack.id] : chosen.filter((id) => id !== pack.id))
            }
          />
        ))}
      <div className="form-row">
        <Field
          label={words.retainedPerHead}
          {...(isWrong ? { validationState: 'error', validationMessage: words.amountWrong } : {})}
        >
          <Input value={perHead} onChange={(_, data) => setPerHead(data.value)} />
        </Field>
        <Field label={words.nature}>
          <Select
            value={nature}
            onChange={(_, data) => setNature(unitNatures.find((known) => known === data.value) ?? '')}
          >
            <option value="">{words.unknown}</option>
            {unitNatures.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit">{words.save}</Button>
      </div>
      <TaskStatus task={task} />
      {isSaved && <Done>{words.assigned}</Done>}
    </form>
  )
}
