// How people call a row: its natural key, or its first filled cell.
import { pickNaming } from '#shared/definition/naming.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import type { Locale } from '#shared/kernel/words.ts'
import { showValue } from './showValue.ts'

/** `50401 困难职工帮扶费`; '' for a row without any text. */
export function rowName(values: Values, sheet: SheetDefinition | undefined, locale: Locale): string {
  const named = sheet ? Object.entries(pickNaming(sheet, values)) : Object.entries(values).filter(isShown).slice(0, 2)
  return named
    .map(([key, value]) => {
      const column = sheet?.columns[key]
      return column ? showValue(value, column, locale) : String(value)
    })
    .join(' ')
}

function isShown([, value]: readonly [string, Value]): boolean {
  return value !== null && value !== ''
}
