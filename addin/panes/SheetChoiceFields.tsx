// The three fields that say which sheet is wished for.
import { Field, Input, Select } from '@fluentui/react-components'
import { useServices } from '../session/services.ts'
import { useLanguage } from '../session/useLanguage.ts'
import type { SheetChoice } from '../session/useSheetChoice.ts'

export function SheetChoiceFields({ choice }: { readonly choice: SheetChoice }) {
  const { t, say } = useLanguage()
  const { sheets } = useServices()
  return (
    <>
      <Field label={t.home.template.kind}>
        <Select value={choice.kind} onChange={(_, data) => choice.chooseKind(data.value)}>
          {sheets.map((each) => (
            <option key={each.kind} value={each.kind}>
              {say(each.title)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.home.template.unit}>
        <Select value={choice.unitId} onChange={(_, data) => choice.chooseUnit(data.value)}>
          {choice.units.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.home.template.year} {...(choice.isYear ? {} : { validationMessage: t.home.template.yearWanted })}>
        <Input
          type="number"
          min={2000}
          max={2099}
          value={choice.year}
          onChange={(_, data) => choice.chooseYear(data.value)}
        />
      </Field>
    </>
  )
}
