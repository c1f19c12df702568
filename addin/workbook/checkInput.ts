// Refuses what no workbook can hold, before anything is written; and says what a cell must read like afterwards.
import { parsePlainDate, toSerial } from '#shared/kernel/plainDate.ts'
import { unreachable } from '#shared/kernel/unreachable.ts'
import { columnName } from '#shared/workbook/raw.ts'
import type { CellEdit, CellInput } from '#shared/workbook/port.ts'
import { keepText } from './keepText.ts'
import { OfficeRefusal } from './officeFailure.ts'

const maxText = 32_767
const maxFormula = 8_192

export function checkEdits(edits: readonly CellEdit[]): void {
  for (const { row, column, value } of edits) {
    if (!Number.isInteger(row) || row < 1 || row > 1_048_576) throw new OfficeRefusal('too-large', `row ${row}`)
    if (!Number.isInteger(column) || column < 0 || column > 16_383)
      throw new OfficeRefusal('too-large', `column ${column}`)
    const at = `${columnName(column)}${row}`
    if (value?.kind === 'text' && value.text.length > maxText) throw new OfficeRefusal('too-large', `text in ${at}`)
    if (value?.kind === 'formula' && value.formula.length > maxFormula)
      throw new OfficeRefusal('too-large', `formula in ${at}`)
    if (value?.kind === 'number' && !/^-?\d{1,30}(\.\d{1,30})?$/.test(value.decimal))
      throw new OfficeRefusal('unsupported', `number in ${at}`)
    if (value?.kind === 'date' && serialOf(value.day) === undefined)
      throw new OfficeRefusal('unsupported', `day in ${at}`)
  }
}

function serialOf(day: string): number | undefined {
  const date = parsePlainDate(day)
  const serial = date && toSerial(date, 1900)
  return serial !== undefined && serial > 0 ? serial : undefined
}

/** What is handed to `Range.values`. */
export function toWritten(value: CellInput, isTextCell: boolean): string | number | boolean {
  if (value === null) return ''
  switch (value.kind) {
    case 'text':
      return keepText(value.text, isTextCell)
    case 'number':
      return Number(value.decimal)
    case 'date':
      return serialOf(value.day) ?? ''
    case 'boolean':
      return value.value
    case 'formula':
      return `=${value.formula.replace(/^=/, '')}`
    default:
      return unreachable(value)
  }
}

/** Whether the cell reads back as what was written. @param formula as `Range.formulas` gives it */
export function isKept(value: CellInput, read: { readonly value: unknown; readonly formula: unknown }): boolean {
  if (value?.kind === 'formula') return typeof read.formula === 'string' && read.formula.startsWith('=')
  const wanted = value?.kind === 'text' ? value.text : toWritten(value, false)
  // A text that begins with = is kept only if it is no formula: a formula's value is another.
  return read.value === wanted
}
