// Which part a row of an old list belongs to, by its title or by the columns that are filled in.
import type { RuleContext } from '../../definition/rule.ts'
import type { InterpretContext, Interpretation } from '../../definition/sheet.ts'
import type { Value, Values } from '../../kernel/value.ts'
import { rowKinds } from './choices.ts'

const titles: readonly (readonly [RegExp, string])[] = [
  [/名额/, rowKinds.quota],
  [/奖金|考核奖|绩效/, rowKinds.bonus],
  [/评优|评先|评选|推荐|先进|表彰|获奖|劳模|积极分子/, rowKinds.nomination],
]

function guessType(row: Values): Value {
  const filled = (keys: readonly string[]): boolean => keys.some((key) => (row[key] ?? null) !== null)
  if (filled(['base', 'coefficient', 'gross', 'net', 'deduction'])) return rowKinds.bonus
  if (filled(['places', 'share']) && !filled(['name', 'deeds'])) return rowKinds.quota
  return rowKinds.nomination
}

export function interpret(row: Values, { title = '' }: RuleContext & InterpretContext): Interpretation {
  const named = titles.find(([pattern]) => pattern.test(title))?.[1]
  const values: Values = { ...row, recordType: row['recordType'] ?? named ?? guessType(row) }
  return { values, role: 'data', findings: [] }
}
