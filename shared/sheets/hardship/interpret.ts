// What the title of an old list says of its rows, and what help given for several illnesses comes to.
import type { RuleContext } from '../../definition/rule.ts'
import type { InterpretContext, Interpretation } from '../../definition/sheet.ts'
import type { Value, Values } from '../../kernel/value.ts'
import { medicalSumOf, guessRecordType } from './parts.ts'

const titles: readonly (readonly [RegExp, string])[] = [
  [/助学/, '子女助学'],
  [/医疗|助医|大病/, '医疗救助'],
  [/临时/, '临时救助'],
  [/日常/, '日常救助'],
  [/名册|档案|建档|登记/, '建档'],
  [/救济|生活救助|救助|帮扶|补助|慰问|送温暖/, '生活救助'],
]

export function interpret(row: Values, { title = '' }: RuleContext & InterpretContext): Interpretation {
  const named = titles.find(([pattern]) => pattern.test(title))?.[1]
  const recordType: Value = row['recordType'] ?? named ?? guessRecordType(row)
  const amount = row['amount'] ?? (recordType === '医疗救助' ? medicalSumOf(row) : null)
  return {
    values: { ...row, recordType, ...(amount === null ? {} : { amount }) },
    role: 'data',
    findings: [],
  }
}
