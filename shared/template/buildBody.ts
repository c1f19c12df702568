// The rows of the table as cells: values, formulas with what they come to, hidden ids.
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Value, Values } from '../kernel/value.ts'
import { valueTypes } from '../values/index.ts'
import type { CellInput } from '../workbook/port.ts'
import type { RawValue } from '../workbook/raw.ts'
import type { BlueprintCell, BlueprintRow, CellLook, StyleIndex } from './blueprint.ts'
import type { ColumnPlan, PlannedColumn } from './columnPlan.ts'
import type { TemplateContext } from './context.ts'
import { alignOf, numberFormatOf } from './numberFormats.ts'
import type { Line } from './planLines.ts'
import { fillRowFormula } from './rowFormula.ts'
import type { StyleTable } from './styleTable.ts'
import { sumChildren, sumTotal, type DoneTotal, type SumPlaces } from './sums.ts'
import { linesIn } from './textWidth.ts'

export interface BodyContext {
  readonly definition: SheetDefinition
  readonly context: TemplateContext
  readonly plan: ColumnPlan
  readonly styles: StyleTable
  readonly lines: readonly Line[]
  /** 1-based row of lines[0]. */
  readonly firstRow: number
}

const lineHeight = 16

/** Rows are made when they are asked for; every iteration makes them anew. All styles are in the table at once. */
export function buildBody(body: BodyContext): Iterable<BlueprintRow> {
  const lettersOf = (key: string): string | undefined => body.plan.byKey.get(key)?.letters
  const places: SumPlaces = { lines: body.lines, firstRow: body.firstRow, lettersOf }
  const totals = body.lines.flatMap((line, i) =>
    line.type === 'total' ? [{ total: line.total, row: body.firstRow + i }] : [],
  )
  const writers = body.plan.columns.map((column) => columnWriter(body, column))
  const [marksStyle, idStyle] = [body.styles.index('marks'), body.styles.index('id', { numberFormat: '@' })]
  const context: RowContext = { ...body, places, totals, writers, marksStyle, idStyle }
  const seen = new Set<string>()
  body.lines.forEach((line, index) => {
    const sort = `${line.type} ${levelOf(line)} ${line.type === 'data' && line.id !== null}`
    if (!seen.has(sort)) toRow(context, { line, index, sequence: 1 })
    seen.add(sort)
  })
  return {
    *[Symbol.iterator]() {
      let sequence = 0
      for (const [index, line] of body.lines.entries()) {
        if (line.type === 'data') sequence++
        yield toRow(context, { line, index, sequence })
      }
    },
  }
}

/** Style of a column's cells by look and level, and its values as cells: both worked out once. */
interface ColumnWriter {
  readonly column: PlannedColumn
  readonly style: (look: CellLook, level: number) => StyleIndex
  readonly toCell: (value: Value) => CellInput
}

function columnWriter({ definition, context, plan, styles }: BodyContext, column: PlannedColumn): ColumnWriter {
  const { unitFen, partition } = context
  const type = valueTypes[column.definition.type]
  const reading = { unitFen, year: partition.year, legacy: false }
  const base = { align: alignOf(column.definition), numberFormat: numberFormatOf(column.definition, unitFen) }
  const isIndented = column.key === definition.layout.hierarchy?.column || column === plan.label
  const make = (look: CellLook, level: number): StyleIndex => {
    const isHeading = (look === 'total' || look === 'section') && column === plan.label
    const align = isHeading ? (look === 'total' ? 'center' : 'left') : base.align
    const indent = isIndented && align === 'left' && look !== 'section' ? level : 0
    return styles.index(look, { ...base, align, indent })
  }
  const known = new Map<CellLook, StyleIndex[]>()
  return {
    column,
    toCell: (value) => (value === null ? null : type.toCell(value, column.definition, reading)),
    style(look, level) {
      let levels = known.get(look)
      if (!levels) known.set(look, (levels = []))
      return (levels[level] ??= make(look, level))
    },
  }
}

function levelOf(line: Line): number {
  return line.type === 'data' || line.type === 'parent' ? line.level : 0
}

interface RowContext extends BodyContext {
  readonly places: SumPlaces
  readonly totals: readonly DoneTotal[]
  readonly writers: readonly ColumnWriter[]
  readonly marksStyle: StyleIndex
  readonly idStyle: StyleIndex
}

interface RowPlace {
  readonly line: Line
  readonly index: number
  /** Which record of the table it is, from 1. */
  readonly sequence: number
}

function toRow(context: RowContext, { line, index, sequence }: RowPlace): BlueprintRow {
  const row = context.firstRow + index
  const { plan, writers, definition } = context
  const level = levelOf(line)
  const look: CellLook = line.type === 'spare' ? 'data' : line.type
  const values = valuesOf(context, line, index)
  let lines = 1
  const cells: BlueprintCell[] = writers.map((writer) => {
    const { column } = writer
    const style = writer.style(look, level)
    const counted = line.type === 'data' && column.key === definition.layout.sequenceColumn ? sequence : null
    const value = cellValue(context, writer, { line, row, values, index, counted })
    if (value !== null && value.kind === 'text') lines = Math.max(lines, linesIn(value.text, column.definition.width))
    return { column: column.at, value, style }
  })
  const id = line.type === 'data' ? line.id : null
  cells.push({ column: plan.marks, value: null, style: context.marksStyle })
  if (id !== null) cells.push({ column: plan.id, value: { kind: 'text', text: id }, style: context.idStyle })
  const isHeading = line.type === 'section' || line.type === 'total'
  return { row, height: lines > 1 ? lines * lineHeight + 4 : isHeading ? 22 : null, cells }
}

/** Sums and computed columns as they come out, for cached values. */
function valuesOf(context: RowContext, line: Line, index: number): Values {
  if (line.type === 'data') return line.values
  if (line.type !== 'parent' && line.type !== 'total') return {}
  const sums: Record<string, Value> = line.type === 'parent' ? { ...line.values } : {}
  for (const { column } of context.writers) {
    const sum = sumOf(context, line, { index, column })
    if (sum) sums[column.key] = sum.value
  }
  return sums
}

function sumOf(context: RowContext, line: Line, at: { readonly index: number; readonly column: PlannedColumn }) {
  const { places, totals } = context
  const { column } = at
  const isSummed = column.definition.type === 'money' && column.definition.compute === undefined
  if (line.type === 'parent') return isSummed ? sumChildren(places, at.index, column) : undefined
  if (line.type !== 'total' || !line.total.columns.includes(column.key)) return undefined
  const row = context.firstRow + at.index
  return sumTotal(places, line.total, { column, done: totals.filter((each) => each.row < row) })
}

interface CellPlace {
  readonly line: Line
  readonly row: number
  readonly values: Values
  readonly index: number
  readonly counted: number | null
}

function cellValue(context: RowContext, writer: ColumnWriter, place: CellPlace): CellInput {
  const { line, row, values, index, counted } = place
  const { column } = writer
  const isLabel = column === context.plan.label
  if (line.type === 'section') return isLabel ? label(line.section.label[context.context.locale]) : null
  if (line.type === 'total' && isLabel) return label(line.total.label[context.context.locale])
  if (column.definition.compute) {
    const isTotalled = line.type !== 'total' || line.total.columns.length > 0
    const formula = isTotalled ? fillRowFormula(column.definition, { row, columns: context.plan.byKey }) : undefined
    const value = column.definition.compute(values)
    if (line.type === 'spare') return formula === undefined ? null : { kind: 'formula', formula, cached: '' }
    const cached = writer.toCell(value)
    return formula === undefined ? cached : { kind: 'formula', formula, cached: toRaw(cached) ?? '' }
  }
  if (line.type === 'spare') return null
  const sum = sumOf(context, line, { index, column })
  if (sum) {
    const cached = writer.toCell(sum.value)
    return sum.formula === null ? cached : { kind: 'formula', formula: sum.formula, cached: toRaw(cached) }
  }
  if (line.type === 'total') return null
  const value = values[column.key] ?? null
  return value === null && counted !== null ? { kind: 'number', decimal: String(counted) } : writer.toCell(value)
}

function label(text: string): CellInput {
  return { kind: 'text', text }
}

function toRaw(input: CellInput): RawValue {
  if (input === null) return null
  if (input.kind === 'number') return Number(input.decimal)
  return input.kind === 'text' ? input.text : null
}
