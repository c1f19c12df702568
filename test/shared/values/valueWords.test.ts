// Every problem and note of the column types has its sentence in each language, with the same places.
import { describe, expect, it } from 'vitest'
import { locales } from '#shared/kernel/words.ts'
import { validationWords } from '#shared/validation/validationWords.ts'
import { valueWords } from '#shared/values/valueWords.ts'
import { sourceFiles } from '#test/harness/sourceFiles.ts'

const sources = sourceFiles('shared').filter(
  (file) => file.path.startsWith('shared/values/') && !file.path.endsWith('valueWords.ts'),
)
const fixed = sources.flatMap(({ text }) =>
  [
    ...text.matchAll(
      /'((?:value\/[a-z-]+)|(?:(?:text|list|key|idcard|bankcard|money|integer|percent|date|deadline|boolean|cell)\.[a-z-]+)|amount-precision|enum)'/g,
    ),
  ].map((match) => match[1] ?? ''),
)
const codes = new Set([...fixed, 'idcard.float', 'bankcard.float'])
const places = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()

describe('valueWords', () => {
  it('V3 has a sentence for every code that shared/values can give, and for no other', () => {
    const all = { ...validationWords, ...valueWords }
    expect([...codes].filter((code) => !Object.hasOwn(all, code))).toEqual([])
    expect(Object.keys(valueWords).filter((code) => !codes.has(code))).toEqual([])
    expect(codes.size).toBeGreaterThan(50)
  })

  it.each(Object.entries({ ...validationWords, ...valueWords }))(
    'V3 %s says the same facts in each language',
    (_, words) => {
      for (const locale of locales) expect(new Set(places(words[locale]))).toEqual(new Set(places(words['zh-Hans'])))
    },
  )
})
