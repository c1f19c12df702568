// The columns of the built sheet: those of the layout, then 校验, then the hidden ids.
import type { ColumnDefinition } from '../definition/column.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import { columnName } from '../workbook/raw.ts'

export interface PlannedColumn {
  readonly key: string
  readonly definition: ColumnDefinition
  /** 0-based. */
  readonly at: number
  readonly letters: string
}

export interface ColumnPlan {
  readonly columns: readonly PlannedColumn[]
  /** By column key. */
  readonly byKey: ReadonlyMap<string, PlannedColumn>
  /** 0-based column of 校验. */
  readonly marks: number
  /** 0-based column of 同表编号. */
  readonly id: number
  /** Column that the words of headings and totals stand in: the first free-text one, else the first. */
  readonly label: PlannedColumn
}

/** Throws when the layout names a column the definition does not have (checkDefinition finds it first). */
export function planColumns(definition: SheetDefinition): ColumnPlan {
  const columns = definition.layout.columns.map((key, at): PlannedColumn => {
    const column = definition.columns[key]
    if (!column) throw new Error(`${definition.kind}: layout names ${key}`)
    return { key, definition: column, at, letters: columnName(at) }
  })
  const label = columns.find((column) => column.definition.type === 'text') ?? columns[0]
  if (!label) throw new Error(`${definition.kind}: layout has no columns`)
  const byKey = new Map(columns.map((column) => [column.key, column]))
  return { columns, byKey, marks: columns.length, id: columns.length + 1, label }
}
