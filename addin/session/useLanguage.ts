// The language on screen: its strings, and how to change it without losing work.
import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import { locales, type Locale, type Words } from '#shared/kernel/words.ts'
import { loadStrings } from '../strings/load.ts'
import { zhHans, type Strings } from '../strings/zh-Hans.ts'
import { useServices } from './services.ts'

export interface Language {
  readonly locale: Locale
  readonly t: Strings
  readonly choose: (locale: Locale) => void
  readonly say: (words: Words) => string
}

const LanguageContext = createContext<Language | null>(null)

export const LanguageProvider = LanguageContext.Provider

export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('no LanguageProvider above')
  return language
}

const memoryKey = 'tongbiao.locale'

export function isLocale(text: string | null): text is Locale {
  return locales.some((locale) => locale === text)
}

/** @param guess used when this machine remembers no choice */
export function useLanguageState(guess: Locale): Language {
  const { client, memory } = useServices()
  const [chosen, setChosen] = useState<Locale>(() => {
    const kept = memory.read(memoryKey)
    return isLocale(kept) ? kept : guess
  })
  const [shown, setShown] = useState<{ readonly locale: Locale; readonly t: Strings }>({ locale: 'zh-Hans', t: zhHans })

  useEffect(() => {
    let current = true
    void loadStrings(chosen).then((t) => {
      if (!current) return
      client.setLocale(chosen)
      document.documentElement.lang = chosen
      setShown({ locale: chosen, t })
    })
    return () => {
      current = false
    }
  }, [chosen, client])

  const choose = useCallback(
    (locale: Locale) => {
      memory.write(memoryKey, locale)
      setChosen(locale)
    },
    [memory],
  )
  return { ...shown, choose, say: (words) => words[shown.locale] }
}
