// Changes that will never be sent, as a file for the person to keep: CSV that Excel and WPS open in the right encoding.
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Values } from '#shared/kernel/value.ts'
import type { Locale } from '#shared/kernel/words.ts'
import type { Change } from '#shared/sync/merge/change.ts'
import { showValue } from './showValue.ts'

/** One line a row, the number of the row in the sheet first; edits show only what was edited. */
export function exportChanges(
  changes: readonly Change[],
  sheet: SheetDefinition,
  { locale, rowLabel }: { readonly locale: Locale; readonly rowLabel: string },
): Blob {
  const lines = changes.map((change) => ({ change, values: valuesOf(change) }))
  const keys = sheet.layout.columns.filter((key) => lines.some(({ values }) => (values[key] ?? null) !== null))
  const label = (key: string): string => sheet.columns[key]?.label[locale] ?? key
  const rows = lines.map(({ change, values }) => [
    change.change === 'remove' ? '' : String(change.row),
    ...keys.map((key) => {
      const column = sheet.columns[key]
      return column ? showValue(values[key] ?? null, column, locale) : ''
    }),
  ])
  const text = [[rowLabel, ...keys.map(label)], ...rows].map((row) => row.map(quote).join(',')).join('\r\n')
  return new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv;charset=utf-8' })
}

function valuesOf(change: Change): Values {
  switch (change.change) {
    case 'add':
      return change.values
    case 'edit':
      return change.set
    case 'remove':
      return change.base
  }
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function quote(text: string): string {
  const safe = /^[=+@\t\r＝＋＠]|^-(?![\d.,]+$)/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
