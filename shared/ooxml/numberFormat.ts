// Number formats: what the built-in numbers mean, and which formats make a number a day, a time or both.

/** `elapsed`: hours that run past 24, as in `[h]:mm`. */
export type TimeFormat = 'date' | 'time' | 'datetime' | 'elapsed'

/** Built-in formats by id; 27–36 and 50–58 are those of Chinese Excel (ECMA-376 Part 1, 18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '¥#,##0;¥-#,##0',
  6: '¥#,##0;[Red]¥-#,##0',
  7: '¥#,##0.00;¥-#,##0.00',
  8: '¥#,##0.00;[Red]¥-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** 'General' for ids that mean nothing here. */
export function builtInFormat(id: number): string {
  return builtIn[id] ?? 'General'
}

const maxFormatLength = 1_000

/** What kind of time the format shows, by its first section; undefined for plain numbers and text. */
export function timeFormat(format: string): TimeFormat | undefined {
  if (format === 'General' || format === '@' || format === '' || format.length > maxFormatLength) return undefined
  const letters = formatLetters(format)
  if (letters.elapsed) return 'elapsed'
  const text = letters.text
  if (
    /general|通用格式|[#?@]/.test(text) ||
    /0/.test(text.replace(/s[.,]0+/g, 's')) ||
    text.includes('e+') ||
    text.includes('e-')
  )
    return undefined
  const clock = /[hs]|am\/pm|a\/p|上午/.test(text)
  const day = /[ydeg]|aaa|b{2,4}/.test(text.replace(/am\/pm|a\/p/g, ''))
  const months = /m/.test(text.replace(/am\/pm/g, ''))
  if (clock) return day || isMonthBesideClock(text) ? 'datetime' : 'time'
  return day || months ? 'date' : undefined
}

/** The first section in lower case without quoted text, escapes, fillers and `[…]`. */
function formatLetters(format: string): { readonly text: string; readonly elapsed: boolean } {
  let text = ''
  let elapsed = false
  for (let i = 0; i < format.length; i++) {
    const c = format.charAt(i)
    if (c === ';') break
    if (c === '"') {
      const end = format.indexOf('"', i + 1)
      i = end < 0 ? format.length : end
    } else if (c === '\\' || c === '_' || c === '*') i++
    else if (c === '[') {
      const end = format.indexOf(']', i + 1)
      const inner = end < 0 ? '' : format.slice(i + 1, end)
      if (/^(h+|m+|s+)$/i.test(inner)) elapsed = true
      i = end < 0 ? format.length : end
    } else text += c.toLowerCase()
  }
  return { text, elapsed }
}

/** In `m/d h:mm` the first m is a month (d says so); in `h:mm` and `mm:ss` it is a minute. */
function isMonthBesideClock(text: string): boolean {
  return /mmm/.test(text)
}
