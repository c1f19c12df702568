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

/** As `rowName`, with the name of the person or thing where the key does not say it: `20250001 办公室 秦雨涛`. */
export function rowTitle(
  values: Values,
  {
    sheet,
    locale,
    name,
  }: { readonly sheet: SheetDefinition; readonly locale: Locale; readonly name: string | undefined },
): string {
  const called = rowName(values, sheet, locale)
  const column = name === undefined ? undefined : sheet.columns[name]
  const own = column ? showValue(values[name ?? ''] ?? null, column, locale) : ''
  return own === '' || called.split(' ').includes(own) ? called : `${called} ${own}`
}

function isShown([, value]: readonly [string, Value]): boolean {
  return value !== null && value !== ''
}
