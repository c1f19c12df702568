// 大写 ⇄ 分: amounts in Chinese numerals (会计基础工作规范 art. 52).
import { fen, maxFen, type Fen } from './money.ts'
import { toSimplified } from './text.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟'] as const

/** `1234500` → `壹万贰仟叁佰肆拾伍元整`; 到元或角为止写“整”，有分不写. */
export function formatChineseMoney(value: Fen): string {
  const amount = Math.abs(value)
  const yuan = Math.floor(amount / 100)
  const jiao = Math.floor(amount / 10) % 10
  const cents = amount % 10
  const whole = yuan > 0 || amount === 0 ? `${formatWhole(yuan)}元` : ''
  const tenths = jiao > 0 ? `${digits[jiao] ?? ''}角` : cents > 0 && yuan > 0 ? '零' : ''
  const end = cents > 0 ? `${digits[cents] ?? ''}分` : '整'
  return `${value < 0 ? '负' : ''}${whole}${tenths}${end}`
}

function formatWhole(value: number): string {
  if (value === 0) return '零'
  for (const [size, unit] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (value < size) continue
    const rest = value % size
    const gap = rest > 0 && rest < size / 10 ? '零' : ''
    return `${formatWhole(Math.floor(value / size))}${unit}${gap}${rest > 0 ? formatWhole(rest) : ''}`
  }
  let text = ''
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit > 0) text += `${digits[digit] ?? ''}${places[place] ?? ''}`
    else if (text !== '' && !text.endsWith('零') && value % 10 ** place > 0) text += '零'
  }
  return text
}

const plainDigits: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}
const plainPlaces: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }

/**
 * An amount in 大写 or 小写 numerals, with 元/圆/块, 角, 分, 整/正, 人民币, 负.
 * @returns undefined when it is none, or may be read in two ways (一万二), or passes the limit
 */
export function parseChineseMoney(text: string): Fen | undefined {
  const plain = toSimplified(text.normalize('NFKC').slice(0, 80))
    .replace(/\s+/g, '')
    .replace(/[参叄]/g, '叁')
    .replace(/^人民币/, '')
    .replace(/[圆块]/g, '元')
  if (/^[零〇]$/.test(plain)) return fen(0)
  const match = /^(负)?(?:([^元角分整正]+)(元))?零?(?:([^元角分整正])角)?零?(?:([^元角分整正])分)?[整正]?$/.exec(plain)
  const bare = match === null ? /^(负)?([^元角分整正]+)$/.exec(plain) : null
  const whole = bare === null ? match?.[2] : bare[2]
  const sign = (bare ?? match)?.[1] === undefined ? 1 : -1
  if (match === null && bare === null) return undefined
  if (whole === undefined && match?.[4] === undefined && match?.[5] === undefined) return undefined
  const yuan = whole === undefined ? 0 : parseWhole(whole, bare !== null)
  const jiao = match?.[4] === undefined ? 0 : plainDigits[match[4]]
  const cents = match?.[5] === undefined ? 0 : plainDigits[match[5]]
  if (yuan === undefined || jiao === undefined || cents === undefined) return undefined
  const amount = yuan * 100 + jiao * 10 + cents
  return amount <= maxFen ? fen(sign * amount) : undefined
}

/** Chinese whole number; with `strict`, a last digit without unit right after a unit (一万二) is refused as ambiguous. */
function parseWhole(text: string, strict: boolean): number | undefined {
  if (strict && /[十拾百佰千仟万亿][一二三四五六七八九两壹贰叁肆伍陆柒捌玖]$/.test(text) && !/[十拾].$/.test(text))
    return undefined
  for (const [unit, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(unit)
    if (at < 0) continue
    const left = parseWhole(text.slice(0, at), false)
    const right = at === text.length - 1 ? 0 : parseWhole(text.slice(at + 1), false)
    return left === undefined || right === undefined || left === 0 || right >= size ? undefined : left * size + right
  }
  return parseSection(text)
}

/** Below ten thousand: digit and place by turns, places falling. */
function parseSection(text: string): number | undefined {
  let total = 0
  let digit: number | undefined
  let lastPlace = 10_000
  for (const [index, character] of Array.from(text).entries()) {
    const place = plainPlaces[character]
    if (place === undefined) {
      const next = plainDigits[character]
      if (next === undefined || (digit !== undefined && digit !== 0)) return undefined
      digit = next
    } else {
      const factor = digit === undefined && index === 0 && place === 10 ? 1 : digit
      if (factor === undefined || factor === 0 || place >= lastPlace) return undefined
      total += factor * place
      lastPlace = place
      digit = undefined
    }
  }
  return text === '' ? undefined : total + (digit ?? 0)
}
