// Every language says everything, in its own script.
import * as OpenCC from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { guessLocale, loadStrings } from '#addin/strings/load.ts'
import { showBytes, showWhen } from '#addin/strings/showWhen.ts'
import { zhHans } from '#addin/strings/zh-Hans.ts'

/** Every text of the tree with its path; functions are called with plain arguments. */
function texts(tree: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = `${path}.${key}`
    if (typeof value === 'string') return [[at, value] as const]
    // any arguments do: only the words around them are looked at
    if (typeof value === 'function')
      return [[at, String((value as (...args: number[]) => unknown)(1, 2, 3, 4))] as const]
    return texts(value as object, at)
  })
}

describe('the words of the pages', () => {
  it('say something everywhere, in every language', async () => {
    const paths = texts(zhHans).map(([path]) => path)
    for (const locale of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      const own = texts(await loadStrings(locale))
      expect(own.map(([path]) => path)).toEqual(paths)
      expect(own.filter(([, text]) => text.trim() === '')).toEqual([])
    }
  })

  it('are 繁體 without a simplified character, and English without a Chinese one', async () => {
    const toTraditional = OpenCC.Converter({ from: 'cn', to: 'tw' })
    const changed = texts(await loadStrings('zh-Hant')).filter(([, text]) => toTraditional(text) !== text)
    expect(changed).toEqual([])
    expect(texts(await loadStrings('en')).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([])
  })

  it('take the first language of the browser that is one of ours', () => {
    expect(guessLocale(['fr', 'zh-TW'])).toBe('zh-Hant')
    expect(guessLocale(['zh-Hant-HK'])).toBe('zh-Hant')
    expect(guessLocale(['zh-CN', 'en'])).toBe('zh-Hans')
    expect(guessLocale(['en-GB'])).toBe('en')
    expect(guessLocale([])).toBe('zh-Hans')
  })

  it('say times as people do', () => {
    const now = new Date(2026, 9, 21, 12, 0)
    const say = (at: Date) => showWhen(at.toISOString(), now, zhHans)
    expect(say(new Date(2026, 9, 21, 10, 32))).toBe('今天 10:32')
    expect(say(new Date(2026, 9, 20, 15, 4))).toBe('昨天 15:04')
    expect(say(new Date(2026, 2, 1, 9, 5))).toBe('3月1日 09:05')
    expect(say(new Date(2025, 11, 31, 23, 59))).toBe('2025年12月31日 23:59')
    expect(showWhen('soon', now, zhHans)).toBe('soon')
    expect(showBytes(1536)).toBe('1.5 KB')
    expect(showBytes(5 * 1024 * 1024)).toBe('5.0 MB')
  })
})
