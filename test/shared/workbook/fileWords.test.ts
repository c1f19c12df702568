// Every code of reading has words in three languages that say what to do next, and every code spoken has words.
import { describe, expect, it } from 'vitest'
import { locales } from '#shared/kernel/words.ts'
import { fileFindingWords, fileWords } from '#shared/workbook/fileWords.ts'
import { sourceFiles } from '#test/harness/sourceFiles.ts'

describe('fileWords', () => {
  it('has words for every code that the reading rooms speak', () => {
    const spoken = sourceFiles('shared', 'server')
      .filter((file) =>
        /^(shared\/(ooxml|csv|workbook)\/[a-zA-Z]+\.ts|server\/workbook\/(read|sheetjs|compound))/.test(file.path),
      )
      .flatMap((file) =>
        [...file.text.matchAll(/'((?:file|csv|cell|merge|sheet)\.[a-z.-]+)'/g)].map((match) => match[1] ?? ''),
      )
    expect(spoken.length).toBeGreaterThan(40)
    expect([...new Set(spoken)].filter((code) => !Object.hasOwn(fileWords, code))).toEqual([])
  })

  it('says the same places in each language', () => {
    for (const [code, words] of Object.entries(fileWords)) {
      const places = locales.map((locale) =>
        [...words[locale].matchAll(/\{(\w+)\}/g)]
          .map((match) => match[1])
          .toSorted((a = '', b = '') => a.localeCompare(b)),
      )
      expect(places[1], code).toEqual(places[0])
      expect(places[2], code).toEqual(places[0])
    }
  })

  it('ends each sentence, and asks for something in every refusal', () => {
    for (const [code, words] of Object.entries(fileWords)) {
      expect(words['zh-Hans'], code).toMatch(/。$/)
      if (!Object.hasOwn(fileFindingWords, code)) expect(words['zh-Hans'], code).toContain('请')
    }
  })
})
