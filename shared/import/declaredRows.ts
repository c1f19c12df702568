// What total, subtotal and parent rows of the source declare, and what each is the sum of.
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Values } from '../kernel/value.ts'
import { valueTypes } from '../values/index.ts'
import type { DeclaredRow } from './controlTotals.ts'
import type { InterpretedRows } from './interpretRows.ts'
import type { PlacedRows, TotalRow } from './placeRows.ts'
import type { boundColumns } from './readRows.ts'
import { findTotalLine, genericTotal } from './rowLabels.ts'

type Bound = ReturnType<typeof boundColumns>

export interface DeclaredSource {
  readonly placed: PlacedRows
  readonly interpreted: InterpretedRows
  readonly columns: Bound
  readonly sheetName: string
}

/** With what every total asks of it, made once. */
interface SectionedSource extends DeclaredSource {
  /** Of the interpreted rows. */
  readonly values: readonly Values[]
  /** Row → section, for rows that stand in one. */
  readonly sections: ReadonlyMap<number, string>
}

function withSections(source: DeclaredSource): SectionedSource {
  const sections = new Map<number, string>()
  for (const { row, section } of source.placed.rows) if (section !== undefined) sections.set(row, section)
  return { ...source, sections, values: source.interpreted.rows.map((row) => row.values) }
}

function moneyColumns(definition: SheetDefinition, columns: Bound): Bound {
  return columns.filter((column) => definition.columns[column.target]?.type === 'money')
}

/** Data rows a sum without a name of its own may speak of: the group since the last sum, its section, everything so far. */
function candidateGroups(
  total: TotalRow,
  source: SectionedSource,
  previousAfter: number,
): readonly (readonly Values[])[] {
  const { interpreted, values, sections } = source
  const end = interpreted.dataBefore[total.after] ?? values.length
  const group = values.slice(interpreted.dataBefore[previousAfter] ?? 0, end)
  const soFar = values.slice(0, end)
  const isUndivided = sections.size === 0 && total.section === undefined
  const inSection = isUndivided
    ? soFar
    : soFar.filter((_, i) => sections.get(interpreted.rows[i]?.row ?? 0) === total.section)
  const ordered = genericTotal(total.labels) === 'group' ? [group, inSection, soFar] : [soFar, inSection, group]
  // A sum printed above its parts (科目 with children below) speaks of what follows.
  return [...ordered, values.slice(end)]
}

function declaredTotal(
  definition: SheetDefinition,
  total: TotalRow,
  source: SectionedSource,
  previousAfter: number,
): DeclaredRow {
  const line = findTotalLine(definition, total.labels)
  const amounts = moneyColumns(definition, source.columns).flatMap(({ index, target, context }) => {
    const column = definition.columns[target]
    const cell = total.raw.cells[index] ?? null
    if (column === undefined || cell === null || cell === '') return []
    const read = valueTypes.money.parse(cell, column, context)
    return read.ok && typeof read.value.value === 'number' ? [{ column: target, index, fen: read.value.value }] : []
  })
  return {
    row: total.raw.index,
    label: total.labels[0] ?? '',
    sheetName: source.sheetName,
    of: line ? { type: 'line', line } : { type: 'rows', candidates: candidateGroups(total, source, previousAfter) },
    amounts,
  }
}

/** A parent account's amount is the sum of the data rows whose code begins with its own. */
function declaredParent(
  definition: SheetDefinition,
  parent: InterpretedRows['parents'][number],
  source: DeclaredSource,
): DeclaredRow {
  const key = definition.layout.hierarchy?.column ?? ''
  const code = parent.values[key]
  const children = source.interpreted.rows
    .map((row) => row.values)
    .filter(
      (row) =>
        typeof code === 'string' && typeof row[key] === 'string' && row[key] !== code && row[key].startsWith(code),
    )
  const named = [code, ...definition.naturalKey.map((column) => parent.values[column])].filter(
    (value) => typeof value === 'string',
  )
  return {
    row: parent.row,
    label: [...new Set(named)].join(' '),
    sheetName: source.sheetName,
    of: { type: 'rows', candidates: [children] },
    amounts: moneyColumns(definition, source.columns).flatMap(({ index, target }) => {
      const fen = parent.values[target]
      return typeof fen === 'number' ? [{ column: target, index, fen }] : []
    }),
  }
}

/** Every row of the source that declares a sum, in source order. */
export function declaredRows(definition: SheetDefinition, source: DeclaredSource): readonly DeclaredRow[] {
  let previousAfter = 0
  const sectioned = withSections(source)
  const totals = source.placed.totals.map((total) => {
    const declared = declaredTotal(definition, total, sectioned, previousAfter)
    previousAfter = total.after
    return declared
  })
  const parents = source.interpreted.parents.map((parent) => declaredParent(definition, parent, source))
  return [...totals, ...parents].filter((row) => row.amounts.length > 0).sort((a, b) => a.row - b.row)
}
