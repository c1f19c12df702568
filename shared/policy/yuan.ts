// Amounts of documents, which are written in 元.
import { decodeFen, fen, plainYuan, type Fen } from '../kernel/money.ts'
import { err, type Result } from '../kernel/result.ts'

/** Whole 元 of the product's own data. */
export function yuan(amount: number): Fen {
  return fen(amount * 100)
}

/** `2200`, `2200.5`, `2200.50` → 分; nothing else. */
export function decodeYuan(text: string): Result<Fen, 'money.format' | 'money.range' | 'amount-precision'> {
  const match = /^(0|[1-9]\d{0,13})(?:\.(\d{1,2}))?$/.exec(text)
  if (match === null) return err('money.format')
  const digits = `${match[1] ?? ''}${(match[2] ?? '').padEnd(2, '0')}`
  return decodeFen(digits.replace(/^0+(?=\d)/, ''))
}

/** `220000` 分 → `2200`, `12345` → `123.45`. */
export function encodeYuan(amount: Fen): string {
  return plainYuan(amount).replace(/\.00$/, '')
}
