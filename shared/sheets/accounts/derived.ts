// What follows from the account code of a row.
import type { Value, Values } from '../../kernel/value.ts'

function codeOf(row: Values): string | null {
  const code = row['accountCode']
  return typeof code === 'string' && code !== '' ? code : null
}

export function topAccount(row: Values): Value {
  return codeOf(row)?.slice(0, 3) ?? null
}

export function accountLevel(row: Values): Value {
  const code = codeOf(row)
  return code === null ? null : Math.max(1, Math.floor((code.length - 1) / 2))
}
