// Contexts, records and a readable form of blueprints for tests.
import { ruleContext } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { parsePlainDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { RecordId, Value, Values } from '#shared/kernel/value.ts'
import type { WorkbookBlueprint } from '#shared/template/blueprint.ts'
import type { ExportRecord, TemplateContext } from '#shared/template/context.ts'
import { cellName } from '#shared/workbook/raw.ts'

export function contextOf(kind: string, more: Partial<TemplateContext> = {}): TemplateContext {
  return {
    partition: { kind, unitId: 'u12', year: 2026 },
    unitName: '临江市第一中学工会委员会',
    unitKind: 'primary',
    today: parsePlainDate('2026-01-05') as PlainDate,
    locale: 'zh-Hans',
    unitFen: 100,
    ...more,
  }
}

export function recordId(index: number): RecordId {
  return `01936f3c-0000-7000-8000-${String(index).padStart(12, '0')}` as RecordId
}

/** Starter rows that are no parents, with amounts and texts; kinds without such rows get five made-up ones. */
export function sampleRecords(definition: SheetDefinition): readonly ExportRecord[] {
  const { partition, unitKind, today } = contextOf(definition.kind)
  const starters = definition.starterRows?.(ruleContext({ today, year: partition.year, unitKind })) ?? []
  const column = definition.layout.hierarchy?.column
  const codes = starters.map((row) => (column === undefined ? '' : String(row[column] ?? '')))
  const isParent = (row: Values): boolean => {
    const code = column === undefined ? '' : String(row[column] ?? '')
    return code !== '' && codes.some((other) => other.length > code.length && other.startsWith(code))
  }
  const rows = starters.length > 0 ? starters.filter((row) => !isParent(row)) : Array.from({ length: 5 }, () => ({}))
  return rows.map((row, index) => ({ id: recordId(index), values: { ...fillRow(definition, index), ...row } }))
}

/** Something in every input column that the first rows hold, hard cases among them. */
function fillRow(definition: SheetDefinition, index: number): Values {
  const values: Record<string, Value> = {}
  for (const [key, column] of Object.entries(definition.columns)) {
    if (column.merge === 'derived' || !definition.layout.columns.includes(key)) continue
    values[key] = fill(column.type, index, column.choices?.[index % column.choices.length]?.value)
  }
  return values
}

const texts = ['120人×300元×1次', '=1+1', '@导入', '-5 开头', '＝全角', '很长的说明：'.repeat(12), '欧阳·䶮 𠮷']

function fill(type: string, index: number, choice: string | undefined): Value {
  switch (type) {
    case 'money':
      return (index + 1) * 1_234_568
    case 'integer':
      return index + 1
    case 'percent':
      return index * 1_250
    case 'date':
      return `2026-0${(index % 9) + 1}-1${index % 10}`
    case 'deadline':
      return index % 2 === 0 ? '长期' : '2026-06-30'
    case 'boolean':
      return index % 2 === 0
    case 'choice':
      return choice ?? null
    case 'code':
      return `0013${String(index).padStart(15, '0')}`
    case 'list':
      return '办公室、财务部'
    default:
      return texts[index % texts.length] ?? null
  }
}

/** One line per row, so that a change reads as one. */
export function printBlueprint(blueprint: WorkbookBlueprint): string {
  const { head, rows, foot, ...sheet } = blueprint.sheet
  const lines = [...head, ...rows, ...foot].map(({ row, height, cells }) =>
    JSON.stringify({
      row,
      height,
      cells: cells.map(({ column, value, style }) => [
        cellName(row, column),
        style,
        value === null
          ? null
          : value.kind === 'formula'
            ? [`=${value.formula}`, value.cached]
            : Object.values(value).at(-1),
      ]),
    }),
  )
  const rest = JSON.stringify({ ...blueprint, sheet }, null, 2)
  return `{\n"blueprint": ${rest},\n"rows": [\n${lines.join(',\n')}\n]\n}\n`
}
