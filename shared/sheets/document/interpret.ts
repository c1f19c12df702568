// Which register a row belongs to, by the title of the file or by the columns that are filled in; document numbers tidied.
import type { RuleContext } from '../../definition/rule.ts'
import type { InterpretContext, Interpretation } from '../../definition/sheet.ts'
import type { Value, Values } from '../../kernel/value.ts'

const titles: readonly (readonly [RegExp, string])[] = [
  [/收发文/, ''],
  [/来信来访|信访|来访|接访/, '来访'],
  [/来信/, '来信'],
  [/收文|来文/, '收文'],
  [/发文/, '发文'],
]

function guessDirection(row: Values): Value {
  const filled = (keys: readonly string[]): boolean => keys.some((key) => (row[key] ?? null) !== null)
  if (filled(['visitor', 'host', 'informedOn'])) return '来访'
  if (filled(['drafter', 'checker', 'signer', 'mainTo', 'copyTo', 'cosigned'])) return '发文'
  return '收文'
}

export function interpret(row: Values, { title = '' }: RuleContext & InterpretContext): Interpretation {
  const named = titles.find(([pattern]) => pattern.test(title))?.[1]
  const direction = row['direction'] ?? (named === undefined || named === '' ? guessDirection(row) : named)
  return { values: { ...row, direction }, role: 'data', findings: [] }
}
