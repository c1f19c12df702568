// What a template or an export is made for.
import type { Partition } from '../definition/sheet.ts'
import { ruleContext, type RuleContext, type UnitKind } from '../definition/rule.ts'
import type { PlainDate } from '../kernel/plainDate.ts'
import type { RecordId, Values } from '../kernel/value.ts'
import type { Locale } from '../kernel/words.ts'

export interface TemplateContext {
  readonly partition: Partition
  readonly unitName: string
  readonly unitKind: UnitKind
  readonly today: PlainDate
  readonly locale: Locale
  /** 分 per displayed unit: 100 for 元, 1,000,000 for 万元. */
  readonly unitFen: number
}

export interface ExportRecord {
  readonly id: RecordId
  readonly values: Values
}

export function toRuleContext({ today, partition, unitKind }: TemplateContext): RuleContext {
  return ruleContext({ today, year: partition.year, unitKind })
}
