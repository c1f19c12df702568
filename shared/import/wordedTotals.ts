// Totals in Chinese numerals (合计人民币大写：贰仟肆佰元整) against the sums of what was read (G-05).
import type { SheetDefinition } from '../definition/sheet.ts'
import { parseChineseMoney } from '../kernel/chineseMoney.ts'
import type { Citation, Finding } from '../kernel/finding.ts'
import { fen, formatYuan } from '../kernel/money.ts'
import type { Values } from '../kernel/value.ts'
import { cellName, type RawSheet } from '../workbook/raw.ts'
import type { ControlTotalCheck, RecognisedTable } from './plan.ts'

const citation: Citation = { source: '《会计基础工作规范》', clause: '第48条（三）、第52条', certainty: 'sourced' }

const numeral = '零壹贰叁肆伍陆柒捌玖'
/** Formal numerals only: 一万二千 in a note is prose. */
const written = new RegExp(`[${numeral}拾佰仟万亿]+[元圆](?:[${numeral}]角)?零?(?:[${numeral}]分)?[整正]?`, 'g')

/** Where a sheet says its sum once more, in words. */
const speaking = new Set(['total', 'subtotal', 'footer', 'note'])

export interface WordedSource {
  readonly sheet: RawSheet
  /** The table, and those beside it that are read with it. */
  readonly tables: readonly RecognisedTable[]
  readonly rows: readonly Values[]
  readonly checks: readonly ControlTotalCheck[]
}

/** `import/words-differ` for every amount in words that is no sum of a money column, nor of a part that the file adds up. */
export function wordedTotalFindings(
  definition: SheetDefinition,
  { sheet, tables, rows, checks }: WordedSource,
): readonly Finding[] {
  const heard = new Set<number>()
  for (const { rowRoles } of tables) for (const { row, role } of rowRoles) if (speaking.has(role)) heard.add(row)
  // Beside one another: a closing line of one may be a row of another.
  if (tables.length > 1)
    for (const { rowRoles } of tables) for (const { row, role } of rowRoles) if (!speaking.has(role)) heard.delete(row)
  if (heard.size === 0) return []
  const said = sheet.rows.flatMap((row) =>
    heard.has(row.index)
      ? row.cells.flatMap((cell, column) => wordsIn(typeof cell === 'string' ? cell : '', cellName(row.index, column)))
      : [],
  )
  if (said.length === 0) return []
  const money = Object.keys(definition.columns).filter((key) => definition.columns[key]?.type === 'money')
  const sums = new Map(money.map((key) => [key, sumOf(rows, key)]))
  const known = new Set([...sums.values(), ...checks.map(({ computed }) => computed)])
  const largest = Math.max(0, ...known)
  return said
    .filter(({ amount }) => !known.has(amount))
    .map(({ text, amount, cell }): Finding => ({
      code: 'import/words-differ',
      severity: 'warning',
      location: { sheet: sheet.name, cell },
      params: { text, amount: formatYuan(fen(amount)), computed: formatYuan(fen(largest)) },
      citation,
    }))
}

function wordsIn(cell: string, at: string) {
  return [...cell.normalize('NFKC').replace(/\s+/g, '').matchAll(written)].flatMap(([text]) => {
    const amount = parseChineseMoney(text)
    return amount === undefined ? [] : [{ text, amount: Number(amount), cell: at }]
  })
}

function sumOf(rows: readonly Values[], column: string): number {
  return rows.reduce((sum, row) => {
    const value = row[column]
    return typeof value === 'number' ? sum + value : sum
  }, 0)
}
