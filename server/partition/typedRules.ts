// The last net under the rules: a value that is none of its column's is a finding, and no rule is asked about it.
// The decoders let malformed values of the right JSON type through on purpose, so that one bad cell does not refuse a whole
// push (B9); imports and answers to conflict cards come by here too.
import type { ColumnDefinition } from '#shared/definition/column.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { decodeFen, maxFen } from '#shared/kernel/money.ts'
import type { RecordId, Value, Values } from '#shared/kernel/value.ts'
import { valueTypes } from '#shared/values/index.ts'
import type { ValueProblem } from '#shared/values/valueType.ts'
import type { SheetRules } from '../store/sheetRules.ts'

export function checkTypesFirst(rules: SheetRules): SheetRules {
  return {
    ...rules,
    rowChecker: (definition, context) => {
      const check = rules.rowChecker(definition, context)
      return (values, id, before) => {
        const wrong = findWrongValues(definition, values, id)
        return wrong.length > 0 ? wrong : check(values, id, before)
      }
    },
  }
}

function findWrongValues(definition: SheetDefinition, values: Values, id: RecordId): readonly Finding[] {
  const findings: Finding[] = []
  for (const key in values) {
    const column = definition.columns[key]
    const value = values[key] ?? null
    // Computed here, not typed by anybody: a rate against a year of 1 分 is large, not wrong.
    const isTyped = column !== undefined && column.merge !== 'derived'
    const problem = !isTyped || value === null ? undefined : findProblem(value, column)
    if (column === undefined || problem === undefined) continue
    const fix =
      problem.suggestion === undefined
        ? {}
        : { fix: { type: 'setValue', column: key, value: problem.suggestion } as const }
    findings.push({
      code: problem.code,
      severity: 'error',
      location: { id, column: key },
      params: { label: column.label['zh-Hans'], ...problem.params },
      ...fix,
    })
  }
  return findings
}

function findProblem(value: Exclude<Value, null>, column: ColumnDefinition): ValueProblem | undefined {
  switch (column.type) {
    case 'money':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= maxFen
        ? undefined
        : amountProblem(value)
    // Length, characters and the list of choices are limits of the column and checked with the rules.
    case 'text':
    case 'choice':
    case 'list':
      return typeof value === 'string' ? undefined : { code: 'text.format', params: { text: String(value) } }
    case 'code':
    case 'date':
    case 'deadline':
    case 'integer':
    case 'percent':
    case 'boolean': {
      const read = valueTypes[column.type].decode(value, column)
      return read.ok ? undefined : read.error
    }
  }
}

/** Full-width digits and the like are offered as the amount they can only mean. */
function amountProblem(value: Exclude<Value, null>): ValueProblem {
  const text = String(value)
  const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text
  const amount = decodeFen(text)
  const code = amount.ok || amount.error !== 'money.range' ? 'money.format' : 'money.range'
  const plain = text.normalize('NFKC').trim()
  const certain = plain === text ? undefined : decodeFen(plain)
  return { code, params: { text: shown }, ...(certain?.ok === true ? { suggestion: certain.value } : {}) }
}
