// One table read under its plan: rows by place and meaning, and what its own total rows declare.
import type { RuleContext } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Values } from '../kernel/value.ts'
import type { RawSheet } from '../workbook/raw.ts'
import { derivedColumns } from './checkDerived.ts'
import { checkControlTotals, type DeclaredRow } from './controlTotals.ts'
import { declaredRows } from './declaredRows.ts'
import { interpretRows, type InterpretedRows } from './interpretRows.ts'
import { placeRows, type PlacedRows } from './placeRows.ts'
import type { ControlTotalCheck, RecognisedTable, TablePlan } from './plan.ts'
import { boundColumns } from './readRows.ts'

export interface ReadHalf {
  readonly plan: TablePlan
  readonly table: RecognisedTable
  readonly placed: PlacedRows
  readonly interpreted: InterpretedRows
  readonly columns: ReturnType<typeof boundColumns>
  readonly declared: readonly DeclaredRow[]
}

/** 分 by which a declared total may differ: half of the last digit that a sheet in 万元 with two decimals shows, else nothing. */
function toleranceFen(unitFen: number): number {
  return unitFen > 100 ? unitFen / 200 : 0
}

export function readHalf(
  definition: SheetDefinition,
  half: { readonly plan: TablePlan; readonly table: RecognisedTable },
  where: { readonly sheet: RawSheet; readonly context: RuleContext },
): ReadHalf {
  const { plan, table } = half
  const { context } = where
  const sheetName = where.sheet.name
  const placed = placeRows(definition, plan, { ...where, table })
  const derived = derivedColumns(definition, plan, table)
  const title = table.title === '' ? sheetName : table.title
  const interpreted = interpretRows(definition, placed.rows, { context, sheetName, title, derived })
  const columns = boundColumns(definition, plan, table)
  const declared = declaredRows(definition, { placed, interpreted, columns, sheetName })
  return { plan, table, placed, interpreted, columns, declared }
}

/**
 * What a half's totals declare against what was read. A list set in two columns, without sections, may sum up all of it at
 * the foot of either column; halves under sections (收入, 支出) sum up themselves.
 */
export function checkHalf(half: ReadHalf, halves: readonly ReadHalf[]): readonly ControlTotalCheck[] {
  const { plan, interpreted, declared } = half
  const own = interpreted.rows.map((row) => row.values)
  const isList = halves.length > 1 && halves.every((each) => each.plan.conventions.section === undefined)
  const all = isList ? halves.flatMap((each) => each.interpreted.rows.map((row) => row.values)) : own
  const asked = isList ? declared.map((row) => orAll(row, all)) : declared
  return checkControlTotals(asked, own, toleranceFen(plan.conventions.unitFen))
}

function orAll(row: DeclaredRow, all: readonly Values[]): DeclaredRow {
  return row.of.type === 'rows' ? { ...row, of: { type: 'rows', candidates: [...row.of.candidates, all] } } : row
}
