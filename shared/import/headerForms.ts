// The forms under which a source header may be known to a sheet definition, best first.
import { normalizeHeader } from '../kernel/text.ts'
import type { RecognisedColumn } from './plan.ts'

/** One spelling of a header; `weight` lowers the confidence of forms that are further from what the file says. */
export interface HeaderForm {
  readonly text: string
  readonly weight: number
}

/** 年 words relative to the sheet's year, so that `2025年决算数` of a 2026 budget reads as 上年决算数. */
function withoutYear(text: string, year: number | null): string {
  return text.replace(/(?:(20\d{2}|19\d{2})(?:年度?|(?=[预决]算)))|去年|今年/g, (match, digits: string | undefined) => {
    if (match === '去年') return '上年'
    if (match === '今年') return '本年'
    if (year === null || digits === undefined) return ''
    const offset = Number(digits) - year
    return offset === 0 ? '本年' : offset === -1 ? '上年' : match
  })
}

/**
 * @param year of the sheet, null when it is not known: then a year in a header is dropped
 * @returns own text, whole path joined, parent alone; each also without year; normalized, no duplicates
 */
export function headerForms(
  column: Pick<RecognisedColumn, 'header' | 'path'>,
  year: number | null,
): readonly HeaderForm[] {
  const parts = column.path.length > 0 ? column.path : [column.header]
  const own = normalizeHeader(parts[parts.length - 1] ?? column.header).text
  const joined = normalizeHeader(parts.join('')).text
  const parent = parts.length > 1 ? normalizeHeader(parts[parts.length - 2] ?? '').text : ''
  const forms: HeaderForm[] = []
  const add = (text: string, weight: number): void => {
    if (text !== '' && !forms.some((form) => form.text === text)) forms.push({ text, weight })
  }
  add(joined, 1)
  add(withoutYear(joined, year), 0.99)
  add(own, parts.length > 1 ? 0.9 : 1)
  add(withoutYear(own, year), parts.length > 1 ? 0.89 : 0.99)
  add(parent, 0.6)
  return forms
}
