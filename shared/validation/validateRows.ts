// Rows of a kind → every finding of columns and row rules, each with its place.
import type { Mask } from '../definition/column.ts'
import type { FieldRule, RowRule, RuleContext } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding, FindingFix, FindingLocation } from '../kernel/finding.ts'
import type { Values } from '../kernel/value.ts'
import { looksMasked, maskedColumns } from '../definition/mask.ts'
import { compileFieldLimit, findBroken, type BrokenLimit, type FieldLimit } from './fieldLimits.ts'
import { judged } from './judged.ts'
import { compileCleanLook, compileColumnLook, keepsLimit, surelyClean } from './surelyClean.ts'
import type { CleanLook, ColumnLook } from './surelyClean.ts'

export interface LocatedRow {
  readonly values: Values
  /** Where the row stands: sheet and row number, or record id, or both. */
  readonly location: FindingLocation
  /** As the server last showed the row: a masked cell that is still so was not entered by anybody. */
  readonly shown?: Values
}

interface ColumnChecks {
  readonly key: string
  readonly label: string
  readonly limit: FieldLimit | null
  readonly rules: readonly FieldRule[]
  readonly look: ColumnLook
  readonly masked: boolean
}

/** A definition's checks, compiled once and used for every row. */
export interface RowValidator {
  readonly columns: readonly ColumnChecks[]
  readonly rules: readonly RowRule[]
  readonly look: CleanLook
  /** Columns of which a person may hold no more than what a mask leaves: no rule is asked about that. */
  readonly masked: ReadonlyMap<string, Mask>
}

const compiled = new WeakMap<SheetDefinition, RowValidator>()

export function compileRowValidator(definition: SheetDefinition): RowValidator {
  const known = compiled.get(definition)
  if (known) return known
  const masked = maskedColumns(definition)
  const columns = Object.entries(definition.columns).flatMap(([key, column]): readonly ColumnChecks[] => {
    const limit = compileFieldLimit(key, column)
    const rules = definition.rules.filter((rule): rule is FieldRule => rule.scope === 'field' && rule.column === key)
    if (limit === null && rules.length === 0) return []
    const looked = masked.has(key) ? [starRule, ...rules] : rules
    const look = compileColumnLook(key, limit, looked)
    return [{ key, label: column.label['zh-Hans'], limit, rules, look, masked: masked.has(key) }]
  })
  const rules = definition.rules.filter((rule): rule is RowRule => rule.scope === 'row' && rule.at === undefined)
  const made = { columns, rules, look: compileCleanLook(columns.map((column) => column.look)), masked }
  compiled.set(definition, made)
  return made
}

/** Makes the quick look stop at what looks masked. */
const starRule: Pick<FieldRule, 'check'> = { check: (value) => (looksMasked(value) ? {} : null) }

function toFinding(broken: BrokenLimit, column: ColumnChecks, location: FindingLocation): Finding {
  const { code, severity, fix } = broken
  const place = { ...location, column: column.key }
  const params = { label: column.label, ...broken.params }
  return fix === undefined
    ? { code, severity, location: place, params }
    : { code, severity, location: place, params, fix }
}

/** Where findings go, and what rules may know. */
interface CheckTarget {
  readonly context: RuleContext
  readonly findings: Finding[]
}

function checkFields(validator: RowValidator, { values, location, shown }: LocatedRow, target: CheckTarget): void {
  const { context, findings } = target
  for (const column of validator.columns) {
    const { limit, look } = column
    const value = values[column.key]
    const blank = value === null || value === undefined || value === ''
    if (blank ? look.required : !keepsLimit(look, value)) {
      const broken = limit === null ? null : findBroken(limit, value)
      if (broken !== null) {
        findings.push(toFinding(broken, column, location))
        continue
      }
    }
    if (blank || look.check === null || look.check(value, context) === null) continue
    if (column.masked && looksMasked(value)) {
      if (shown?.[column.key] !== value) findings.push(toFinding(maskedText, column, location))
      continue
    }
    for (const rule of column.rules) {
      const answer = rule.check(value, context)
      if (answer === null) continue
      findings.push({ code: rule.code, location: { ...location, column: column.key }, ...judged(rule, answer) })
    }
  }
}

/** Written over the whole value it would be lost; nobody knows what stood there. */
const maskedText: BrokenLimit = { code: 'text.masked', severity: 'error', params: {} }

interface RowRules {
  readonly rules: readonly RowRule[]
  readonly masked: ReadonlyMap<string, Mask>
}

function checkRules({ rules, masked }: RowRules, { values, location }: LocatedRow, target: CheckTarget): void {
  const { context, findings } = target
  const covered = [...masked.keys()].filter((key) => looksMasked(values[key] ?? null))
  for (const rule of rules) {
    if (covered.length > 0 && rule.columns.some((key) => covered.includes(key))) continue
    const answer = rule.check(values, context)
    if (answer === null) continue
    const suggestion = rule.suggest?.(values, context)
    const fix: FindingFix | undefined = suggestion && { type: 'setValue', ...suggestion }
    const column = rule.columns[0]
    findings.push({
      code: rule.code,
      location: column === undefined ? location : { ...location, column },
      ...judged(rule, answer),
      ...(fix ? { fix } : {}),
    })
  }
}

/** Appends what is wrong with one row to `findings`. Small on purpose: so that V8 takes the quick look in with it. */
export function checkRow(validator: RowValidator, row: LocatedRow, target: CheckTarget): void {
  if (!surelyClean(validator.look, row.values, target.context)) checkFields(validator, row, target)
  if (validator.rules.length > 0) checkRules(validator, row, target)
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
  for (let index = 0; index < rows.length; index++) checkRow(validator, rows[index] as LocatedRow, target)
  return findings
}

/** What only counts before this transition: `rule.at` names it. */
export function validateBefore(
  definition: SheetDefinition,
  transition: string,
  located: { readonly row: LocatedRow; readonly context: RuleContext },
): readonly Finding[] {
  const rules = definition.rules.filter(
    (rule): rule is RowRule => rule.scope === 'row' && rule.at?.includes(transition) === true,
  )
  const findings: Finding[] = []
  checkRules({ rules, masked: maskedColumns(definition) }, located.row, { context: located.context, findings })
  return findings
}

const limitCodes: ReadonlySet<string> = new Set<BrokenLimit['code']>([
  'required',
  'text.length',
  'text.char',
  'text.masked',
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
