// Rows of a kind → every finding of columns and row rules, each with its place.
import type { FieldRule, RowRule, RuleContext } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding, FindingFix, FindingLocation } from '../kernel/finding.ts'
import type { Values } from '../kernel/value.ts'
import { compileFieldLimit, findBroken, surelyKeeps, type BrokenLimit, type FieldLimit } from './fieldLimits.ts'

export interface LocatedRow {
  readonly values: Values
  /** Where the row stands: sheet and row number, or record id, or both. */
  readonly location: FindingLocation
}

interface ColumnChecks {
  readonly key: string
  readonly label: string
  readonly limit: FieldLimit | null
  readonly rules: readonly FieldRule[]
}

/** A definition's checks, compiled once and used for every row. */
export interface RowValidator {
  readonly columns: readonly ColumnChecks[]
  readonly rules: readonly RowRule[]
}

const compiled = new WeakMap<SheetDefinition, RowValidator>()

export function compileRowValidator(definition: SheetDefinition): RowValidator {
  const known = compiled.get(definition)
  if (known) return known
  const columns = Object.entries(definition.columns).flatMap(([key, column]): readonly ColumnChecks[] => {
    const limit = compileFieldLimit(key, column)
    const rules = definition.rules.filter((rule): rule is FieldRule => rule.scope === 'field' && rule.column === key)
    return limit === null && rules.length === 0 ? [] : [{ key, label: column.label['zh-Hans'], limit, rules }]
  })
  const made = { columns, rules: definition.rules.filter((rule): rule is RowRule => rule.scope === 'row') }
  compiled.set(definition, made)
  return made
}

function toFinding(broken: BrokenLimit, column: ColumnChecks, location: FindingLocation): Finding {
  const { code, severity, fix } = broken
  const place = { ...location, column: column.key }
  const params = { label: column.label, ...broken.params }
  return fix === undefined
    ? { code, severity, location: place, params }
    : { code, severity, location: place, params, fix }
}

/** Appends what is wrong with one row to `findings`. */
export function checkRow(
  validator: RowValidator,
  row: LocatedRow,
  target: { readonly context: RuleContext; readonly findings: Finding[] },
): void {
  const { values, location } = row
  const { context, findings } = target
  const { columns } = validator
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index] as ColumnChecks
    const { limit, rules } = column
    const value = values[column.key]
    if (value === null || value === undefined || value === '') {
      const broken = limit === null ? null : findBroken(limit, value)
      if (broken !== null) findings.push(toFinding(broken, column, location))
      continue
    }
    if (limit !== null && !surelyKeeps(limit, value)) {
      const broken = findBroken(limit, value)
      if (broken !== null) {
        findings.push(toFinding(broken, column, location))
        continue
      }
    }
    for (let at = 0; at < rules.length; at++) {
      const rule = rules[at] as FieldRule
      const params = rule.check(value, context)
      if (params === null) continue
      const place = { ...location, column: column.key }
      findings.push({ code: rule.code, severity: rule.severity, location: place, params, citation: rule.citation })
    }
  }
  for (const rule of validator.rules) {
    const params = rule.check(values, context)
    if (params === null) continue
    const suggestion = rule.suggest?.(values, context)
    const fix: FindingFix | undefined = suggestion && { type: 'setValue', ...suggestion }
    const column = rule.columns[0]
    findings.push({
      code: rule.code,
      severity: rule.severity,
      location: column === undefined ? location : { ...location, column },
      params,
      citation: rule.citation,
      ...(fix ? { fix } : {}),
    })
  }
}

/** Column limits, field rules and row rules of every row, in the order of rows and columns. Set rules: evaluateSets. */
export function validateRows(
  definition: SheetDefinition,
  rows: readonly LocatedRow[],
  context: RuleContext,
): readonly Finding[] {
  const validator = compileRowValidator(definition)
  const findings: Finding[] = []
  const target = { context, findings }
  for (const row of rows) checkRow(validator, row, target)
  return findings
}

const limitCodes: ReadonlySet<string> = new Set<BrokenLimit['code']>([
  'required',
  'text.length',
  'text.char',
  'enum',
  'money.sign',
  'number.range',
])

/** Does this finding stop its row from being saved? Column limits always do; rules when they are errors that say so. */
export function blocksSave(definition: SheetDefinition, finding: Finding): boolean {
  if (finding.severity !== 'error') return false
  const rule = definition.rules.find((candidate) => candidate.code === finding.code)
  return rule === undefined ? limitCodes.has(finding.code) || !finding.code.includes('/') : rule.blocks === 'save'
}
