// Amounts as people write them in old files: ￥, 元, 万, brackets for negative, 约, 大写.
import { parseChineseMoney } from '../kernel/chineseMoney.ts'
import { maxFen } from '../kernel/money.ts'
import { toSimplified } from '../kernel/text.ts'
import { parseDecimal, scaleDecimal, type Decimal } from './decimal.ts'

export type MoneyReading =
  /** Marks such as — or 无. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'amount'; readonly fen: number; readonly notes: readonly string[] }
  | { readonly kind: 'problem'; readonly code: 'money.format' | 'money.range' | 'amount-precision' }

const formatProblem: MoneyReading = { kind: 'problem', code: 'money.format' }

const blankMark = /^(?:[-‐-―−ー_/\\*×.·…]{1,6}|无|暂无|没有|空|未定|待定|n\/a|na|nil|null)$/i
const around = /^(?:约为?|大约|大概|近|不超过|不高于|≤|≈|~)|(?:左右|上下|以内|余|多)$/g
const magnitudes: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
}
const amountPattern = /^(\d[\d,]*(?:\.\d+)?)(十万|百万|千万|[十百千万亿])?(余|多)?(元)?(?:整|正)?$/
const coins = /^(\d[\d,]*)元(\d)角(?:(\d)分)?$|^(\d[\d,]*)元零?(\d)分$|^(\d)角(?:(\d)分)?$/

/** @param unitFen 分 per unit of a bare number; 元 or 万 written in the cell itself wins over it */
export function readMoneyText(text: string, unitFen: number): MoneyReading {
  if (text.length > 100) return formatProblem
  const narrow = text.normalize('NFKC')
  const notes = new Set<string>()
  if (narrow !== text) notes.add('value/full-width')
  let rest = toSimplified(narrow).trim().replace(/^'/, '')
  if (blankMark.test(rest.replace(/\s+/g, ''))) return { kind: 'blank' }

  const spaced = rest.replace(/(\d)[\s_](?=\d{3}(?!\d))/g, '$1')
  if (/\d\s+\d/.test(spaced)) return formatProblem
  if (spaced.replace(/\s+/g, '') !== rest) notes.add('value/spaces')
  rest = spaced.replace(/\s+/g, '').replace(/圆/g, '元')

  const bare = rest.replace(around, '').replace(around, '')
  if (bare !== rest) notes.add('value/approximate')
  rest = bare

  let sign = 1
  const bracketed = /^\((.+)\)$/.exec(rest)
  if (bracketed !== null) rest = bracketed[1] ?? ''
  const currency = rest.replace(/^(?:人民币|rmb|cny)?[¥]?|(?:人民币|rmb|cny)$/gi, '')
  if (currency !== rest) notes.add('value/currency')
  rest = currency
  const minus = /^(?:[-−–—△▲]|负)(.+)$/.exec(rest)
  if (minus !== null) rest = minus[1] ?? ''
  if (bracketed !== null && minus !== null) return formatProblem
  if (bracketed !== null || minus !== null) sign = -1
  if (bracketed !== null || (minus !== null && !rest.startsWith('-') && !narrow.trim().startsWith('-')))
    notes.add('value/negative-mark')
  rest = rest.replace(/^[+¥]/, '')
  return readAmount(rest, { unitFen, sign, notes })
}

interface Frame {
  readonly unitFen: number
  readonly sign: number
  readonly notes: Set<string>
}

function readAmount(text: string, { unitFen, sign, notes }: Frame): MoneyReading {
  const coin = coins.exec(text)
  if (coin !== null) {
    notes.add('value/unit-in-cell')
    const whole = parseDecimal(coin[1] ?? coin[4] ?? '0')
    if (whole === undefined) return formatProblem
    const jiao = Number(coin[2] ?? coin[6] ?? 0)
    const cents = Number(coin[3] ?? coin[5] ?? coin[7] ?? 0)
    return toReading({ digits: whole.digits * 100n + BigInt(jiao * 10 + cents), scale: 0 }, { factor: 1, sign, notes })
  }
  const match = amountPattern.exec(text)
  if (match !== null) {
    const decimal = parseDecimal(match[1] ?? '')
    if (decimal === undefined) return formatProblem
    if ((match[1] ?? '').includes(',')) notes.add('value/thousands')
    if (match[3] !== undefined) notes.add('value/approximate')
    const explicit = match[2] !== undefined || match[4] !== undefined
    if (explicit) notes.add('value/unit-in-cell')
    const factor = explicit ? 100 * (match[2] === undefined ? 1 : (magnitudes[match[2]] ?? 1)) : unitFen
    return toReading(decimal, { factor, sign, notes })
  }
  const chinese = /\d/.test(text) ? undefined : parseChineseMoney(text)
  if (chinese === undefined) return formatProblem
  notes.add('value/chinese-amount')
  return { kind: 'amount', fen: chinese === 0 ? 0 : sign * chinese, notes: [...notes] }
}

function toReading(
  decimal: Decimal,
  { factor, sign, notes }: { readonly factor: number; readonly sign: number; readonly notes: ReadonlySet<string> },
): MoneyReading {
  const { whole, remainder } = scaleDecimal(decimal, factor)
  if (whole > BigInt(maxFen) || whole < -BigInt(maxFen)) return { kind: 'problem', code: 'money.range' }
  if (remainder !== 0n) return { kind: 'problem', code: 'amount-precision' }
  const amount = sign * Number(whole)
  return { kind: 'amount', fen: amount === 0 ? 0 : amount, notes: [...notes] }
}
