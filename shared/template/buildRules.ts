// What may be entered: drop-downs, bounds and the message that a chosen cell shows.
import type { ColumnDefinition } from '../definition/column.ts'
import { plainDate, type PlainDate } from '../kernel/plainDate.ts'
import type { Locale } from '../kernel/words.ts'
import type { CellRange } from '../workbook/raw.ts'
import type { DropDown } from './blueprint.ts'
import type { ColumnPlan } from './columnPlan.ts'

/** Excel takes a list of up to 255 characters, commas between, into the rule itself. */
const maxInlineLength = 255
const maxTitleLength = 32
const maxMessageLength = 255

/** Days before the People's Republic or after this century are typing errors. */
const [earliest, latest] = [plainDate(1949, 10, 1), plainDate(2099, 12, 31)] as [PlainDate, PlainDate]

export interface Rules {
  readonly dropDowns: readonly DropDown[]
  readonly lists: readonly (readonly string[])[]
}

/** @param rows first and last row of the body, 1-based */
export function buildRules(
  plan: ColumnPlan,
  rows: { readonly top: number; readonly bottom: number },
  locale: Locale,
): Rules {
  const lists: (readonly string[])[] = []
  const dropDowns = plan.columns.flatMap(({ at, definition }): readonly DropDown[] => {
    if (definition.merge === 'derived') return []
    const range: CellRange = { ...rows, left: at, right: at }
    const { allow, isStrict } = allowed(definition, lists)
    const title = definition.label[locale].slice(0, maxTitleLength)
    return [{ range, allow, isStrict, title, message: definition.description[locale].slice(0, maxMessageLength) }]
  })
  return { dropDowns, lists }
}

function allowed(column: ColumnDefinition, lists: (readonly string[])[]): Pick<DropDown, 'allow' | 'isStrict'> {
  if (column.type === 'choice' && column.choices) {
    const values = column.choices.map((choice) => choice.value)
    const isShort = values.join(',').length <= maxInlineLength && !values.some((value) => /[,"]/.test(value))
    const listColumn = isShort ? null : lists.push(values) - 1
    return { allow: { type: 'list', values, listColumn }, isStrict: false }
  }
  switch (column.type) {
    case 'money':
    case 'integer':
    case 'percent':
      return { allow: { type: 'number' }, isStrict: true }
    case 'date':
      return { allow: { type: 'day', earliest, latest }, isStrict: false }
    default:
      return { allow: { type: 'any' }, isStrict: false }
  }
}
