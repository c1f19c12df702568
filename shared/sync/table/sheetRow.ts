// One bound table as read: data rows with ids and values, and what was met on the way.
import type { Finding } from '../../kernel/finding.ts'
import type { Values } from '../../kernel/value.ts'
import type { TableBinding } from '../../workbook/port.ts'

export interface SheetRow {
  /** 1-based row in the sheet. */
  readonly row: number
  /** Text of the id cell, trimmed and in lower case; '' when blank. */
  readonly id: string
  /**
   * Editable columns that the sheet shows and that could be read; null is a blank cell.
   * A key that is missing was not seen (column deleted) or not readable: no change of that field (D7).
   */
  readonly values: Values
  /** Columns whose input cell holds a formula (D6). */
  readonly formulas: readonly string[]
  /** Columns whose cell could not be read: neither pushed nor overwritten. */
  readonly unreadable: readonly string[]
  /** Key of the section the row stands in. */
  readonly section?: string
  /** Nothing but an id is left of it (or has been written of it so far): the row counts as missing. */
  readonly blank?: true
}

export interface SheetReading {
  readonly binding: TableBinding
  /** Data rows in sheet order. */
  readonly rows: readonly SheetRow[]
  /** false: the id column was deleted (C27). */
  readonly hasIds: boolean
  readonly findings: readonly Finding[]
}
