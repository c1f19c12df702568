// Columns and reading contexts for the tests of values.
import type { ColumnDefinition, ColumnType } from '#shared/definition/column.ts'
import { words } from '#shared/kernel/words.ts'
import type { ReadingContext } from '#shared/values/valueType.ts'
import type { CellInput } from '#shared/workbook/port.ts'
import type { RawValue } from '#shared/workbook/raw.ts'

export const legacy: ReadingContext = { unitFen: 100, year: 2025, legacy: true }
export const own: ReadingContext = { unitFen: 100, year: 2025, legacy: false }
export const tenThousand: ReadingContext = { unitFen: 1_000_000, year: 2025, legacy: true }

export function column(type: ColumnType, more: Partial<ColumnDefinition> = {}): ColumnDefinition {
  return {
    type,
    label: words('列', '列', 'Column'),
    synonyms: [],
    description: words('列', '列', 'Column'),
    required: false,
    merge: 'free',
    fieldClass: 'unit',
    width: 10,
    ...more,
  }
}

/** The cell as a reader would give it back after `input` was written. */
export function writtenCell(input: CellInput): RawValue {
  if (input === null) return null
  switch (input.kind) {
    case 'text':
      return input.text
    case 'number':
      return Number(input.decimal)
    case 'date':
      return { kind: 'date', serial: 0, text: input.day }
    case 'boolean':
      return input.value
    case 'formula':
      return input.cached
  }
}
