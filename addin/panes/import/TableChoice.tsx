// Which of the file's tables is meant, when there are several.
import { Radio, RadioGroup } from '@fluentui/react-components'
import type { ImportState } from '../../session/importState.ts'
import { useLanguage } from '../../session/useLanguage.ts'

export function TableChoice({
  state,
  onChoose,
}: {
  readonly state: ImportState
  readonly onChoose: (index: number) => void
}) {
  const { t } = useLanguage()
  const { tables } = state.analysis
  if (tables.length < 2) return null
  return (
    <fieldset className="part">
      <legend className="strong">{t.file.tables.title}</legend>
      <RadioGroup value={String(state.chosen)} onChange={(_, data) => onChoose(Number(data.value))}>
        {tables.map((each, index) => {
          const { table, sheetName } = each
          const title = table.title === '' ? t.file.tables.noTitle : table.title
          const rows = table.range.bottom - table.range.top + 1
          return <Radio key={index} value={String(index)} label={t.file.tables.option(sheetName, title, rows)} />
        })}
      </RadioGroup>
    </fieldset>
  )
}
