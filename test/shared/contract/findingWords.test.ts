// Every code has words, in every language, with the same places.
import { describe, expect, it } from 'vitest'
import { findingWords } from '#shared/contract/findingWords.ts'
import { locales } from '#shared/kernel/words.ts'
import { sheets } from '#shared/sheets/index.ts'
import { sourceFiles } from '#test/harness/sourceFiles.ts'

const places = (text: string): string =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))]
    .toSorted((a = '', b = '') => a.localeCompare(b))
    .join()
const all = [...findingWords, ...sheets.flatMap((sheet) => (sheet.words ? [sheet.words] : []))]

describe('finding words', () => {
  it('V3 every locale has words for every code, with the same {places}', () => {
    const faults = all.flatMap((room) =>
      Object.entries(room).flatMap(([code, words]) =>
        locales
          .filter((locale) => words[locale].trim() === '' || places(words[locale]) !== places(words['zh-Hans']))
          .map((locale) => `${code} ${locale}: ${words[locale]}`),
      ),
    )
    expect(faults).toEqual([])
  })

  it('V2 no code belongs to two rooms; a rule over several kinds says the same in each', () => {
    const said = new Map<string, unknown>()
    const clashes: string[] = []
    for (const [code, words] of all.flatMap((room) => Object.entries(room))) {
      if (said.has(code) && said.get(code) !== words) clashes.push(code)
      said.set(code, words)
    }
    expect(clashes).toEqual([])
  })

  it('V2 every finding that the engine says has words', () => {
    const known = new Set(all.flatMap((room) => Object.keys(room)))
    const said = sourceFiles('shared')
      .filter((file) => /^shared\/(workbook|ooxml|csv|values|validation|import|sync)\//.test(file.path))
      .flatMap((file) =>
        [...file.text.matchAll(/\bcode: '([a-z][a-z0-9./-]+)'[^;}]{0,80}\bseverity:/gs)].map((match) => `${match[1]}`),
      )
    expect(said.length).toBeGreaterThan(10)
    expect([...new Set(said)].filter((code) => !known.has(code))).toEqual([])
  })
})
