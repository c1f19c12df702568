// Which language's strings are loaded: 简体 comes with the page, the others when they are asked for.
import type { Locale } from '#shared/kernel/words.ts'
import { zhHans, type Strings } from './zh-Hans.ts'

export const localeNames: Readonly<Record<Locale, string>> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' }

export async function loadStrings(locale: Locale): Promise<Strings> {
  switch (locale) {
    case 'zh-Hans':
      return zhHans
    case 'zh-Hant':
      return (await import('./zh-Hant.ts')).zhHant
    case 'en':
      return (await import('./en.ts')).en
  }
}

/** The first language of the browser that is one of ours; 简体 when none is. */
export function guessLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return /hant|-tw|-hk|-mo/i.test(language) ? 'zh-Hant' : 'zh-Hans'
    if (/^en\b/i.test(language)) return 'en'
  }
  return 'zh-Hans'
}
