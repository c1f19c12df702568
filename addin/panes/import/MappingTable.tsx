// Source header → column of the kind, with the reason and how sure; corrected in place.
import { Select } from '@fluentui/react-components'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { halvesOf } from '#shared/import/halves.ts'
import type { ImportPlan } from '#shared/import/plan.ts'
import { columnName } from '#shared/workbook/raw.ts'
import { useLanguage } from '../../session/useLanguage.ts'

export interface MappingTableProps {
  readonly sheet: SheetDefinition
  readonly plan: ImportPlan
  readonly onMap: (index: number, target: string | null) => void
}

export function MappingTable({ sheet, plan, onMap }: MappingTableProps) {
  const { t, say } = useLanguage()
  const choices = Object.entries(sheet.columns).filter(([, column]) => column.merge !== 'derived')
  const mappings = halvesOf(plan).flatMap((half) => half.mappings)
  const given = new Set(mappings.map((mapping) => mapping.target))
  const implied = new Set(sheet.layout.sections.flatMap((section) => Object.keys(section.sets)))
  const missing = choices.filter(([key, column]) => column.required && !given.has(key) && !implied.has(key))
  return (
    <>
      <table className="plain-table stack-narrow">
        <thead>
          <tr>
            <th scope="col">{t.file.mapping.source}</th>
            <th scope="col">{t.file.mapping.target}</th>
            <th scope="col">{t.file.mapping.basis}</th>
          </tr>
        </thead>
        <tbody>
          {mappings.map(({ source, target, basis, confidence }) => {
            const header = source.path.length > 0 ? source.path.join(' / ') : source.header
            const name = header.trim() === '' ? t.file.mapping.noHeader(columnName(source.index)) : header
            const mapped = target === null ? undefined : sheet.columns[target]
            const computed = mapped?.merge === 'derived' ? mapped : undefined
            return (
              <tr key={source.index}>
                <th scope="row">{name}</th>
                <td>
                  <Select
                    size="small"
                    aria-label={t.file.mapping.choose(name)}
                    value={target ?? ''}
                    onChange={(_, data) => onMap(source.index, data.value === '' ? null : data.value)}
                  >
                    <option value="">{t.file.mapping.leaveOut}</option>
                    {computed && target !== null && (
                      <option value={target}>{t.file.mapping.computed(say(computed.label))}</option>
                    )}
                    {choices.map(([key, column]) => (
                      <option key={key} value={key}>
                        {say(column.label)}
                      </option>
                    ))}
                  </Select>
                </td>
                <td className="quiet number">
                  {t.file.mapping.basisName[basis]}
                  {target !== null &&
                    basis !== 'manual' &&
                    ` ${t.file.mapping.confidence(Math.round(confidence * 100))}`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {missing.length > 0 && (
        <output className="block">
          {t.file.mapping.missing(missing.map(([, column]) => say(column.label)).join(t.listSeparator))}
        </output>
      )}
    </>
  )
}
