// Identifiers that a spreadsheet took for numbers and cut short: found again where the same file still has them whole.
import type { CodeFormat } from '../definition/column.ts'
import type { PersonColumns, SheetDefinition } from '../definition/sheet.ts'
import type { Finding } from '../kernel/finding.ts'
import type { Values } from '../kernel/value.ts'
import { plainNumber } from '../values/problem.ts'
import { columnIndex, type RawSheet, type RawValue } from '../workbook/raw.ts'
import type { ImportResult } from './plan.ts'

/** A table that was read, as far as identifiers go. */
export interface ReadTable {
  readonly definition: SheetDefinition
  readonly sheet: RawSheet
  readonly result: ImportResult
}

/** Whole identifiers by format and person (name and department). */
export type IdentifierDirectory = ReadonlyMap<string, ReadonlySet<string>>

type Lossy = Extract<CodeFormat, 'idcard' | 'bankcard'>

/** Digits a double still holds for certain when Excel wrote it. */
const certainDigits = 15
/** Fewer say too little, even with name and department. */
const fewestDigits = 5

/** undefined where name or department is blank: one of them alone names nobody for certain. */
function personKey(format: Lossy, columns: PersonColumns, values: Values): string | undefined {
  const [name, department] = [values[columns.name], values[columns.department]]
  if (typeof name !== 'string' || typeof department !== 'string' || name === '' || department === '') return undefined
  return JSON.stringify([format, name, department])
}

function identifierColumns(definition: SheetDefinition): readonly (readonly [string, Lossy])[] {
  return Object.entries(definition.columns).flatMap(([key, { format }]) =>
    format === 'idcard' || format === 'bankcard' ? [[key, format] as const] : [],
  )
}

/** Every whole identifier of the tables; those of rejected rows are not believed. */
export function identifierDirectory(tables: readonly ReadTable[]): IdentifierDirectory {
  const directory = new Map<string, Set<string>>()
  for (const { definition, result } of tables) {
    if (definition.person === undefined) continue
    for (const [column, format] of identifierColumns(definition))
      for (const { values } of result.rows) {
        const key = personKey(format, definition.person, values)
        const identifier = values[column]
        if (key === undefined || typeof identifier !== 'string') continue
        const known = directory.get(key)
        if (known) known.add(identifier)
        else directory.set(key, new Set([identifier]))
      }
  }
  return directory
}

/** What is left of the identifier for certain: `440102199001010000` → its first 15 digits, `4.40102E+17` → `44010`. */
export function certainPrefix(cell: RawValue): string {
  if (typeof cell === 'number') return plainNumber(cell).slice(0, certainDigits)
  if (typeof cell !== 'string') return ''
  const text = cell.trim()
  const shown = /^(\d)(?:\.(\d+))?[eE]\+?\d{2}$/.exec(text)
  // The last digit shown was rounded.
  if (shown !== null) return `${shown[1] ?? ''}${shown[2] ?? ''}`.slice(0, -1)
  return /^\d{16,19}$/.test(text) ? text.slice(0, certainDigits) : ''
}

const lost = /^(?:idcard|bankcard)\.float$/

export function hasLostIdentifiers({ findings }: ImportResult): boolean {
  return findings.some(({ code }) => lost.test(code))
}

/**
 * Offers the whole identifier where name, department and what is left of the digits fit exactly one; never applies it.
 * @returns the result itself where nothing can be offered
 */
export function rescueIdentifiers(table: ReadTable, directory: IdentifierDirectory): ImportResult {
  const { definition, sheet, result } = table
  const { person } = definition
  if (person === undefined || !hasLostIdentifiers(result)) return result
  const rows = new Set(result.rejected.map(({ row }) => row))
  const cellsOf = new Map(sheet.rows.filter(({ index }) => rows.has(index)).map((row) => [row.index, row.cells]))
  const offer = (finding: Finding, values: Values): Finding => {
    const { column, row, cell } = finding.location
    const format = column === undefined ? undefined : definition.columns[column]?.format
    if (!lost.test(finding.code) || column === undefined || row === undefined || cell === undefined) return finding
    if (format !== 'idcard' && format !== 'bankcard') return finding
    const key = personKey(format, person, values)
    const at = columnIndex(cell.replace(/\d+$/, ''))
    const prefix = at === undefined ? '' : certainPrefix(cellsOf.get(row)?.[at] ?? null)
    if (key === undefined || prefix.length < fewestDigits) return finding
    const fitting = [...(directory.get(key) ?? [])].filter((identifier) => identifier.startsWith(prefix))
    const [value] = fitting
    return value === undefined || fitting.length > 1
      ? finding
      : { ...finding, fix: { type: 'setValue', column, value } }
  }
  // By the finding itself: tables beside one another have rows of the same number.
  const offered = new Map<Finding, Finding>()
  const rejected = result.rejected.map((row) => ({
    ...row,
    findings: row.findings.map((finding) => {
      const better = offer(finding, row.values)
      offered.set(finding, better)
      return better
    }),
  }))
  return { ...result, rejected, findings: result.findings.map((finding) => offered.get(finding) ?? finding) }
}
