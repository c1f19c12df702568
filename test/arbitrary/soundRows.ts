// Rows of any kind that its own rules find nothing wrong with: made from the examples that its rules carry.
import type { ColumnDefinition } from '#shared/definition/column.ts'
import { ruleContext, type RuleContext } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { fromEpochDay, parsePlainDate, plainDate, toEpochDay } from '#shared/kernel/plainDate.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import { validateRows } from '#shared/validation/validateRows.ts'

export const soundContext: RuleContext = ruleContext({
  today: plainDate(2026, 3, 1)!,
  year: 2026,
  unitKind: 'primary',
})

const isPlain = ({ merge, fieldClass }: ColumnDefinition): boolean => merge !== 'derived' && fieldClass !== 'sensitive'

/** The fullest example of a row rule without an error or a warning; only what people type and may see in clear. */
export function soundRow(definition: SheetDefinition): Values {
  const rows = definition.rules
    .flatMap((rule) => (rule.scope === 'row' ? rule.examples.valid : []))
    .map((row) => inputs(definition, row))
    .filter((row) =>
      validateRows(definition, [{ values: row, location: {} }], soundContext).every(
        ({ severity }) => severity === 'hint',
      ),
    )
    .toSorted((a, b) => filled(b) - filled(a))
  const [fullest] = rows
  if (fullest === undefined) throw new Error(`${definition.kind} has no example of a sound row`)
  return fullest
}

/** Several of them, told apart in every column by which rows are told apart. */
export function soundRows(definition: SheetDefinition, count: number): readonly Values[] {
  const row = soundRow(definition)
  const keys = new Set([
    ...definition.naturalKey,
    ...definition.rules.flatMap((rule) => (rule.scope === 'set' && rule.set.type === 'unique' ? rule.set.key : [])),
  ])
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        keys.has(key) ? differ(definition.columns[key]!, value, index) : value,
      ]),
    ),
  )
}

function inputs(definition: SheetDefinition, row: Values): Values {
  return Object.fromEntries(
    Object.entries(row).filter(([key, value]) => {
      const column = definition.columns[key]
      return value !== null && column !== undefined && isPlain(column) && definition.layout.columns.includes(key)
    }),
  )
}

const filled = (row: Values): number => Object.values(row).filter((value) => value !== null && value !== '').length

/** The value itself first, then others like it. */
function differ(column: ColumnDefinition, value: Value, index: number): Value {
  if (index === 0 || value === null) return value
  switch (column.type) {
    case 'text':
    case 'list':
      return `${String(value)}${'甲乙丙丁戊'[index - 1] ?? index}`
    case 'code':
      return column.format === undefined || column.format === 'any' ? `${String(value)}-${index}` : value
    case 'date': {
      const day = typeof value === 'string' ? parsePlainDate(value) : undefined
      return day === undefined ? value : (fromEpochDay(toEpochDay(day) + index) ?? value)
    }
    case 'money':
    case 'integer':
      return typeof value === 'number' ? value + index : value
    default:
      return value
  }
}
