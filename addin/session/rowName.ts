// How people call a row: its natural key, or its first filled cell.
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Values } from '#shared/kernel/value.ts'
import type { Locale } from '#shared/kernel/words.ts'
import { showValue } from './showValue.ts'

const shownParts = 2

/** `50401 困难职工帮扶费`; '' for a row without any text. */
export function rowName(values: Values, sheet: SheetDefinition | undefined, locale: Locale): string {
  const columns = sheet?.layout.columns ?? Object.keys(values)
  const named = columns
    .filter((key) => sheet?.columns[key]?.type === 'text' || sheet?.columns[key]?.type === 'code' || !sheet)
    .flatMap((key) => {
      const value = values[key] ?? null
      const column = sheet?.columns[key]
      if (value === null || value === '') return []
      return [column ? showValue(value, column, locale) : String(value)]
    })
  return named.slice(0, shownParts).join(' ')
}
