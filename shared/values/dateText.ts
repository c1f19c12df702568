// Days as people write them: what the text says, how exactly, and what had to be assumed.
import { daysInMonth, plainDate, type PlainDate } from '../kernel/plainDate.ts'
import { toSimplified } from '../kernel/text.ts'

export interface DateReading {
  readonly first: PlainDate
  /** Last day meant: equal to `first` for a day. */
  readonly last: PlainDate
  readonly precision: 'day' | 'period'
  readonly notes: readonly string[]
}

export type DateProblemCode = 'date.format' | 'date.none' | 'date.ambiguous'

const chineseDigits = '〇一二三四五六七八九'

/** `二〇二四年三月二十一日` → `2024年3月21日`. */
function withArabicDigits(text: string): string {
  return text
    .replace(/[○零Ｏ]/g, '〇')
    .replace(/[〇一二三四五六七八九]{4}(?=年|$)/g, (year) => Array.from(year, (c) => chineseDigits.indexOf(c)).join(''))
    .replace(/([二三]?)十([一二三四五六七八九]?)(?=[月日号])/g, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : chineseDigits.indexOf(tens)) * 10 + (ones === '' ? 0 : chineseDigits.indexOf(ones))),
    )
    .replace(/([一二三四五六七八九])(?=[月日号])/g, (digit) => String(chineseDigits.indexOf(digit)))
}

const yearPart = String.raw`(?:((?:19|20)\d{2}|\d{2})[年.\-/]|(今年|本年|明年|次年|去年|上年))?`
const dayPattern = new RegExp(String.raw`^${yearPart}(\d{1,2})[月.\-/](\d{1,2})[日号]?$`)
const monthPattern = new RegExp(String.raw`^${yearPart}(\d{1,2})月?(份|上旬|中旬|下旬|初|中|底|末)?$`)
const periodPattern = new RegExp(
  String.raw`^${yearPart}(?:年)?(第?[一二三四1-4]季度?|[qQ][1-4]|[上下]半年|年底|年末|底|末|全年|年内|内)(?:末|底)?$`,
)
const spanPattern = /^(.+?)(?:至|到|—|–|~|～|-{1,2})(.+)$/

/** @param year 年度 that days and months without a year belong to */
export function readDateText(text: string, year: number): DateReading | DateProblemCode {
  if (text.length > 60) return 'date.format'
  const narrow = withArabicDigits(toSimplified(text.normalize('NFKC')).replace(/\s+/g, '').replace(/^'/, ''))
  const bare = narrow
    .replace(/[。;；,，]$/, '')
    .replace(/(?:\d{1,2}:\d{2}(?::\d{2})?)$/, '')
    .replace(/^于/, '')
    .replace(/(?:之前|以前|前|止|完成|办结){1,3}$/, '')
  const compact = /^(?:19|20)\d{6}$/.exec(bare)
  if (compact !== null) return toDay({ year: bare.slice(0, 4), month: bare.slice(4, 6), day: bare.slice(6) }, [])
  const compactMonth = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/.exec(bare)
  if (compactMonth !== null)
    return toMonth(Number(compactMonth[1]), { month: Number(compactMonth[2]) }, ['value/month-only'])
  return readDay(bare, year) ?? readMonth(bare, year) ?? readPeriod(bare, year) ?? readSpan(bare, year) ?? 'date.format'
}

function yearOf(
  digits: string | undefined,
  word: string | undefined,
  year: number,
): { readonly year: number; readonly notes: readonly string[] } {
  if (digits !== undefined)
    return digits.length === 4
      ? { year: Number(digits), notes: [] }
      : { year: 2000 + Number(digits), notes: ['value/short-year'] }
  const offset = word === undefined ? 0 : /^[明次]/.test(word) ? 1 : /^[去上]/.test(word) ? -1 : 0
  return { year: year + offset, notes: ['value/year-assumed'] }
}

function toDay(
  parts: { readonly year: string | number; readonly month: string; readonly day: string },
  notes: readonly string[],
): DateReading | DateProblemCode {
  const day = plainDate(Number(parts.year), Number(parts.month), Number(parts.day))
  return day === undefined
    ? 'date.none'
    : { first: day, last: day, precision: 'day', notes: ['value/date-spelling', ...notes] }
}

function readDay(text: string, year: number): DateReading | DateProblemCode | undefined {
  const match = dayPattern.exec(text)
  if (match === null) return undefined
  const named = yearOf(match[1], match[2], year)
  return toDay({ year: named.year, month: match[3] ?? '', day: match[4] ?? '' }, named.notes)
}

function toMonth(
  year: number,
  { month, part = '' }: { readonly month: number; readonly part?: string },
  notes: readonly string[],
): DateReading | DateProblemCode {
  const [from, to] = /上旬|初/.test(part)
    ? [1, 10]
    : /中/.test(part)
      ? [11, 20]
      : /下旬/.test(part)
        ? [21, 31]
        : [1, 31]
  const first = plainDate(year, month, from)
  const last = plainDate(year, month, Math.min(to, daysInMonth(year, month)))
  return first === undefined || last === undefined ? 'date.none' : { first, last, precision: 'period', notes }
}

function readMonth(text: string, year: number): DateReading | DateProblemCode | undefined {
  // `2023.1` may be a 2023.10 that lost its zero.
  if (/^(?:19|20)\d{2}\.1$/.test(text)) return 'date.ambiguous'
  const match = monthPattern.exec(text)
  const explicit = match !== null && (/月/.test(text) || /^(?:(?:19|20)\d{2})[.\-/年]\d{1,2}$/.test(text))
  if (match === null || !explicit) return undefined
  const named = yearOf(match[1], match[2], year)
  return toMonth(named.year, { month: Number(match[3]), part: match[4] ?? '' }, ['value/month-only', ...named.notes])
}

function readPeriod(text: string, year: number): DateReading | DateProblemCode | undefined {
  const match = periodPattern.exec(text)
  if (match === null) return undefined
  const named = yearOf(match[1], match[2], year)
  const word = match[3] ?? ''
  if (/^[底末内]$/.test(word) && match[1] === undefined && match[2] === undefined) return undefined
  const quarter = /季|q/i.test(word)
    ? '1234'.indexOf(/[1-4]/.exec(word)?.[0] ?? String('一二三四'.indexOf(word.replace('第', '')[0] ?? '') + 1))
    : -1
  const [from, to] =
    quarter >= 0
      ? [quarter * 3 + 1, quarter * 3 + 3]
      : word.startsWith('上')
        ? [1, 6]
        : word.startsWith('下')
          ? [7, 12]
          : [1, 12]
  const first = plainDate(named.year, from, 1)
  const last = plainDate(named.year, to, daysInMonth(named.year, to))
  if (first === undefined || last === undefined) return 'date.none'
  return { first, last, precision: 'period', notes: ['value/period', ...named.notes] }
}

function readSpan(text: string, year: number): DateReading | DateProblemCode | undefined {
  const match = spanPattern.exec(text)
  if (match === null) return undefined
  const start = readDay(match[1] ?? '', year)
  if (typeof start !== 'object') return undefined
  const written = match[2] ?? ''
  const startYear = Number(start.first.slice(0, 4))
  const end = /^\d{1,2}[日号]?$/.test(written)
    ? toDay({ year: startYear, month: start.first.slice(5, 7), day: written.replace(/[日号]/, '') }, [])
    : readDay(written, startYear)
  if (typeof end !== 'object' || end.first < start.first) return 'date.format'
  return {
    first: start.first,
    last: end.last,
    precision: 'period',
    notes: ['value/date-span', ...start.notes.slice(1)],
  }
}
