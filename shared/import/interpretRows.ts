// Second pass: what the kind itself makes of each row, in its section, knowing the codes that stand in the table.
import type { RuleContext } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding } from '../kernel/finding.ts'
import type { Value, Values } from '../kernel/value.ts'
import { checkDerived, type DerivedColumn } from './checkDerived.ts'
import type { ImportedRow } from './plan.ts'
import type { PlacedRow } from './placeRows.ts'

export interface InterpretedRows {
  /** Data, in source order. */
  readonly rows: readonly ImportedRow[]
  /** Rows that are the sum of others in disguise (科目 501 over 50101…). */
  readonly parents: readonly ImportedRow[]
  /** How many rows hold nothing of their own (a chart of accounts with blank amounts). */
  readonly blank: number
  /** Placed row number → how many data rows stand before it; one longer than the placed rows. */
  readonly dataBefore: readonly number[]
}

/** What the section gives to rows that do not say it themselves. */
export function withSection(definition: SheetDefinition, values: Values, section: string | undefined): Values {
  const sets = definition.layout.sections.find((candidate) => candidate.key === section)?.sets
  if (sets === undefined) return values
  const missing = Object.entries(sets).filter(([key]) => (values[key] ?? null) === null)
  return missing.length === 0 ? values : { ...values, ...Object.fromEntries<Value>(missing) }
}

/** Codes of the hierarchy column that stand in the table, as the kind reads them: a table of names alone has codes too. */
function codesOf(definition: SheetDefinition, rows: readonly PlacedRow[], context: RuleContext): ReadonlySet<string> {
  const column = definition.layout.hierarchy?.column
  const none: ReadonlySet<string> = new Set()
  if (column === undefined) return none
  const codes = rows.map(({ values: read, section }) => {
    const values = withSection(definition, read, section)
    const place = section === undefined ? { codes: none } : { codes: none, section }
    return (definition.interpret?.(values, { ...context, ...place }).values ?? values)[column]
  })
  return new Set(codes.filter((code): code is string => typeof code === 'string'))
}

export function interpretRows(
  definition: SheetDefinition,
  placed: readonly PlacedRow[],
  options: {
    readonly context: RuleContext
    readonly sheetName: string
    /** The table's title; the sheet's own name where it has none. */
    readonly title: string
    readonly derived: readonly DerivedColumn[]
  },
): InterpretedRows {
  const codes = codesOf(definition, placed, options.context)
  const known = { codes, title: options.title }
  const rows: ImportedRow[] = []
  const parents: ImportedRow[] = []
  const dataBefore: number[] = []
  let blank = 0
  const isPlain = definition.interpret === undefined && options.derived.length === 0
  for (const row of placed) {
    dataBefore.push(rows.length)
    if (isPlain && row.section === undefined) {
      rows.push({ row: row.row, values: row.values, findings: row.findings })
      continue
    }
    const values = withSection(definition, row.values, row.section)
    const place = row.section === undefined ? known : { ...known, section: row.section }
    const meaning = definition.interpret?.(values, { ...options.context, ...place }) ?? {
      values,
      role: 'data',
      findings: [],
    }
    const said = meaning.findings.map((finding): Finding => ({
      ...finding,
      location: { sheet: options.sheetName, row: row.row, ...finding.location },
    }))
    const differs = checkDerived(options.derived, {
      raw: row.raw,
      values: meaning.values,
      sheetName: options.sheetName,
    })
    const result = { row: row.row, values: meaning.values, findings: [...row.findings, ...said, ...differs] }
    if (meaning.role === 'total') parents.push(result)
    // Where a cell could not be read the row only seems to hold nothing: it is data that is refused (IM58).
    else if (meaning.role === 'blank' && !row.findings.some(({ severity }) => severity === 'error')) blank++
    else rows.push(result)
  }
  dataBefore.push(rows.length)
  return { rows, parents, blank, dataBefore }
}
