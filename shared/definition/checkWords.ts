// Are a definition's words there in every language, with the same places?
import { locales, type Words } from '../kernel/words.ts'

export type Say = (path: string, fault: string) => void

export function checkWords(words: Words, path: string, say: Say): void {
  for (const locale of locales) if (words[locale].trim() === '') say(path, `no words in ${locale}`)
  const places = (text: string): string =>
    [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))]
      .toSorted((a, b) => (a < b ? -1 : 1))
      .join()
  for (const locale of locales)
    if (places(words[locale]) !== places(words['zh-Hans'])) say(path, `${locale} uses other {places} than zh-Hans`)
}
