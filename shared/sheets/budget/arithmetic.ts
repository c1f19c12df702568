// The sum in an explanation: `120人×300元×1次` is 36,000 元.
import { parseDecimal, type ExactDecimal } from './exactDecimal.ts'

/** What an explanation works out to, in 分. */
export interface WorkedOut {
  readonly fen: number
  /** The expression as read, tidied. */
  readonly expression: string
}

const number = String.raw`\d[\d,]*(?:\.\d+)?`
const counted =
  '人次|人|次|个月|月|年|天|日|场|期|个|份|台|套|户|家|名|桌|辆|件|批|季度|季|节|项|本|册|队|组|支|张|班|课时|学时|小时|部|条'
const factor = String.raw`${number}(?:[万千百]?元(?:/(?:${counted})(?:[/·]?(?:${counted}))?)?|${counted}|%)?`
const term = String.raw`${factor}(?:[×*]${factor})+`
const sum = new RegExp(String.raw`${term}(?:[+、;,和及](?:[^\d×*=]{0,12})?${term})*`, 'g')
const factorParts = new RegExp(String.raw`(${number})(万|千|百)?(元)?(%)?`)

/**
 * @returns undefined when the text holds no sum, more than one, a sum without 元, or other amounts beside it: then nobody can
 * be certain what it says
 */
export function workOut(text: string): WorkedOut | undefined {
  if (text.length > 500) return undefined
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[xX✕✖╳⨯∗·](?=\d)/g, '×')
    .replace(/乘以?/g, '×')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
  const found = [...plain.matchAll(sum)]
  const [only] = found
  if (only === undefined || found.length !== 1) return undefined
  const expression = only[0]
  const rest = plain
    .replace(expression, '')
    .replace(/[=,;、]?(?:共计|合计|计|约)?=?\d[\d,]*(?:\.\d+)?[万千]?元?整?/g, (stated) =>
      /[=计]/.test(stated) ? '' : stated,
    )
  if (/\d(?:[\d,.]*)[万千百]?元/.test(rest) || /[×*÷/]\d|\d%/.test(rest)) return undefined
  const terms = expression.match(new RegExp(term, 'g')) ?? []
  let total = 0n
  for (const one of terms) {
    const amount = product(one)
    if (amount === undefined) return undefined
    total += amount
  }
  return total > 1_000_000_000_000_000n ? undefined : { fen: Number(total), expression }
}

/** Exactly one factor is money; the product in whole 分. */
function product(text: string): bigint | undefined {
  let value: ExactDecimal = { digits: 1n, scale: 0 }
  let amounts = 0
  for (const part of text.split(/[×*]/)) {
    const match = factorParts.exec(part)
    const decimal = parseDecimal(match?.[1] ?? '')
    if (match === null || decimal === undefined) return undefined
    if (match[3] !== undefined) amounts++
    const size = match[2] === '万' ? 10_000n : match[2] === '千' ? 1_000n : match[2] === '百' ? 100n : 1n
    value = {
      digits: value.digits * decimal.digits * size,
      scale: value.scale + decimal.scale + (match[4] === undefined ? 0 : 2),
    }
  }
  const divisor = 10n ** BigInt(value.scale)
  const fen = value.digits * 100n
  return amounts === 1 && fen % divisor === 0n ? fen / divisor : undefined
}
