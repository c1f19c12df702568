// Where the sheet goes: unit, year, and what happens to records that are there already.
import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { ImportPlan } from '#shared/import/plan.ts'
import { chooseKind, choosePlace, type ImportState } from '../../session/importState.ts'
import type { FileDesk } from '../../session/useFile.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'

const matches: readonly ImportPlan['onMatch'][] = ['replace-with-nonblank', 'replace-all', 'fill-blanks-only']

export interface ImportPlaceProps {
  readonly desk: Pick<FileDesk, 'replan' | 'put'>
  readonly state: ImportState
  /** In a workbook that stays bound both sides are compared, so that there is nothing to choose. */
  readonly withoutMatch?: boolean
}

export function ImportPlace({ desk, state, withoutMatch = false }: ImportPlaceProps) {
  const { t, say } = useLanguage()
  const { sheets, now } = useServices()
  const { plan, unitId } = state
  const [year, setYear] = useState(String(plan?.conventions.year ?? ''))
  const kind = (
    <Field label={t.file.place.kind}>
      <Select
        value={plan?.kind ?? ''}
        onChange={(_, data) => {
          const sheet = findSheet(sheets, data.value)
          if (sheet) void desk.replan(chooseKind(state, sheet, now().getFullYear()))
        }}
      >
        {!plan && <option value="">{t.file.place.chooseKind}</option>}
        {sheets.map((sheet) => (
          <option key={sheet.kind} value={sheet.kind}>
            {say(sheet.title)}
          </option>
        ))}
      </Select>
    </Field>
  )
  if (!plan) return <section aria-label={t.file.place.title}>{kind}</section>
  return (
    <section className="form-row" aria-label={t.file.place.title}>
      {kind}
      <Field label={t.file.place.unit} {...(unitId === null ? { validationMessage: t.file.place.needUnit } : {})}>
        <Select
          value={unitId ?? ''}
          onChange={(_, data) => data.value !== '' && void desk.replan(choosePlace(state, { unitId: data.value }))}
        >
          {unitId === null && <option value="">{t.file.place.chooseUnit}</option>}
          {state.units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.file.place.year}>
        <Input
          type="number"
          min={2000}
          max={2099}
          value={year}
          onChange={(_, data) => {
            setYear(data.value)
            const next = Number(data.value)
            if (Number.isInteger(next) && next >= 2000 && next <= 2099)
              void desk.replan(choosePlace(state, { year: next }))
          }}
        />
      </Field>
      {!withoutMatch && (
        <Field label={t.file.place.onMatch}>
          <Select
            value={plan.onMatch}
            onChange={(_, data) => {
              const onMatch = matches.find((each) => each === data.value)
              if (onMatch) desk.put(choosePlace(state, { onMatch }))
            }}
          >
            {matches.map((each) => (
              <option key={each} value={each}>
                {t.file.place.match[each]}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </section>
  )
}
