// The file's own totals against the sums of what was read, to the 分: no import is clean unless they tie.
import { meetsCondition } from '../definition/condition.ts'
import type { TotalLine } from '../definition/layout.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding } from '../kernel/finding.ts'
import { formatYuan, type Fen } from '../kernel/money.ts'
import type { Values } from '../kernel/value.ts'
import { cellName } from '../workbook/raw.ts'
import type { ControlTotalCheck } from './plan.ts'

/** A total, subtotal or parent row of the source with what it declares per money column. */
export interface DeclaredRow {
  readonly row: number
  readonly label: string
  readonly sheetName: string
  /** What it is the sum of. */
  readonly of:
    | { readonly type: 'line'; readonly line: TotalLine }
    | { readonly type: 'rows'; readonly candidates: readonly (readonly Values[])[] }
  readonly amounts: readonly { readonly column: string; readonly index: number; readonly fen: number | null }[]
}

/** Exact sum over the rows a total line speaks of; beyond ±2^53 it stays a number only people will never see. */
export function sumTotalLine(line: TotalLine, column: string, rows: readonly Values[]): number {
  let total = 0n
  for (const row of rows) {
    const value = row[column]
    if (typeof value !== 'number') continue
    for (const term of line.terms) if (meetsCondition(term.where, row)) total += BigInt(value) * BigInt(term.times)
  }
  return Number(total)
}

function sumColumn(rows: readonly Values[], column: string): number {
  let small = 0
  let large = 0n
  for (const row of rows) {
    const value = row[column]
    if (typeof value !== 'number') continue
    if (Number.isSafeInteger(small + value)) small += value
    else large += BigInt(value)
  }
  return Number(large + BigInt(small))
}

/** Sum named by the words, or of the candidate groups the one that ties; the first when none does. */
function computedFor(declared: DeclaredRow, column: string, fen: number | null, rows: readonly Values[]): number {
  if (declared.of.type === 'line') return sumTotalLine(declared.of.line, column, rows)
  const sums = declared.of.candidates.map((candidate) => sumColumn(candidate, column))
  return sums.find((sum) => sum === fen) ?? sums[0] ?? 0
}

/**
 * @param tolerance 分: half of the last shown digit (万元 with two decimals: 5,000 分)
 * @returns one check per declared row and money column, in source order
 */
export function checkControlTotals(
  declaredRows: readonly DeclaredRow[],
  rows: readonly Values[],
  tolerance: number,
): readonly ControlTotalCheck[] {
  return declaredRows.flatMap((declared) =>
    declared.amounts.map(({ column, index, fen }) => {
      const computed = computedFor(declared, column, fen, rows)
      const difference = fen === null ? null : fen - computed
      return {
        column,
        label: declared.label,
        computed,
        declared: fen,
        difference,
        where: cellName(declared.row, index),
        ties: difference === null ? null : Math.abs(difference) <= tolerance,
      }
    }),
  )
}

/** `import/total-mismatch` for every total that does not tie. */
export function controlTotalFindings(
  checks: readonly ControlTotalCheck[],
  definition: SheetDefinition,
  sheetName: string,
): readonly Finding[] {
  return checks
    .filter((check) => check.ties === false)
    .map((check) => ({
      code: 'import/total-mismatch',
      severity: 'warning' as const,
      location: { sheet: sheetName, column: check.column, ...(check.where === null ? {} : { cell: check.where }) },
      params: {
        label: check.label,
        column: definition.columns[check.column]?.label['zh-Hans'] ?? check.column,
        declared: formatYuan((check.declared ?? 0) as Fen),
        computed: formatYuan(check.computed as Fen),
        difference: formatYuan((check.difference ?? 0) as Fen),
      },
    }))
}
