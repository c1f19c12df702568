// What a person typed into a cell, read by the column's own type.
import type { ColumnDefinition } from '#shared/definition/column.ts'
import type { Conventions } from '#shared/import/plan.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Value } from '#shared/kernel/value.ts'
import { valueTypes } from '#shared/values/index.ts'
import type { ValueProblem } from '#shared/values/valueType.ts'

export function readValue(
  text: string,
  column: ColumnDefinition,
  conventions: Pick<Conventions, 'unitFen' | 'year'>,
): Result<Value, ValueProblem> {
  const { unitFen, year } = conventions
  const reading = valueTypes[column.type].parse(text.trim(), column, { unitFen, year, legacy: true })
  return reading.ok ? ok(reading.value.value) : err(reading.error)
}
