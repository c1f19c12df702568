// Values, amounts and findings as people read them: the shared rooms' own forms.
import type { ColumnDefinition } from '#shared/definition/column.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { findingWords } from '#shared/contract/findingWords.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { fen, formatYuan } from '#shared/kernel/money.ts'
import type { Value } from '#shared/kernel/value.ts'
import { valueTypes } from '#shared/values/index.ts'
import { formatFinding } from '#shared/validation/formatFinding.ts'
import type { Locale } from '#shared/kernel/words.ts'

export function showValue(value: Value, column: ColumnDefinition, locale: Locale): string {
  return value === null ? '' : valueTypes[column.type].format(value, column, locale)
}

/** `128640000` 分 → `1,286,400.00`, or in 万元 `128.64`. @param unitFen 分 per unit of the sheet */
export function showMoney(amount: number, unitFen: number): string {
  if (unitFen === 100) return formatYuan(fen(amount))
  const [whole = '', part = ''] = (amount / unitFen).toFixed(Math.round(Math.log10(unitFen))).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part.replace(/0+$/, '').padEnd(2, '0')}`
}

export function sayFinding(finding: Finding, sheet: SheetDefinition | undefined, locale: Locale): string {
  const own = finding.params['label']
  const { column: key, ...place } = finding.location
  const label = key === undefined ? undefined : sheet?.columns[key]?.label['zh-Hans']
  // a total line's label is not the column's: without its column the finding keeps its own word
  const said = own === undefined || own === label ? finding : { ...finding, location: place }
  return formatFinding(said, { words: findingWords, locale, ...(sheet ? { definition: sheet } : {}) })
}
