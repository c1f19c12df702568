// Which of our three languages the caller reads.
import type { Locale } from '#shared/kernel/words.ts'

/** From Accept-Language (RFC 9110 §12.5.4); 简体 when nothing fits. */
export function findLocale(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, place) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';')
      const q = params.map((param) => /^\s*q=(\d(?:\.\d{0,3})?)$/.exec(param)?.[1]).find((found) => found !== undefined)
      return { locale: toLocale(tag.trim()), q: q === undefined ? 1 : Number(q), place }
    })
    .filter((wish): wish is typeof wish & { locale: Locale } => wish.locale !== undefined && wish.q > 0)
    .sort((a, b) => b.q - a.q || a.place - b.place)
  return wishes[0]?.locale ?? 'zh-Hans'
}

function toLocale(tag: string): Locale | undefined {
  if (/^zh-(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hant'
  if (/^zh\b/.test(tag)) return 'zh-Hans'
  return /^en\b/.test(tag) ? 'en' : undefined
}
