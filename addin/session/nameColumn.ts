// What people call a row by, when there is room for one column only.
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Values } from '#shared/kernel/value.ts'

/** The name the kind gives; else the printed text of its key that tells most rows apart, not the department that all share. */
export function nameColumn(sheet: SheetDefinition | undefined, rows: readonly Values[]): string | undefined {
  if (!sheet) return undefined
  if (sheet.series && sheet.layout.columns.includes(sheet.series.name)) return sheet.series.name
  const texts = sheet.layout.columns.filter((key) => sheet.columns[key]?.type === 'text')
  const ofKey = texts.filter((key) => sheet.naturalKey.includes(key))
  const apart = (key: string): number => new Set(rows.map((row) => row[key] ?? null)).size
  const counted = (ofKey.length > 0 ? ofKey : texts).map((key) => ({ key, apart: apart(key) }))
  return counted.toSorted((a, b) => b.apart - a.apart)[0]?.key
}
